/** Each counting rule of BIL-03, row by row: what was agreed, and what a month costs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charged } from '../test-support/charged.ts'
import { added, begun, day, profileWith, type Recorded, set, thereafter, whole, written } from '../test-support/written-contract.ts'
import type { Counted } from './question.ts'

interface Row {
  readonly what: string
  readonly item: object
  readonly deeds: readonly Recorded[]
  readonly period: string
  readonly expected: readonly string[]
  readonly counted?: readonly Counted[]
}

const option = (subject: string, from: string, until?: string): Counted => ({
  ...{
    counts: 'extensions',
    subject,
    siteId: undefined,
    from: day(from),
    until: until === undefined ? undefined : day(until),
    quantity: 1,
  },
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
    ...{ item: { price: '29.00' }, deeds: thereafter(1, set('x', '2028-02-29', 2)), period: '2028-02' },
    expected: ['x 1: 02-01–02-28 = 28.00', 'x 2: 02-29–02-29 = 2.00'],
  },
  {
    what: 'by days: the day on which a clock is put forward is a day',
    ...{
      item: { price: '31.00' },
      deeds: thereafter(1, set('x', '2026-03-30', 0)),
      period: '2026-03',
      expected: ['x 1: 03-01–03-29 = 29.00'],
    },
  },
  {
    what: 'by days: fractions of a cent are rounded once, at the line',
    ...{
      item: { price: '1.00' },
      deeds: thereafter(7, set('x', '2026-11-12', 0)),
      period: '2026-11',
      expected: ['x 7: 11-01–11-11 = 2.57'],
    },
  },
  {
    what: 'by days: nothing is charged after the end of the contract',
    ...{ item: { price: '30.00' }, deeds: thereafter(1, { kind: 'cancelled', until: day('2026-11-10') }), period: '2026-11' },
    expected: ['x 1: 11-01–11-10 = 10.00'],
  },
  {
    what: 'by days: a cancellation that was withdrawn ends nothing',
    ...{ item: { price: '30.00' }, period: '2026-11', expected: ['x 1: 11-01–11-30 = 30.00'] },
    deeds: thereafter(1, { kind: 'cancelled', until: day('2026-11-10') }, { kind: 'withdrawn', eventId: 'e3' }),
  },
  {
    what: 'active days: two days are not more than two',
    ...{
      item: { price: '4.00', counting: 'active' },
      deeds: thereafter(0, set('x', '2026-11-05', 1), set('x', '2026-11-07', 0)),
      period: '2026-11',
    },
    expected: [],
  },
  {
    what: 'active days: three days are the whole month, without pro-rating',
    ...{
      item: { price: '4.00', counting: 'active' },
      deeds: thereafter(0, set('x', '2026-11-05', 1), set('x', '2026-11-08', 0)),
      period: '2026-11',
    },
    expected: ['x 1: 11-01–11-30 = 4.00'],
  },
  {
    what: 'active days: of three, of which the third was there for two days, two count',
    ...{ item: { price: '4.00', counting: 'active' }, deeds: thereafter(2, set('x', '2026-11-29', 3)), period: '2026-11' },
    expected: ['x 2: 11-01–11-30 = 8.00'],
  },
  {
    what: 'active days: days count within the calendar month, not across its end',
    ...{
      item: { price: '4.00', counting: 'active' },
      deeds: thereafter(0, set('x', '2026-10-30', 1), set('x', '2026-11-03', 0)),
      period: '2026-11',
    },
    expected: [],
  },
  {
    what: 'active days: each extension’s option counts by itself; two of two days each are none',
    ...{
      item: { price: '4.00', counting: 'active', quantityFrom: 'use', counts: 'extensions' },
      deeds: whole(0),
      period: '2026-11',
      expected: [],
    },
    counted: [option('10', '2026-11-01', '2026-11-02'), option('11', '2026-11-03', '2026-11-04')],
  },
  {
    what: 'active days: one that was off and on again counts all its days',
    ...{ item: { price: '4.00', counting: 'active', quantityFrom: 'use', counts: 'extensions' }, deeds: whole(0), period: '2026-11' },
    ...{ counted: [option('10', '2026-11-01', '2026-11-02'), option('10', '2026-11-20', '2026-11-20'), option('11', '2026-08-01')] },
    expected: ['x 2: 11-01–11-30 = 8.00'],
  },
  {
    what: 'maximum: one day with more counts for the whole month',
    ...{
      item: { price: '5.90', counting: 'maximum' },
      deeds: thereafter(20, set('x', '2026-11-12', 25), set('x', '2026-11-13', 21)),
      period: '2026-11',
    },
    expected: ['x 25: 11-01–11-30 = 147.50'],
  },
  {
    what: 'maximum: what was more in the month before does not count in this one',
    ...{ item: { price: '5.90', counting: 'maximum' }, deeds: thereafter(25, set('x', '2026-11-01', 20)), period: '2026-11' },
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
    ...{ deeds: thereafter(14, set('x', '2026-11-16', 15)), period: '2026-11' },
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
      deeds: thereafter(1, set('x', '2026-11-10', 3), set('x', '2026-11-20', 1)),
      period: '2026-11',
    },
    expected: ['x 1: 11-01–11-09 = 5.70', 'x 3: 11-10–11-19 = 19.00', 'x 1: 11-20–11-30 = 6.97', 'set-up x 2: 11-10–11-10 = 198.00'],
  },
]

for (const { what, item, deeds, period, expected, counted } of ROWS)
  test(`BIL-03: ${what}`, () => {
    assert.deepEqual(charged(written(deeds), period, { v1: profileWith([{ id: 'x', ...item }]) }, counted), expected)
  })
