import { added, begun, set } from '../test-support/written-contract.ts'
import type { GoldenCustomer } from './golden-customer.ts'

const versionId = 'quota'

/** [Q] The quota is always charged; what is beyond it, and options, only if active on more than two days, then whole. */
export const QUOTA_CUSTOMER: GoldenCustomer = {
  profile: 'quota',
  what: 'an agency with ten included extensions, November 2026',
  deeds: [
    ['2026-09-20', begun('2026-10-01', versionId, 24)],
    ['2026-09-20', added('quota-10', '2026-10-01', 1, { versionId })],
    ['2026-09-20', added('extension', '2026-10-01', 12, { versionId })],
    ['2026-09-20', added('mobile-client', '2026-10-01', 4, { versionId })],
    ['2026-11-01', added('crm', '2026-11-01', 1, { versionId, itemId: 'crm-10', subject: '10' })],
    ['2026-11-01', added('crm', '2026-11-01', 1, { versionId, itemId: 'crm-11', subject: '11' })],
    ['2026-11-02', set('crm-11', '2026-11-02', 0)],
    ['2026-11-03', set('crm-10', '2026-11-03', 0)],
    [
      '2026-11-03',
      { kind: 'one-off', oneOffId: '1', item: 'install-comfort', on: Temporal.PlainDate.from('2026-11-03'), quantity: 1, versionId },
    ],
    ['2026-11-05', added('call-centre', '2026-11-05', 2, { versionId })],
    ['2026-11-08', set('call-centre', '2026-11-08', 0)],
    ['2026-11-10', set('mobile-client', '2026-11-10', 5)],
    ['2026-11-12', set('mobile-client', '2026-11-12', 4)],
    ['2026-11-15', set('crm-11', '2026-11-15', 1)],
    ['2026-11-16', set('crm-11', '2026-11-16', 0)],
    ['2026-11-20', set('crm-11', '2026-11-20', 1)],
    ['2026-11-21', set('crm-11', '2026-11-21', 0)],
    ['2026-11-28', set('extension', '2026-11-28', 13)],
  ],
  period: '2026-11',
  lines: [
    ['quota-10 1: 11-01–11-30', '79.00, whether used or not', '79.00'],
    ['extension 3: 11-01–11-30', 'the thirteenth was there on three days, 28th to 30th: 13 − 10 included = 3; 3 × 8.90 = 26.70', '26.70'],
    ['mobile-client 4: 11-01–11-30', 'the fifth was there on two days, the 10th and 11th, and does not count: 4 × 2.90 = 11.60', '11.60'],
    ['call-centre 2: 11-01–11-30', 'on three days, 5th to 7th, so whole: 2 × 14.90 = 29.80', '29.80'],
    ['crm 1: 11-01–11-30', 'extension 10 had it on two days, extension 11 on three (1st, 15th, 20th): 1 × 3.90', '3.90'],
    ['one-off install-comfort 1: 11-03–11-03', '249.00 once', '249.00'],
  ],
  // 79.00 + 26.70 = 105.70; + 11.60 = 117.30; + 29.80 = 147.10; + 3.90 = 151.00; + 249.00 = 400.00.
  total: '400.00',
}
