export { dataOf, type TariffDocument } from '../rated-calls/tariff-file.ts'
export { billingCluster, DOCUMENT, giveTariff, ratedWorld } from '../rated-calls/test-support/rated-world.ts'
export { fillWithCustomers, type ManyCustomers } from './many-customers.ts'
export { runToTheEnd } from './run-to-the-end.ts'
