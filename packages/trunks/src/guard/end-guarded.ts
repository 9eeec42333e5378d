import { type Call, type Leg, talked } from '@klinke/calls'
import type { Words } from './words.ts'

/** What is played to parties. */
export type Said = Parameters<Call['play']>[0]

/** ITU-T Q.850 cause 29: facility rejected. */
const REASON = 'Q.850;cause=29;text="Daily limit reached"'
const ENDED = talked('cost-limit', REASON)

/**
 * Ends a conversation with somebody outside: who pays for it hears why first. In a conference, or beside others that talk, the one outside goes
 * alone. Out of a call from which help was called nobody is taken (EMG-01).
 */
export async function endGuarded(leg: Leg, first: Call, detail: string, words: Words, said: Said | undefined): Promise<void> {
  const call = first.parties.whereabouts(leg) ?? first
  if (call.emergency) return
  call.note('guard-limit', detail, words)
  if (call.parties.leaderless || call.parties.isBeside(leg)) {
    await leg.hangUp(REASON)
    return
  }
  const hearer = call.principal === leg ? call.bridge?.legs.find((other) => other !== leg) : call.principal
  if (said !== undefined && hearer !== undefined && call.anchored) await heard(call, said, hearer)
  const where = first.parties.whereabouts(leg) ?? first
  if (!where.emergency) where.end(ENDED)
}

/** Until it is over, or cannot be heard. */
async function heard(call: Call, said: Said, hearer: Leg): Promise<void> {
  try {
    await call.play(said, hearer)
  } catch {
    // The call is over, or its media is gone: nobody is left to hear it.
  }
}
