import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database } from '@klinke/platform'
import { addBeyond } from './range-store.ts'

/** So often what was counted is written. */
const WRITE_EVERY_MS = 10_000
/** Blocks that are counted until then; calls to others are not. */
const MAX_BLOCKS = 10_000

export interface BeyondCountsParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Calls that came with more digits than a block has (NUM-05): counted in memory and written now and then, so that no call waits for the database. */
export class BeyondCounts implements Resource {
  readonly #parts: BeyondCountsParts
  #counted = new Map<string, number>()
  #timer: Timer | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(parts: BeyondCountsParts) {
    this.#parts = parts
  }

  /** `first`: first number of the block. */
  note(first: string): void {
    const before = this.#counted.get(first)
    if (before === undefined && this.#counted.size >= MAX_BLOCKS) return
    this.#counted.set(first, (before ?? 0) + 1)
    this.#timer ??= this.#parts.clock.after(WRITE_EVERY_MS, () => {
      this.#timer = undefined
      this.#writing = this.#write()
    })
  }

  /** Writes what has been counted. */
  async close(): Promise<void> {
    this.#timer?.cancel()
    await this.#writing
    await this.#write()
  }

  async #write(): Promise<void> {
    const { database, clock, logger } = this.#parts
    const counted = this.#counted
    if (counted.size === 0) return
    this.#counted = new Map()
    try {
      await database.withOperator((tx) => addBeyond(tx, counted, new Date(clock.epochMs())))
    } catch (error) {
      // They are counted again with the next ones.
      for (const [first, calls] of counted) this.#counted.set(first, calls + (this.#counted.get(first) ?? 0))
      logger.warn('calls beyond assigned numbers could not be written', { error: error instanceof Error ? error : String(error) })
    }
  }
}
