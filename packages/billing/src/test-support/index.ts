export { dataOf, type TariffDocument } from '../rated-calls/tariff-file.ts'
export { billingCluster, DOCUMENT, giveTariff, ratedWorld } from '../rated-calls/test-support/rated-world.ts'
