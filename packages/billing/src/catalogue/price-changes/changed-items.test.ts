import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contractOf } from '../../contracts/fold.ts'
import { added, begun, profileWith, written } from '../../contracts/test-support/written-contract.ts'
import { changedItems } from './changed-items.ts'

const FROM = Temporal.PlainDate.from('2027-01-01')
const STEPS = { applies: 'to-all', steps: [{ from: 15, price: '7.90' }] }
const BOX = { id: 'box', price: '10.00', counting: 'always' }

/** What a customer with twenty `x` and a `box` is told, in English, where these items become those. */
function told(before: readonly object[], after: readonly object[], more: object = {}): readonly string[] {
  const versions = new Map([
    ['v1', profileWith([...before, BOX])],
    ['v2', profileWith([...after, BOX], more)],
  ])
  const known = (id: string) => versions.get(id) ?? assert.fail(id)
  const deeds = [begun('2026-01-01'), added('x', '2026-01-01', 20), added('box', '2026-01-01', 1)]
  const contract = contractOf(written(deeds.map((deed) => ['2026-01-01', deed] as const))) ?? assert.fail()
  return changedItems(contract, known('v2'), FROM, known).map((each) => `${each.title.en}: ${each.before.en} → ${each.after.en}`)
}

const X = { id: 'x', price: '8.50' }
const ROWS: readonly (readonly [what: string, before: object, after: object, told: readonly string[]])[] = [
  ['nothing', { ...X, volume: STEPS }, { ...X, volume: STEPS }, []],
  ['the price', X, { ...X, price: '9.00' }, ['x: EUR 8.50 → EUR 9.00']],
  [
    'a step alone',
    { ...X, volume: STEPS },
    { ...X, volume: { ...STEPS, steps: [{ from: 15, price: '8.20' }] } },
    ['x, from 15 on: EUR 7.90 for all → EUR 8.20 for all'],
  ],
  [
    'the price, for who is in a step that stays',
    { ...X, volume: STEPS },
    { ...X, price: '9.00', volume: STEPS },
    ['x: EUR 8.50 → EUR 9.00', 'x, from 15 on: EUR 7.90 for all → EUR 7.90 for all'],
  ],
  ['steps that go', { ...X, volume: STEPS }, X, ['x, from 15 on: EUR 7.90 for all → EUR 8.50']],
  ['a set-up fee', X, { ...X, setUp: '20.00' }, ['x, set-up: EUR 0.00 → EUR 20.00']],
  [
    'what is included',
    { ...X, quota: [{ item: 'box', quantity: 3 }] },
    { ...X, quota: [{ item: 'box', quantity: 2 }] },
    ['x, included: box: 3 → 2'],
  ],
  ['what was included', { ...X, quota: [{ item: 'box', quantity: 3 }] }, X, ['x, included: box: 3 → nothing']],
  [
    'the rule of counting',
    X,
    { ...X, counting: 'maximum' },
    ['x, counting: by days, in arrears → highest number of the month, in arrears'],
  ],
]
for (const [what, before, after, expected] of ROWS)
  test(`BIL-07: customers are told of changed conditions of what they have: ${what}`, () => {
    assert.deepEqual(told([before], [after]), expected)
  })

test('BIL-07: rules that a profile has by name are compared by what they say', () => {
  const counting = { default: { rule: 'by-days', due: 'advance' }, always: { rule: 'always', due: 'arrears' } }
  assert.deepEqual(told([X], [X], { counting }), ['x, counting: by days, in arrears → by days, in advance'])
})

test('BIL-07: what is counted by itself is told of, though no contract names it; also what is counted from now on only', () => {
  const user = { id: 'user', price: '5.90', quantityFrom: 'use', counts: 'extensions' }
  assert.deepEqual(told([X, user], [X, { ...user, price: '6.40' }]), ['user: EUR 5.90 → EUR 6.40'])
  assert.deepEqual(told([X], [X, user])[0], 'user: nothing → EUR 5.90')
})

test('what the customer does not have, or what is sold no more, is not told of', () => {
  assert.deepEqual(told([X, { id: 'y', price: '1.00' }], [X, { id: 'y', price: '2.00' }]), [])
  assert.deepEqual(told([X], []), [])
})

test('BIL-07: other rounding is told of', () => {
  assert.deepEqual(told([X], [X], { rounding: { mode: 'up' } }), ['Rounding of fractions of a cent: half up → up'])
})
