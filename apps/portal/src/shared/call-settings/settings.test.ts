import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CallSettings, changeOf, newForwarding, newParty, valuesOf } from './settings.ts'

const ID = '018f0000-0000-7000-8000-000000000000'
const SETTINGS: CallSettings = {
  ...{ doNotDisturb: false, callWaiting: true, rejectAnonymous: false, hideNumber: true, agreesToForwardings: false },
  ...{ ringsOnly: null, rejectedCallers: ['+4990*'], numberChoices: [], ringSeconds: 25 },
  forwardings: [
    { when: 'busy', to: { kind: 'voicemail', targetId: ID }, active: true, callers: 'external', during: null, afterSeconds: null },
  ],
  alsoRing: { active: false, parties: [{ kind: 'external', number: '+491701234567', confirm: false }], during: null },
  followMe: { active: true, steps: [{ party: { kind: 'extension', targetId: ID }, seconds: 15 }] },
}

test('what nobody changed is sent back as it was', () => {
  const { ringsOnly: _, numberChoices: __, ...edited } = SETTINGS
  assert.deepEqual(changeOf(valuesOf(SETTINGS), SETTINGS), edited)
})

test('an empty ringing time is the product’s', () => {
  assert.equal(changeOf({ ...valuesOf(SETTINGS), ringSeconds: '' }, SETTINGS).ringSeconds, null)
})

test('what leads nowhere yet is not sent', () => {
  const values = { ...valuesOf(SETTINGS), forwardings: [newForwarding()], alsoRing: [newParty()], followMe: [newParty()] }
  const change = changeOf(values, SETTINGS)
  assert.deepEqual([change.forwardings, change.alsoRing?.parties, change.followMe?.steps], [[], [], []])
})
