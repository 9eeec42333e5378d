import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMissed, otherParty } from './other-party.ts'

const party = (extensionId: string | null, number: string) => ({ extensionId, number, displayName: null })
const [anna, outside] = [party('anna', '10'), party(null, '+4930123456')]
const at = '2026-11-21T10:00:00Z'

test('the other party is whoever is not oneself', () => {
  assert.equal(otherParty({ caller: anna, called: outside }, 'anna'), outside)
  assert.equal(otherParty({ caller: outside, called: anna }, 'anna'), outside)
})

test('a call is missed that came here, is over, and was not answered', () => {
  const rows = [
    [{ caller: outside, called: anna, answeredAt: null, endedAt: at }, true],
    [{ caller: outside, called: anna, answeredAt: null, endedAt: null }, false],
    [{ caller: outside, called: anna, answeredAt: at, endedAt: at }, false],
    [{ caller: anna, called: outside, answeredAt: null, endedAt: at }, false],
  ] as const
  for (const [call, expected] of rows) assert.equal(isMissed(call, 'anna'), expected)
})
