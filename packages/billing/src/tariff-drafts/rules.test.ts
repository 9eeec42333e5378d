/** Times of the week, holidays, bundles and rounding of a draft: changed, and seen in a trial. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvalidRequest } from '@klinke/platform'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { edited, type TariffEdit, tariffEdits } from './edits.ts'
import { factsOf } from './facts.ts'
import { faultsOfDraft } from './faults.ts'
import { type TriedCall, tried } from './trial.ts'

const DAY = { name: 'Tag', days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, from: '08:00', until: '18:00' }

/** By day 0.03, else 0.01. */
const DOCUMENT: TariffDocument = {
  ...{ validFrom: '2027-01-01', currency: 'EUR', timeZone: 'Europe/Berlin', priceAt: 'start', free: ['on-net'] },
  rounding: { where: 'line', mode: 'half-up' },
  increment: { firstSeconds: 60, thenSeconds: 60 },
  periods: [{ ...DAY, days: [...DAY.days] }],
  zones: [
    {
      ...{ id: 'de-fixed', name: { de: 'Festnetz', en: 'Fixed' }, kind: 'geographic', country: 'DE' },
      prices: [{ perMinute: '0.03', periods: ['Tag'] }, { perMinute: '0.01' }],
    },
    { id: 'de-mobile', name: { de: 'Mobilfunk', en: 'Mobile' }, kind: 'mobile', country: 'DE', prices: [{ perMinute: '0.08' }] },
  ],
  prefixes: [
    { prefix: '+49', zone: 'de-fixed' },
    { prefix: '+4917', zone: 'de-mobile' },
  ],
}

const MINUTES: Extract<TariffEdit, { kind: 'set-bundle' }>['bundle'] = {
  ...{ id: 'minutes', name: { de: 'Freiminuten', en: 'Free minutes' }, zones: ['de-fixed'], seconds: 600, of: 'customer' },
  ...{ origins: ['own'], media: ['voice'], leastSeats: 3 },
}

/** On Christmas Day 2027, a Saturday, at ten, if nothing else is said. */
function trial(document: TariffDocument, call: Partial<TriedCall> = {}) {
  const usual = { called: '+493012345', at: Temporal.PlainDateTime.from('2027-12-25T10:00'), seconds: 120, billedNumber: '+49221' }
  const result = tried(document, [], { ...usual, origin: 'own', medium: 'voice', bundles: [], seats: 1, ...call })
  assert.ok(result.ok)
  return result.value
}

function said(document: TariffDocument, call: Partial<TriedCall> = {}): readonly string[] {
  return trial(document, call).because.map(({ de }) => de)
}

test('a holiday has its own time of the week, and a trial says so', () => {
  assert.equal(trial(DOCUMENT).isHoliday, false)
  const changed = edited(DOCUMENT, [
    { kind: 'add-public-holidays', year: 2027 },
    { kind: 'set-period', period: { name: 'Feiertag', days: ['holiday'], from: '00:00', until: '24:00' } },
    { kind: 'add-price', zone: 'de-fixed', price: { perMinute: '0.02' } },
    { kind: 'set-price', zone: 'de-fixed', row: 1, price: { perMinute: '0.05', periods: ['Feiertag'] } },
  ])
  assert.deepEqual(faultsOfDraft(changed, []), [])
  assert.ok(changed.holidays?.includes('2027-12-25'))
  assert.equal(changed.holidays?.includes('2027-06-03'), false, 'Corpus Christi is one of some Länder only')
  const christmas = trial(changed)
  assert.partialDeepStrictEqual(christmas, { isHoliday: true, price: '0.10' })
  assert.deepEqual(said(changed).slice(0, 3), [
    'Der Tag ist ein Feiertag des Tarifs: Es gelten seine Zeiten für Feiertage.',
    'Festnetz (Vorwahl +49).',
    '120 s zu 0,05 EUR je Minute (Feiertag).',
  ])
  const without = edited(changed, [{ kind: 'set-holidays', holidays: ['2027-12-24', '2027-01-01', '2027-12-24'] }])
  assert.deepEqual(without.holidays, ['2027-01-01', '2027-12-24'])
  assert.equal(trial(without).price, '0.04')
})

