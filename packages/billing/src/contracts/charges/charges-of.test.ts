/** Each counting rule of BIL-03, row by row: what was agreed, and what a month costs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountOf } from '../../amounts.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import type { ContractDeed, ContractHistory } from '../events.ts'
import { added, BERLIN, begun, day, profileWith, set, written } from '../test-support/written-contract.ts'
import { chargesOf } from './charges-of.ts'
import type { Counted } from './question.ts'

type Recorded = readonly [recordedOn: string, deed: ContractDeed]

function charges(
  history: ContractHistory,
  period: string,
  versions: Readonly<Record<string, ProfileFile>>,
  counted: readonly Counted[] = [],
): readonly string[] {
  const known = (id: string): ProfileFile => {
    const version = versions[id]
    assert.ok(version, id)
    return version
  }
  const lines = chargesOf(history, { period: Temporal.PlainYearMonth.from(period), timeZone: BERLIN, versions: known, counted })
  return lines.map(
    ({ item, siteId, quantity, from, until, micros, kind }) =>
      `${kind === 'recurring' ? '' : `${kind} `}${item}${siteId === undefined ? '' : `@${siteId}`} ${quantity}: ${from.toString().slice(5)}–${until.toString().slice(5)} = ${amountOf(micros)}`,
  )
}

interface Row {
  readonly what: string
  readonly item: object
  readonly deeds: readonly Recorded[]
  readonly period: string
  readonly expected: readonly string[]
  readonly counted?: readonly Counted[]
}

const whole = (quantity: number): readonly Recorded[] => [
  ['2026-01-01', begun('2026-01-01')],
  ['2026-01-01', added('x', '2026-01-01', quantity)],
]
const then = (quantity: number, ...sets: readonly ContractDeed[]): readonly Recorded[] => [
  ...whole(quantity),
  ...sets.map((deed) => ['2026-01-02', deed] as const),
]
const option = (subject: string, from: string, until?: string): Counted => ({
  ...{ item: 'x', subject, siteId: undefined, from: day(from), until: until === undefined ? undefined : day(until), quantity: 1 },
})

const ROWS: readonly Row[] = [
  {
    what: 'by days: a whole month is the whole price',
    ...{ item: { price: '8.50' }, deeds: whole(14), period: '2026-11', expected: ['x 14: 11-01–11-30 = 119.00'] },
  },
  {
    what: 'by days: from the 15th of a month of 30 days on it is 16 thirtieths',
    ...{
      item: { price: '9.00' },
      deeds: [
        ['2026-11-03', begun('2026-11-15')],
        ['2026-11-03', added('x', '2026-11-15', 1)],
      ],
      period: '2026-11',
    },
    expected: ['x 1: 11-15–11-30 = 4.80'],
  },
  {
    what: 'by days: February has 28 days, in leap years 29',
    ...{ item: { price: '29.00' }, deeds: then(1, set('x', '2028-02-29', 2)), period: '2028-02' },
    expected: ['x 1: 02-01–02-28 = 28.00', 'x 2: 02-29–02-29 = 2.00'],
  },
  {
    what: 'by days: the day on which a clock is put forward is a day',
    ...{ item: { price: '31.00' }, deeds: then(1, set('x', '2026-03-30', 0)), period: '2026-03', expected: ['x 1: 03-01–03-29 = 29.00'] },
  },
  {
    what: 'by days: fractions of a cent are rounded once, at the line',
    ...{ item: { price: '1.00' }, deeds: then(7, set('x', '2026-11-12', 0)), period: '2026-11', expected: ['x 7: 11-01–11-11 = 2.57'] },
  },
  {
    what: 'by days: nothing is charged after the end of the contract',
    ...{ item: { price: '30.00' }, deeds: then(1, { kind: 'cancelled', until: day('2026-11-10') }), period: '2026-11' },
    expected: ['x 1: 11-01–11-10 = 10.00'],
  },
  {
    what: 'by days: a cancellation that was withdrawn ends nothing',
    ...{ item: { price: '30.00' }, period: '2026-11', expected: ['x 1: 11-01–11-30 = 30.00'] },
    deeds: then(1, { kind: 'cancelled', until: day('2026-11-10') }, { kind: 'withdrawn', eventId: 'e3' }),
  },
  {
    what: 'active days: two days are not more than two',
    ...{
      item: { price: '4.00', counting: 'active' },
      deeds: then(0, set('x', '2026-11-05', 1), set('x', '2026-11-07', 0)),
      period: '2026-11',
    },
    expected: [],
  },
  {
    what: 'active days: three days are the whole month, without pro-rating',
    ...{
      item: { price: '4.00', counting: 'active' },
      deeds: then(0, set('x', '2026-11-05', 1), set('x', '2026-11-08', 0)),
      period: '2026-11',
    },
    expected: ['x 1: 11-01–11-30 = 4.00'],
  },
  {
    what: 'active days: of three, of which the third was there for two days, two count',
    ...{ item: { price: '4.00', counting: 'active' }, deeds: then(2, set('x', '2026-11-29', 3)), period: '2026-11' },
    expected: ['x 2: 11-01–11-30 = 8.00'],
  },
  {
    what: 'active days: days count within the calendar month, not across its end',
    ...{
      item: { price: '4.00', counting: 'active' },
      deeds: then(0, set('x', '2026-10-30', 1), set('x', '2026-11-03', 0)),
      period: '2026-11',
    },
    expected: [],
  },
  {
    what: 'active days: each extension’s option counts by itself; two of two days each are none',
    ...{ item: { price: '4.00', counting: 'active', quantityFrom: 'use' }, deeds: whole(0), period: '2026-11', expected: [] },
    counted: [option('10', '2026-11-01', '2026-11-02'), option('11', '2026-11-03', '2026-11-04')],
  },
  {
    what: 'active days: one that was off and on again counts all its days',
    ...{ item: { price: '4.00', counting: 'active', quantityFrom: 'use' }, deeds: whole(0), period: '2026-11' },
    ...{ counted: [option('10', '2026-11-01', '2026-11-02'), option('10', '2026-11-20', '2026-11-20'), option('11', '2026-08-01')] },
    expected: ['x 2: 11-01–11-30 = 8.00'],
  },
  {
    what: 'maximum: one day with more counts for the whole month',
    ...{
      item: { price: '5.90', counting: 'maximum' },
      deeds: then(20, set('x', '2026-11-12', 25), set('x', '2026-11-13', 21)),
      period: '2026-11',
    },
    expected: ['x 25: 11-01–11-30 = 147.50'],
  },
  {
    what: 'maximum: what was more in the month before does not count in this one',
    ...{ item: { price: '5.90', counting: 'maximum' }, deeds: then(25, set('x', '2026-11-01', 20)), period: '2026-11' },
    expected: ['x 20: 11-01–11-30 = 118.00'],
  },
  {
    what: 'always: one day of the month is the whole price',
    ...{ item: { price: '49.00', counting: 'always' }, period: '2026-11', expected: ['x 1: 11-01–11-30 = 49.00'] },
    deeds: [
      ['2026-11-30', begun('2026-11-30')],
      ['2026-11-30', added('x', '2026-11-30', 1)],
    ],
  },
  {
    what: 'volume: from 15 on all cost less',
    item: { price: '8.50', volume: { applies: 'to-all', steps: [{ from: 15, price: '7.90' }] } },
    ...{ deeds: then(14, set('x', '2026-11-16', 15)), period: '2026-11' },
    expected: ['x 14: 11-01–11-15 = 59.50', 'x 15: 11-16–11-30 = 59.25'],
  },
  {
    what: 'volume: or only those from 15 on cost less',
    item: {
      price: '8.50',
      volume: {
        applies: 'to-further',
        steps: [
          { from: 15, price: '7.90' },
          { from: 50, price: '6.90' },
        ],
      },
    },
    ...{ deeds: whole(16), period: '2026-11', expected: ['x 14: 11-01–11-30 = 119.00', 'x 2: 11-01–11-30 = 15.80'] },
  },
  {
    what: 'set-up: once for each that is added, in the month in which it is',
    ...{
      item: { price: '19.00', setUp: '99.00' },
      deeds: then(1, set('x', '2026-11-10', 3), set('x', '2026-11-20', 1)),
      period: '2026-11',
    },
    expected: ['x 1: 11-01–11-09 = 5.70', 'x 3: 11-10–11-19 = 19.00', 'x 1: 11-20–11-30 = 6.97', 'set-up x 2: 11-10–11-10 = 198.00'],
  },
]

for (const { what, item, deeds, period, expected, counted } of ROWS)
  test(`BIL-03: ${what}`, () => {
    assert.deepEqual(charges(written(deeds), period, { v1: profileWith([{ id: 'x', ...item }]) }, counted), expected)
  })

test('BIL-03: units that a base fee includes cost nothing, further ones their price', () => {
  const base = { id: 'base', price: '79.00', counting: 'always', quota: [{ item: 'x', quantity: 10 }] }
  const versions = { v1: profileWith([base, { id: 'x', price: '5.00', counting: 'active' }]) }
  const history = written([...whole(13), ['2026-01-01', added('base', '2026-01-01', 1)]])
  assert.deepEqual(charges(history, '2026-11', versions), ['base 1: 11-01–11-30 = 79.00', 'x 3: 11-01–11-30 = 15.00'])
})

test('BIL-03: lines are split by site; what was moved from one to another counts once for the maximum', () => {
  const versions = { v1: profileWith([{ id: 'x', price: '10.00', counting: 'maximum' }]) }
  const history = written([
    ['2026-01-01', begun('2026-01-01')],
    ['2026-01-01', added('x', '2026-01-01', 5, { itemId: 'cologne', siteId: 'cologne' })],
    ['2026-01-01', added('x', '2026-01-01', 1, { itemId: 'bonn', siteId: 'bonn' })],
    ['2026-11-09', set('cologne', '2026-11-10', 2)],
    ['2026-11-09', set('bonn', '2026-11-10', 5)],
  ])
  assert.deepEqual(charges(history, '2026-11', versions), ['x@cologne 2: 11-01–11-30 = 20.00', 'x@bonn 5: 11-01–11-30 = 50.00'])
})

test('BIL-04: a flat rate is booked for all extensions: its quantity is theirs, on the days on which it is booked', () => {
  const flat = {
    id: 'flat',
    kind: 'flat',
    price: '6.00',
    follows: 'x',
    flat: {
      covers: ['fixed'],
      countries: ['DE'],
      geographicOnly: true,
      forwarding: false,
      voiceOnly: true,
      fairUseMinutes: { fixed: 500 },
    },
  }
  const versions = { v1: profileWith([{ id: 'x', price: '10.00' }, flat]) }
  const history = written([...then(10, set('x', '2026-11-16', 12)), ['2026-10-01', added('flat', '2026-11-01', 1)]])
  assert.deepEqual(charges(history, '2026-11', versions).slice(2), ['flat 10: 11-01–11-15 = 30.00', 'flat 12: 11-16–11-30 = 36.00'])
})

test('BIL-03 in advance: the next month as it was known, then what the month became otherwise', () => {
  const versions = { v1: profileWith([{ id: 'x', price: '30.00', counting: 'advance' }]) }
  const history = written([
    ['2026-11-10', begun('2026-11-16')],
    ['2026-11-10', added('x', '2026-11-16', 1)],
    ['2026-12-14', set('x', '2026-12-16', 2)],
  ])
  assert.deepEqual(charges(history, '2026-11', versions), ['correction x 1: 11-16–11-30 = 15.00', 'x 1: 12-01–12-31 = 30.00'])
  assert.deepEqual(charges(history, '2026-12', versions), [
    'correction x 1: 12-01–12-31 = -30.00',
    'correction x 1: 12-01–12-15 = 14.52',
    'correction x 2: 12-16–12-31 = 30.97',
    'x 2: 01-01–01-31 = 60.00',
  ])
  assert.deepEqual(charges(history, '2027-01', versions), ['x 2: 02-01–02-28 = 60.00'])
})

test('BIL-03 in advance: with an end that was known, only the days up to it are charged, and no correction follows', () => {
  const versions = { v1: profileWith([{ id: 'x', price: '30.00', counting: 'advance' }]) }
  const history = written([...whole(1), ['2026-11-01', { kind: 'cancelled', until: day('2026-12-10') }]])
  assert.deepEqual(charges(history, '2026-11', versions), ['x 1: 12-01–12-10 = 9.68'])
  assert.deepEqual(charges(history, '2026-12', versions), [])
})

test('a month that was charged is the same whenever it is asked for, whatever was recorded since', () => {
  const versions = {
    v1: profileWith([
      { id: 'x', price: '30.00', counting: 'advance' },
      { id: 'y', price: '9.00' },
    ]),
  }
  const early = [...whole(1), ['2026-02-01', added('y', '2026-02-01', 3)]] as const
  const late = written([
    ...early,
    ['2026-12-01', set('y', '2026-12-01', 1)],
    ['2026-12-01', { kind: 'cancelled', until: day('2026-12-31') }],
  ])
  assert.deepEqual(charges(late, '2026-11', versions), charges(written(early), '2026-11', versions))
})

test('BIL-07: changed prices hold from their day on, for items that were there before; a newer item keeps its own', () => {
  const versions = {
    v1: profileWith([{ id: 'x', price: '30.00' }]),
    v2: profileWith([{ id: 'x', price: '60.00' }]),
    v3: profileWith([{ id: 'y', price: '1.00' }]),
  }
  const history = written([...whole(1), ['2026-10-01', { kind: 'prices-changed', from: day('2026-11-16'), versionId: 'v2' }]])
  assert.deepEqual(charges(history, '2026-11', versions), ['x 1: 11-01–11-15 = 15.00', 'x 1: 11-16–11-30 = 30.00'])
  const dropped = written([...whole(1), ['2026-10-01', { kind: 'prices-changed', from: day('2026-11-01'), versionId: 'v3' }]])
  assert.deepEqual(
    charges(dropped, '2026-11', versions),
    ['x 1: 11-01–11-30 = 30.00'],
    'what the new list does not have any more keeps its price',
  )
})

test('each line says in words how it was counted', () => {
  const versions = {
    v1: profileWith([{ id: 'x', price: '8.50', setUp: '10', volume: { applies: 'to-all', steps: [{ from: 2, price: '8.00' }] } }]),
  }
  const history = written([
    ['2026-11-10', begun('2026-11-16')],
    ['2026-11-10', added('x', '2026-11-16', 2)],
  ])
  const lines = chargesOf(history, {
    period: Temporal.PlainYearMonth.from('2026-11'),
    timeZone: BERLIN,
    versions: (id) => versions[id as 'v1'],
    counted: [],
  })
  assert.deepEqual(
    lines.map(({ counted }) => counted),
    [
      { de: '2 × 8,00 EUR, 15 von 30 Tagen, Staffelpreis ab 2', en: '2 × EUR 8.00, 15 of 30 days, price from 2 on' },
      { de: '2 × 10,00 EUR, Einrichtung am 16.11.2026', en: '2 × EUR 10.00, set-up on 2026-11-16' },
    ],
  )
})
