/** A month's lines of BIL-03 and BIL-04 where several things come together: quotas, sites, flats, in advance, changed prices. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charged } from '../test-support/charged.ts'
import { added, BERLIN, begun, day, profileWith, set, thereafter, whole, written } from '../test-support/written-contract.ts'
import { chargesOf } from './charges-of.ts'

test('BIL-03: units that a base fee includes cost nothing, further ones their price', () => {
  const base = { id: 'base', price: '79.00', counting: 'always', quota: [{ item: 'x', quantity: 10 }] }
  const versions = { v1: profileWith([base, { id: 'x', price: '5.00', counting: 'active' }]) }
  const history = written([...whole(13), ['2026-01-01', added('base', '2026-01-01', 1)]])
  assert.deepEqual(charged(history, '2026-11', versions), ['base 1: 11-01–11-30 = 79.00', 'x 3: 11-01–11-30 = 15.00'])
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
  assert.deepEqual(charged(history, '2026-11', versions), ['x@cologne 2: 11-01–11-30 = 20.00', 'x@bonn 5: 11-01–11-30 = 50.00'])
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
  const history = written([...thereafter(10, set('x', '2026-11-16', 12)), ['2026-10-01', added('flat', '2026-11-01', 1)]])
  assert.deepEqual(charged(history, '2026-11', versions).slice(2), ['flat 10: 11-01–11-15 = 30.00', 'flat 12: 11-16–11-30 = 36.00'])
})

test('BIL-03 in advance: the next month as it was known, then what the month became otherwise', () => {
  const versions = { v1: profileWith([{ id: 'x', price: '30.00', counting: 'advance' }]) }
  const history = written([
    ['2026-11-10', begun('2026-11-16')],
    ['2026-11-10', added('x', '2026-11-16', 1)],
    ['2026-12-14', set('x', '2026-12-16', 2)],
  ])
  assert.deepEqual(charged(history, '2026-11', versions), ['correction x 1: 11-16–11-30 = 15.00', 'x 1: 12-01–12-31 = 30.00'])
  assert.deepEqual(charged(history, '2026-12', versions), [
    'correction x 1: 12-01–12-31 = -30.00',
    'correction x 1: 12-01–12-15 = 14.52',
    'correction x 2: 12-16–12-31 = 30.97',
    'x 2: 01-01–01-31 = 60.00',
  ])
  assert.deepEqual(charged(history, '2027-01', versions), ['x 2: 02-01–02-28 = 60.00'])
})

test('BIL-03 in advance: with an end that was known, only the days up to it are charged, and no correction follows', () => {
  const versions = { v1: profileWith([{ id: 'x', price: '30.00', counting: 'advance' }]) }
  const history = written([...whole(1), ['2026-11-01', { kind: 'cancelled', until: day('2026-12-10') }]])
  assert.deepEqual(charged(history, '2026-11', versions), ['x 1: 12-01–12-10 = 9.68'])
  assert.deepEqual(charged(history, '2026-12', versions), [])
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
  assert.deepEqual(charged(late, '2026-11', versions), charged(written(early), '2026-11', versions))
})

test('BIL-07: changed prices hold from their day on, for items that were there before; a newer item keeps its own', () => {
  const versions = {
    v1: profileWith([{ id: 'x', price: '30.00' }]),
    v2: profileWith([{ id: 'x', price: '60.00' }]),
    v3: profileWith([{ id: 'y', price: '1.00' }]),
  }
  const history = written([...whole(1), ['2026-10-01', { kind: 'prices-changed', from: day('2026-11-16'), versionId: 'v2' }]])
  assert.deepEqual(charged(history, '2026-11', versions), ['x 1: 11-01–11-15 = 15.00', 'x 1: 11-16–11-30 = 30.00'])
  const dropped = written([...whole(1), ['2026-10-01', { kind: 'prices-changed', from: day('2026-11-01'), versionId: 'v3' }]])
  assert.deepEqual(
    charged(dropped, '2026-11', versions),
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
