import { mkdirSync } from 'node:fs'
import type { CallAnswered, CallCharged, CallEnded, CallKey, CallRecords, CallStarted } from '@klinke/calls'
import { type Clock, type Logger, TurnoverMap } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { QueueHistory, QueueVisit, QueueWork } from '../queues/history.ts'
import { Carry } from './journal/carry.ts'
import { Drain } from './journal/drain.ts'
import { type AliveEntry, type AnsweredEntry, type EndedEntry, type OpenCall, toJson } from './journal/entries.ts'
import type { Line } from './journal/line.ts'
import { type Recovered, recover } from './journal/recover.ts'
import { listSegments, type Segment } from './journal/segments.ts'
import { type JournalFiles, JournalWriter, systemFiles } from './journal/writer.ts'
import { isDataError, storeLines } from './store.ts'

export interface JournalCallRecordsOptions {
  /** Folder of the journal; made when missing. One process at a time. */
  readonly directory: string
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly syncIntervalMs?: number
  readonly segmentBytes?: number
  /** Told of lines that are in the database. */
  readonly stored?: (lines: readonly Line[]) => void
  /** For tests: the disk. */
  readonly files?: JournalFiles
}

const SYNC_INTERVAL_MS = 100
const SEGMENT_BYTES = 8_388_608
/** How long `close` waits for the database to take the rest; what is left waits on disk for the next start. */
const CLOSE_LIMIT_MS = 5_000
const CLOSE_POLL_MS = 10

/**
 * Call records, and what queues have done, by way of a journal on disk: an entry costs call control one line of JSON, and the database may be
 * away without a call or a record suffering.
 */
export class JournalCallRecords implements CallRecords, QueueHistory, AsyncDisposable {
  readonly #options: JournalCallRecordsOptions
  readonly #open = new TurnoverMap<string, OpenCall>()
  readonly #writer: JournalWriter
  readonly #drain: Drain
  #carry: Carry | undefined
  #lastSignMs = 0

  /** Ends the calls that an earlier run left open, at its last sign of life, and begins to drain. */
  static async open(options: JournalCallRecordsOptions): Promise<JournalCallRecords> {
    mkdirSync(options.directory, { recursive: true, mode: 0o700 })
    const segments = listSegments(options.directory)
    const recovered = await recover(segments, options.logger)
    const records = new JournalCallRecords(options, segments)
    records.#endRecovered(recovered)
    records.#drain.start()
    return records
  }

  private constructor(options: JournalCallRecordsOptions, segments: readonly Segment[]) {
    const { directory, clock, logger, database } = options
    this.#options = options
    this.#writer = new JournalWriter({
      directory,
      firstSegment: (segments.at(-1)?.number ?? 0) + 1,
      clock,
      logger,
      syncIntervalMs: options.syncIntervalMs ?? SYNC_INTERVAL_MS,
      segmentBytes: options.segmentBytes ?? SEGMENT_BYTES,
      files: options.files ?? systemFiles,
      written: () => this.#written(),
      rotated: (segment) => this.#rotated(segment),
    })
    const store = async (lines: readonly Line[]): Promise<void> => {
      await storeLines(database, lines)
      options.stored?.(lines)
    }
    this.#drain = new Drain([...segments, this.#writer.position.segment], { directory, store, isDataError, clock, logger })
  }

  started(call: CallStarted): void {
    const { id, tenantId, startedAtMs } = call
    this.#open.set(id, { id, tenantId, startedAtMs })
    this.#seen(startedAtMs)
    this.#writer.append('S', toJson(call))
  }

  answered(call: CallAnswered): void {
    const open = this.#known(call.id, 'answered')
    if (!open) return
    const entry: AnsweredEntry = { ...call, startedAtMs: open.startedAtMs }
    if (call.charge !== undefined) this.#open.set(call.id, { ...open, charge: call.charge })
    this.#seen(call.answeredAtMs)
    this.#writer.append('A', toJson(entry))
  }

  charged(call: CallCharged): void {
    const open = this.#known(call.id, 'charged')
    if (!open) return
    this.#open.set(call.id, { ...open, charge: call.charge })
    this.#writer.append('P', toJson(call))
  }

  ended(call: CallEnded): void {
    const open = this.#known(call.id, 'ended')
    if (!open) return
    this.#open.delete(call.id)
    this.#seen(call.endedAtMs)
    const entry: EndedEntry = { ...call, startedAtMs: open.startedAtMs }
    this.#writer.append('E', toJson(entry))
  }

  alive(calls: readonly CallKey[], atMs: number): void {
    if (calls.length === 0) return
    this.#seen(atMs)
    const entry: AliveEntry = { atMs }
    this.#writer.append('L', toJson(entry))
  }

  visited(visit: QueueVisit): void {
    this.#seen(visit.leftAtMs)
    this.#writer.append('Q', toJson(visit))
  }

  worked(work: QueueWork): void {
    this.#seen(work.endedAtMs)
    this.#writer.append('W', toJson(work))
  }

  /** True when every entry is in the database. */
  get isDrained(): boolean {
    return this.#writer.isIdle && this.#drain.isDone
  }

  /** Writes what is pending, gives the database a moment to take it, and stops. */
  async close(): Promise<void> {
    this.#writer.flush()
    const { clock } = this.#options
    const untilMs = clock.nowMs() + CLOSE_LIMIT_MS
    while (!this.isDrained && clock.nowMs() < untilMs) await new Promise((resolve) => setTimeout(resolve, CLOSE_POLL_MS))
    await this.#drain.close()
    await this.#writer.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #known(id: string, what: string): OpenCall | undefined {
    const open = this.#open.get(id)
    if (!open) this.#options.logger.error('a call that is not open was reported', { call: id, what })
    return open
  }

  #endRecovered({ open, lastSignMs }: Recovered): void {
    for (const { id, tenantId, startedAtMs, charge } of open) {
      const endedAtMs = Math.max(lastSignMs, startedAtMs)
      const route = [{ atMs: endedAtMs, step: 'restart', detail: 'The exchange ended without notice; this is its last sign of life.' }]
      const call: CallEnded = {
        id,
        tenantId,
        endedAtMs,
        cause: 'restart',
        sipStatus: undefined,
        route,
        callerMedia: undefined,
        calledMedia: undefined,
        ...(charge && { charge }),
      }
      const entry: EndedEntry = { ...call, startedAtMs }
      this.#writer.append('E', toJson(entry))
    }
    if (open.length > 0) this.#options.logger.warn('calls of an earlier run were ended in the records', { calls: open.length })
    const { segment } = this.#writer.position
    // Nothing is open any more, so no call is known from an older segment alone.
    if (this.#writer.flush()) this.#drain.mayDeleteBefore(segment.number)
  }

  #seen(atMs: number): void {
    if (atMs > this.#lastSignMs) this.#lastSignMs = atMs
  }

  #written(): void {
    this.#drain.written(this.#writer.position.size)
    this.#carry?.step()
  }

  #rotated(segment: Segment): void {
    this.#drain.rotated(segment)
    this.#carry = new Carry(
      this.#open,
      () => this.#lastSignMs,
      this.#writer,
      () => {
        this.#carry = undefined
        this.#drain.mayDeleteBefore(segment.number)
      },
    )
  }
}
