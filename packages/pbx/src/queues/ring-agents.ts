import type { Extension } from '@klinke/accounts'
import type { Call, CallParty, Leg, RingOutcome } from '@klinke/calls'
import type { CallContext } from '../calls/context.ts'
import { extensionTargets } from '../calls/extension-targets.ts'
import type { LiveQueue } from './live-queue.ts'
import type { CallQueue } from './rules.ts'

/** A phone that refuses at once is not rung again in the same moment, whatever the settings say. */
const MIN_RETRY_SECONDS = 1

/** How long an agent who did not answer is left alone. */
export function retrySecondsOf({ settings }: CallQueue): number {
  return Math.max(MIN_RETRY_SECONDS, settings.retrySeconds)
}

/** Rings agents for one who waits. Who does not answer is left alone for a while. */
export async function ringAgents(
  call: Call,
  agents: readonly Extension[],
  withinSeconds: number,
  queue: LiveQueue,
  team: CallQueue,
  context: CallContext,
): Promise<RingOutcome> {
  const ringsAs = { kind: 'queue', tone: team.settings.ringTone } as const
  const shown = { ...context, from: shownTo(context.from, team), ringsAs }
  call.note('ring-agents', `${agents.map(({ number }) => number).join(', ')} for ${Math.ceil(withinSeconds)} s`)
  for (const { id } of agents) queue.occupy(id, 'rung')
  let answered: Leg | undefined
  try {
    const targets = agents.flatMap((agent) => extensionTargets(agent, shown))
    const outcome = await context.exchange.ring(call, targets, { withinSeconds, eachForItself: true })
    if (outcome.kind === 'answered') answered = outcome.leg
    const missed = outcome.kind === 'refused' && outcome.cause !== 'cancelled'
    for (const { id } of missed ? agents : []) queue.occupy(id, 'not-answering', retrySecondsOf(team))
    return outcome
  } finally {
    for (const { id } of agents) {
      if (id === answered?.party.extensionId) queue.occupy(id, 'talking')
      else if (queue.activityOf(id) === 'rung') queue.free(id)
    }
  }
}

/** The agent's phone shows for which queue it rings. */
export function shownTo(from: CallParty, { name, settings }: CallQueue): CallParty {
  return settings.announceToAgent ? { ...from, displayName: [name, from.displayName].filter(Boolean).join(': ') } : from
}
