import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ProfileInvalid } from './fault.ts'
import { profileOfDocument, type ReadProfile, readProfile } from './read-profile.ts'
import { readYaml } from './read-yaml.ts'

const GOOD = `profile: test
title: { de: Test, en: Test }
validFrom: 2026-01-01
rounding: { mode: half-up }
counting:
  default: { rule: by-days, due: arrears }
items:
  - id: extension
    kind: product
    title: { de: Nebenstelle, en: Extension }
    price: 8.50
terms:
  termMonths: [12]
  layers:
    - name: contract
      title: { de: Vertrag, en: Contract }
      contract: { notice: { months: 3 }, to: term-end, renewalMonths: 3 }
priceChange:
  - { name: contract, title: { de: Vertrag, en: Contract }, notice: { weeks: 8 }, from: month-begin }
`

const read = (text: string): ReadProfile => readProfile(text, 'test.yaml')

function faultsOf(text: string): readonly string[] {
  try {
    read(text)
  } catch (error) {
    assert.ok(error instanceof ProfileInvalid, String(error))
    return error.errors.map(({ pointer, detail }) => `${pointer} | ${detail.de} | ${detail.en}`)
  }
  return []
}

test('a price is read as it is written: no floating number comes between', () => {
  const { profile, document } = read(GOOD.replace('8.50', '0.0151'))
  assert.equal(profile.items[0]?.price, 15_100n)
  assert.partialDeepStrictEqual(document, { items: [{ price: '0.0151' }] })
  assert.equal(read(GOOD.replace('8.50', '1234567.123456')).profile.items[0]?.price, 1_234_567_123_456n)
  assert.equal(read(GOOD.replace('8.50', '"129"')).profile.items[0]?.price, 129_000_000n)
})

test('settings of an exchange are no money: there decimals are numbers', () => {
  const { profile } = read(`${GOOD}settings: { admission: { callRate: { rule: fixed, callsPerSecond: 0.5 } } }\n`)
  assert.equal(profile.settings?.admission?.callRate?.callsPerSecond, 0.5)
})

test('what belongs to other rooms is taken as it is, and kept', () => {
  assert.deepEqual(read(`${GOOD}network: { lossPercent: 0.1 }\n`).document.network, { lossPercent: '0.1' })
})

test('a version that was stored in its day is read, without what no room knows any more', () => {
  const { document } = read(`${GOOD}payments: { methods: [sepa] }\nsettings: { language: de }\nnetwork: { lossPercent: 0.1 }\n`)
  const settings = { language: 'de', portingAfterDebts: true }
  const network = { lossPercent: 'little' }
  const stored = { ...document, payments: { methods: ['sepa'], returnedDebitFee: '12.00' }, settings, network }
  const { payments, settings: kept, network: needs } = profileOfDocument(stored)
  assert.deepEqual([payments, kept, needs], [{ methods: ['sepa'] }, { language: 'de' }, undefined])
  assert.throws(() => profileOfDocument({ ...stored, items: [] }))
})

const STORED = join(import.meta.dirname, 'test-support/stored-profiles')

for (const file of readdirSync(STORED))
  test(`${file} as customers have it from the last release is read`, () => {
    const { document } = readYaml(readFileSync(join(STORED, file), 'utf8'), file)
    assert.equal(profileOfDocument(document).profile, file.replace('.yaml', ''))
  })

test('of a list in a stored version only the values go that are no choice any more; a wrong price is still a fault', () => {
  const { document } = read(`${GOOD}orders: { creditCheck: [before], asks: [queues, rooms] }\n`)
  const stored = { ...document, orders: { creditCheck: ['during', 'before', 'after'], asks: ['queues', 'gone', 'rooms'] } }
  assert.deepEqual(profileOfDocument(stored).orders, { creditCheck: ['before'], asks: ['queues', 'rooms'] })
  assert.throws(() => profileOfDocument({ ...stored, rounding: { mode: 'upwards' } }))
})

test('PRI-01: a version that was stored with six weeks for charged calls is read; a file that says so now is refused', () => {
  const retention = { chargedCallDays: 42 }
  assert.deepEqual(profileOfDocument({ ...read(GOOD).document, settings: { retention } }).settings, { retention })
  const [fault = ''] = faultsOf(`${GOOD}settings: { retention: { chargedCallDays: 42 } }\n`)
  assert.match(fault, /settings.retention.chargedCallDays .* mindestens 56 .* at least 56/)
})

