import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Schedule } from '../schedules/schedule.ts'
import { type CallSettings, DEFAULT_CALL_SETTINGS, type Forwarding } from './settings.ts'
import { forwardingFor, type Situation, treatmentOf } from './treatment.ts'

const NIGHT: Schedule = {
  id: 'night',
  name: 'Nacht',
  timeZone: 'Europe/Berlin',
  week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '20:00', to: '24:00' }],
  holidays: undefined,
  specialDays: [],
}
const EVENING_MS = Date.parse('2026-11-16T20:00:00Z')
const NOON_MS = Date.parse('2026-11-16T11:00:00Z')

const situation: Situation = {
  callerNumber: '+4930123456',
  internal: false,
  nowMs: NOON_MS,
  schedules: new Map([['night', NIGHT]]),
  reachable: true,
  talking: false,
  full: false,
}

function forwarding(more: Partial<Forwarding> = {}): Forwarding {
  return { when: 'always', to: { kind: 'operator' }, active: true, callers: 'all', during: null, afterSeconds: null, ...more }
}
const during = (is: 'open' | 'closed') => ({ schedule: { kind: 'schedule', targetId: 'night' }, is }) as const

const rows: readonly (readonly [what: string, settings: Partial<CallSettings>, situation: Partial<Situation>, treatment: string])[] = [
  ['nothing set', {}, {}, 'ring'],
  ['forwarding', { forwardings: [forwarding()] }, {}, 'forward'],
  ['a forwarding that is switched off', { forwardings: [forwarding({ active: false })] }, {}, 'ring'],
  ['forwarding of internal callers', { forwardings: [forwarding({ callers: 'internal' })] }, {}, 'ring'],
  ['forwarding of internal callers, one calling', { forwardings: [forwarding({ callers: 'internal' })] }, { internal: true }, 'forward'],
  ['forwarding of external callers', { forwardings: [forwarding({ callers: 'external' })] }, {}, 'forward'],
  ['forwarding at night, at noon', { forwardings: [forwarding({ during: during('open') })] }, {}, 'ring'],
  ['forwarding at night, at night', { forwardings: [forwarding({ during: during('open') })] }, { nowMs: EVENING_MS }, 'forward'],
  ['forwarding outside the night', { forwardings: [forwarding({ during: during('closed') })] }, {}, 'forward'],
  ['forwarding when not registered, registered', { forwardings: [forwarding({ when: 'not-registered' })] }, {}, 'ring'],
  ['forwarding when not registered', { forwardings: [forwarding({ when: 'not-registered' })] }, { reachable: false }, 'forward'],
  ['forwarding when busy', { forwardings: [forwarding({ when: 'busy' })] }, {}, 'ring'],
  ['do not disturb', { doNotDisturb: true }, {}, 'busy: do-not-disturb'],
  ['do not disturb and forwarding', { doNotDisturb: true, forwardings: [forwarding()] }, {}, 'forward'],
  ['a ring block at night', { ringsOnly: during('closed') }, { nowMs: EVENING_MS }, 'busy: ring-block'],
  ['a ring block at night, at noon', { ringsOnly: during('closed') }, {}, 'ring'],
  ['no call waiting', { callWaiting: false }, {}, 'ring'],
  ['no call waiting, in a call', { callWaiting: false }, { talking: true }, 'busy: no-call-waiting'],
  ['call waiting, in a call', {}, { talking: true }, 'ring'],
  ['call waiting, in as many calls as allowed', {}, { talking: true, full: true }, 'busy: too-many-calls'],
  ['a rejected number', { rejectedCallers: ['+4930123456'] }, {}, 'reject: rejected-caller'],
  ['a rejected number, another calling', { rejectedCallers: ['+493012345'] }, {}, 'ring'],
  ['rejected beginnings', { rejectedCallers: ['+4930*'] }, {}, 'reject: rejected-caller'],
  ['a rejected extension', { rejectedCallers: ['11'] }, { callerNumber: '11', internal: true }, 'reject: rejected-caller'],
  ['rejected callers and forwarding', { rejectedCallers: ['+49*'], forwardings: [forwarding()] }, {}, 'reject: rejected-caller'],
  ['rejected anonymous callers', { rejectAnonymous: true }, { callerNumber: 'anonymous' }, 'reject: anonymous-caller'],
  ['rejected anonymous callers, a known one', { rejectAnonymous: true }, {}, 'ring'],
]
for (const [what, settings, more, expected] of rows) {
  test(`CALL-03, CALL-04: ${what} → ${expected}`, () => {
    const treatment = treatmentOf({ ...DEFAULT_CALL_SETTINGS, ...settings }, { ...situation, ...more })
    assert.equal('why' in treatment ? `${treatment.kind}: ${treatment.why}` : treatment.kind, expected)
  })
}

test('the first forwarding that fits counts', () => {
  const [first, second] = [forwarding({ when: 'no-answer', callers: 'internal' }), forwarding({ when: 'no-answer', afterSeconds: 10 })]
  const settings = { ...DEFAULT_CALL_SETTINGS, forwardings: [first, second] }
  assert.equal(forwardingFor('no-answer', settings, situation), second)
  assert.equal(forwardingFor('no-answer', settings, { ...situation, internal: true }), first)
})
