import type { MediaSource } from '@klinke/rtp'

/** What the conference tells one member, or all. */
export type ConferenceSound = 'ask-pin' | 'refused' | 'accepted' | 'goodbye' | 'music' | 'joined' | 'left'

/** Until somebody else is there: a soft tone now and then, where the tenant has no music. */
const WAITING: MediaSource = { kind: 'signal', signal: 'waiting', levelDbm0: -25 }

const SIGNALS: Readonly<Record<Exclude<ConferenceSound, 'music'>, MediaSource>> = {
  'ask-pin': { kind: 'signal', signal: 'beep' },
  refused: { kind: 'signal', signal: 'refused' },
  accepted: { kind: 'signal', signal: 'accepted' },
  goodbye: { kind: 'signal', signal: 'refused' },
  joined: { kind: 'signal', signal: 'joined' },
  left: { kind: 'signal', signal: 'left' },
}

export function soundOf(sound: ConferenceSound, music: MediaSource = WAITING): MediaSource {
  return sound === 'music' ? music : SIGNALS[sound]
}

/** How many are in the conference: a short beep for each, ten at most. */
export function countSound(members: number): readonly MediaSource[] {
  return Array.from({ length: Math.min(members, MOST_BEEPS) }, () => SIGNALS['ask-pin'])
}

const MOST_BEEPS = 10