test('a time of the week that gets another name takes the prices of the old one with it', () => {
  const monday = { at: Temporal.PlainDateTime.from('2027-11-22T18:30') }
  assert.equal(trial(DOCUMENT, monday).price, '0.02')
  const changed = edited(DOCUMENT, [
    { kind: 'set-period', was: 'Tag', period: { ...DAY, days: [...DAY.days], name: 'Hauptzeit', until: '19:00' } },
  ])
  assert.deepEqual(changed.zones[0]?.prices[0]?.periods, ['Hauptzeit'])
  assert.equal(trial(changed, monday).price, '0.06')
  const gone = edited(DOCUMENT, [{ kind: 'remove-period', period: 'Tag' }])
  assert.deepEqual(
    faultsOfDraft(gone, []).map(({ kind, zone, row }) => [kind, zone, row]),
    [['unknown-period', 'de-fixed', 0]],
  )
})

test('a trial with a bundle tells what it gave, what was used up before, from how many extensions on it holds, and where it does not', () => {
  const changed = edited(DOCUMENT, [{ kind: 'set-bundle', bundle: MINUTES }])
  assert.deepEqual(faultsOfDraft(changed, []), [])
  const booked = (usedSeconds: number, seats = 3) => ({ bundles: [{ id: 'minutes', usedSeconds }], seats })
  assert.equal(trial(changed, booked(0)).price, '0.00')
  assert.ok(said(changed, booked(0)).includes('120 s zu 0,01 EUR je Minute, davon 120 s aus „Freiminuten“.'))
  assert.equal(trial(changed, booked(540)).price, '0.01')
  assert.ok(said(changed, booked(540)).includes('„Freiminuten“ ist aufgebraucht.'))
  assert.equal(trial(changed, booked(0, 2)).price, '0.02')
  assert.ok(said(changed, booked(0, 2)).includes('„Freiminuten“ gilt erst ab mehr Nebenstellen.'))
  assert.ok(said(changed, { ...booked(0), called: '+4917612345678' }).includes('„Freiminuten“ gilt nicht für diese Zone.'))
})

test('bundles have an order, are changed in their place, and are removed', () => {
  const flat = { ...MINUTES, id: 'flat', name: { de: 'Flatrate', en: 'Flat rate' }, seconds: null }
  const two = edited(DOCUMENT, [
    { kind: 'set-bundle', bundle: MINUTES },
    { kind: 'set-bundle', bundle: flat, place: 0 },
    { kind: 'set-bundle', bundle: { ...MINUTES, seconds: 60 } },
  ])
  assert.deepEqual(
    factsOf(two).bundles.map(({ id, seconds, allSeats, kinds }) => [id, seconds, allSeats, kinds]),
    [
      ['flat', null, false, null],
      ['minutes', 60, false, null],
    ],
  )
  assert.deepEqual(factsOf(edited(two, [{ kind: 'remove-bundle', bundle: 'flat' }])).bundles.length, 1)
})

test('rounding and the price at changes of time are changed', () => {
  const changed = edited(DOCUMENT, [
    { kind: 'set-rounding', rounding: { where: 'call', mode: 'up' } },
    { kind: 'set-price-at', priceAt: 'split' },
  ])
  assert.equal(trial(changed, { seconds: 1, called: '+493012345' }).price, '0.01')
  assert.ok(said(changed).includes('Auf ganze Cent gerundet wird bei jedem Gespräch.'))
  // Two minutes from 17:59 on: one at the price of the day, one at the other.
  assert.equal(trial(changed, { at: Temporal.PlainDateTime.from('2027-11-22T17:59') }).price, '0.04')
})

for (const [what, edit, pointer] of [
  ['a bundle of a zone that is not there', { kind: 'set-bundle', bundle: { ...MINUTES, zones: ['mars'] } }, '/changes/0/bundle/zones'],
  ['to remove a bundle that is not there', { kind: 'remove-bundle', bundle: 'mars' }, '/changes/0/bundle'],
  ['to remove a time that is not there', { kind: 'remove-period', period: 'Nacht' }, '/changes/0/period'],
  [
    'a change of a time that is not there',
    { kind: 'set-period', was: 'Nacht', period: { ...DAY, days: ['mon'], name: 'N' } },
    '/changes/0/was',
  ],
] as const)
  test(`${what} is refused at its place`, () => {
    const refused = (error: unknown) => error instanceof InvalidRequest && JSON.stringify(error).includes(pointer)
    assert.throws(() => edited(DOCUMENT, tariffEdits.parse([edit])), refused)
  })
