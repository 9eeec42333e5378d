import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { UsageSource } from '../usage.ts'
import { rateBatch } from './rate-batch.ts'
import type { SettleRated } from './settle.ts'
import type { TariffBooks } from './tariff-books.ts'

export interface RaterParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly usage: UsageSource
  readonly books: TariffBooks
  readonly clock: Clock
  /** Absent: nobody has taken money before. */
  readonly settle?: SettleRated
}

/** Legs of one transaction. */
const BATCH = 2_000

/**
 * Rates the next legs that have become known. False: there are none now. What is rated and how far is read are one transaction: whenever it is killed,
 * the next one goes on there, and what is told twice is rated once.
 */
export async function rateNext({ database, usage, books, clock, settle }: RaterParts, batch = BATCH): Promise<boolean> {
  const before = await database.withOperator((tx) => cursorOf(tx))
  const { usage: legs, cursor } = await usage.after(before, batch)
  if (cursor === before) return false
  await database.withOperator(async (tx) => {
    // Another node may have been faster.
    if ((await cursorOf(tx, 'for update')) !== before) return
    await rateBatch(tx, legs, books, clock.epochMs(), settle)
    await sql`UPDATE rating_cursor SET known = ${cursor ?? null}, updated_at = now()`.execute(tx.tables())
  })
  return true
}

/** Keeps the order of whoever rates, batches and months rated anew, until the transaction ends. */
export async function holdRating(tx: Tx): Promise<void> {
  await cursorOf(tx, 'for update')
}

/** Keeps calls from being rated until the transaction ends; others may do the same meanwhile. */
export async function shareRating(tx: Tx): Promise<void> {
  await cursorOf(tx, 'for share')
}

async function cursorOf(tx: Tx, lock?: 'for update' | 'for share'): Promise<string | undefined> {
  const how = lock === undefined ? sql`` : lock === 'for update' ? sql`FOR UPDATE` : sql`FOR SHARE`
  const { rows } = await sql<{ known: string | null }>`SELECT known FROM rating_cursor ${how}`.execute(tx.tables())
  return rows[0]?.known ?? undefined
}

const EVERY_MS = 2_000
const AFTER_FAILURE_MS = 15_000

/** Rates calls as they become known, until it is closed: then the batch at work is finished. */
export function ratingJob(parts: RaterParts & { readonly logger: Logger }): Resource {
  const { clock, logger } = parts
  let closed = false
  let running = Promise.resolve()
  const run = async (): Promise<void> => {
    let waitMs = EVERY_MS
    try {
      while (!closed && (await rateNext(parts)));
    } catch (error) {
      waitMs = AFTER_FAILURE_MS
      logger.warn('calls could not be rated; they wait', { error: error as Error })
    }
    if (!closed) timer = clock.after(waitMs, begin)
  }
  const begin = (): void => {
    running = run()
  }
  let timer = clock.after(0, begin)
  return {
    close: async () => {
      closed = true
      timer.cancel()
      await running
    },
  }
}
