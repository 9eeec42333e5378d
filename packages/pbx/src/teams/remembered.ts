import { join } from 'node:path'
import type { Clock, Logger } from '@klinke/foundation'
import { z } from 'zod'
import { TeamMemory } from './team-memory.ts'
import type { RememberedTurns, Turns } from './turns.ts'

export const rememberedTurns = z.object({
  taken: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  idle: z.array(z.tuple([z.string(), z.number()]).readonly()).readonly(),
})

/** The file of a kind of team below the data folder. */
export function memoryFile(dataDir: string, kind: 'groups' | 'queues'): string {
  return join(dataDir, 'team-memory', `${kind}.json`)
}

/** When `Clock.nowMs` was 0, in ms since 1970. */
export function epochAtZeroMs(clock: Clock): number {
  return clock.epochMs() - clock.nowMs()
}

/** Turns that outlive a restart. `turns`: those that tell `changed` of the memory. */
export function turnsOnDisk(turns: Turns, path: string, clock: Clock, logger: Logger): TeamMemory<RememberedTurns> {
  return new TeamMemory({
    ...{ path, schema: rememberedTurns, clock, logger },
    now: () => turns.remembered(epochAtZeroMs(clock)),
    remember: (kept) => turns.remember(kept, epochAtZeroMs(clock)),
  })
}
