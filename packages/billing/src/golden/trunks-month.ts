import type { GoldenMonth } from './golden-month.ts'

/** [T] The charge lines are those of contracts/golden/trunks.ts, of a younger contract whose term begins anew with the upgrade, too. The customer sells on: no VAT. */
export const TRUNKS_MONTH: GoldenMonth = {
  profile: 'trunks',
  what: 'a reseller whose trunk grew from 30 to 120 channels on 15 February 2028, reverse charge',
  recipient: { treatment: 'reverse-charge-reseller', eInvoice: 'xrechnung-cii' },
  contract: {
    on: '2027-07-20',
    begins: '2027-08-01',
    termMonths: 12,
    items: [
      ['extended-connect', 30],
      ['basic', 5],
    ],
  },
  deeds: [
    { on: '2028-02-10', from: '2028-02-15', items: [['extended-connect', 120]] },
    { on: '2028-02-20', once: 'minor-change', quantity: 1 },
  ],
  calls: [
    {
      ...{ at: '2028-02-15T09:00:00', seconds: 500, called: '+4930123456' },
      ...{ because: 'by the second', paidSeconds: 500, perMinute: '0.0090' },
    },
    {
      ...{ at: '2028-02-16T09:00:00', seconds: 3_600, called: '+4915212345678' },
      ...{ because: 'an hour', paidSeconds: 3_600, perMinute: '0.0790' },
    },
    {
      ...{ at: '2028-02-29T23:50:00', seconds: 1_200, called: '+4930123456' },
      ...{ because: 'into March, but answered in February', paidSeconds: 1_200, perMinute: '0.0090' },
    },
  ],
  month: '2028-02',
  invoices: [
    {
      lines: [
        ['SIP-Trunk Extended Connect (je Kanal)', 'charged in advance: 30 × 4.20 = 126.00, taken back', '-126.00'],
        [
          'SIP-Trunk Extended Connect (je Kanal) (Nachberechnung: 30 × 4,20 EUR, 14 von 29 Tagen, Staffelpreis ab 30)',
          '126.00 × 14 ÷ 29 = 60.8275…, rounded 60.83',
          '60.83',
        ],
        [
          'SIP-Trunk Extended Connect (je Kanal) (Nachberechnung: 120 × 3,50 EUR, 15 von 29 Tagen, Staffelpreis ab 120)',
          '120 × 3.50 = 420.00; 420.00 × 15 ÷ 29 = 217.2413…, rounded 217.24',
          '217.24',
        ],
        ['Kleine Änderung (bis 15 Minuten)', '25.00 once', '25.00'],
        ['SIP-Trunk Extended Connect (je Kanal)', 'March in advance: 120 × 3.50 = 420.00', '420.00'],
        ['SIP-Account Basic', '5 × 2.90 = 14.50', '14.50'],
        ['2 Verbindungen Deutschland Festnetz, 28:20 min', '(500 + 1,200) × 0.0090 ÷ 60 = 0.2550, half up: 0.26', '0.26'],
        ['1 Verbindung Deutschland Mobilfunk, 60:00 min', '60 × 0.0790 = 4.7400', '4.74'],
      ],
      // 611.57 as in contracts/golden/trunks.ts; + 0.26 = 611.83; + 4.74 = 616.57.
      net: '616.57',
      vat: [[0, '0.00']],
      gross: '616.57',
    },
  ],
}
