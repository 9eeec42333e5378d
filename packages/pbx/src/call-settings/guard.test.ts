import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Forward, type ForwardAttempt, MAX_FORWARDS, whyNotForwarded } from './guard.ts'
import { DEFAULT_CALL_POLICY, DEFAULT_CALL_SETTINGS } from './settings.ts'

const by = (extensionId: string): Forward => ({ extensionId, number: extensionId, reason: 'always' })

const attempt: ForwardAttempt = {
  extensionId: 'a',
  targetId: 'b',
  earlier: [],
  before: 0,
  policy: DEFAULT_CALL_POLICY,
  target: DEFAULT_CALL_SETTINGS,
}
const strict = { forwarding: 'agreed' } as const
const five = ['u', 'v', 'w', 'x', 'y'].map(by)

const rows: readonly (readonly [what: string, more: Partial<ForwardAttempt>, allowed: boolean])[] = [
  ['to another extension', {}, true],
  ['to itself', { targetId: 'a' }, false],
  ['on, the second time', { earlier: [by('x')] }, true],
  ['back to who has forwarded it', { earlier: [by('b')] }, false],
  ['the fifth time', { earlier: five.slice(1) }, true],
  ['the sixth time', { earlier: five }, false],
  ['after five forwardings elsewhere', { before: MAX_FORWARDS }, false],
  ['outside after five', { targetId: undefined, earlier: five }, false],
  ['outside', { targetId: undefined, target: undefined }, true],
  ['to a target that has not agreed, where that is asked for', { policy: strict }, false],
  ['to a target that has agreed', { policy: strict, target: { ...DEFAULT_CALL_SETTINGS, agreesToForwardings: true } }, true],
  ['outside, where agreement is asked for', { policy: strict, targetId: undefined, target: undefined }, true],
  ['on, where that is not allowed', { policy: strict, earlier: [by('x')], target: undefined }, false],
]
for (const [what, more, allowed] of rows) {
  test(`CALL-07: a call is ${allowed ? '' : 'not '}forwarded ${what}`, () => {
    assert.equal(whyNotForwarded({ ...attempt, ...more }) === undefined, allowed)
  })
}
