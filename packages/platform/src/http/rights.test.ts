import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayIn, withinRights } from './rights.ts'

test('an area that is not named is closed; write includes read; no rights at all means no limits', () => {
  const rights = { numbers: 'read', routing: 'write' } as const
  assert.deepEqual([mayIn(rights, 'numbers', 'read'), mayIn(rights, 'numbers', 'write')], [true, false])
  assert.deepEqual([mayIn(rights, 'routing', 'read'), mayIn(rights, 'routing', 'write')], [true, true])
  assert.deepEqual(
    [mayIn(rights, 'logins', 'read'), mayIn(rights, undefined, 'read'), mayIn(undefined, undefined, 'write')],
    [false, false, true],
  )
})

test('nobody hands on more than he has', () => {
  const own = { numbers: 'read', routing: 'write' } as const
  assert.equal(withinRights({ numbers: 'read', routing: 'read' }, own), true)
  for (const more of [{ numbers: 'write' }, { logins: 'read' }, undefined] as const) assert.equal(withinRights(more, own), false)
  assert.equal(withinRights(undefined, undefined), true)
})
