import { sequenceDistance, timestampDistance } from './sequence.ts'

/** A jump forward of more packets than this is a restart of the source, not loss (RFC 3550 A.1). */
const MAX_DROPOUT = 3000
/** A packet further behind than this is a restart too. */
const MAX_MISORDER = 100
/** A change of transit time beyond this is a new time base, not jitter. */
const MAX_TRANSIT_CHANGE_SECONDS = 1

/** What a receiver report says, without the source's own number. */
export interface ReceptionReport {
  readonly fractionLost: number
  readonly cumulativeLost: number
  readonly highestSequence: number
  readonly jitter: number
}

/**
 * Counts what comes from one source: extended sequence (RFC 3550 A.1), loss (A.3) and interarrival jitter (A.8). Packets count
 * from the first one on, without probation: telephony knows whom it listens to.
 */
export class ReceptionStatistics {
  readonly #clockRateHz: number
  #packets = 0
  #firstSequence = 0
  /** Highest sequence number with wraps counted. */
  #highest = -1
  /** Where the source seems to have restarted; the next packet in sequence confirms it. */
  #restartAt = -1
  /** Expected and received before the last restart. */
  #expectedBefore = 0
  #expectedAtReport = 0
  #receivedAtReport = 0
  #lastTimestamp = 0
  /** Arrival of the packet before, in units of the RTP clock; undefined before the first. */
  #lastArrival: number | undefined
  /** In units of the RTP clock, with fraction. */
  #jitter = 0

  constructor(clockRateHz: number) {
    this.#clockRateHz = clockRateHz
  }

  get packetsReceived(): number {
    return this.#packets
  }

  /** Packets that should have come. */
  get packetsExpected(): number {
    return this.#highest < 0 ? 0 : this.#expectedBefore + this.#highest - this.#firstSequence + 1
  }

  /** Expected minus received; below 0 when packets came twice (A.3). */
  get cumulativeLost(): number {
    return this.packetsExpected - this.#packets
  }

  get jitterMs(): number {
    return (this.#jitter * 1000) / this.#clockRateHz
  }

  /** Counts a packet. False when it lies so far off that it is only taken as a restart if the next one follows it. */
  receive(sequenceNumber: number, timestamp: number, arrivalMs: number): boolean {
    if (!this.#takeSequence(sequenceNumber)) return false
    this.#packets++
    this.#measureJitter(timestamp, arrivalMs)
    return true
  }

  /** The figures for a report block, and the start of the next interval. */
  report(): ReceptionReport {
    const expected = this.packetsExpected - this.#expectedAtReport
    const lost = expected - (this.#packets - this.#receivedAtReport)
    this.#expectedAtReport = this.packetsExpected
    this.#receivedAtReport = this.#packets
    return {
      fractionLost: expected <= 0 || lost <= 0 ? 0 : Math.min(255, Math.floor((lost * 256) / expected)),
      cumulativeLost: this.cumulativeLost,
      highestSequence: Math.max(0, this.#highest) >>> 0,
      jitter: Math.floor(this.#jitter),
    }
  }

  #takeSequence(sequenceNumber: number): boolean {
    if (this.#highest < 0) {
      this.#startAt(sequenceNumber)
      return true
    }
    const distance = sequenceDistance(this.#highest & 0xffff, sequenceNumber)
    if (distance > 0 && distance < MAX_DROPOUT) this.#highest += distance
    else if (distance < -MAX_MISORDER || distance >= MAX_DROPOUT) return this.#takeJump(sequenceNumber)
    return true
  }

  #takeJump(sequenceNumber: number): boolean {
    if (sequenceNumber !== this.#restartAt) {
      this.#restartAt = (sequenceNumber + 1) & 0xffff
      return false
    }
    this.#expectedBefore = this.packetsExpected
    this.#startAt(sequenceNumber)
    return true
  }

  #startAt(sequenceNumber: number): void {
    this.#firstSequence = sequenceNumber
    this.#highest = sequenceNumber
    this.#restartAt = -1
    this.#lastArrival = undefined
  }

  /** Packets that repeat a timestamp (a telephone event) say nothing about the time on the way. */
  #measureJitter(timestamp: number, arrivalMs: number): void {
    const arrival = (arrivalMs * this.#clockRateHz) / 1000
    const before = this.#lastArrival
    const step = timestampDistance(this.#lastTimestamp, timestamp)
    if (before !== undefined && step === 0) return
    this.#lastArrival = arrival
    this.#lastTimestamp = timestamp
    if (before === undefined) return
    // The difference of two transit times, D(i,j) of RFC 3550 §6.4.1, by differences so that the timestamp may wrap.
    const change = Math.abs(arrival - before - step)
    if (change <= MAX_TRANSIT_CHANGE_SECONDS * this.#clockRateHz) this.#jitter += (change - this.#jitter) / 16
  }
}
