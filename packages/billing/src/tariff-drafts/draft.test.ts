import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { differences } from './differences.ts'
import { edited } from './edits.ts'
import { faultsOfDraft } from './faults.ts'
import { changesInWords } from './notices/changes-in-words.ts'
import { tried } from './trial.ts'
import { zonesPage } from './zones.ts'

/** Weekdays from 8 to 18 dearer than else; mobile per started minute, at least ten cents. */
const DOCUMENT: TariffDocument = {
  ...{ validFrom: '2027-01-01', currency: 'EUR', timeZone: 'Europe/Berlin', priceAt: 'start', free: ['on-net'] },
  rounding: { where: 'line', mode: 'half-up' },
  increment: { firstSeconds: 60, thenSeconds: 60 },
  periods: [{ name: 'Tag', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', until: '18:00' }],
  zones: [
    {
      ...{ id: 'de-fixed', name: { de: 'Festnetz', en: 'Fixed' }, kind: 'geographic', country: 'DE' },
      prices: [{ perMinute: '0.03', periods: ['Tag'] }, { perMinute: '0.01' }],
    },
    {
      id: 'de-mobile',
      name: { de: 'Mobilfunk', en: 'Mobile' },
      kind: 'mobile',
      country: 'DE',
      prices: [{ perMinute: '0.08', minimum: '0.10' }],
    },
    { id: 'premium', name: { de: 'Premiumdienste', en: 'Premium' }, kind: 'special', statement: 'separate', prices: [] },
  ],
  prefixes: [
    { prefix: '+49', zone: 'de-fixed' },
    { prefix: '+4917', zone: 'de-mobile' },
    { prefix: '+49900', zone: 'premium' },
  ],
}

const call = (called: string, at: string, seconds = 61) => ({
  ...{ called, seconds, origin: 'own', medium: 'voice', billedNumber: '+49221', bundles: [], seats: 1 },
  at: Temporal.PlainDateTime.from(at),
})

test('a trial says what a call to +49 176 … on Saturday at 14:00 costs, and by which rule, before the version holds', () => {
  const mobile = tried(DOCUMENT, [], { ...call('+4917612345678', '2026-11-28T14:00'), origin: 'own', medium: 'voice' })
  assert.ok(mobile.ok)
  assert.equal(mobile.value.price, '0.16')
  assert.deepEqual(
    mobile.value.because.map(({ de }) => de),
    [
      'Mobilfunk (Vorwahl +4917).',
      '120 s zu 0,08 EUR je Minute.',
      'Takt 60/60: Aus 61 s werden 120 s berechnet.',
      'Mindestens 0,10 EUR.',
      'Auf ganze Cent gerundet wird erst die Zeile der Rechnung.',
    ],
  )
})

for (const [at, price] of [
  ['2026-11-27T17:59', '0.06'],
  ['2026-11-27T18:00', '0.02'],
  ['2026-11-28T14:00', '0.02'],
] as const)
  test(`a call of two started minutes at ${at} costs ${price}`, () => {
    const result = tried(DOCUMENT, [], { ...call('+493012345', at), origin: 'own', medium: 'voice' })
    assert.equal(result.ok && result.value.price, price)
  })

test('a trial to a number that somebody else bills has no price, one to a number without zone says so, and one with faults fails', () => {
  const to = (called: string, document = DOCUMENT) =>
    tried(document, [], { ...call(called, '2026-11-28T14:00'), origin: 'own', medium: 'voice' })
  const premium = to('+49900123456')
  assert.deepEqual([premium.ok && premium.value.price, premium.ok && premium.value.rating.outcome], [null, 'rated'])
  const nowhere = to('+33123456789')
  assert.deepEqual(nowhere.ok && nowhere.value.because[0]?.de, 'Der Tarif kennt keine Vorwahl dieser Nummer.')
  assert.equal(to('+493012345', edited(DOCUMENT, [{ kind: 'set-price', zone: 'de-mobile', row: 0, price: { perMinute: '-1' } }])).ok, false)
})

test('faults stand at their rows: zone and place of the price, or the prefix; gaps and overlaps of days at the first day', () => {
  const wrong = {
    ...edited(DOCUMENT, [
      { kind: 'set-price', zone: 'de-mobile', row: 0, price: { perMinute: '-0.08', increment: { firstSeconds: 0, thenSeconds: 1 } } },
      { kind: 'remove-price', zone: 'de-fixed', row: 1 },
    ]),
    prefixes: [...DOCUMENT.prefixes, { prefix: '+4917', zone: 'de-fixed' }],
  }
  const faults = faultsOfDraft(wrong, [{ validFrom: '2026-01-01', validUntil: '2026-11-30', currency: 'EUR' }])
  assert.deepEqual(
    faults.map(({ kind, zone, row, field, prefix }) => [kind, zone, row, field, prefix]),
    [
      ['price-gap', 'de-fixed', null, null, null],
      ['negative-price', 'de-mobile', 0, 'perMinute', null],
      ['bad-increment', 'de-mobile', 0, 'increment', null],
      ['duplicate-prefix', 'de-fixed', null, 'prefix', '+4917'],
      ['version-gap', null, null, 'validFrom', null],
    ],
  )
  assert.deepEqual(
    faultsOfDraft(DOCUMENT, [{ validFrom: '2026-01-01', validUntil: '2027-01-31', currency: 'EUR' }]).map(({ kind }) => kind),
    ['version-overlap'],
  )
})

test('differences say what gets dearer and what cheaper, also by the increment alone, and where numbers go', () => {
  const after = edited(DOCUMENT, [
    { kind: 'set-price', zone: 'de-fixed', row: 0, price: { perMinute: '0.04', periods: ['Tag'] } },
    { kind: 'set-price', zone: 'de-mobile', row: 0, price: { perMinute: '0.07', minimum: '0.20' } },
    { kind: 'set-increment', increment: { firstSeconds: 1, thenSeconds: 1 } },
    { kind: 'set-zone', zone: { id: 'fr', name: { de: 'Frankreich', en: 'France' }, kind: 'geographic', country: 'FR' } },
    { kind: 'add-price', zone: 'fr', price: { perMinute: '0.02' } },
    { kind: 'set-prefix', prefix: '+33', zone: 'fr' },
    { kind: 'set-prefix', prefix: '+4930', zone: 'de-fixed' },
    { kind: 'remove-prefix', prefix: '+4917' },
  ])
  const { prices, prefixes, others } = differences(DOCUMENT, after)
  assert.deepEqual(
    prices.map(({ zone, direction }) => [zone, direction]),
    [
      ['de-fixed', 'mixed'],
      ['de-fixed', 'cheaper'],
      ['de-mobile', 'mixed'],
      ['fr', 'new'],
    ],
  )
  assert.deepEqual(prefixes, [
    { prefix: '+33', before: undefined, after: 'fr', direction: 'new' },
    { prefix: '+4917', before: 'de-mobile', after: 'de-fixed', direction: 'cheaper' },
  ])
  assert.deepEqual(others, [])
  assert.deepEqual(differences(DOCUMENT, DOCUMENT), { zones: [], prices: [], prefixes: [], others: [] })
})

test('differences and the mail say that prices of a zone come in another order, and that it is billed by others or of another kind', () => {
  const [fixed, mobile, premium] = DOCUMENT.zones
  assert.ok(fixed !== undefined && mobile !== undefined && premium !== undefined)
  const zones = [
    { ...fixed, prices: fixed.prices.toReversed() },
    { ...mobile, statement: 'separate' as const, kind: 'special' as const },
    premium,
  ]
  const found = differences(DOCUMENT, { ...DOCUMENT, zones })
  assert.deepEqual(
    found.zones.map(({ zone, parts }) => [zone, parts]),
    [
      ['de-fixed', ['order']],
      ['de-mobile', ['statement', 'kind']],
    ],
  )
  assert.deepEqual(found.prices, [])
  assert.deepEqual(
    changesInWords(found, 'EUR').map(({ de }) => de),
    [
      'Festnetz: welcher Preis vor den anderen gilt, ändert sich',
      'Mobilfunk: wer diese Gespräche berechnet, ändert sich',
      'Mobilfunk: die Art der Rufnummern ändert sich',
    ],
  )
})

test('a raise by per cent changes the chosen zones and fields alone', () => {
  const raise = { kind: 'raise', percent: '10', places: 4, fields: ['perMinute', 'minimum'], zones: ['de-mobile'] } as const
  const after = edited(DOCUMENT, [{ ...raise, fields: [...raise.fields], zones: [...raise.zones] }])
  assert.deepEqual(after.zones[1]?.prices, [{ perMinute: '0.088', minimum: '0.11' }])
  assert.deepEqual(after.zones[0], DOCUMENT.zones[0])
})

test('changes that name what is not there are refused at their place', () => {
  const nowhere = { kind: 'remove-price', zone: 'de-fixed', row: 2 } as const
  assert.throws(
    () => edited(DOCUMENT, [{ kind: 'remove-zone', zone: 'premium' }, nowhere]),
    (error: { readonly errors?: readonly { readonly pointer: string }[] }) => error.errors?.[0]?.pointer === '/changes/1/row',
  )
})

test('zones are found by words, and by a number as people write it: the zone that prices it first', () => {
  const found = (q: string) => zonesPage(DOCUMENT, q, 10, -1).items.map(({ id, matched }) => [id, matched])
  assert.deepEqual(found('mobilf'), [['de-mobile', null]])
  assert.deepEqual(found('0176 123'), [['de-mobile', '+4917']])
  assert.deepEqual(found('+49'), [
    ['de-fixed', '+49'],
    ['de-mobile', null],
    ['premium', null],
  ])
  const first = zonesPage(DOCUMENT, undefined, 2, -1)
  assert.equal(first.items.length, 2)
  assert.notEqual(first.nextCursor, null)
  assert.equal(zonesPage(DOCUMENT, undefined, 2, 1).nextCursor, null)
})
