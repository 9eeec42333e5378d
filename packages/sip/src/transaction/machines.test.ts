import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inviteClient } from './invite-client.ts'
import { inviteServer } from './invite-server.ts'
import { type Machine, statesOf } from './machine.ts'
import { nonInviteClient } from './non-invite-client.ts'
import { nonInviteServer } from './non-invite-server.ts'

/** `state, event, next state, effects`: every edge the RFCs draw, read off their figures. Any other pair must change nothing. */
type Row = readonly [state: string, event: string, next: string, effects: string]

const INVITE_CLIENT: readonly Row[] = [
  ['initial', 'start', 'calling', 'arm A, arm B, send request'],
  ['calling', 'timer A', 'calling', 'resend request, rearm A'],
  ['calling', 'timer B', 'terminated', 'stop timers, report timeout'],
  ['calling', '1xx', 'proceeding', 'stop timers, pass response'],
  ['calling', '2xx', 'accepted', 'stop timers, arm M, pass response'],
  ['calling', '300-699', 'completed', 'stop timers, arm D, send ACK, pass response'],
  ['calling', 'transport error', 'terminated', 'stop timers, report transport error'],
  ['calling', 'give up', 'terminated', 'stop timers, report timeout'],
  ['proceeding', '1xx', 'proceeding', 'pass response'],
  ['proceeding', '2xx', 'accepted', 'arm M, pass response'],
  ['proceeding', '300-699', 'completed', 'arm D, send ACK, pass response'],
  ['proceeding', 'transport error', 'terminated', 'report transport error'],
  ['proceeding', 'give up', 'terminated', 'report timeout'],
  ['completed', '300-699', 'completed', 'send ACK'],
  ['completed', 'timer D', 'terminated', ''],
  ['completed', 'transport error', 'terminated', 'stop timers'],
  ['accepted', '2xx', 'accepted', 'pass response'],
  ['accepted', 'timer M', 'terminated', ''],
]

const INVITE_SERVER: readonly Row[] = [
  ['initial', 'INVITE', 'proceeding', 'pass request'],
  ['proceeding', 'INVITE', 'proceeding', 'resend response'],
  ['proceeding', '1xx', 'proceeding', 'send response'],
  ['proceeding', '2xx', 'accepted', 'arm L, send response'],
  ['proceeding', '300-699', 'completed', 'arm G, arm H, send response'],
  ['proceeding', 'transport error', 'proceeding', 'report transport error'],
  ['proceeding', 'drop', 'terminated', ''],
  ['completed', 'INVITE', 'completed', 'resend response'],
  ['completed', 'ACK', 'confirmed', 'stop timers, arm I'],
  ['completed', 'timer G', 'completed', 'resend response, rearm G'],
  ['completed', 'timer H', 'terminated', 'stop timers, report no ACK'],
  ['confirmed', 'timer I', 'terminated', ''],
  ['accepted', '2xx', 'accepted', 'send response'],
  ['accepted', 'ACK', 'accepted', 'pass ACK'],
  ['accepted', 'timer L', 'terminated', ''],
  ['accepted', 'transport error', 'accepted', 'report transport error'],
]

const NON_INVITE_CLIENT: readonly Row[] = [
  ['initial', 'start', 'trying', 'arm E, arm F, send request'],
  ['trying', 'timer E', 'trying', 'resend request, rearm E'],
  ['trying', 'timer F', 'terminated', 'stop timers, report timeout'],
  ['trying', '1xx', 'proceeding', 'pass response'],
  ['trying', '200-699', 'completed', 'stop timers, arm K, pass response'],
  ['trying', 'transport error', 'terminated', 'stop timers, report transport error'],
  ['trying', 'give up', 'terminated', 'stop timers, report timeout'],
  ['proceeding', 'timer E', 'proceeding', 'resend request, arm E at T2'],
  ['proceeding', 'timer F', 'terminated', 'stop timers, report timeout'],
  ['proceeding', '1xx', 'proceeding', 'pass response'],
  ['proceeding', '200-699', 'completed', 'stop timers, arm K, pass response'],
  ['proceeding', 'transport error', 'terminated', 'stop timers, report transport error'],
  ['proceeding', 'give up', 'terminated', 'stop timers, report timeout'],
  ['completed', 'timer K', 'terminated', ''],
]

const NON_INVITE_SERVER: readonly Row[] = [
  ['initial', 'request', 'trying', 'pass request'],
  ['trying', '1xx', 'proceeding', 'send response'],
  ['trying', '200-699', 'completed', 'arm J, send response'],
  ['trying', 'transport error', 'terminated', 'report transport error'],
  ['trying', 'drop', 'terminated', ''],
  ['proceeding', 'request', 'proceeding', 'resend response'],
  ['proceeding', '1xx', 'proceeding', 'send response'],
  ['proceeding', '200-699', 'completed', 'arm J, send response'],
  ['proceeding', 'transport error', 'terminated', 'report transport error'],
  ['proceeding', 'drop', 'terminated', ''],
  ['completed', 'request', 'completed', 'resend response'],
  ['completed', 'timer J', 'terminated', ''],
  ['completed', 'transport error', 'terminated', 'stop timers, report transport error'],
]

function check<S extends string, E extends string, F extends string>(machine: Machine<S, E, F>, rows: readonly Row[]): void {
  const drawn = new Map(rows.map(([state, event, next, effects]) => [`${state} + ${event}`, `${next}: ${effects}`]))
  test(`${machine.name}: every drawn edge leads where ${machine.source} says, every other event changes nothing`, () => {
    for (const state of statesOf(machine.edges)) {
      for (const event of machine.events) {
        const [next, effects] = machine.step(state, event)
        const expected = drawn.get(`${state} + ${event}`) ?? `${state}: `
        assert.equal(`${next}: ${effects.join(', ')}`, expected, `${state} + ${event}`)
        drawn.delete(`${state} + ${event}`)
      }
    }
    assert.deepEqual([...drawn.keys()], [], 'rows the machine does not know')
  })

  test(`${machine.name}: a terminated transaction does nothing any more`, () => {
    const terminated = statesOf(machine.edges).at(-1)
    assert.equal(terminated, 'terminated')
    for (const event of machine.events) assert.deepEqual(terminated && machine.step(terminated, event), ['terminated', []])
  })
}

check(inviteClient, INVITE_CLIENT)
check(inviteServer, INVITE_SERVER)
check(nonInviteClient, NON_INVITE_CLIENT)
check(nonInviteServer, NON_INVITE_SERVER)
