import { added, begun, set } from '../test-support/written-contract.ts'
import type { GoldenCustomer } from './golden-customer.ts'

const versionId = 'channels'

/** [C] Channels in advance: the first invoice has the days since the beginning, and the next month. */
export const CHANNELS_CUSTOMER: GoldenCustomer = {
  profile: 'channels',
  what: 'a hotel that began on 10 November 2026 and got two further channels on the 23rd',
  deeds: [
    ['2026-11-05', begun('2026-11-10', versionId, 12)],
    ['2026-11-05', added('channel-comfort', '2026-11-10', 8, { versionId })],
    ['2026-11-05', added('conference', '2026-11-10', 1, { versionId })],
    ['2026-11-05', added('conference-number', '2026-11-10', 2, { versionId })],
    ['2026-11-10', { kind: 'one-off', oneOffId: '1', item: 'set-up', on: Temporal.PlainDate.from('2026-11-10'), quantity: 1, versionId }],
    [
      '2026-11-10',
      { kind: 'one-off', oneOffId: '2', item: 'number-block-ten', on: Temporal.PlainDate.from('2026-11-10'), quantity: 1, versionId },
    ],
    ['2026-11-20', set('channel-comfort', '2026-11-23', 10)],
  ],
  period: '2026-11',
  lines: [
    // Nothing of November was charged in advance: on its first day nobody knew of the contract.
    ['correction channel-comfort 8: 11-10–11-22', '8 × 12.90 = 103.20; 103.20 × 13 ÷ 30 = 44.72', '44.72'],
    ['correction channel-comfort 10: 11-23–11-30', '10 × 12.90 = 129.00; 129.00 × 8 ÷ 30 = 34.40', '34.40'],
    ['correction conference 1: 11-10–11-30', '9.90 × 21 ÷ 30 = 6.93', '6.93'],
    ['correction conference-number 2: 11-10–11-30', '2 × 2.90 = 5.80; 5.80 × 21 ÷ 30 = 4.06', '4.06'],
    ['one-off set-up 1: 11-10–11-10', '99.00 once', '99.00'],
    ['one-off number-block-ten 1: 11-10–11-10', '19.90 once', '19.90'],
    ['channel-comfort 10: 12-01–12-31', 'December in advance: 10 × 12.90 = 129.00', '129.00'],
    ['conference 1: 12-01–12-31', '9.90', '9.90'],
    ['conference-number 2: 12-01–12-31', '2 × 2.90 = 5.80', '5.80'],
  ],
  // 44.72 + 34.40 = 79.12; + 6.93 = 86.05; + 4.06 = 90.11; + 99.00 = 189.11; + 19.90 = 209.01; + 129.00 = 338.01; + 9.90 = 347.91; + 5.80 = 353.71.
  total: '353.71',
}
