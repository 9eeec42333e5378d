import { added, begun, set } from '../test-support/written-contract.ts'
import type { GoldenCustomer } from './golden-customer.ts'

const versionId = 'packages'

/** [P] The most licences that were provided in the month count, for the whole month. */
export const PACKAGES_CUSTOMER: GoldenCustomer = {
  profile: 'packages',
  what: 'a law firm with its own trunks, November 2026',
  deeds: [
    ['2026-06-01', begun('2026-06-01', versionId)],
    ['2026-06-01', added('base-extended', '2026-06-01', 1, { versionId })],
    ['2026-06-01', added('trunk', '2026-06-01', 1, { versionId })],
    ['2026-06-01', added('group', '2026-06-01', 3, { versionId })],
    ['2026-06-01', added('user-basic', '2026-06-01', 20, { versionId })],
    ['2026-06-01', added('user-comfort', '2026-06-01', 5, { versionId })],
    ['2026-06-01', added('user-premium', '2026-06-01', 2, { versionId })],
    ['2026-11-12', set('user-basic', '2026-11-12', 25)],
    ['2026-11-13', set('user-basic', '2026-11-13', 22)],
    ['2026-11-16', set('user-premium', '2026-11-16', 1)],
  ],
  period: '2026-11',
  lines: [
    ['base-extended 1: 11-01–11-30', '39.90', '39.90'],
    ['trunk 1: 11-01–11-30', '6.90', '6.90'],
    ['group 2: 11-01–11-30', 'three, of which the base licence includes one: 2 × 2.90 = 5.80', '5.80'],
    ['user-basic 25: 11-01–11-30', 'twenty-five on one day, the 12th: 25 × 5.90 = 147.50', '147.50'],
    ['user-comfort 5: 11-01–11-30', '5 × 9.90 = 49.50', '49.50'],
    ['user-premium 2: 11-01–11-30', 'two until the 15th: 2 × 12.90 = 25.80', '25.80'],
  ],
  // 39.90 + 6.90 = 46.80; + 5.80 = 52.60; + 147.50 = 200.10; + 49.50 = 249.60; + 25.80 = 275.40.
  total: '275.40',
}
