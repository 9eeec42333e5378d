import { added, begun, set } from '../test-support/written-contract.ts'
import type { GoldenCustomer } from './golden-customer.ts'

/** [F] Extensions in two sites with a volume step, a flat rate for all of them, things that begin within the month, and what is charged once. */
export const FLAT_CUSTOMER: GoldenCustomer = {
  profile: 'flat',
  what: 'a builder in Cologne and Bonn, November 2026',
  deeds: [
    ['2026-08-20', begun('2026-09-01', 'flat', 12)],
    ['2026-08-20', added('base', '2026-09-01', 1, { versionId: 'flat' })],
    ['2026-08-20', added('extension', '2026-09-01', 12, { versionId: 'flat', itemId: 'cologne', siteId: 'cologne' })],
    ['2026-08-20', added('group', '2026-09-01', 2, { versionId: 'flat' })],
    ['2026-09-15', added('flat-fixed-mobile', '2026-10-01', 1, { versionId: 'flat' })],
    ['2026-10-25', added('extension', '2026-11-01', 3, { versionId: 'flat', itemId: 'bonn', siteId: 'bonn' })],
    ['2026-11-09', added('queue', '2026-11-11', 1, { versionId: 'flat' })],
    ['2026-11-10', set('cologne', '2026-11-16', 16)],
    [
      '2026-11-16',
      { kind: 'one-off', oneOffId: '1', item: 'number-ten', on: Temporal.PlainDate.from('2026-11-16'), quantity: 1, versionId: 'flat' },
    ],
    [
      '2026-11-18',
      {
        kind: 'one-off',
        oneOffId: '2',
        item: 'premium-support',
        on: Temporal.PlainDate.from('2026-11-18'),
        quantity: 3,
        versionId: 'flat',
      },
    ],
    ['2026-11-20', added('third-party-trunk', '2026-11-24', 1, { versionId: 'flat' })],
  ],
  period: '2026-11',
  lines: [
    // 12 + 3 = 15 extensions to the 15th, 16 + 3 = 19 from the 16th on: the step from 15 holds all month, 7.90 for each.
    ['extension@cologne 12: 11-01–11-15', '12 × 7.90 = 94.80; 94.80 × 15 ÷ 30 = 47.40', '47.40'],
    ['extension@cologne 16: 11-16–11-30', '16 × 7.90 = 126.40; 126.40 × 15 ÷ 30 = 63.20', '63.20'],
    ['extension@bonn 3: 11-01–11-30', '3 × 7.90 = 23.70; the whole month', '23.70'],
    // The base costs nothing each month; its set-up was charged in September.
    ['group 2: 11-01–11-30', '2 × 4.90 = 9.80', '9.80'],
    ['queue 1: 11-11–11-30', '14.90 × 20 ÷ 30 = 9.9333…, rounded 9.93', '9.93'],
    ['third-party-trunk 1: 11-24–11-30', '19.00 × 7 ÷ 30 = 4.4333…, rounded 4.43', '4.43'],
    // For all extensions: the most there were was 19, from the 16th on.
    ['flat-fixed-mobile@cologne 16: 11-01–11-30', '16 × 12.90 = 206.40', '206.40'],
    ['flat-fixed-mobile@bonn 3: 11-01–11-30', '3 × 12.90 = 38.70', '38.70'],
    ['set-up third-party-trunk 1: 11-24–11-24', '99.00 once', '99.00'],
    ['one-off number-ten 1: 11-16–11-16', '29.90 once', '29.90'],
    ['one-off premium-support 3: 11-18–11-18', 'three started quarters of an hour: 3 × 15.00 = 45.00', '45.00'],
  ],
  // 47.40 + 63.20 + 23.70 = 134.30; + 9.80 = 144.10; + 9.93 = 154.03; + 4.43 = 158.46; + 206.40 = 364.86; + 38.70 = 403.56; + 99.00 = 502.56;
  // + 29.90 = 532.46; + 45.00 = 577.46.
  total: '577.46',
}
