import { type PublicStatus, publicStatus } from '@klinke/accounts'
import type { Clock, Logger } from '@klinke/foundation'
import type { Database } from '@klinke/platform'

/** So old an answer may be. However many people look, the database is asked once in that time. */
const FRESH_MS = 15_000

export interface CachedStatus {
  readonly status: PublicStatus
  /** The database is away: this is what was known last. */
  readonly isOld: boolean
}

/** The public status, read once for everybody who asks at about the same time. */
export class StatusCache {
  readonly #parts: { readonly database: Pick<Database, 'withOperator'>; readonly clock: Clock; readonly logger: Logger }
  #known: CachedStatus | undefined
  #readMs = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | undefined

  constructor(parts: { readonly database: Pick<Database, 'withOperator'>; readonly clock: Clock; readonly logger: Logger }) {
    this.#parts = parts
  }

  /** Undefined: the database is away, and nothing was ever read. Never rejects. */
  async get(): Promise<CachedStatus | undefined> {
    if (this.#parts.clock.nowMs() - this.#readMs >= FRESH_MS) {
      this.#reading ??= this.#read()
      await this.#reading
    }
    return this.#known
  }

  async #read(): Promise<void> {
    const { database, clock, logger } = this.#parts
    try {
      this.#known = { status: await database.withOperator((tx) => publicStatus(tx, clock.epochMs())), isOld: false }
    } catch (error) {
      logger.warn('the public status could not be read', { error: String(error) })
      if (this.#known !== undefined) this.#known = { ...this.#known, isOld: true }
    }
    this.#readMs = clock.nowMs()
    this.#reading = undefined
  }
}
