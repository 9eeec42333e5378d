import { sequenceDistance, timestampDistance } from '../packet/sequence.ts'
import { MOST_PAYLOAD_OCTETS, PacketRing } from './packet-ring.ts'
import { StreamClock } from './stream-clock.ts'
import { TransitTimes } from './transit-times.ts'

const DEFAULT_MINIMUM_MS = 20
const DEFAULT_MAXIMUM_MS = 200
/** A transit time that jumps further than this is a new time base of the source, not a late packet. */
const RESTART_MS = 2000
/** An empty buffer is bridged so long; then the source has paused, and playing starts anew when it comes back. */
const PAUSE_MS = 200
/** Deviation from the target that is left alone. */
const SLACK_MS = 10
/** Beyond this surplus of delay packets are left out in the middle of words too. */
const INTOLERABLE_MS = 100
/** Distance between two corrections, so that they are not heard as a stutter. */
const CORRECTION_PAUSE_MS = 100

export interface JitterBufferOptions {
  readonly clockRateHz: number
  /** Time between two calls of `pull` that bring no packet. */
  readonly frameMs: number
  /** How long the audio of a payload lasts, in units of the RTP clock; 0 when it is broken. */
  readonly durationOf: (payload: Uint8Array) => number
  /** Bounds of the delay over the fastest packet's. Default 20 and 200 ms. */
  readonly minimumMs?: number
  readonly maximumMs?: number
}

/** What is to be heard next. */
export type Playout =
  /** Decode this: it lasts as long as `durationOf` says. */
  | { readonly kind: 'audio'; readonly payload: Uint8Array; readonly timestamp: number }
  /** A packet is missing: conceal one frame. */
  | { readonly kind: 'missing' }
  /** The source pauses, or the buffer fills: silence, or comfort noise, for one frame. */
  | { readonly kind: 'pause' }

const MISSING: Playout = { kind: 'missing' }
const PAUSE: Playout = { kind: 'pause' }

export interface JitterBufferCounters {
  readonly played: number
  /** Frames concealed, for lost and for late packets. */
  readonly concealed: number
  /** Packets that came after their time. */
  readonly late: number
  /** Packets left out to shorten the delay. */
  readonly leftOut: number
}

/**
 * Adaptive jitter buffer: puts packets in order and plays them with the least delay that lets 98 % come in time. Pure: packets and the
 * time in (`push`), frames out (`pull`). The delay changes where it is least heard: it grows when the buffer runs dry and in
 * quiet frames, and shrinks in pauses and quiet frames. Bounded by `maximumMs` of delay and 64 packets.
 */
export class JitterBuffer {
  readonly #options: Required<JitterBufferOptions>
  readonly #frameTicks: number
  readonly #ring = new PacketRing()
  readonly #transit = new TransitTimes()
  readonly #clock: StreamClock
  #playing = false
  /** Timestamp of what is to be played next. */
  #position = 0
  /** Sequence number of what was played last. */
  #lastPlayed = 0
  /** Ticks bridged at `#position` while nothing was there: either lost (then they count) or late (then the delay has grown). */
  #bridged = 0
  #correctedMs = Number.NEGATIVE_INFINITY
  #counters = { played: 0, concealed: 0, late: 0, leftOut: 0 }

  constructor(options: JitterBufferOptions) {
    this.#options = { minimumMs: DEFAULT_MINIMUM_MS, maximumMs: DEFAULT_MAXIMUM_MS, ...options }
    this.#frameTicks = (options.frameMs * options.clockRateHz) / 1000
    this.#clock = new StreamClock(options.clockRateHz)
  }

  get counters(): JitterBufferCounters {
    return this.#counters
  }

