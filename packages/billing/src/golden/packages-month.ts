import type { GoldenMonth } from './golden-month.ts'

/** [P] The charge lines are those of contracts/golden/packages.ts. Calls are billed by the customer's own provider: they stand on no invoice of ours. */
export const PACKAGES_MONTH: GoldenMonth = {
  profile: 'packages',
  what: 'a law firm with its own trunks, on paper with ZUGFeRD in the portal, November 2026',
  recipient: { eInvoice: 'zugferd', delivery: ['paper'] },
  contract: {
    on: '2026-09-20',
    begins: '2026-10-01',
    items: [
      ['base-extended', 1],
      ['trunk', 1],
      ['group', 3],
      ['user-basic', 20],
      ['user-comfort', 5],
      ['user-premium', 2],
    ],
  },
  deeds: [
    { on: '2026-11-12', from: '2026-11-12', items: [['user-basic', 25]] },
    { on: '2026-11-13', from: '2026-11-13', items: [['user-basic', 22]], reason: 'entered by mistake' },
    { on: '2026-11-16', from: '2026-11-16', items: [['user-premium', 1]], reason: 'a partner has left' },
  ],
  calls: [
    {
      ...{ at: '2026-11-12T09:00:00', seconds: 600, called: '+4930123456' },
      ...{ because: 'by the customer’s own provider', paidSeconds: 0, perMinute: '0.00' },
    },
  ],
  month: '2026-11',
  invoices: [
    {
      lines: [
        ['Grundlizenz erweitert', '39.90', '39.90'],
        ['Weiterer SIP-Trunk', '6.90', '6.90'],
        ['Rufgruppe', 'three, of which the base licence includes one: 2 × 2.90 = 5.80', '5.80'],
        ['Benutzer Basis', 'twenty-five on one day: 25 × 5.90 = 147.50', '147.50'],
        ['Benutzer Komfort', '5 × 9.90 = 49.50', '49.50'],
        ['Benutzer Premium', 'two until the 15th: 2 × 12.90 = 25.80', '25.80'],
        ['Rechnung auf Papier', 'each invoice on paper', '2.00'],
      ],
      // 39.90 + 6.90 = 46.80; + 5.80 = 52.60; + 147.50 = 200.10; + 49.50 = 249.60; + 25.80 = 275.40; + 2.00 = 277.40.
      net: '277.40',
      // 277.40 × 0.19 = 52.7060.
      vat: [[19, '52.71']],
      gross: '330.11',
    },
  ],
}
