import type { Clock, Logger } from '@klinke/foundation'
import { z } from 'zod'
import { epochAtZeroMs, rememberedTurns } from '../teams/remembered.ts'
import { TeamMemory } from '../teams/team-memory.ts'
import type { LiveQueues } from './live-queue.ts'

const schema = rememberedTurns.extend({
  /** Who still has time after a call, for which queue, and until when; ms since 1970. */
  wrapUps: z.array(z.tuple([z.string(), z.string(), z.number()]).readonly()).readonly(),
})

/** Turns and wrap-up time of agents over a restart, in that file. */
export function queueMemory(queues: LiveQueues, path: string, clock: Clock, logger: Logger): TeamMemory<z.infer<typeof schema>> {
  const { turns, activities } = queues
  return new TeamMemory({
    ...{ path, schema, clock, logger },
    now: () => {
      const zero = epochAtZeroMs(clock)
      const wrapUps = activities.wrapUps().map(({ agentId, queueId, untilMs }) => [agentId, queueId, untilMs + zero] as const)
      return { ...turns.remembered(zero), wrapUps }
    },
    remember: (kept) => {
      const zero = epochAtZeroMs(clock)
      turns.remember(kept, zero)
      for (const [agentId, queueId, untilEpochMs] of kept.wrapUps) {
        if (activities.of(agentId, queueId) === undefined) {
          activities.begin(agentId, queueId, { activity: 'wrap-up', untilMs: untilEpochMs - zero })
        }
      }
    },
  })
}
