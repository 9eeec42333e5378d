import { randomUUIDv7 } from 'node:crypto'
import type { Call, Leg } from '@klinke/calls'
import type { MixingRoom, Recording, RecordingEnd } from '@klinke/rtp'
import type { RecordingArchive } from './archive.ts'
import { secondsFor } from './begin-segment.ts'
import type { Consent, RecordedParty, RecordingCause, RecordingEndCause, RecordingHead } from './recording.ts'

export interface RoomRecordingParts {
  readonly archive: RecordingArchive
  readonly tenantId: string
  readonly cause: RecordingCause
  readonly beep: boolean
  readonly host: Call
  readonly mix: MixingRoom
  /** It has ended by itself: the disk is full, the storage is. */
  readonly broken: () => void
}

/**
 * One recording of a room: a conference, or three parties of a call. From the beginning on nobody is mixed in who has not been told (LAW-06): whoever comes later is asked
 * for by `mustTell` when it takes its seat.
 */
export class RoomRecording {
  readonly #parts: RoomRecordingParts
  readonly #told = new Set<Leg>()
  #head: RecordingHead
  #recording: Recording | undefined
  #because: RecordingEndCause | undefined
  #over = false

  constructor(parts: RoomRecordingParts) {
    this.#parts = parts
    const { host, tenantId, cause } = parts
    this.#head = {
      ...{ id: randomUUIDv7(), tenantId, callId: host.id, startedAtMs: host.clock.epochMs(), channels: 'mixed', parties: [], consents: [] },
      cause,
    }
  }

  /** It is being announced, or written. */
  get on(): boolean {
    return !this.#over && this.#because === undefined
  }

  mustTell(leg: Leg): boolean {
    return this.on && !this.#told.has(leg)
  }

  /** The member has heard the announcement, and stays; or has consented before. */
  heard(leg: Leg, given?: Consent): void {
    if (this.#told.has(leg)) return
    this.#told.add(leg)
    const { number, displayName, extensionId } = leg.party
    const consent: Consent = given ?? { number, displayName, extensionId, how: 'told', atMs: this.#parts.host.clock.epochMs() }
    const party: RecordedParty = { ...leg.party, channel: 'mixed' }
    this.#head = { ...this.#head, parties: [...this.#head.parties, party], consents: [...this.#head.consents, consent] }
    if (this.#recording !== undefined) void this.#parts.archive.amend(this.#head)
  }

  /** All who are there have been told. False when there is no room, or the disk refuses. */
  async begin(): Promise<boolean> {
    const { archive, mix, beep, host } = this.#parts
    const maxSeconds = secondsFor(await archive.roomFor(this.#head.tenantId))
    if (maxSeconds === 0 || !this.on) return this.#refuse(this.#because ?? 'storage-full')
    this.#head = { ...this.#head, startedAtMs: host.clock.epochMs() }
    try {
      const path = await archive.begin(this.#head)
      this.#recording = await mix.record({ path, maxSeconds, announceBeep: beep })
    } catch (error) {
      return this.#refuse(String(error))
    }
    host.note('recording-begun', `${this.#head.id} conference`)
    void this.#recording.ended.then((end) => this.#ended(end))
    if (!this.on) this.#recording.stop()
    return this.on
  }

  /** Nothing is written while nobody talks to another. */
  pause(paused: boolean): void {
    if (paused) this.#recording?.pause()
    else this.#recording?.resume()
  }

  stop(because: RecordingEndCause): void {
    this.#because ??= because
    this.#recording?.stop()
  }

  #refuse(why: string): false {
    this.#over = true
    this.#parts.host.note('recording-refused', why)
    void this.#parts.archive.discard(this.#head)
    return false
  }

  async #ended({ reason, durationMs }: RecordingEnd): Promise<void> {
    this.#over = true
    const { archive, host, broken } = this.#parts
    const because = this.#because ?? ENDS[reason]
    if (this.#because === undefined && reason !== 'endpoint-gone') broken()
    host.note('recording-ended', `${this.#head.id} ${because}, ${Math.round(durationMs / 1000)} s`)
    await archive.keep(this.#head, { endedAtMs: host.clock.epochMs(), durationMs, because })
  }
}

const ENDS: Readonly<Record<RecordingEnd['reason'], RecordingEndCause>> = {
  stopped: 'call-ended',
  'endpoint-gone': 'call-ended',
  limit: 'length-limit',
  silence: 'stopped',
  'disk-full': 'disk-full',
  failed: 'failed',
}
