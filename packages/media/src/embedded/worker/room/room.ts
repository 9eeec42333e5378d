import { Mixer, type MixerMember, saturate } from '@klinke/rtp'
import type { LegEvent, MemberTerms } from '../../protocol.ts'
import type { Leg } from '../leg.ts'
import type { FrameSource } from '../sources/frame-source.ts'
import { Seat } from './seat.ts'

export interface PlayedInRoom {
  readonly source: FrameSource
  ended(end: 'finished' | 'stopped'): void
}

/** A conference: hears its members, mixes, and speaks to each what all others say. */
export class Room {
  readonly clockRateHz: 8000 | 16_000
  readonly #mixer: Mixer
  /** By number of the leg. */
  readonly #seats = new Map<number, Seat>()
  readonly #heard: Int16Array
  readonly #announcement: Int16Array
  #played: PlayedInRoom | undefined
  /** Each takes the mix of all, once each 20 ms. */
  readonly #taps: ((mix: Int16Array) => void)[] = []

  constructor(clockRateHz: 8000 | 16_000) {
    this.clockRateHz = clockRateHz
    const frameSamples = clockRateHz / 50
    this.#mixer = new Mixer({ frameSamples })
    this.#heard = new Int16Array(frameSamples)
    this.#announcement = new Int16Array(frameSamples)
  }

  /** Numbers of the legs that are in, in the order they came. */
  get members(): Iterable<number> {
    return this.#seats.keys()
  }

  /** The main thread sees to it that the room is not full. */
  join(number: number, leg: Leg, terms: MemberTerms, event: (event: LegEvent) => void): void {
    leg.tune(undefined)
    const member = this.#mixer.join()
    if (!member) return
    const seat = new Seat(this.clockRateHz, leg, member, event, () => this.#leave(number, member))
    this.#seats.set(number, seat)
    leg.tune(seat)
    this.change(number, terms)
  }

  change(number: number, { muted = false, deaf = false, gainDb = 0, heardBy }: MemberTerms): void {
    const rights = { muted, deaf, gainDb }
    const listeners = heardBy?.flatMap((leg) => this.#seats.get(leg)?.member ?? [])
    this.#seats.get(number)?.member.allow(listeners ? { ...rights, heardBy: new Set(listeners) } : rights)
  }

  leave(number: number): void {
    const seat = this.#seats.get(number)
    seat?.leg.end(seat)
  }

  play(played: PlayedInRoom | undefined): void {
    this.#played?.ended('stopped')
    this.#played = played
  }

  /** What the room says, for as long as it is open. Gives what ends it. */
  tap(take: (mix: Int16Array) => void): () => void {
    this.#taps.push(take)
    return () => void this.#taps.splice(this.#taps.indexOf(take) >>> 0, 1)
  }

  interject(make: (leg: Leg) => void): void {
    for (const { leg } of this.#seats.values()) make(leg)
  }

  /** Mixes and speaks the next 20 ms. */
  tick(nowMs: number): void {
    this.#mixer.mix()
    const announces = this.#announce()
    for (const seat of this.#seats.values()) {
      seat.tell()
      if (!seat.leg.outbound.enabled) continue
      seat.member.read(this.#heard)
      if (announces && seat.member.rights.deaf !== true) mixIn(this.#announcement, this.#heard)
      seat.leg.say(this.#heard, nowMs)
    }
    if (this.#taps.length === 0) return
    this.#mixer.read(this.#heard)
    if (announces) mixIn(this.#announcement, this.#heard)
    for (const take of this.#taps) take(this.#heard)
  }

  close(): void {
    this.play(undefined)
    for (const number of [...this.#seats.keys()]) this.leave(number)
  }

  #announce(): boolean {
    if (!this.#played) return false
    if (this.#played.source.next(this.#announcement)) return true
    const { ended } = this.#played
    this.#played = undefined
    ended('finished')
    return false
  }

  #leave(number: number, member: MixerMember): void {
    this.#mixer.leave(member)
    this.#seats.delete(number)
  }
}

function mixIn(samples: Int16Array, frame: Int16Array): void {
  for (let i = 0; i < frame.length; i++) frame[i] = saturate((frame[i] ?? 0) + (samples[i] ?? 0))
}
