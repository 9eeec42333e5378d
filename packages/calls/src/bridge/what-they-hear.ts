import type { MediaSource } from '@klinke/rtp'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import { holds } from './bridge.ts'

/** Where the tenant has no music: a soft sign now and then that the line still stands. */
const HOLD_SIGNAL: MediaSource = { kind: 'signal', signal: 'waiting', levelDbm0: -25 }
const SILENCE: MediaSource = { kind: 'silence' }

/** What a party hears that is held. */
export function holdMusic({ profile }: Call): MediaSource {
  return profile.holdMusic ?? HOLD_SIGNAL
}

/** Each other; or music, for the one that the other holds. */
export async function whatTheyHear(call: Call, a: Leg, b: Leg): Promise<void> {
  const { media } = call
  const [aHolds, bHolds] = [holds(call, a), holds(call, b)]
  if (!aHolds && !bHolds) return media.connect(a.endpoint, b.endpoint)
  await media.play(a.endpoint, bHolds && !aHolds ? holdMusic(call) : SILENCE)
  await media.play(b.endpoint, aHolds && !bHolds ? holdMusic(call) : SILENCE)
}
