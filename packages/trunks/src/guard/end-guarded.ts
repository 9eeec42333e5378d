import type { Call, Leg } from '@klinke/calls'
import { endOutside, type Said } from './end-outside.ts'
import type { Words } from './words.ts'

export type { Said } from './end-outside.ts'

/** ITU-T Q.850 cause 29: facility rejected. */
const REASON = 'Q.850;cause=29;text="Daily limit reached"'

/** Ends a conversation because a limit of the day is reached. */
export function endGuarded(leg: Leg, first: Call, detail: string, words: Words, said: Said | undefined): Promise<void> {
  return endOutside(leg, first, { step: 'guard-limit', detail, words, cause: 'cost-limit', reason: REASON, said })
}
