import type { GoldenMonth } from './golden-month.ts'

/** [Q] The charge lines are those of contracts/golden/quota.ts; calls are by the second, and those of a parallel or call-back leg are calls of the customer. */
export const QUOTA_MONTH: GoldenMonth = {
  profile: 'quota',
  what: 'an agency with ten included extensions, an XRechnung in UBL, November 2026',
  recipient: { eInvoice: 'xrechnung-ubl' },
  contract: {
    on: '2026-09-20',
    begins: '2026-10-01',
    termMonths: 24,
    items: [
      ['quota-10', 1],
      ['extension', 12],
      ['mobile-client', 4],
    ],
  },
  deeds: [
    { on: '2026-10-20', from: '2026-11-01', items: [['crm#10', 1]] },
    { on: '2026-10-20', from: '2026-11-01', items: [['crm#11', 1]] },
    { on: '2026-10-31', from: '2026-11-02', items: [['crm#11', 0]] },
    { on: '2026-11-01', from: '2026-11-03', items: [['crm#10', 0]] },
    { on: '2026-11-03', once: 'install-comfort', quantity: 1 },
    { on: '2026-11-05', from: '2026-11-05', items: [['call-centre', 2]] },
    { on: '2026-11-06', from: '2026-11-08', items: [['call-centre', 0]] },
    { on: '2026-11-10', from: '2026-11-10', items: [['mobile-client', 5]] },
    { on: '2026-11-10', from: '2026-11-12', items: [['mobile-client', 4]] },
    { on: '2026-11-14', from: '2026-11-15', items: [['crm#11', 1]] },
    { on: '2026-11-14', from: '2026-11-16', items: [['crm#11', 0]] },
    { on: '2026-11-18', from: '2026-11-20', items: [['crm#11', 1]] },
    { on: '2026-11-19', from: '2026-11-21', items: [['crm#11', 0]] },
    { on: '2026-11-28', from: '2026-11-28', items: [['extension', 13]] },
  ],
  calls: [
    {
      ...{ at: '2026-11-03T09:00:00', seconds: 125, called: '+4930123456' },
      ...{ because: 'by the second', paidSeconds: 125, perMinute: '0.0140' },
    },
    {
      ...{ at: '2026-11-03T10:00:00', seconds: 7, called: '+4930123456' },
      ...{ because: 'by the second: 0.0016333…, which alone would be no cent', paidSeconds: 7, perMinute: '0.0140' },
    },
    {
      ...{ at: '2026-11-04T09:00:00', seconds: 61, called: '+4917112345678' },
      ...{ because: 'by the second', paidSeconds: 61, perMinute: '0.1090' },
    },
    {
      ...{ at: '2026-11-04T10:00:00', seconds: 30, called: '+4917112345678', origin: 'call-back' },
      ...{ because: 'the leg of a call-back', paidSeconds: 30, perMinute: '0.1090' },
    },
    {
      ...{ at: '2026-11-04T11:00:00', seconds: 18, called: '+4916012345678', origin: 'forwarded' },
      ...{ because: 'the leg of a parallel call', paidSeconds: 18, perMinute: '0.1090' },
    },
    {
      ...{ at: '2026-11-05T09:00:00', seconds: 45, called: '+49180512345' },
      ...{ because: 'a service number', paidSeconds: 45, perMinute: '0.0600' },
    },
    {
      ...{ at: '2026-11-05T10:00:00', seconds: 300, called: '+4922877777', way: 'on-net' },
      ...{ because: 'to another customer of the exchange', paidSeconds: 0, perMinute: '0.00' },
    },
  ],
  month: '2026-11',
  invoices: [
    {
      lines: [
        ['Grundpreis mit 10 Nebenstellen', '79.00, whether used or not', '79.00'],
        ['Nebenstelle', 'the thirteenth was there on three days: 13 − 10 = 3; 3 × 8.90 = 26.70', '26.70'],
        ['Mobile App je Nebenstelle', 'the fifth was there on two days and does not count: 4 × 2.90 = 11.60', '11.60'],
        ['Callcenter je Nebenstelle', 'on three days, so whole: 2 × 14.90 = 29.80', '29.80'],
        ['CTI und CRM je Nebenstelle', 'extension 10 had it on two days, 11 on three: 1 × 3.90', '3.90'],
        ['Installation Komfort', '249.00 once', '249.00'],
        ['2 Verbindungen Deutschland Festnetz, 2:12 min', '(125 + 7) × 0.0140 ÷ 60 = 0.0308, rounded 0.03', '0.03'],
        ['3 Verbindungen Deutschland Mobilfunk, 1:49 min', '(61 + 30 + 18) × 0.1090 ÷ 60 = 0.198016…, rounded 0.20', '0.20'],
        ['1 Verbindung Servicenummern 0180, 0:45 min', '45 × 0.0600 ÷ 60 = 0.0450, half up: 0.05', '0.05'],
      ],
      // 79.00 + 26.70 = 105.70; + 11.60 = 117.30; + 29.80 = 147.10; + 3.90 = 151.00; + 249.00 = 400.00; + 0.03 + 0.20 + 0.05 = 400.28.
      net: '400.28',
      // 400.28 × 0.19 = 76.0532.
      vat: [[19, '76.05']],
      gross: '476.33',
    },
  ],
}
