import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Place, WaitingLine } from './waiting-line.ts'

const caller = { tenantId: undefined, extensionId: undefined, number: '+49221', displayName: undefined }
const place = (id: string, priority = 0): Place => ({ id, kind: 'caller', caller, priority, sinceMs: 0 })

const orders: readonly (readonly [joins: string, order: string])[] = [
  ['a0 b0 c0', 'abc'],
  ['a0 b5 c0', 'bac'],
  ['a5 b5 c9', 'cab'],
  ['a1 b0 c1 d2', 'dacb'],
]
for (const [joins, order] of orders) {
  test(`who joins as ${joins} is served as ${order}`, () => {
    const line = new WaitingLine()
    for (const [id = '', priority] of joins.split(' ')) line.join(place(id, Number(priority)))
    assert.equal(line.places.map(({ id }) => id).join(''), order)
  })
}

test('it is the turn of the first who is not engaged; who leaves counts no more', () => {
  const line = new WaitingLine()
  const [a, b] = [place('a'), place('b')]
  line.join(a)
  line.join(b)
  line.engage(a, true)
  assert.equal(line.next, b)
  line.engage(a, false)
  assert.equal(line.next, a)
  line.leave(a)
  assert.deepEqual([line.next, line.positionOf(b), line.positionOf(a)], [b, 1, 0])
})

test('a callback keeps the place of the caller; who has left cannot be replaced', () => {
  const line = new WaitingLine()
  const [a, b] = [place('a'), place('b')]
  line.join(a)
  line.join(b)
  const later = { ...a, kind: 'callback' } as const
  assert.equal(line.replace(a, later), true)
  assert.deepEqual([line.positionOf(later), line.positionOf(b)], [1, 2])
  assert.equal(line.replace(a, later), false)
})
