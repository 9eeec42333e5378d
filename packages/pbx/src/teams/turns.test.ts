import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Turns } from './turns.ts'

test('ACD-01: what is remembered over a restart, whose clock begins anew: who was in turn, and who has been idle for longest', () => {
  const before = new Turns()
  before.taken('sales', 'anna')
  before.idleFrom('anna', 5_000)
  before.idleFrom('bea', 2_000)
  const after = new Turns()
  // Ten seconds later.
  after.remember(before.remembered(1_000_000), 1_010_000)
  assert.equal(after.lastOf('sales'), 'anna')
  assert.deepEqual([after.idleSinceMs('anna'), after.idleSinceMs('bea')], [-5_000, -8_000])
  assert.equal(after.idleSinceMs('carl'), Number.NEGATIVE_INFINITY)
})

test('what has happened since the restart stays', () => {
  const turns = new Turns()
  turns.taken('sales', 'bea')
  turns.idleFrom('bea', 10)
  turns.remember({ taken: [['sales', 'anna']], idle: [['bea', 0]] }, 1_000)
  assert.deepEqual([turns.lastOf('sales'), turns.idleSinceMs('bea')], ['bea', 10])
})
