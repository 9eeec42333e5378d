import type { PackagePeriod } from '@klinke/accounts'
import { countedPackages } from '../../counted-use/counted-packages.ts'
import { added, BERLIN, begun } from '../test-support/written-contract.ts'
import type { GoldenCustomer } from './golden-customer.ts'

const versionId = 'packages'
const at = (time: string): number => Temporal.PlainDateTime.from(time).toZonedDateTime(BERLIN).epochMilliseconds

/** Extensions from one number to another that had the same package for the same time. */
function had(first: number, last: number, userPackage: string, from: string, until?: string): readonly PackagePeriod[] {
  return Array.from({ length: last - first + 1 }, (_none, index) => ({
    ...{ extensionId: String(first + index), userPackage, siteId: undefined, fromMs: at(from) },
    untilMs: until === undefined ? undefined : at(until),
  }))
}

const SINCE = '2026-06-01T12:00'

/** [P] The most licences that extensions had at the same time in the month count, for the whole month. */
export const PACKAGES_CUSTOMER: GoldenCustomer = {
  profile: 'packages',
  what: 'a law firm with its own trunks, November 2026',
  deeds: [
    ['2026-06-01', begun('2026-06-01', versionId)],
    ['2026-06-01', added('base-extended', '2026-06-01', 1, { versionId })],
    ['2026-06-01', added('trunk', '2026-06-01', 1, { versionId })],
    ['2026-06-01', added('group', '2026-06-01', 3, { versionId })],
    // As ordered; charged is what extensions had.
    ['2026-06-01', added('user-basic', '2026-06-01', 20, { versionId })],
    ['2026-06-01', added('user-comfort', '2026-06-01', 5, { versionId })],
    ['2026-06-01', added('user-premium', '2026-06-01', 2, { versionId })],
  ],
  counted: countedPackages(
    [
      ...had(10, 29, 'user-basic', SINCE),
      ...had(40, 44, 'user-basic', '2026-11-12T09:00', '2026-11-13T09:00'),
      ...had(45, 46, 'user-basic', '2026-11-13T09:00'),
      ...had(30, 34, 'user-comfort', SINCE),
      ...had(35, 35, 'user-premium', SINCE),
      ...had(36, 36, 'user-premium', SINCE, '2026-11-15T18:00'),
    ],
    Temporal.PlainYearMonth.from('2026-11'),
    BERLIN,
  ),
  period: '2026-11',
  lines: [
    ['base-extended 1: 11-01–11-30', '39.90', '39.90'],
    ['trunk 1: 11-01–11-30', '6.90', '6.90'],
    ['group 2: 11-01–11-30', 'three, of which the base licence includes one: 2 × 2.90 = 5.80', '5.80'],
    [
      'user-basic 25: 11-01–11-30',
      'twenty-five on one day, the 12th; on the 13th two of those who went are replaced: 25 × 5.90 = 147.50',
      '147.50',
    ],
    ['user-comfort 5: 11-01–11-30', '5 × 9.90 = 49.50', '49.50'],
    ['user-premium 2: 11-01–11-30', 'two until the 15th: 2 × 12.90 = 25.80', '25.80'],
  ],
  // 39.90 + 6.90 = 46.80; + 5.80 = 52.60; + 147.50 = 200.10; + 49.50 = 249.60; + 25.80 = 275.40.
  total: '275.40',
}
