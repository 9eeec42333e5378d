import { markPacket, sequenceDistance, sequenceNumberOf, setSequenceNumber, setSsrc, setTimestamp, ssrcOf, timestampOf } from '@klinke/rtp'

/**
 * What one peer is sent comes from changing sources: another party, a tone, another party after a transfer. Each has its own SSRC and
 * counts from anywhere. By RFC 3550 that is a new stream each time, but the jitter buffers of many phones only look at the numbers and take
 * smaller ones for late. So the peer gets one stream: the numbers of a new source go on from the last ones sent.
 *
 * As long as there is only one source nothing is touched.
 */
export class OneStream {
  /** Of the codec; undefined where several sources belong on one line (video). */
  clockRateHz: number | undefined
  /** What the peer knows. */
  #ssrc: number | undefined
  /** The one that is heard now. */
  #source = 0
  #joined = false
  #sequenceOffset = 0
  #timestampOffset = 0
  #lastSequence = 0
  #lastTimestamp = 0
  #lastMs = 0

  /** Rewrites an RTP packet in place, if need be, before it is sent. */
  pass(bytes: Uint8Array, nowMs: number): void {
    if (this.clockRateHz === undefined) return
    const source = ssrcOf(bytes)
    if (this.#ssrc === undefined) {
      this.#ssrc = source
      this.#source = source
    } else if (source !== this.#source) this.#join(bytes, source, this.clockRateHz, nowMs)
    if (this.#joined) this.#rewrite(bytes, this.#ssrc)
    this.#remember(sequenceNumberOf(bytes), timestampOf(bytes), nowMs)
  }

  /** The next number and the time that has passed since the last packet; the marker lets jitter buffers settle anew (RFC 3551 §4.1). */
  #join(bytes: Uint8Array, source: number, clockRateHz: number, nowMs: number): void {
    const passed = Math.max(1, Math.round(((nowMs - this.#lastMs) * clockRateHz) / 1000))
    this.#joined = true
    this.#source = source
    this.#sequenceOffset = this.#lastSequence + 1 - sequenceNumberOf(bytes)
    this.#timestampOffset = this.#lastTimestamp + passed - timestampOf(bytes)
    markPacket(bytes)
  }

  #rewrite(bytes: Uint8Array, ssrc: number): void {
    setSsrc(bytes, ssrc)
    setSequenceNumber(bytes, (sequenceNumberOf(bytes) + this.#sequenceOffset) & 0xffff)
    setTimestamp(bytes, (timestampOf(bytes) + this.#timestampOffset) >>> 0)
  }

  /** A packet that comes late does not set the count back. */
  #remember(sequence: number, timestamp: number, nowMs: number): void {
    if (this.#lastMs > 0 && sequenceDistance(this.#lastSequence, sequence) < 0) return
    this.#lastSequence = sequence
    this.#lastTimestamp = timestamp
    this.#lastMs = nowMs
  }
}
