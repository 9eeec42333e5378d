import { type MixedFrame, MixerMember } from './mixer-member.ts'
import { saturate } from './saturate.ts'

/** Members of one room. */
export const MOST_MIXER_MEMBERS = 99

export interface MixerOptions {
  /** Samples of one frame: 160 for 20 ms at 8 kHz, 320 at 16 kHz. All members speak at the mixer's rate. */
  readonly frameSamples: number
  /** At most `MOST_MIXER_MEMBERS`, which is also the default. */
  readonly maxMembers?: number
}

/**
 * The mixer of a conference room: in each frame, a member hears the sum of all others ("N − 1"), cut at full scale. The sum is made once
 * in 32 bits and each member's own part taken out of it again, so the work grows with the members, not with their square.
 * Quiet members are left out (see `MixerMember`), else the noise of 99 lines would add up. Once running, no frame allocates.
 *
 * Per frame: `member.write(samples)` for whoever sent something, `mix()`, then `member.read(frame)` for whoever listens.
 */
export class Mixer {
  readonly #maxMembers: number
  readonly #members: MixerMember[] = []
  readonly #mixed: MixedFrame

  constructor({ frameSamples, maxMembers = MOST_MIXER_MEMBERS }: MixerOptions) {
    this.#maxMembers = Math.min(maxMembers, MOST_MIXER_MEMBERS)
    this.#mixed = { sum: new Int32Array(frameSamples), whisperers: [] }
  }

  get members(): readonly MixerMember[] {
    return this.#members
  }

  /** A new member, heard by all; undefined when the room is full. */
  join(): MixerMember | undefined {
    if (this.#members.length >= this.#maxMembers) return undefined
    const member = new MixerMember(this.#mixed)
    this.#members.push(member)
    return member
  }

  leave(member: MixerMember): void {
    const at = this.#members.indexOf(member)
    if (at >= 0) this.#members.splice(at, 1)
  }

  /** Closes the frame: sums what was written since the last call. */
  mix(): void {
    const { sum, whisperers } = this.#mixed
    sum.fill(0)
    whisperers.length = 0
    for (const member of this.#members) {
      if (!member.prepare()) continue
      if (member.rights.heardBy) whisperers.push(member)
      else add(member.contribution, sum)
    }
  }

  /** What a member without a voice of its own hears; also what a recording of the room holds (whispers are not in it). */
  read(frame: Int16Array): void {
    const { sum } = this.#mixed
    for (let i = 0; i < sum.length; i++) frame[i] = saturate(sum[i] ?? 0)
  }
}

function add(samples: Int16Array, sum: Int32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (samples[i] ?? 0)
}
