import type { GoldenMonth } from './golden-month.ts'

/**
 * [F] The charge lines are those of contracts/golden/flat.ts; here they are split by site and on paper, and there are calls.
 *
 * The flat rate gives each extension 500 minutes fixed and 200 mobile (BIL-04), to its own voice calls within Germany.
 */
export const FLAT_MONTH: GoldenMonth = {
  profile: 'flat',
  what: 'a builder in Cologne and Bonn, invoices by site and on paper, November 2026',
  sites: ['Köln', 'Bonn'],
  recipient: { splitBySite: true, delivery: ['mail', 'paper'], eInvoice: 'zugferd' },
  contract: {
    on: '2026-08-20',
    begins: '2026-09-01',
    termMonths: 12,
    items: [
      ['base', 1],
      ['extension@Köln', 12],
      ['group', 2],
    ],
  },
  deeds: [
    { on: '2026-09-15', from: '2026-10-01', items: [['flat-fixed-mobile', 1]] },
    { on: '2026-10-25', from: '2026-11-01', items: [['extension@Bonn', 3]] },
    { on: '2026-11-09', from: '2026-11-11', items: [['queue', 1]] },
    { on: '2026-11-10', from: '2026-11-16', items: [['extension@Köln', 16]] },
    { on: '2026-11-16', once: 'number-ten', quantity: 1 },
    { on: '2026-11-18', once: 'premium-support', quantity: 3 },
    { on: '2026-11-20', from: '2026-11-24', items: [['third-party-trunk', 1]] },
  ],
  calls: [
    // Began in October and became known after its invoice: on the next one, as a line of October.
    {
      ...{ at: '2026-10-31T23:59:50', seconds: 60, called: '+33145678901', site: 'Bonn', knownIn: '2026-11' },
      ...{ because: 'one minute; the flat rate is for Germany', paidSeconds: 60, perMinute: '0.0290' },
    },
    // Extension 20 uses up its 500 minutes fixed: 480, then 20 of 26.
    {
      ...{ at: '2026-11-02T09:00:00', seconds: 28_800, called: '+4922155501', site: 'Köln', extension: 20 },
      ...{ because: 'eight hours: 480 minutes, all of them from the flat rate', paidSeconds: 0, perMinute: '0.0151' },
    },
    {
      ...{ at: '2026-11-13T09:00:00', seconds: 1_520, called: '+4930123456', site: 'Köln', extension: 20 },
      ...{ because: '25 min 20 s: 26 started minutes, 500 − 480 = 20 from the flat rate, 6 paid', paidSeconds: 360, perMinute: '0.0151' },
    },
    {
      ...{ at: '2026-11-16T10:00:00', seconds: 601, called: '+4989123456', site: 'Köln', extension: 20 },
      ...{ because: '10 min 1 s: 11 started minutes, the flat rate of this extension is used up', paidSeconds: 660, perMinute: '0.0151' },
    },
    {
      ...{ at: '2026-11-16T11:00:00', seconds: 601, called: '+4989123456', site: 'Köln', extension: 21 },
      ...{ because: 'another extension: 11 of its own 500 minutes', paidSeconds: 0, perMinute: '0.0151' },
    },
    {
      ...{ at: '2026-11-17T10:00:00', seconds: 45, called: '+4989123457', site: 'Köln', extension: 21, medium: 'fax' },
      ...{ because: 'a fax: one started minute, the flat rate is for voice', paidSeconds: 60, perMinute: '0.0151' },
    },
    {
      ...{ at: '2026-11-17T11:00:00', seconds: 130, called: '+49180512345', site: 'Köln' },
      ...{ because: '2 min 10 s: 3 started minutes to a service number', paidSeconds: 180, perMinute: '0.0328' },
    },
    {
      ...{ at: '2026-11-18T08:00:00', seconds: 11_970, called: '+4915112345678', site: 'Bonn', extension: 30 },
      ...{ because: '199 min 30 s: 200 started minutes, all mobile ones of this extension', paidSeconds: 0, perMinute: '0.1252' },
    },
    {
      ...{ at: '2026-11-18T13:00:00', seconds: 61, called: '+4915112345678', site: 'Bonn', extension: 30 },
      ...{ because: 'nothing is left of the flat rate: two started minutes', paidSeconds: 120, perMinute: '0.1252' },
    },
    {
      ...{ at: '2026-11-18T11:00:00', seconds: 61, called: '+4915112345678', site: 'Bonn', extension: 31, origin: 'forwarded' },
      ...{ because: 'forwarded, so not of the flat rate: two started minutes', paidSeconds: 120, perMinute: '0.1252' },
    },
    {
      ...{ at: '2026-11-18T12:00:00', seconds: 60, called: '+4915112345678', site: 'Bonn', extension: 31, origin: 'forwarded' },
      ...{ because: 'forwarded: one minute', paidSeconds: 60, perMinute: '0.1252' },
    },
    {
      ...{ at: '2026-11-19T10:00:00', seconds: 200, called: '+33145678901', site: 'Bonn' },
      ...{ because: '3 min 20 s: four started minutes', paidSeconds: 240, perMinute: '0.0290' },
    },
    {
      ...{ at: '2026-11-30T23:59:30', seconds: 90, called: '+33612345678', site: 'Bonn' },
      ...{ because: 'into December, but answered in November: two started minutes, mobile', paidSeconds: 120, perMinute: '0.1890' },
    },
    // What costs nothing, and what others bill.
    {
      ...{ at: '2026-11-20T10:00:00', seconds: 600, called: '+4922877777', site: 'Bonn', way: 'on-net' },
      ...{ because: 'to another customer of the exchange', paidSeconds: 0, perMinute: '0.00' },
    },
    {
      ...{ at: '2026-11-20T11:00:00', seconds: 600, called: '+498001234567', site: 'Bonn' },
      ...{ because: 'freephone', paidSeconds: 600, perMinute: '0.00' },
    },
    {
      ...{ at: '2026-11-20T12:00:00', seconds: 600, called: '+49900123456', site: 'Bonn' },
      ...{ because: '0900: billed by somebody else', paidSeconds: 0, perMinute: '0.00' },
    },
  ],
  month: '2026-11',
  invoices: [
    {
      lines: [
        ['Rufgruppe', '2 × 4.90 = 9.80', '9.80'],
        ['Warteschlange (1 × 14,90 EUR, 20 von 30 Tagen)', '14.90 × 20 ÷ 30 = 9.9333…, rounded 9.93', '9.93'],
        ['Anbindung eines fremden Trunks (1 × 19,00 EUR, 7 von 30 Tagen)', '19.00 × 7 ÷ 30 = 4.4333…, rounded 4.43', '4.43'],
        ['Anbindung eines fremden Trunks', 'set-up: 99.00 once', '99.00'],
        ['Neuer Block von 10 Rufnummern', '29.90 once', '29.90'],
        ['Premium-Support je angefangene 15 Minuten', '3 × 15.00 = 45.00', '45.00'],
        ['Rechnung auf Papier', 'each invoice on paper', '2.00'],
      ],
      // 9.80 + 9.93 = 19.73; + 4.43 = 24.16; + 99.00 = 123.16; + 29.90 = 153.06; + 45.00 = 198.06; + 2.00 = 200.06.
      net: '200.06',
      // 200.06 × 0.19 = 38.0114.
      vat: [[19, '38.01']],
      gross: '238.07',
    },
    {
      site: 'Bonn',
      lines: [
        ['Nebenstelle', '3 × 7.90 = 23.70: with those in Cologne there are 15 and more', '23.70'],
        ['Flatrate Festnetz und Mobilfunk Deutschland', '3 × 12.90 = 38.70', '38.70'],
        ['1 Verbindung Frankreich Festnetz, 1:00 min', 'of October: 1 × 0.0290 = 0.0290, rounded 0.03', '0.03'],
        ['3 Verbindungen Deutschland Mobilfunk, 5:00 min', '(2 + 2 + 1) × 0.1252 = 0.6260, rounded 0.63', '0.63'],
        ['1 Verbindung Frankreich Festnetz, 4:00 min', '4 × 0.0290 = 0.1160, rounded 0.12', '0.12'],
        ['1 Verbindung Frankreich Mobilfunk, 2:00 min', '2 × 0.1890 = 0.3780, rounded 0.38', '0.38'],
        ['Rechnung auf Papier', 'each invoice on paper', '2.00'],
        ['Rechnung je Standort', 'each invoice of a site', '4.90'],
      ],
      // 23.70 + 38.70 = 62.40; + 0.03 = 62.43; + 0.63 = 63.06; + 0.12 = 63.18; + 0.38 = 63.56; + 2.00 = 65.56; + 4.90 = 70.46.
      net: '70.46',
      // 70.46 × 0.19 = 13.3874.
      vat: [[19, '13.39']],
      gross: '83.85',
    },
    {
      site: 'Köln',
      lines: [
        ['Nebenstelle (12 × 7,90 EUR, 15 von 30 Tagen, Staffelpreis ab 15)', '12 × 7.90 = 94.80; 94.80 × 15 ÷ 30 = 47.40', '47.40'],
        ['Nebenstelle (16 × 7,90 EUR, 15 von 30 Tagen, Staffelpreis ab 15)', '16 × 7.90 = 126.40; 126.40 × 15 ÷ 30 = 63.20', '63.20'],
        ['Flatrate Festnetz und Mobilfunk Deutschland', '16 × 12.90 = 206.40: the most there were', '206.40'],
        ['3 Verbindungen Deutschland Festnetz, 38:00 min', '(6 + 11 + 1) × 0.0151 = 0.2718, rounded 0.27; 26 + 11 + 1 minutes', '0.27'],
        ['1 Verbindung Servicenummern 0180, 3:00 min', '3 × 0.0328 = 0.0984, rounded 0.10', '0.10'],
        ['Rechnung auf Papier', 'each invoice on paper', '2.00'],
        ['Rechnung je Standort', 'each invoice of a site', '4.90'],
      ],
      // 47.40 + 63.20 = 110.60; + 206.40 = 317.00; + 0.27 = 317.27; + 0.10 = 317.37; + 2.00 = 319.37; + 4.90 = 324.27.
      net: '324.27',
      // 324.27 × 0.19 = 61.6113.
      vat: [[19, '61.61']],
      gross: '385.88',
    },
  ],
}
