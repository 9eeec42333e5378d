import type { EndpointStatistics, QualitySample } from '../media-engine.ts'
import { meanOpinionScore, transmissionRating } from './e-model.ts'

/** As far apart as RTCP reports (RFC 3550 §6.2); twice as far each time the history is full. */
export const SAMPLE_INTERVAL_MS = 5_000
/** Ten minutes at first; a call of a day has as many. */
export const MAX_SAMPLES = 120

const PACKET_TIME_MS = 20

/** How the stream from one peer was in the course of a call: a bounded series whose intervals grow with the call. Lives on the media worker. */
export class QualityHistory {
  readonly #startMs: number
  #samples: QualitySample[] = []
  #intervalMs = SAMPLE_INTERVAL_MS
  #nextMs: number
  #packets = 0
  #lost = 0

  constructor(nowMs: number) {
    this.#startMs = nowMs
    this.#nextMs = nowMs + SAMPLE_INTERVAL_MS
  }

  get samples(): readonly QualitySample[] {
    return this.#samples
  }

  /** Called now and then with the counters so far, which are asked for only when an interval is over. */
  tick(nowMs: number, counters: () => EndpointStatistics): void {
    if (nowMs < this.#nextMs) return
    const { packetsReceived, packetsLost, jitterMs, roundTripMs, codec } = counters()
    const packets = packetsReceived - this.#packets
    // A packet that came late after all is no longer lost.
    const lost = Math.max(0, packetsLost - this.#lost)
    this.#packets = packetsReceived
    this.#lost = packetsLost
    const mos = packets === 0 ? null : quality(packets, lost, jitterMs, roundTripMs, codec)
    const measured = { jitterMs: rounded(jitterMs), roundTripMs: roundTripMs === undefined ? null : rounded(roundTripMs), mos }
    this.#samples.push({ atSeconds: Math.round((nowMs - this.#startMs) / 1000), packets, lost, ...measured })
    if (this.#samples.length >= MAX_SAMPLES) this.#thin()
    this.#nextMs = nowMs + this.#intervalMs
  }

  /** Two intervals become one. */
  #thin(): void {
    const thinned: QualitySample[] = []
    for (let i = 0; i + 1 < this.#samples.length; i += 2) {
      const [first, second] = [this.#samples[i], this.#samples[i + 1]]
      if (first !== undefined && second !== undefined) thinned.push(both(first, second))
    }
    this.#samples = thinned
    this.#intervalMs *= 2
  }
}

/** The worse of both is what was heard. */
function both(first: QualitySample, second: QualitySample): QualitySample {
  const scores = [first.mos, second.mos].filter((mos) => mos !== null)
  return {
    ...second,
    packets: first.packets + second.packets,
    lost: first.lost + second.lost,
    jitterMs: Math.max(first.jitterMs, second.jitterMs),
    mos: scores.length === 0 ? null : Math.min(...scores),
  }
}

function quality(packets: number, lost: number, jitterMs: number, roundTripMs: number | undefined, codec: string | undefined): number {
  const oneWayDelayMs = (roundTripMs ?? 0) / 2 + PACKET_TIME_MS + Math.max(PACKET_TIME_MS, 2 * jitterMs)
  return rounded(meanOpinionScore(transmissionRating({ oneWayDelayMs, lossRatio: lost / (packets + lost), codec })))
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
