import type { MediaSource, Playback } from '@klinke/rtp'
import type { Call } from '../call/call.ts'
import type { RingOptions } from '../exchange/exchange.ts'

const RINGBACK: MediaSource = { kind: 'signal', signal: 'ringback' }

/** A caller that no offer has been answered to hears the ring-back tone of its own phone; for all others it comes from here. */
export function hearsFromHere(call: Call, { callerHears: wanted }: RingOptions): boolean {
  return call.parties.hasPrincipal && (wanted !== undefined || call.parties.endsHere)
}

/** What the principal hears while others are rung for it; `undefined` when it goes on hearing what it heard. */
export async function callerHears(call: Call, { callerHears: wanted }: RingOptions): Promise<Playback | undefined> {
  if (wanted !== undefined && !call.parties.endsHere) await call.earlyMedia()
  if (!call.parties.endsHere) return undefined
  // Music that a queue plays goes on while its agents are rung.
  if (wanted === undefined && call.parties.background !== undefined) return undefined
  const { principal, media } = call
  try {
    return await media.play(principal.endpoint, wanted ?? RINGBACK)
  } catch (error) {
    // A call for help is made without a ring-back tone rather than not at all (EMG-01).
    if (!call.emergency) throw error
    return undefined
  }
}
