import { type Call, FaxCalls, type Outcome, type Refusal, type RoutingStepName, refused } from '@klinke/calls'
import { refuseSaying } from '../calls/announce.ts'
import type { CallContext } from '../calls/context.ts'
import { numberParty } from '../calls/parties.ts'
import { type TargetFlow, targetGone } from '../calls/route-to.ts'
import type { CallDestination } from '../destinations/destination.ts'
import type { PromptId } from '../prompts/catalogue.ts'
import { isOpen } from '../schedules/opening.ts'
import { onDuty } from '../teams/team.ts'
import { Visits } from '../teams/visits.ts'
import { freeAgents } from './agents.ts'
import { promiseCallback, refuseCallback } from './ask-for-callback.ts'
import type { Callbacks } from './callbacks.ts'
import type { LiveQueue, LiveQueues } from './live-queue.ts'
import { type CallQueue, priorityOf } from './rules.ts'
import { spoken } from './sounds.ts'
import { talkWithAgent } from './talk-with-agent.ts'
import { Visit } from './visit.ts'
import { type Waiting, waitForAgent } from './waiting.ts'
import { canBeCalled, type Place } from './waiting-line.ts'

/** The flow of calls to queues (ACD-02). */
export function queueFlow(queues: LiveQueues, callbacks: Callbacks): TargetFlow {
  const visits = new Visits<Call>()

  /** Takes the caller into the queue, if that is possible now, until an agent has answered or the caller is led elsewhere. */
  return async (call, queueId, context) => {
    const team = context.tenant.queues.get(queueId)
    if (team === undefined) return targetGone(call, 'queue', queueId)
    if (!visits.admits(call)) {
      call.note('goes-round', team.name)
      return refused('unreachable', 480)
    }
    const queue = queues.of(team.id)
    const visit = new Visit(queues.history, call, team.id, context)
    const closed = closedTo(team, queue, queues, context)
    if (closed !== undefined) {
      visit.ends('turned-away')
      return leadOn(call, closed, context)
    }
    const sinceMs = context.exchange.clock.nowMs()
    const resting = callbacks.rest(context.from, team.id)
    const place = placeOf(call, team, context, resting?.place)
    // In line before it is answered: of several who come at once none is one too many.
    queue.line.join(place)
    queue.line.engage(place, true)
    if (resting !== undefined) call.note('callback-rests', place.caller.number)
    call.note('queued', `${team.name}, place ${queue.line.positionOf(place)}`)
    try {
      const audible = await admit(call, team, context)
      return await lead({ call, place, team, queue, queues, context, audible, sinceMs, resting, visit }, callbacks)
    } catch (error) {
      if (error instanceof FaxCalls) visit.ends('led-on')
      throw error
    } finally {
      visit.ends('lost')
      queue.line.leave(place)
      resting?.goesOn()
      queue.changed()
    }
  }
}

/** Its own, or the one that a promised callback has kept for it. */
function placeOf(call: Call, { settings }: CallQueue, { from, priority, exchange }: CallContext, kept: Place | undefined): Place {
  const own = priority ?? priorityOf(from.number, settings)
  return {
    ...{ id: call.id, kind: 'caller', caller: from, priority: Math.max(own, kept?.priority ?? own) },
    sinceMs: kept?.sinceMs ?? exchange.clock.nowMs(),
  }
}

/** Why a caller is not taken, and what becomes of it instead. */
interface Closed {
  readonly why: RoutingStepName
  readonly to: CallDestination | null
  readonly else: Refusal
  /** What the caller is told where it is led nowhere. */
  readonly say?: PromptId
}

function closedTo(team: CallQueue, queue: LiveQueue, queues: LiveQueues, context: CallContext): Closed | undefined {
  const { hours, maxCallers, whenClosed, whenFull, whenNoAgent, whenAllBusy } = team.settings
  const schedule = hours === null ? undefined : context.tenant.schedules.get(hours.schedule.targetId)
  if (schedule !== undefined && !isOpen(schedule, context.exchange.clock.epochMs())) {
    return { why: 'queue-closed', to: whenClosed, else: refused('declined', 603), say: 'queue-closed' }
  }
  if (queue.line.places.length >= maxCallers) return { why: 'queue-full', to: whenFull, else: refused('busy', 486), say: 'queue-full' }
  if (whenNoAgent !== null && onDuty(team).length === 0) return noAgent(team)
  if (whenAllBusy !== null && freeAgents(team, queue, queues.turns, context).length === 0) {
    return { why: 'queue-all-busy', to: whenAllBusy, else: refused('busy', 486) }
  }
  return undefined
}

function noAgent({ settings }: CallQueue): Closed {
  return { why: 'queue-no-agent', to: settings.whenNoAgent, else: refused('unreachable', 480) }
}

function leadOn(call: Call, { why, to, else: refusal, say }: Closed, context: CallContext): Promise<Outcome> {
  call.note(why, to === null ? refusal.cause : `→ ${to.kind}`)
  if (to === null) return say === undefined ? Promise.resolve(refusal) : refuseSaying(call, say, refusal, context)
  return context.pbx.routeTo(call, to, context)
}

/** Answers, or lets the caller hear the queue before the answer (LAW-08). False when it can hear nothing. */
async function admit(call: Call, team: CallQueue, { tenant }: CallContext): Promise<boolean> {
  if (team.settings.answer === 'with-agent' && call.state !== 'answered') return call.earlyMedia()
  await call.answer({ ...numberParty(team.number ?? team.name, tenant.id), displayName: team.name })
  return true
}

async function lead(waiting: Waiting, callbacks: Callbacks): Promise<Outcome> {
  const { call, team } = waiting
  await askConsent(waiting)
  await greet(waiting)
  for (;;) {
    const end = await waitForAgent(waiting)
    switch (end.kind) {
      case 'answered': {
        const outcome = await talkWithAgent(waiting, end.leg)
        if (outcome !== 'agent-gone') return outcome
        call.note('agent-gone', end.leg.party.number)
        break
      }
      case 'max-wait':
        return leaveFor(waiting, { why: 'queue-max-wait', to: team.settings.afterMaxWait, else: refused('no-answer', 480) })
      case 'no-agent':
        return leaveFor(waiting, noAgent(team))
      case 'exit':
        return leaveFor(waiting, { why: 'queue-exit', to: team.settings.exit?.to ?? null, else: refused('declined', 603) })
      case 'callback':
        if (canBeCalled(waiting.place)) return promiseCallback(waiting, callbacks)
        await refuseCallback(waiting)
    }
  }
}

/** Out of the queue, to somebody else or to nobody. */
function leaveFor({ call, visit, context }: Waiting, closed: Closed): Promise<Outcome> {
  visit.ends(closed.to === null ? 'lost' : 'led-on')
  return leadOn(call, closed, context)
}

/** Where calls through this queue are recorded, the caller is asked before it waits (LAW-06). */
async function askConsent({ call, place, team, queue, context }: Waiting): Promise<void> {
  queue.line.engage(place, true)
  await context.pbx.recorder?.askBefore(call, { kind: 'queue', id: team.id }, context)
  queue.line.engage(place, false)
  queue.changed()
}

/** Heard to its end before an agent is rung; others may be served meanwhile. */
async function greet({ call, place, team, queue, context, audible }: Waiting): Promise<void> {
  if (!team.settings.greeting || !audible) return
  queue.line.engage(place, true)
  await call.play(spoken({ kind: 'greeting', own: team.settings.greetingAnnouncement }, context))
  queue.line.engage(place, false)
  queue.changed()
}
