import type { GoldenMonth } from './golden-month.ts'

/** Extensions from one number to another, all with the same. */
const each = (first: number, last: number, userPackage: string | null) =>
  Array.from({ length: last - first + 1 }, (_none, index) => [first + index, userPackage] as const)

/**
 * [P] User packages are charged by the most licences that extensions had at the same time in the month before (BIL-03), by their history; base licence, trunk and groups
 * by the contract. Calls are billed by the customer's own provider: they stand on no invoice of ours.
 */
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
    // As ordered: twenty Basic, five Comfort, two Premium.
    {
      ...{ on: '2026-10-01', at: '2026-10-01T08:00' },
      gives: [...each(10, 29, 'user-basic'), ...each(30, 34, 'user-comfort'), ...each(35, 36, 'user-premium')],
    },
    // Somebody gets more: nineteen Basic, six Comfort.
    { on: '2026-11-03', at: '2026-11-03T09:00', gives: [[10, 'user-comfort']] },
    // Five trainees: twenty-four Basic. Three of them were made by mistake, and go the next day: twenty-one.
    { on: '2026-11-12', at: '2026-11-12T10:00', gives: each(40, 44, 'user-basic') },
    { on: '2026-11-13', at: '2026-11-13T10:00', gives: each(42, 44, null) },
    // A partner leaves: one Premium.
    { on: '2026-11-16', at: '2026-11-16T18:00', gives: [[36, null]] },
    // Two change places. At nine the one gives Comfort back, at ten the other gets it: no more than six at a time.
    { on: '2026-11-20', at: '2026-11-20T09:00', gives: [[30, 'user-basic']] },
    { on: '2026-11-20', at: '2026-11-20T10:00', gives: [[11, 'user-comfort']] },
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
        // 20 until the 3rd, 19 until the 12th, 24 until the 13th, 21, on the 20th 22 for an hour, then 21.
        ['Benutzer Basis', 'twenty-four from the 12th to the 13th: 24 × 5.90 = 141.60', '141.60'],
        // 5 until the 3rd, then 6, on the 20th 5 for an hour.
        ['Benutzer Komfort', 'six from the 3rd on: 6 × 9.90 = 59.40', '59.40'],
        ['Benutzer Premium', 'two until the 16th: 2 × 12.90 = 25.80', '25.80'],
        ['Rechnung auf Papier', 'each invoice on paper', '2.00'],
      ],
      // 39.90 + 6.90 = 46.80; + 5.80 = 52.60; + 141.60 = 194.20; + 59.40 = 253.60; + 25.80 = 279.40; + 2.00 = 281.40.
      net: '281.40',
      // 281.40 × 0.19 = 53.4660.
      vat: [[19, '53.47']],
      gross: '334.87',
    },
  ],
}
