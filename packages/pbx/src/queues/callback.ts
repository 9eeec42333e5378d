import type { Extension } from '@klinke/accounts'
import { type Call, type CallFlow, type Outcome, refused, talked } from '@klinke/calls'
import { callProfile } from '../calls/call-profile.ts'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import { extensionParty } from '../calls/parties.ts'
import { contextNow, freeAgents } from './agents.ts'
import { retrySecondsOf } from './ring-agents.ts'
import type { CallQueue } from './rules.ts'
import { spoken } from './sounds.ts'
import { type Waiting, waitedSeconds } from './waiting.ts'
import type { Place } from './waiting-line.ts'

/** How often one who asked to be called back is called. */
export const MAX_CALLBACK_ATTEMPTS = 2
/** After that nobody expects to be called back any more. */
const MAX_CALLBACK_SECONDS = 8 * 3600

/** Who hides its number cannot be called back. */
export function canBeCalled({ caller }: Place): boolean {
  return caller.number.startsWith('+') || caller.extensionId !== undefined
}

/** Tells the caller so, who waits on. */
export async function refuseCallback({ call, place, queue, context }: Waiting): Promise<void> {
  call.note('callback-refused', place.caller.number)
  queue.line.engage(place, true)
  await call.play(spoken({ kind: 'callback-impossible' }, context))
  queue.line.engage(place, false)
  queue.changed()
}

/** Keeps the caller's place, says so and hangs up; an agent calls back when it is the turn of that place. */
export async function promiseCallback(waiting: Waiting): Promise<Outcome> {
  const { call, place, queue, context } = waiting
  const later: Place = { ...place, kind: 'callback' }
  if (!queue.line.replace(place, later)) return refused('error', 500)
  call.note('callback-promised', place.caller.number)
  serveCallback(later, waiting).catch((error: unknown) => {
    context.exchange.logger.error('a callback failed', { call: call.id, error: error instanceof Error ? error : new Error(String(error)) })
  })
  await call.play(spoken({ kind: 'callback-promised' }, context))
  return call.state === 'answered' ? talked('hung-up-by-called') : { ...refused('no-answer', 480), isTold: true }
}

async function serveCallback(place: Place, waiting: Waiting): Promise<void> {
  const { queue, queues } = waiting
  let attempts = 0
  try {
    while (attempts < MAX_CALLBACK_ATTEMPTS && waitedSeconds({ ...waiting, place }) < MAX_CALLBACK_SECONDS) {
      const context = contextNow(waiting.context)
      const team = context.tenant.queues.get(waiting.team.id)
      if (team === undefined) return
      const [agent] = queue.line.next === place ? freeAgents(team, queue, queues.turns, context) : []
      if (agent === undefined) {
        await queue.change()
        continue
      }
      queue.line.engage(place, true)
      const end = await callBack(place, agent, team, { ...waiting, context })
      queue.line.engage(place, false)
      if (end === 'reached') return
      if (end === 'not-reached') attempts++
    }
  } finally {
    queue.line.leave(place)
    queue.changed()
  }
}

/** Rings the agent, then the one who asked for it. */
async function callBack(
  place: Place,
  agent: Extension,
  team: CallQueue,
  waiting: Waiting,
): Promise<'reached' | 'not-reached' | 'no-agent'> {
  const { queue, queues, context } = waiting
  const { tenant, exchange } = context
  let sinceMs: number | undefined
  const flow: CallFlow = (call) => {
    sinceMs = exchange.clock.nowMs()
    queue.occupy(agent.id, 'talking')
    call.note('queue-callback', `${team.name}: ${place.caller.number}`)
    return callCustomer(call, place, { ...context, from: extensionParty(tenant, agent), internal: true, forwards: [] })
  }
  queues.turns.taken(team.id, agent.id)
  queue.occupy(agent.id, 'rung')
  const originated = exchange.originate({
    ...{
      tenantId: tenant.id,
      caller: extensionParty(tenant, agent),
      called: place.caller,
      profile: callProfile(tenant, context.pbx),
      flow,
    },
    direction: place.caller.number.startsWith('+') ? 'outbound' : 'internal',
    first: extensionTargets(agent, { ...context, from: place.caller, ringsAs: { kind: 'queue', tone: team.settings.ringTone } }),
    ring: { withinSeconds: team.settings.agentSeconds },
  })
  const outcome = 'kind' in originated ? originated : await originated.outcome
  if (sinceMs === undefined) {
    queue.occupy(agent.id, 'not-answering', retrySecondsOf(team))
    return 'no-agent'
  }
  queue.handled(agent.id, sinceMs, team.settings.wrapUpSeconds)
  return outcome.kind === 'talked' ? 'reached' : 'not-reached'
}

function callCustomer(call: Call, { caller }: Place, context: CallContext): Promise<Outcome> {
  if (caller.number.startsWith('+')) return context.pbx.routeTo(call, { kind: 'external', number: caller.number }, context)
  return context.pbx.callTarget(call, { kind: 'extension', id: caller.extensionId ?? '' }, context)
}
