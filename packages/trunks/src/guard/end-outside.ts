import { type Call, type Leg, talked } from '@klinke/calls'
import type { Words } from './words.ts'

/** What is played to parties. */
export type Said = Parameters<Call['play']>[0]

/** Why a conversation with somebody outside is ended. */
export interface EndOfTalk {
  readonly step: Parameters<Call['note']>[0]
  readonly detail: string
  readonly words: Words
  readonly cause: Parameters<typeof talked>[0]
  /** Value of the Reason header (RFC 3326). */
  readonly reason: string
  /** Heard first by who pays; absent: nothing, and the conversation ends at once. */
  readonly said?: Said | undefined
}

/**
 * Ends a conversation with somebody outside: who pays for it hears why first. In a conference, or beside others that talk, the one outside goes
 * alone. Out of a call from which help was called nobody is taken (EMG-01).
 */
export async function endOutside(leg: Leg, first: Call, { step, detail, words, cause, reason, said }: EndOfTalk): Promise<void> {
  const call = first.parties.whereabouts(leg) ?? first
  if (call.emergency) return
  call.note(step, detail, words)
  if (call.parties.leaderless || call.parties.isBeside(leg)) {
    await leg.hangUp(reason)
    return
  }
  const hearer = payerOf(call, leg)
  if (said !== undefined && hearer !== undefined && call.anchored) await heard(call, said, hearer)
  const where = first.parties.whereabouts(leg) ?? first
  if (!where.emergency) where.end(talked(cause, reason))
}

/** Who talks with the party outside, and pays for it. */
export function payerOf(call: Call, leg: Leg): Leg | undefined {
  if (call.parties.leaderless || call.parties.isBeside(leg)) return undefined
  return call.principal === leg ? call.bridge?.legs.find((other) => other !== leg) : call.principal
}

/** Until it is over, or cannot be heard. */
async function heard(call: Call, said: Said, hearer: Leg): Promise<void> {
  try {
    await call.play(said, hearer)
  } catch {
    // The call is over, or its media is gone: nobody is left to hear it.
  }
}
