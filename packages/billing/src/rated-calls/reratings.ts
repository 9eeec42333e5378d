import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { RunProblem } from '../invoices/runs/run.ts'
import { isToBeFollowed } from './followed-contracts.ts'
import { holdRating } from './rating-job.ts'
import { rerateMonth } from './rerate.ts'
import type { SettleRated } from './settle.ts'
import type { TariffBooks } from './tariff-books.ts'

/**
 * What a customer's contracts give has changed from a day (ISO 8601) on: months with calls that are rated and stand on no invoice are to be rated anew, or a flat
 * rate that was booked for the whole month and the calls before it was known would both be charged. In the transaction of the change, so that a kill loses neither.
 */
export async function wantReratings(tx: Tx, tenantId: string, from: string): Promise<void> {
  // Whoever rates at this moment does so by what was before: its calls are among those below.
  await holdRating(tx)
  await sql`
    INSERT INTO rerating (tenant_id, month)
    SELECT DISTINCT tenant_id, month FROM call_with_invoice
    WHERE tenant_id = ${tenantId} AND month >= date_trunc('month', ${from}::date)::date AND invoice_id IS NULL
    ON CONFLICT (tenant_id, month) DO UPDATE SET wanted_at = clock_timestamp(), failed_at = NULL`.execute(tx.tables())
}

export interface ReratingParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly books: TariffBooks
  readonly clock: Clock
  /** Absent: nobody has taken money before. */
  readonly settle?: SettleRated
}

/** Tried again after so long: what has failed once fails mostly until somebody mends it. */
const AGAIN_AFTER_MINUTES = 10

interface Wanted {
  readonly tenant_id: string
  readonly month: string
  readonly wanted_at: string
}

/** Rates the next month anew. False: there is none now. Killed in between, it is done once more, with the same result. Throws what rating anew throws. */
export async function rerateNext({ database, books, clock, settle }: ReratingParts): Promise<boolean> {
  const wanted = await database.withOperator(nextWanted)
  if (wanted === undefined) return false
  const { tenant_id: tenantId, month, wanted_at: wantedAt } = wanted
  const own = sql`tenant_id = ${tenantId} AND month = ${month}::date`
  try {
    await rerateMonth(database, books, { tenantId, month, knownAtMs: clock.epochMs(), apply: true, ...(settle && { settle }) })
  } catch (error) {
    await database.withOperator((tx) => sql`UPDATE rerating SET failed_at = now() WHERE ${own}`.execute(tx.tables()))
    throw error
  }
  // Wanted again meanwhile: it stays.
  await database.withOperator((tx) => sql`DELETE FROM rerating WHERE ${own} AND wanted_at = ${wantedAt}::timestamptz`.execute(tx.tables()))
  return true
}

async function nextWanted(tx: Tx): Promise<Wanted | undefined> {
  const { rows } = await sql<Wanted>`
    SELECT tenant_id, month::text AS month, wanted_at::text AS wanted_at FROM rerating
    WHERE failed_at IS NULL OR failed_at < now() - ${AGAIN_AFTER_MINUTES} * interval '1 minute' ORDER BY wanted_at LIMIT 1`.execute(
    tx.tables(),
  )
  return rows[0]
}

/** Why a month cannot be billed yet: its calls, or late ones of months before, are still to be rated anew, or what contracts have become is not followed yet. */
export async function waitsForRerating(tx: Tx, tenantId: string, month: string): Promise<RunProblem | undefined> {
  const { rows } = await sql<{ has_failed: boolean }>`
    SELECT bool_or(failed_at IS NOT NULL) AS has_failed FROM rerating
    WHERE tenant_id = ${tenantId} AND month <= ${month}::date HAVING count(*) > 0`.execute(tx.tables())
  const [wanted] = rows
  if (wanted !== undefined) return wanted.has_failed ? RERATING_FAILED : RERATING
  return (await isToBeFollowed(tx, tenantId, month)) ? RERATING : undefined
}

const RERATING: RunProblem = {
  code: 'rerating',
  de: 'Der Vertrag wurde rückwirkend geändert, und die Gespräche werden gerade neu bewertet. Machen Sie die Vorschau in ein paar Minuten neu.',
  en: 'The contract was changed for days that had passed, and calls are being rated anew. Make the preview anew in a few minutes.',
}
const RERATING_FAILED: RunProblem = {
  code: 'rerating-failed',
  de: `Der Vertrag wurde rückwirkend geändert, und die Gespräche ließen sich nicht neu bewerten; der Grund steht im Protokoll des Servers. Alle ${AGAIN_AFTER_MINUTES} Minuten wird es noch einmal versucht.`,
  en: `The contract was changed for days that had passed, and its calls could not be rated anew; the log of the server says why. It is tried again every ${AGAIN_AFTER_MINUTES} minutes.`,
}

const EVERY_MS = 5_000

/** Rates anew what is wanted, until it is closed. */
export function reratingJob(parts: ReratingParts & { readonly logger: Logger }): Resource {
  const { clock, logger } = parts
  let closed = false
  let working = Promise.resolve()
  const work = async (): Promise<void> => {
    try {
      while (!closed && (await rerateNext(parts)));
    } catch (error) {
      logger.warn('a month could not be rated anew; it is tried again', { error: error as Error })
    }
    if (!closed) timer = clock.after(EVERY_MS, begin)
  }
  const begin = (): void => {
    working = work()
  }
  let timer = clock.after(EVERY_MS, begin)
  return {
    close: async () => {
      closed = true
      timer.cancel()
      await working
    },
  }
}
