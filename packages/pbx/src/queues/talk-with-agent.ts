import type { Leg, Outcome } from '@klinke/calls'
import { converse } from '../calls/converse.ts'
import { spoken, wordsToAgent } from './sounds.ts'
import { worked } from './visit.ts'
import { type Waiting, waitedSeconds } from './waiting.ts'

/**
 * Tells the agent for which queue the caller has waited how long, and connects the two. `agent-gone`: the agent hung up before the
 * caller was there, who waits on.
 */
export async function talkWithAgent(waiting: Waiting, leg: Leg): Promise<Outcome | 'agent-gone'> {
  const { call, place, team, queue, context } = waiting
  const sinceMs = context.exchange.clock.nowMs()
  const agentId = leg.party.extensionId ?? ''
  let over = false
  const wrapUp = (): void => {
    if (over) return
    over = true
    queue.handled(agentId, sinceMs, team.settings.wrapUpSeconds)
    worked(waiting, { callId: call.id, agentId, sinceMs })
  }
  void leg.dialog?.ended.then(wrapUp)
  queue.line.engage(place, true)
  try {
    if (team.settings.announceToAgent && waiting.audible) await announceTo(leg, waiting)
    if (leg.state === 'ended') return 'agent-gone'
    queue.line.leave(place)
    waiting.visit.ends('answered', agentId)
    waiting.resting?.kept()
    queue.changed()
    call.note('queue-answered', `${team.name}: ${leg.party.number} after ${Math.round(waitedSeconds(waiting))} s`)
    return await converse(call, leg, context)
  } finally {
    queue.line.engage(place, false)
    wrapUp()
  }
}

/** The caller hears its music meanwhile. */
async function announceTo(leg: Leg, waiting: Waiting): Promise<void> {
  const { call, team, queues, context } = waiting
  const words = wordsToAgent(team, waitedSeconds(waiting), queues.names, context)
  await Promise.race([call.play(spoken(words, context), leg), leg.dialog?.ended])
}
