import type { Extension } from '@klinke/accounts'
import type { Call, CallFlow, EndCause, OriginatedCall, Outcome } from '@klinke/calls'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty } from '../calls/parties.ts'
import type { LiveQueue, LiveQueues } from './live-queue.ts'
import { retrySecondsOf, shownTo } from './ring-agents.ts'
import type { CallQueue } from './rules.ts'
import { spoken, wordsToAgent } from './sounds.ts'
import { type Begun, calledBack, worked } from './visit.ts'
import { waitedSeconds } from './waiting.ts'
import type { Place } from './waiting-line.ts'

/** What a callback is made with. */
export interface CallbackParts {
  readonly team: CallQueue
  readonly queue: LiveQueue
  readonly queues: LiveQueues
  readonly context: CallContext
  /** Agent and caller talk. */
  readonly reached: () => void
}

export type CallbackEnd = 'reached' | 'not-reached' | 'no-agent'

/** Rings the agent, then the one who asked for it. */
export async function callBack(place: Place, agent: Extension, parts: CallbackParts): Promise<CallbackEnd> {
  const { team, queue, queues, context } = parts
  const { exchange } = context
  let begun: Begun | undefined
  const flow: CallFlow = async (call) => {
    begun = { callId: call.id, agentId: agent.id, sinceMs: exchange.clock.nowMs() }
    queue.occupy(agent.id, 'talking')
    call.note('queue-callback', `${team.name}: ${place.caller.number}`)
    return callCustomer(call, place, parts)
  }
  queue.line.engage(place, true)
  queues.turns.taken(team.id, agent.id)
  queue.occupy(agent.id, 'rung')
  const originated = originate(place, agent, flow, parts)
  const end = 'kind' in originated ? 'no-agent' : await endOf(originated, parts)
  // Before the agent is free: who is next may be the same.
  queue.line.engage(place, false)
  if (begun === undefined || end === 'no-agent') {
    queue.occupy(agent.id, 'not-answering', retrySecondsOf(team))
    return 'no-agent'
  }
  queue.handled(agent.id, begun.sinceMs, team.settings.wrapUpSeconds)
  worked(parts, begun)
  calledBack(parts, begun, place, end === 'reached')
  return end
}

function originate(place: Place, agent: Extension, flow: CallFlow, { team, context }: CallbackParts) {
  const { tenant, exchange, pbx } = context
  const shown = { ...context, from: shownTo(place.caller, team), ringsAs: { kind: 'queue', tone: team.settings.ringTone } as const }
  return exchange.originate({
    ...{ tenantId: tenant.id, caller: extensionParty(tenant, agent), called: place.caller, profile: callProfile(tenant, pbx), flow },
    // What then goes outside has a record of its own (`callExternal`).
    direction: 'internal',
    first: extensionTargets(agent, shown),
    ring: { withinSeconds: team.settings.agentSeconds },
  })
}

/** What came of it; tells before when the two talk. */
async function endOf({ id, outcome }: OriginatedCall, { queue, context, reached }: CallbackParts): Promise<CallbackEnd> {
  let isOver = false
  const over = outcome.then(({ cause }) => {
    isOver = true
    queue.changed()
    if (cause === 'hung-up-by-called') return 'reached'
    return AGENT_GONE.has(cause) ? 'no-agent' : 'not-reached'
  })
  while (!isOver) {
    if (context.exchange.calls.find(id)?.bridge === undefined) await queue.change()
    else {
      reached()
      await over
      return 'reached'
    }
  }
  return over
}

/** What ends a callback before the caller has answered without the caller's doing: it keeps its place. */
const AGENT_GONE: ReadonlySet<EndCause> = new Set(['hung-up-by-caller', 'cancelled', 'drained'])

/** The agent hears which queue it is before the caller is rung. */
async function callCustomer(call: Call, place: Place, { team, queues, context }: CallbackParts): Promise<Outcome> {
  const { tenant, pbx } = context
  const { caller } = place
  if (team.settings.announceToAgent) {
    await call.play(spoken(wordsToAgent(team, waitedSeconds({ place, context }), queues.names, context), context))
  }
  const asAgent = { ...context, from: call.principal.party, ledBy: `queue ${team.name}, as a callback` }
  const outcome = caller.number.startsWith('+')
    ? await pbx.routeTo(call, { kind: 'external', number: caller.number }, asAgent)
    : await pbx.callTarget(call, { kind: 'extension', id: caller.extensionId ?? '' }, asAgent)
  if (outcome.kind === 'refused') await call.play(pbx.prompts.source('not-available', { tenant }))
  return outcome
}
