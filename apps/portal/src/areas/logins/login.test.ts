import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Login, stateOf } from './login.ts'

const LOGIN: Login = {
  ...{ id: '1', email: 'a@example.org', name: 'A', language: 'de', kind: 'tenant', tenantId: '2', resellerId: null, extensionId: null },
  ...{ rights: null, disabled: false, hasSecondFactor: false, invitedUntil: null, lastSignedInAt: null, createdAt: '2026-11-21T00:00:00Z' },
}
const THEN = '2026-11-28T00:00:00Z'

test('a login is disabled before anything else, and active once somebody has signed in', () => {
  assert.equal(stateOf({ ...LOGIN, disabled: true, lastSignedInAt: THEN }), 'disabled')
  assert.equal(stateOf({ ...LOGIN, invitedUntil: THEN, lastSignedInAt: THEN }), 'active')
  assert.equal(stateOf({ ...LOGIN, invitedUntil: THEN }), 'invited')
  assert.equal(stateOf(LOGIN), 'never')
})
