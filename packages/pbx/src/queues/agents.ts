import type { Extension } from '@klinke/accounts'
import type { CallContext } from '../calls/context.ts'
import { availabilityOf, extensionsOf } from '../teams/availability.ts'
import { inOrder } from '../teams/strategy.ts'
import { onDuty } from '../teams/team.ts'
import type { Turns } from '../teams/turns.ts'
import type { LiveQueue } from './live-queue.ts'
import type { CallQueue } from './rules.ts'

/**
 * The agents that a caller may be given to now, in the order of the strategy. Who wraps up a call of another queue, or is in any call,
 * is not free.
 */
export function freeAgents(team: CallQueue, queue: LiveQueue, turns: Turns, context: CallContext): readonly Extension[] {
  const free = extensionsOf(onDuty(team), context).filter(
    (agent) => queue.engagementOf(agent.id) === undefined && availabilityOf(agent, context, true) === 'free',
  )
  const { strategy } = team.settings
  if (strategy === 'simultaneous') return free
  const standing = { last: turns.lastOf(team.id), idleSinceMs: (id: string) => turns.idleSinceMs(id), random: context.exchange.random }
  // In turn among all on duty, so that a busy one does not change whose turn it is.
  const order = inOrder(strategy, onDuty(team), standing)
  return free.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

/** Whom of the free ones a caller rings: all, or the first. */
export function rungAgents(free: readonly Extension[], team: CallQueue): readonly Extension[] {
  return team.settings.strategy === 'simultaneous' ? free : free.slice(0, 1)
}

/** The context as the tenant is now: who waits long sees agents come and go. */
export function contextNow(context: CallContext): CallContext {
  return { ...context, tenant: context.pbx.directory.tenant(context.tenant.id) ?? context.tenant }
}
