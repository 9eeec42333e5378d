import assert from 'node:assert/strict'
import type { Call } from '@klinke/calls'
import type { SimulatedPbx } from './simulated-pbx.ts'

/** The longest that a party may hear nothing, unless it is asked for keys. */
const MAX_SILENCE_MS = 2_000

/** Nobody who has answered or been answered hears nothing for long: no voice, no music, no tone, no question. */
export function assertNoDeadAir({ control, media, tenants, clock }: SimulatedPbx): void {
  const calls = new Set(tenants.flatMap(({ id }) => control.calls.ofTenant(id)))
  for (const call of calls) {
    if (call.scope.closed || call.state === 'ending') continue
    const session = media.sessions.findLast(({ callId, closed }) => callId === call.id && !closed)
    for (const leg of call.legs) {
      if (session === undefined || leg.state !== 'answered' || leg.arrival !== undefined || leg.dialog?.over !== false) continue
      const silentMs = session.hearing.silentForMs(leg.endpoint.id)
      const asked = leg.hasDigits && leg.digits.awaited
      const heard = `${leg.party.number} (${leg.endpoint.id}, ${leg.role}) hears nothing for ${silentMs} ms at ${clock.nowMs()} ms`
      assert.ok(silentMs <= MAX_SILENCE_MS || asked, `${heard}\n${story(call)}\n${session.log.join('\n')}`)
    }
  }
}

/** What was decided, and who is there, for whoever looks for the reason. */
function story({ parties, legs, principal, bridge, ringing, consultation, media }: Call): string {
  const decided = parties.journals.flatMap(({ records }) =>
    records.flatMap(({ route }) => route.map(({ step, detail }) => `${step} ${detail}`)),
  )
  const there = legs.map(
    (leg) =>
      `${leg.endpoint.id} is ${leg.party.number}, ${leg.state}, ${leg.unsettled === undefined ? media.direction(leg.endpoint) : 'unsettled'}`,
  )
  const state = {
    led: principal.endpoint.id,
    bridge: bridge !== undefined,
    ringing: ringing !== undefined,
    consults: consultation !== undefined,
  }
  return [...decided, ...there, JSON.stringify(state)].join('\n')
}
