import { added, begun, set } from '../test-support/written-contract.ts'
import type { GoldenCustomer } from './golden-customer.ts'

const versionId = 'trunks'

/** [T] A trunk that grows in a leap February: what was charged in advance is taken back, and the days are charged as they were. */
export const TRUNKS_CUSTOMER: GoldenCustomer = {
  profile: 'trunks',
  what: 'an insurer whose trunk grew from 30 to 120 channels on 15 February 2028',
  deeds: [
    ['2026-02-20', begun('2026-03-01', versionId, 24)],
    ['2026-02-20', added('extended-connect', '2026-03-01', 30, { versionId })],
    ['2026-02-20', added('basic', '2026-03-01', 5, { versionId })],
    ['2028-02-10', set('extended-connect', '2028-02-15', 120)],
    ['2028-02-10', { kind: 'term-restarted', from: Temporal.PlainDate.from('2028-02-15'), months: 12 }],
    [
      '2028-02-20',
      { kind: 'one-off', oneOffId: '1', item: 'minor-change', on: Temporal.PlainDate.from('2028-02-20'), quantity: 1, versionId },
    ],
  ],
  period: '2028-02',
  lines: [
    // From 30 channels on 4.20 for each, from 120 on 3.50. February 2028 has 29 days.
    ['correction extended-connect 30: 02-01–02-29', 'charged in advance: 30 × 4.20 = 126.00, taken back', '-126.00'],
    ['correction extended-connect 30: 02-01–02-14', '126.00 × 14 ÷ 29 = 60.8275…, rounded 60.83', '60.83'],
    ['correction extended-connect 120: 02-15–02-29', '120 × 3.50 = 420.00; 420.00 × 15 ÷ 29 = 217.2413…, rounded 217.24', '217.24'],
    ['one-off minor-change 1: 02-20–02-20', '25.00 once', '25.00'],
    ['extended-connect 120: 03-01–03-31', 'March in advance: 120 × 3.50 = 420.00', '420.00'],
    ['basic 5: 03-01–03-31', '5 × 2.90 = 14.50; February was charged in advance and has not changed', '14.50'],
  ],
  // −126.00 + 60.83 = −65.17; + 217.24 = 152.07; + 25.00 = 177.07; + 420.00 = 597.07; + 14.50 = 611.57.
  total: '611.57',
}
