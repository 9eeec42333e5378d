import type { Call, Leg, Talk } from '@klinke/calls'
import type { MediaSource } from '@klinke/rtp'
import { keepCompany } from '../recordings/ask-consent.ts'
import type { RecordingSpeech } from '../recordings/speech.ts'
import type { PbxSnapshot } from '../snapshot.ts'
import type { Notice } from './rules.ts'

/** A short tone, kept apart from those of the network. */
export const LISTENING_TONE: MediaSource = { kind: 'signal', signal: 'beep', levelDbm0: -20 }

/** Who has been told in which way; it goes with the leg. */
export class ToldParties {
  readonly #told = new WeakMap<Leg, Set<Notice>>()

  has(leg: Leg, notice: Notice): boolean {
    return notice === 'consent' || this.#told.get(leg)?.has(notice) === true
  }

  add(leg: Leg, notice: Notice): void {
    this.#told.set(leg, (this.#told.get(leg) ?? new Set()).add(notice))
  }
}

export interface Telling {
  readonly call: Call
  /** Who listens. */
  readonly tenant: PbxSnapshot
  readonly notice: Notice
  readonly told: ToldParties
  readonly speech: RecordingSpeech
}

/**
 * Tells those who do not know yet that they will be listened to; nobody hears another meanwhile, and `Talk.arrange` comes after. False when
 * one of them has not heard it to its end.
 */
export async function tellParties(talk: Talk, { call, tenant, notice, told, speech }: Telling): Promise<boolean> {
  const tell = async (leg: Leg): Promise<boolean> => {
    try {
      if (told.has(leg, notice)) {
        await keepCompany(call, leg)
        return true
      }
      const source = notice === 'tone' ? LISTENING_TONE : speech.source('supervision-notice', leg, tenant)
      const playback = await call.media.play(leg.endpoint, source)
      if ((await playback.ended) !== 'finished') return false
      told.add(leg, notice)
      return true
    } catch {
      // Its media is gone, and it with it.
      return false
    }
  }
  return (await Promise.all(talk.legs.map(tell))).every((heard) => heard)
}
