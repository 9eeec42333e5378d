import { levelOfSamples, SILENCE_DBM0 } from '../tones/level.ts'
import { saturate } from './saturate.ts'

/** A member quieter than this is not mixed. Lower than any voice on a line that works (ITU-T P.56 active levels: about −35 … −10 dBm0). */
const GATE_DBM0 = -55
/** The gate stays open so long after the last loud frame, so that the ends of words are heard: 400 ms in frames of 20 ms. */
const HANGOVER_FRAMES = 20
/** A member counts as speaking above this, until the hangover ends. */
const SPEAKING_DBM0 = -40
/** How fast the shown level falls; it rises at once. */
const LEVEL_DECAY_DB_PER_FRAME = 1

/** What a member may do in the room. */
export interface MemberRights {
  /** Nobody hears this member. */
  readonly muted?: boolean
  /** How much louder others hear this member. */
  readonly gainDb?: number
  /** This member hears nobody. */
  readonly deaf?: boolean
  /** Only these hear this member (whisper); absent: all. */
  readonly heardBy?: ReadonlySet<MixerMember>
}

/** What all members of a room share. */
export interface MixedFrame {
  /** Of those whom all may hear. */
  readonly sum: Int32Array
  /** Those heard by some only, and audible in this frame. */
  readonly whisperers: MixerMember[]
}

/** One voice in the room. Created by `Mixer.join`. */
export class MixerMember {
  /** What this member adds to the mix, gain included, in the frame just mixed. Valid while `audible`. */
  readonly contribution: Int16Array
  readonly #mixed: MixedFrame
  #rights: MemberRights = {}
  #gain = 1
  #written = false
  #audible = false
  #levelDbm0 = SILENCE_DBM0
  #gateFrames = 0
  #speakingFrames = 0

  constructor(mixed: MixedFrame) {
    this.#mixed = mixed
    this.contribution = new Int16Array(mixed.sum.length)
  }

  get rights(): MemberRights {
    return this.#rights
  }

  /** In the frame just mixed this member's voice was in the mix, of all or of those it whispers to. */
  get audible(): boolean {
    return this.#audible
  }

  /** Level of what comes from the member, before gain and also while muted: rises at once, falls 1 dB per frame. In dBm0. */
  get levelDbm0(): number {
    return this.#levelDbm0
  }

  /** Above −40 dBm0 now or in the last 400 ms; also while muted ("you are muted"). */
  get speaking(): boolean {
    return this.#speakingFrames > 0
  }

  /** Sets all rights anew; what is absent goes back to its default. */
  allow(rights: MemberRights): void {
    this.#rights = rights
    this.#gain = 10 ** ((rights.gainDb ?? 0) / 20)
  }

  /** What this member says in the coming frame. Without it the member is silent. Copies. */
  write(frame: Int16Array): void {
    const own = this.contribution
    if (this.#gain === 1) own.set(frame)
    else for (let i = 0; i < own.length; i++) own[i] = saturate(Math.round((frame[i] ?? 0) * this.#gain))
    this.#measure(levelOfSamples(frame))
    this.#written = true
  }

  /** For the mixer, once per frame. Gives whether the member is heard in it. */
  prepare(): boolean {
    if (!this.#written) this.#measure(SILENCE_DBM0)
    this.#audible = this.#written && this.#gateFrames > 0 && this.#rights.muted !== true
    this.#written = false
    return this.#audible
  }

  /**
   * Nothing of its own and no whisper concerns this member: it hears exactly what `Mixer.read` gives. Its frame need then be
   * encoded only once for all such members.
   */
  get hearsAll(): boolean {
    return this.#rights.deaf !== true && !this.#isInSum && !this.#mixed.whisperers.some((other) => other.#whispersTo(this))
  }

  /** What this member hears in the frame just mixed. */
  read(frame: Int16Array): void {
    if (this.#rights.deaf === true) {
      frame.fill(0)
      return
    }
    const { sum, whisperers } = this.#mixed
    if (whisperers.length > 0) {
      this.#readWithWhispers(frame)
      return
    }
    const own = this.contribution
    if (this.#isInSum) for (let i = 0; i < sum.length; i++) frame[i] = saturate((sum[i] ?? 0) - (own[i] ?? 0))
    else for (let i = 0; i < sum.length; i++) frame[i] = saturate(sum[i] ?? 0)
  }

  #readWithWhispers(frame: Int16Array): void {
    const { sum, whisperers } = this.#mixed
    const own = this.#isInSum ? 1 : 0
    for (let i = 0; i < sum.length; i++) {
      let heard = (sum[i] ?? 0) - own * (this.contribution[i] ?? 0)
      for (const other of whisperers) if (other.#whispersTo(this)) heard += other.contribution[i] ?? 0
      frame[i] = saturate(heard)
    }
  }

  get #isInSum(): boolean {
    return this.#audible && !this.#rights.heardBy
  }

  #whispersTo(listener: MixerMember): boolean {
    return this !== listener && this.#rights.heardBy?.has(listener) === true
  }

  #measure(levelDbm0: number): void {
    this.#levelDbm0 = Math.max(levelDbm0, this.#levelDbm0 - LEVEL_DECAY_DB_PER_FRAME)
    this.#gateFrames = levelDbm0 >= GATE_DBM0 ? HANGOVER_FRAMES : Math.max(0, this.#gateFrames - 1)
    this.#speakingFrames = levelDbm0 >= SPEAKING_DBM0 ? HANGOVER_FRAMES : Math.max(0, this.#speakingFrames - 1)
  }
}
