import type { MixingRoom } from '@klinke/rtp'
import type { Call } from '../call/call.ts'
import type { Leg } from '../leg/leg.ts'
import type { BridgeEnd } from './bridge.ts'

/**
 * Goes along with conversations, beside the flows that lead them: recording. It may play to the parties, and lets them hear each other
 * again by `Talk.arrange`. It must not throw.
 */
export interface TalkObserver {
  /** Two parties begin to talk to each other, or do so again after one has consulted somebody. Never told of emergency calls, nor of faxes. */
  began(call: Call, talk: Talk): void
  /** More than two hear each other in a room. */
  gathered(call: Call, round: Round): void
}

/** Several parties of a call in one room. */
export interface Round {
  readonly legs: readonly Leg[]
  readonly room: MixingRoom
  /** They do not sit together any more. */
  readonly over: boolean
  /** Told when another has taken somebody's place. */
  onChange(listener: () => void): void
}

/**
 * Somebody hears two that talk, beside them: a supervisor. As long as it is there the two hear each other by its room, not directly; their
 * hold, transfers and codes stay as they are.
 */
export interface Attendance {
  /** Lets both hear each other, and those who attend what they may. Asked anew whenever the two are to hear each other again. */
  seat(legs: readonly [Leg, Leg]): Promise<void>
  has(leg: Leg): boolean
  /** One who attends holds, or is back: nobody must hear the music of its phone. */
  holds(leg: Leg, holding: boolean): void
}

/** A conversation of two, as seen from beside it. */
export interface Talk {
  readonly legs: readonly [Leg, Leg]
  /** One of the two holds the other. */
  readonly held: boolean
  readonly ended: Promise<BridgeEnd>
  readonly over: boolean
  /** Lets both hear each other, or plays to who is held. */
  arrange(): Promise<void>
  /** From now on they are attended; `undefined`: not any more, and their packets pass as before. */
  attend(attendance: Attendance | undefined): Promise<void>
  /** Told when a party has held or come back, or another has taken its place. */
  onChange(listener: () => void): void
}
