import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inState, MEMBER_STATES, moved, stateOf } from './members.ts'

const ROWS = [
  [0, 2, 'b,c,a'],
  [2, 0, 'c,a,b'],
  [1, 1, 'a,b,c'],
  [0, -1, 'a,b,c'],
  [2, 3, 'a,b,c'],
  [7, 0, 'a,b,c'],
] as const
for (const [from, to, order] of ROWS) {
  test(`of a, b, c the one at ${from} moved to ${to}: ${order}`, () => assert.equal(moved(['a', 'b', 'c'], from, to).join(), order))
}

test('a member is in the state that was chosen for it', () => {
  for (const state of MEMBER_STATES) {
    assert.equal(stateOf(inState({ extensionId: 'x', signedIn: true, paused: true }, state)), state)
  }
})