test('decimals of the network are numbers', () => {
  const { profile } = read(
    `${GOOD}network: { lossPercent: 0.1, lan: { frameLossPercent: 1, latencyMs: 2, jitterMs: 2, mos: { from: 4.0, to: 4.4 } } }\n`,
  )
  assert.partialDeepStrictEqual(profile.network, { lossPercent: 0.1, lan: { mos: { from: 4, to: 4.4 } } })
})

const ROWS: readonly (readonly [
  what: string,
  change: readonly [from: string, to: string],
  pointer: string,
  german: RegExp,
  english: RegExp,
])[] = [
  [
    'a comma in a price',
    ['8.50', '8,50'],
    '/items/0/price',
    /^test\.yaml, Zeile 11, items\[0\]\.price: muss ein Betrag mit Punkt/,
    /line 11, .* such as 12\.90/,
  ],
  ['a negative price', ['8.50', '-8.50'], '/items/0/price', /darf nicht negativ sein/, /must not be negative/],
  ['seven places', ['8.50', '8.1234567'], '/items/0/price', /höchstens sechs Nachkommastellen/, /at most six places/],
  ['a missing price', ['    price: 8.50\n', ''], '/items/0/price', /Zeile 8, .*Betrag/, /line 8, .*amount/],
  [
    'a misspelt key',
    ['price:', 'prize:'],
    '/items/0/prize',
    /Zeile 11, items\[0\]\.prize: gibt es hier nicht; berichtigen/,
    /is not known here; correct/,
  ],
  ['an unknown top-level key', ['rounding', 'founding'], '/founding', /founding: gibt es hier nicht/, /is not known here/],
  ['a missing language', ['de: Nebenstelle, ', ''], '/items/0/title/de', /title\.de: Bitte angeben/, /is required/],
  [
    'an unknown counting rule',
    ['rule: by-days', 'rule: by-moon'],
    '/counting/default/rule',
    /braucht rule: by-days, active-days/,
    /must say rule/,
  ],
  [
    'no default rule',
    ['default:', 'other:'],
    '/counting',
    /braucht eine Regel mit dem Namen „default“/,
    /must have a rule named "default"/,
  ],
  [
    'a maximum in advance',
    ['rule: by-days, due: arrears', 'rule: month-maximum, due: advance'],
    '/counting/default/due',
    /erst fest, wenn der Monat vorbei ist/,
    /known only when the month has ended/,
  ],
  [
    'an item that leads nowhere',
    ['price: 8.50', 'price: 8.50\n    follows: channel'],
    '/items/0/follows',
    /Zeile 12, .*eine Position „channel“ gibt es nicht/,
    /there is no item "channel"/,
  ],
  [
    'a rule that leads nowhere',
    ['price: 8.50', 'price: 8.50\n    counting: monthly'],
    '/items/0/counting',
    /Regel „monthly“ gibt es in counting nicht/,
    /no rule "monthly"/,
  ],
  ['a term without a renewal', [', renewalMonths: 3', ''], '/terms/layers/0/contract', /braucht renewalMonths/, /needs renewalMonths/],
  [
    'no end of a contract',
    ['termMonths: [12]', 'increase: { firstAfterMonths: 6, restartMonths: 12, whenRemainingMonths: 12 }'],
    '/terms/layers',
    /wie ein Vertrag endet/,
    /how a contract ends/,
  ],
  [
    'two notices at once',
    ['{ months: 3 }', '{ months: 3, weeks: 1 }'],
    '/terms/layers/0/contract/notice',
    /eines von days, weeks und months/,
    /one of days, weeks and months/,
  ],
  ['a day that there is not', ['2026-01-01', '2026-02-30'], '/validFrom', /Zeile 3, validFrom: Bitte ein Datum/, /line 3/],
  [
    'a setting out of its bounds',
    ['rounding', 'settings: { maxConferenceMembers: 500 }\nrounding'],
    '/settings/maxConferenceMembers',
    /höchstens 99/,
    /99/,
  ],
  [
    'a key twice',
    ['price: 8.50', 'price: 8.50\n    price: 9.50'],
    '',
    /Zeile 12: ist kein YAML: Dieser Schlüssel steht hier zweimal/,
    /line 12: is no YAML/,
  ],
  ['a tab', ['    kind', '\t\tkind'], '', /Zeile \d+: ist kein YAML/, /is no YAML/],
  ['another currency', ['rounding', 'currency: CHF\nrounding'], '/currency', /Zeile 4, currency: muss EUR sein/, /must be EUR/],
  [
    'a tariff in another currency',
    [
      'priceChange',
      `tariff:
  currency: CHF
  priceAt: start
  rounding: { where: line, mode: half-up }
  free: []
  increment: { firstSeconds: 60, thenSeconds: 60 }
  zones: [{ id: x, name: { de: X, en: X }, kind: mobile, prices: [{ perMinute: "0.01" }] }]
  prefixes: []
priceChange`,
    ],
    '/tariff/currency',
    /tariff\.currency: Rechnungen lauten auf Euro/,
    /Invoices are in euros/,
  ],
  [
    'a tariff with a negative price',
    [
      'priceChange',
      `tariff:
  priceAt: start
  rounding: { where: line, mode: half-up }
  free: []
  increment: { firstSeconds: 60, thenSeconds: 60 }
  zones: [{ id: x, name: { de: X, en: X }, kind: mobile, prices: [{ perMinute: "-0.01" }] }]
  prefixes: []
priceChange`,
    ],
    '/tariff/zones/0/prices/0/perMinute',
    /Zeile 23, tariff\.zones\[0\]\.prices\[0\]\.perMinute: -0\.01: Preise sind nicht negativ/,
    /prices are not negative/,
  ],
  [
    'a method of payment that there is not',
    ['priceChange', 'payments: { methods: [sepa, cash] }\npriceChange'],
    '/payments/methods/1',
    /payments\.methods\[1\]: Bitte eines davon wählen: „sepa“, „transfer“, „prepaid“/,
    /Invalid option/,
  ],
  [
    'a method of payment twice',
    ['priceChange', 'payments: { methods: [sepa, sepa] }\npriceChange'],
    '/payments/methods',
    /nennt eine Zahlweise zweimal/,
    /names a method twice/,
  ],
  [
    'credit that nobody pays',
    ['priceChange', 'payments: { methods: [sepa], prepaid: { refundWithinMonths: 12 } }\npriceChange'],
    '/payments/prepaid',
    /nehmen Sie prepaid in methods auf/,
    /add prepaid to methods/,
  ],
  [
    'a fee for returns, which is a setting',
    ['priceChange', 'payments: { methods: [sepa], returnedDebitFee: 12.00 }\npriceChange'],
    '/payments/returnedDebitFee',
    /Zeile 18, payments\.returnedDebitFee: gibt es hier nicht/,
    /is not known here; correct/,
  ],
  [
    'a rule that is no choice any more',
    ['priceChange', 'porting: { formPer: number-or-block }\npriceChange'],
    '/porting/formPer',
    /Zeile 18, porting\.formPer: ist keine Wahl: Jede Rufnummer und jeder Block hat ein eigenes Formular/,
    /is no choice: each number or block has its own form/,
  ],
  [
    'service hours that are no times',
    ['priceChange', 'serviceLevel: { serviceHours: { days: monday-friday, from: "8", to: "17:00" } }\npriceChange'],
    '/serviceLevel/serviceHours/from',
    /serviceLevel\.serviceHours\.from: muss eine Uhrzeit wie 06:00 sein/,
    /must be a time such as 06:00/,
  ],
  [
    'a way twice when nobody can be reached',
    ['priceChange', 'serviceLevel: { failover: [announcement, announcement] }\npriceChange'],
    '/serviceLevel/failover',
    /nennt einen Weg zweimal/,
    /names a way twice/,
  ],
  [
    'loss with a comma',
    ['priceChange', 'network: { lossPercent: "0,1" }\npriceChange'],
    '/network/lossPercent',
    /network\.lossPercent: muss eine Zahl von 0 bis 100 sein, Dezimalstellen mit Punkt/,
    /must be a number from 0 to 100, with a point/,
  ],
  [
    'more loss than there can be',
    ['priceChange', 'network: { lossPercent: 100.5 }\npriceChange'],
    '/network/lossPercent',
    /von 0 bis 100/,
    /from 0 to 100/,
  ],
  [
    'speech that gets worse',
    ['priceChange', 'network: { lan: { frameLossPercent: 1, latencyMs: 2, jitterMs: 2, mos: { from: 4.4, to: 4.0 } } }\npriceChange'],
    '/network/lan/mos/to',
    /darf nicht unter `from` liegen/,
    /must not be below/,
  ],
  [
    'a misspelt need of the network',
    ['priceChange', 'network: { latency: 50 }\npriceChange'],
    '/network/latency',
    /gibt es hier nicht/,
    /is not known here/,
  ],
  [
    'an item for a package that there is not',
    ['price: 8.50', 'price: 8.50\n    quantityFrom: use\n    counts: user-packages'],
    '/items/0/id',
    /ein Benutzerpaket „extension“ gibt es nicht; nennen Sie eines aus settings\.userPackages/,
    /there is no user package "extension"/,
  ],
  [
    'a package that nobody pays',
    ['rounding', 'settings: { userPackages: [{ id: user-basic, title: { de: Basis, en: Basic } }] }\nrounding'],
    '/settings/userPackages/0/id',
    /keine Position „user-basic“ berechnet es/,
    /no item "user-basic" is charged for it/,
  ],
  [
    'a package twice',
    ['rounding', 'settings: { userPackages: [{ id: a, title: { de: A, en: A } }, { id: a, title: { de: A, en: A } }] }\nrounding'],
    '/settings/userPackages',
    /nennt ein Paket zweimal/,
    /names a package twice/,
  ],
  [
    'a limit that is not of an extension',
    ['rounding', 'settings: { userPackages: [{ id: a, title: { de: A, en: A }, limits: { maxExtensions: 3 } }] }\nrounding'],
    '/settings/userPackages/0/limits/maxExtensions',
    /gibt es hier nicht/,
    /is not known here/,
  ],
  [
    'extensions with a package that there is not',
    ['priceChange', 'orders: { provisions: [{ item: extension, makes: extensions, userPackage: user-gold }] }\npriceChange'],
    '/orders/provisions/0/userPackage',
    /ein Benutzerpaket „user-gold“ gibt es nicht/,
    /there is no user package "user-gold"/,
  ],
  [
    'an event that costs what is not sold once',
    ['priceChange', 'fees: { clipValidation: extension }\npriceChange'],
    '/fees/clipValidation',
    /eine einmalige Leistung „extension“ gibt es nicht/,
    /there is no one-off item "extension"/,
  ],
  [
    'steps that fall',
    ['price: 8.50', 'price: 8.50\n    volume: { applies: to-all, steps: [{ from: 15, price: 7 }, { from: 10, price: 6 }] }'],
    '/items/0/volume',
    /Staffeln müssen aufsteigen/,
    /steps must ascend/,
  ],
]
for (const [what, [from, to], pointer, german, english] of ROWS)
  test(`a profile with ${what} is refused: file, line, path and what to do, in both languages`, () => {
    const [first = '', ...others] = faultsOf(GOOD.replace(from, to)).filter((fault) => fault.startsWith(`${pointer} | `))
    const [, inGerman = '', inEnglish = ''] = first.split(' | ')
    assert.match(inGerman, german)
    assert.match(inEnglish, english)
    assert.deepEqual(others, [])
  })

test('all faults are told at once', () => {
  assert.equal(faultsOf(GOOD.replace('8.50', '8,50').replace('half-up', 'upwards').replace('en: Contract', 'en: ""')).length, 3)
})

for (const [what, text] of [
  ['nothing', ''],
  ['a list', '- a\n- b\n'],
  ['a word', 'word'],
  ['far too much', `# ${'x'.repeat(500_001)}`],
] as const)
  test(`${what} is no profile`, () => assert.equal(faultsOf(text).length, 1))

test('aliases that multiply are refused, not unfolded', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`
  assert.equal(faultsOf(bomb + GOOD).length, 1)
})

test('a profile may be JSON, which is YAML too', () => {
  assert.deepEqual(read(JSON.stringify(read(GOOD).document)).profile, read(GOOD).profile)
})
