import { timestampDistance } from '../packet/sequence.ts'

/** The time of a source by its RTP timestamps, in ms since its first packet, across the wrap at 2³². */
export class StreamClock {
  readonly #ticksPerMs: number
  #runs = false
  #timestamp = 0
  #ticks = 0

  constructor(clockRateHz: number) {
    this.#ticksPerMs = clockRateHz / 1000
  }

  /** A packet has been seen. */
  get runs(): boolean {
    return this.#runs
  }

  /** Takes this packet as the reference for those that follow; gives its time. */
  advance(timestamp: number): number {
    if (this.#runs) this.#ticks += timestampDistance(this.#timestamp, timestamp)
    this.#timestamp = timestamp
    this.#runs = true
    return this.#ticks / this.#ticksPerMs
  }

  /** Time of a timestamp near the reference. */
  msOf(timestamp: number): number {
    return (this.#ticks + timestampDistance(this.#timestamp, timestamp)) / this.#ticksPerMs
  }

  clear(): void {
    this.#runs = false
    this.#ticks = 0
  }
}
