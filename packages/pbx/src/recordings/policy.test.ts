import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CallDirection, DEFAULT_RECORDING_POLICY, directionOf, type RecordingSubject, ruleFor, type TalkFacts } from './policy.ts'

const party = (number: string, extensionId?: string) => ({
  ...{ tenantId: extensionId === undefined ? undefined : 'acme', extensionId, number, displayName: undefined },
})
const ANNA = party('10', 'ext-10')
const BEA = party('11', 'ext-11')
const OUTSIDE = party('+4930123456')

const rule = (subject: RecordingSubject, directions: readonly CallDirection[] = ['inbound', 'outbound', 'internal']) => ({
  policy: DEFAULT_RECORDING_POLICY,
  rules: [{ id: 'rule', tenantId: 'acme', reason: 'Nachweis', subject, directions }],
})
const talk = (more: Partial<TalkFacts> = {}): TalkFacts => ({
  parties: [OUTSIDE, BEA],
  direction: 'inbound',
  through: undefined,
  ...more,
})

const rows = [
  ['all calls', rule({ kind: 'all' }), talk(), true],
  ['all calls of another direction', rule({ kind: 'all' }, ['outbound', 'internal']), talk(), false],
  ['an extension that talks', rule({ kind: 'extension', targetId: 'ext-11' }), talk(), true],
  ['an extension that does not', rule({ kind: 'extension', targetId: 'ext-10' }), talk(), false],
  ['the queue of the call', rule({ kind: 'queue', targetId: 'q1' }), talk({ through: { kind: 'queue', id: 'q1' } }), true],
  ['another queue', rule({ kind: 'queue', targetId: 'q1' }), talk({ through: { kind: 'queue', id: 'q2' } }), false],
  [
    'a queue, and the call came through a group',
    rule({ kind: 'queue', targetId: 'q1' }),
    talk({ through: { kind: 'group', id: 'q1' } }),
    false,
  ],
  ['a queue, and the call came directly', rule({ kind: 'queue', targetId: 'q1' }), talk(), false],
] as const
for (const [what, recordings, facts, expected] of rows) {
  test(`a rule for ${what} ${expected ? 'counts' : 'does not count'}`, () => {
    assert.equal(ruleFor(recordings, facts) !== undefined, expected)
  })
}

for (const [expected, legs] of [
  ['internal', [{ role: 'caller', party: ANNA } as const, { role: 'called', party: BEA } as const]],
  ['inbound', [{ role: 'caller', party: OUTSIDE } as const, { role: 'called', party: BEA } as const]],
  ['outbound', [{ role: 'caller', party: ANNA } as const, { role: 'called', party: OUTSIDE } as const]],
] as const) {
  test(`a conversation is ${expected} by the party that is not the tenant's`, () => {
    assert.equal(directionOf('acme', legs), expected)
  })
}
