import { type EndpointMeter, isComfortNoise, type NegotiatedStream } from '@klinke/rtp'

/** With the beat of the watch, less than two seconds until somebody hears of it. */
const STOPPED_AFTER_MS = 1200
/** RFC 3551 §6: comfort noise at 8 kHz, also where nobody negotiated it. */
const STATIC_COMFORT_NOISE = 13
/** Whose stream comes and goes more often is not watched any more. */
const MAX_STOPS = 20

/**
 * Notices that a peer which was heard has ceased to send although it neither holds nor listens only. Pauses are none: a stream that
 * announced its silence by comfort noise (RFC 3389), or that is known to pause: after an earlier gap no packet was missing, so none was sent.
 */
export class StreamStops {
  readonly #meter: EndpointMeter
  readonly #tell: (kind: 'stopped' | 'returned', silentMs: number) => void
  /** Looked at for each frame of who listens. */
  stopped = false
  #wanted = false
  #twoWay = false
  #pauses = false
  #stops = 0
  /** Undefined until the peer is heard, from the negotiation that lets it send. */
  #lastMs: number | undefined
  #lastPayloadType = 0
  #comfortNoise: readonly number[] = []
  #packetTimeMs = 0
  #before: { readonly ssrc: number | undefined; readonly lost: number } = { ssrc: undefined, lost: 0 }

  constructor(meter: EndpointMeter, tell: (kind: 'stopped' | 'returned', silentMs: number) => void) {
    this.#meter = meter
    this.#tell = tell
  }

  /** From now on, or not any more. What has stopped already is told again: to who has taken the leg over. */
  watch(wanted: boolean, nowMs: number): void {
    this.#wanted = wanted
    if (!wanted) this.stopped = false
    if (this.stopped) this.#tell('stopped', this.#silentMs(nowMs))
  }

  /** Follows a negotiation: only who may both speak and listen can fall silent. */
  follow(stream: NegotiatedStream | undefined, nowMs: number): void {
    this.#twoWay = stream?.kind === 'audio' && stream.transport === 'rtp' && stream.direction === 'sendrecv'
    this.#comfortNoise = [
      STATIC_COMFORT_NOISE,
      ...(stream?.receiveCodecs ?? []).filter(isComfortNoise).map(({ payloadType }) => payloadType),
    ]
    this.#packetTimeMs = stream?.packetTimeMs ?? 0
    if (this.#twoWay) return
    if (this.stopped) this.#returned(nowMs)
    this.#lastMs = undefined
  }

  /** A packet has come, and been counted. */
  heard(payloadType: number, nowMs: number): void {
    if (this.stopped) this.#heardAgain(nowMs)
    this.#lastMs = nowMs
    this.#lastPayloadType = payloadType
  }

  /** Called a few times a second. */
  tick(nowMs: number): void {
    if (this.stopped || !this.#wanted || !this.#twoWay || this.#pauses || this.#lastMs === undefined) return
    if (nowMs - this.#lastMs < STOPPED_AFTER_MS || this.#comfortNoise.includes(this.#lastPayloadType)) return
    if (++this.#stops > MAX_STOPS) return
    this.#before = { ssrc: this.#meter.ssrc, lost: this.#lost() }
    this.stopped = true
    this.#tell('stopped', this.#silentMs(nowMs))
  }

  #heardAgain(nowMs: number): void {
    const missingMs = (this.#lost() - this.#before.lost) * this.#packetTimeMs
    if (this.#meter.ssrc === this.#before.ssrc && missingMs < this.#silentMs(nowMs) / 2) this.#pauses = true
    this.#returned(nowMs)
  }

  #returned(nowMs: number): void {
    this.stopped = false
    this.#tell('returned', this.#silentMs(nowMs))
  }

  #lost(): number {
    return this.#meter.statistics(undefined, undefined).packetsLost
  }

  #silentMs(nowMs: number): number {
    return Math.round(nowMs - (this.#lastMs ?? nowMs))
  }
}
