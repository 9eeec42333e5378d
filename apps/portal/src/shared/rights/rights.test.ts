import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withAct } from './rights.ts'

test('a right is given, changed and taken away without touching the others', () => {
  assert.deepEqual(withAct({ live: 'read' }, 'logins', 'write'), { live: 'read', logins: 'write' })
  assert.deepEqual(withAct({ live: 'read' }, 'live', 'write'), { live: 'write' })
  assert.deepEqual(withAct({ live: 'read', audit: 'read' }, 'live', 'none'), { audit: 'read' })
})