  /** The delay aimed at, over the fastest packet's. */
  get targetMs(): number {
    return Math.max(this.#options.minimumMs, Math.min(this.#options.maximumMs, this.#transit.targetMs))
  }

  /** Packets waiting. */
  get waiting(): number {
    return this.#ring.count
  }

  /** Takes a packet; copies the payload. Gives what became of it. */
  push(sequenceNumber: number, timestamp: number, payload: Uint8Array, nowMs: number): 'kept' | 'duplicate' | 'late' | 'refused' {
    if (payload.length > MOST_PAYLOAD_OCTETS || this.#options.durationOf(payload) <= 0) return 'refused'
    if (this.#ring.has(sequenceNumber)) return 'duplicate'
    this.#restartIfNew(sequenceNumber, timestamp, nowMs)
    this.#transit.add(nowMs - this.#clock.advance(timestamp), nowMs)
    if (this.#playing && timestampDistance(this.#position, timestamp) < 0) {
      this.#counters.late++
      return 'late'
    }
    while (!this.#ring.hasRoomFor(sequenceNumber)) this.#leaveOut()
    this.#ring.put(sequenceNumber, timestamp, payload)
    return 'kept'
  }

  /**
   * What to play now. Call it whenever the audio given before is used up. `quiet`: what was heard last was no speech, so that a
   * correction of the delay would not be noticed.
   */
  pull(nowMs: number, quiet: boolean): Playout {
    if (this.#ring.count === 0) return this.#bridge()
    const { oldest } = this.#ring
    const timestamp = this.#ring.timestampOf(oldest)
    if (!this.#playing) {
      if (this.#delayMs(timestamp, nowMs) < this.targetMs) return PAUSE
      this.#startAt(oldest, timestamp)
    }
    this.#countBridged(timestamp)
    const surplusMs = this.#delayMs(this.#position, nowMs) - this.targetMs
    if (timestampDistance(this.#position, timestamp) >= this.#frameTicks / 2) return this.#passGap(surplusMs)
    return this.#play(surplusMs, nowMs, quiet)
  }

  /** Forgets everything, for another source. */
  clear(): void {
    this.#ring.clear()
    this.#transit.clear()
    this.#clock.clear()
    this.#playing = false
    this.#bridged = 0
  }

  #startAt(sequenceNumber: number, timestamp: number): void {
    this.#playing = true
    this.#position = timestamp
    this.#lastPlayed = (sequenceNumber - 1) & 0xffff
    this.#bridged = 0
  }

  #play(surplusMs: number, nowMs: number, quiet: boolean): Playout {
    const { frameMs } = this.#options
    const due = nowMs - this.#correctedMs >= CORRECTION_PAUSE_MS
    if (due && quiet && surplusMs < -frameMs - SLACK_MS) {
      this.#correctedMs = nowMs
      this.#counters.concealed++
      return MISSING
    }
    if (due && this.#ring.count > 1 && surplusMs > (quiet ? frameMs + SLACK_MS : INTOLERABLE_MS)) {
      this.#correctedMs = nowMs
      this.#leaveOut()
    }
    const sequenceNumber = this.#ring.oldest
    const timestamp = this.#ring.timestampOf(sequenceNumber)
    const payload = this.#ring.payloadOf(sequenceNumber)
    this.#ring.drop()
    this.#position = timestamp + this.#options.durationOf(payload)
    this.#lastPlayed = sequenceNumber
    this.#bridged = 0
    this.#counters.played++
    return { kind: 'audio', payload, timestamp }
  }

  /** The next packet held is not the next in time. Waits longer for what lies between only when the delay is too short. */
  #passGap(surplusMs: number): Playout {
    const { frameMs } = this.#options
    const pauses = sequenceDistance(this.#lastPlayed, this.#ring.oldest) === 1
    const frames = surplusMs < -frameMs ? 0 : pauses && surplusMs > frameMs + SLACK_MS ? 2 : 1
    this.#position += frames * this.#frameTicks
    if (pauses) return PAUSE
    this.#counters.concealed++
    return MISSING
  }

  /** Nothing there: lost, late, or the source pauses. The position stays, so that what is only late will be heard. */
  #bridge(): Playout {
    if (!this.#playing) return PAUSE
    this.#bridged += this.#frameTicks
    if (this.#bridged * 1000 > PAUSE_MS * this.#options.clockRateHz) {
      this.#playing = false
      return PAUSE
    }
    this.#counters.concealed++
    return MISSING
  }

  /** What was bridged while the buffer was empty, and has not come, is over. */
  #countBridged(timestamp: number): void {
    this.#position += Math.max(0, Math.min(this.#bridged, timestampDistance(this.#position, timestamp)))
    this.#bridged = 0
  }

  #leaveOut(): void {
    this.#lastPlayed = this.#ring.oldest
    this.#position = this.#ring.timestampOf(this.#ring.oldest) + this.#options.durationOf(this.#ring.payloadOf(this.#ring.oldest))
    this.#counters.leftOut++
    this.#ring.drop()
  }

  #delayMs(timestamp: number, nowMs: number): number {
    return nowMs - this.#clock.msOf(timestamp) - this.#transit.baseMs
  }

  #restartIfNew(sequenceNumber: number, timestamp: number, nowMs: number): void {
    if (!this.#clock.runs) return
    const jumpMs = Math.abs(nowMs - this.#clock.msOf(timestamp) - this.#transit.baseMs)
    if (jumpMs > RESTART_MS || !this.#ring.isNear(sequenceNumber)) this.clear()
  }
}
