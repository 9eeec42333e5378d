import type { GoldenMonth } from './golden-month.ts'

/** [C] The charge lines are those of contracts/golden/channels.ts; calls are by the second. */
export const CHANNELS_MONTH: GoldenMonth = {
  profile: 'channels',
  what: 'a hotel that began on 10 November 2026 and got two further channels on the 23rd, an XRechnung in CII',
  recipient: { eInvoice: 'xrechnung-cii' },
  contract: {
    on: '2026-11-05',
    begins: '2026-11-10',
    termMonths: 12,
    items: [
      ['channel-comfort', 8],
      ['conference', 1],
      ['conference-number', 2],
    ],
  },
  deeds: [
    { on: '2026-11-10', once: 'set-up', quantity: 1 },
    { on: '2026-11-10', once: 'number-block-ten', quantity: 1 },
    { on: '2026-11-20', from: '2026-11-23', items: [['channel-comfort', 10]] },
  ],
  calls: [
    {
      ...{ at: '2026-11-10T09:00:00', seconds: 900, called: '+4930123456' },
      ...{ because: 'by the second, on the first day', paidSeconds: 900, perMinute: '0.0120' },
    },
    {
      ...{ at: '2026-11-24T09:00:00', seconds: 100, called: '+4930123456' },
      ...{ because: 'by the second', paidSeconds: 100, perMinute: '0.0120' },
    },
    {
      ...{ at: '2026-11-24T10:00:00', seconds: 100, called: '+4915212345678' },
      ...{ because: 'by the second', paidSeconds: 100, perMinute: '0.0990' },
    },
    {
      ...{ at: '2026-11-24T11:00:00', seconds: 10, called: '+49180512345' },
      ...{ because: 'by the second', paidSeconds: 10, perMinute: '0.0600' },
    },
  ],
  month: '2026-11',
  invoices: [
    {
      lines: [
        ['Sprachkanal Komfort (Nachberechnung: 8 × 12,90 EUR, 13 von 30 Tagen)', '8 × 12.90 = 103.20; 103.20 × 13 ÷ 30 = 44.72', '44.72'],
        ['Sprachkanal Komfort (Nachberechnung: 10 × 12,90 EUR, 8 von 30 Tagen)', '10 × 12.90 = 129.00; 129.00 × 8 ÷ 30 = 34.40', '34.40'],
        ['Konferenzdienst (Nachberechnung: 1 × 9,90 EUR, 21 von 30 Tagen)', '9.90 × 21 ÷ 30 = 6.93', '6.93'],
        ['Einwahlnummer für Konferenzen (Nachberechnung: 2 × 2,90 EUR, 21 von 30 Tagen)', '2 × 2.90 = 5.80; 5.80 × 21 ÷ 30 = 4.06', '4.06'],
        ['Einrichtung', '99.00 once', '99.00'],
        ['Block von 10 Rufnummern', '19.90 once', '19.90'],
        ['Sprachkanal Komfort', 'December in advance: 10 × 12.90 = 129.00', '129.00'],
        ['Konferenzdienst', '9.90', '9.90'],
        ['Einwahlnummer für Konferenzen', '2 × 2.90 = 5.80', '5.80'],
        ['2 Verbindungen Deutschland Festnetz, 16:40 min', '(900 + 100) × 0.0120 ÷ 60 = 0.2000', '0.20'],
        ['1 Verbindung Deutschland Mobilfunk, 1:40 min', '100 × 0.0990 ÷ 60 = 0.1650, half up: 0.17', '0.17'],
        ['1 Verbindung Servicenummern 0180, 0:10 min', '10 × 0.0600 ÷ 60 = 0.0100', '0.01'],
      ],
      // 353.71 as in contracts/golden/channels.ts; + 0.20 = 353.91; + 0.17 = 354.08; + 0.01 = 354.09.
      net: '354.09',
      // 354.09 × 0.19 = 67.2771.
      vat: [[19, '67.28']],
      gross: '421.37',
    },
  ],
}
