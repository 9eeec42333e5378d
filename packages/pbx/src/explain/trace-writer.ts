import type { RefusedRequest } from '@klinke/calls'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import type { PbxDirectory } from '../snapshot.ts'
import { deleteExpired, storeTraces } from './store.ts'
import type { CallTrace, Rung } from './trace.ts'

export type Waiting =
  | { readonly kind: 'call'; readonly callId: string; readonly tenantId: string; readonly trace: CallTrace }
  | {
      readonly kind: 'refused'
      readonly tenantId: string
      readonly extensionId: string | undefined
      readonly refusedAtMs: number
      readonly request: RefusedRequest
      readonly ladder: readonly Rung[]
    }

/** What is written, with when it is to be forgotten. */
export type Kept = Waiting & { readonly expiresAtMs: number }

export interface TraceWriterOptions {
  readonly database: Database
  readonly directory: Pick<PbxDirectory, 'tenant'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Written together this often. */
const WRITE_EVERY_MS = 1_000
/** Calls that are taken in `WRITE_EVERY_MS`: when everything fails at once, the first ones tell why. */
const MAX_CALLS_IN_TIME = 50
/** While the database is away; further ones are lost, which loses no call and no record. */
const MAX_WAITING = 500
const DEFAULT_DAYS = 30
const DAY_MS = 86_400_000
const SWEEP_EVERY_MS = 3_600_000

/** Brings traces into the database in batches, and takes old ones out. Never in the way of a call. */
export class TraceWriter {
  readonly #options: TraceWriterOptions
  #waiting: Kept[] = []
  #writing: Promise<void> | undefined
  #timer: Timer | undefined
  #sweeping: Timer
  #admitted = 0
  #windowMs = Number.NEGATIVE_INFINITY
  #closed = false

  constructor(options: TraceWriterOptions) {
    this.#options = options
    this.#sweeping = this.#sweepLater()
  }

  /** Whether one more call may be written down now. */
  admits(): boolean {
    const nowMs = this.#options.clock.nowMs()
    if (nowMs - this.#windowMs >= WRITE_EVERY_MS) {
      this.#windowMs = nowMs
      this.#admitted = 0
    }
    this.#admitted++
    return this.#admitted <= MAX_CALLS_IN_TIME && this.#waiting.length < MAX_WAITING
  }

  add(waiting: Waiting): void {
    if (this.#closed || this.#waiting.length >= MAX_WAITING) return
    const { clock, directory } = this.#options
    const days = directory.tenant(waiting.tenantId)?.profile.callTraceDays ?? DEFAULT_DAYS
    this.#waiting.push({ ...waiting, expiresAtMs: clock.epochMs() + days * DAY_MS })
    this.#timer ??= clock.after(WRITE_EVERY_MS, () => void this.#write())
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#sweeping.cancel()
    this.#timer?.cancel()
    await this.#writing
    await this.#write()
  }

  /** What cannot be written is given up: there is nothing here that anybody depends on. */
  async #write(): Promise<void> {
    this.#timer = undefined
    await this.#writing
    const batch = this.#waiting
    if (batch.length === 0) return
    this.#waiting = []
    this.#writing = storeTraces(this.#options.database, batch).catch((error: unknown) => {
      this.#options.logger.warn('what happened in calls could not be written down', { calls: batch.length, error: asError(error) })
    })
    await this.#writing
  }

  #sweepLater(): Timer {
    const { clock, database, logger } = this.#options
    return clock.after(SWEEP_EVERY_MS, () => {
      void deleteExpired(database, new Date(clock.epochMs())).catch((error: unknown) => {
        logger.warn('old traces of calls could not be deleted', { error: asError(error) })
      })
      if (!this.#closed) this.#sweeping = this.#sweepLater()
    })
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
