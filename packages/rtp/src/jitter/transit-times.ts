/** Width of a histogram bin. */
const BIN_MS = 5
/** Lateness beyond the last bin counts as the last bin: 320 ms. */
const BINS = 64
/** The target lets so many packets come in time. */
const WANTED_IN_TIME = 0.98
/** What the past weighs: a memory of about 400 packets, 8 s of 20 ms. Fewer at the beginning, so that it learns at once. */
const MEMORY = 0.9975
/** The fastest packet of this time and of the same time before is the base. Longer would hold on to a clock that drifts. */
const BASE_WINDOW_MS = 5000

/**
 * How much later than the fastest one packets come, as a fading histogram; its quantile is the delay to play with. The idea of
 * WebRTC's NetEQ delay manager and of Ramjee et al., "Adaptive Playout Mechanisms for Packetized Audio Applications" (1994).
 * Transit times have an unknown constant part (the two clocks are not set alike): only differences mean something.
 */
export class TransitTimes {
  readonly #bins = new Float64Array(BINS)
  #packets = 0
  #fastest = Number.POSITIVE_INFINITY
  #fastestBefore = Number.POSITIVE_INFINITY
  #windowStartMs = Number.NEGATIVE_INFINITY
  #targetMs = 0

  /** Transit time of the fastest packet of late, ms. */
  get baseMs(): number {
    return Math.min(this.#fastest, this.#fastestBefore)
  }

  /** Delay over the base that lets 98 % of the packets come in time, to 5 ms. */
  get targetMs(): number {
    return this.#targetMs
  }

  /** Counts a packet by the time it took. */
  add(transitMs: number, nowMs: number): void {
    this.#follow(transitMs, nowMs)
    this.#packets++
    const memory = Math.min(MEMORY, 1 - 1 / this.#packets)
    const late = Math.min(BINS - 1, Math.floor((transitMs - this.baseMs) / BIN_MS))
    for (let bin = 0; bin < BINS; bin++) this.#bins[bin] = (this.#bins[bin] ?? 0) * memory
    this.#bins[late] = (this.#bins[late] ?? 0) + 1 - memory
    this.#targetMs = this.#quantile() * BIN_MS
  }

  clear(): void {
    this.#bins.fill(0)
    this.#packets = 0
    this.#fastest = Number.POSITIVE_INFINITY
    this.#fastestBefore = Number.POSITIVE_INFINITY
    this.#windowStartMs = Number.NEGATIVE_INFINITY
    this.#targetMs = 0
  }

  #follow(transitMs: number, nowMs: number): void {
    if (nowMs - this.#windowStartMs >= BASE_WINDOW_MS) {
      this.#fastestBefore = this.#fastest
      this.#fastest = transitMs
      this.#windowStartMs = nowMs
    } else this.#fastest = Math.min(this.#fastest, transitMs)
  }

  /** The first bin edge below which the wanted part lies; 0 when all came as fast as the fastest. */
  #quantile(): number {
    let sum = 0
    for (let bin = 0; bin < BINS; bin++) {
      sum += this.#bins[bin] ?? 0
      if (sum >= WANTED_IN_TIME) return bin === 0 ? 0 : bin + 1
    }
    return BINS
  }
}
