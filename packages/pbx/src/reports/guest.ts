import { errorCode, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { ReportTooLong } from './report-file.ts'

/** Longer than the largest customer's year takes. */
const LIMIT_MS = 15_000
/** What PostgreSQL says of a query that took longer (query_canceled). */
const QUERY_CANCELED = '57014'

/** For the rest of the transaction: one processor, as calls need the others, and not for ever. */
export async function asGuest(tx: Tx): Promise<void> {
  await sql`SELECT set_config('max_parallel_workers_per_gather', '0', true), set_config('statement_timeout', ${String(LIMIT_MS)}, true)`.execute(
    tx.tables(),
  )
}

/** What asks for more than can be counted in that time is too long a report. */
export function tooMuch(error: unknown): never {
  throw errorCode(error) === QUERY_CANCELED ? new ReportTooLong() : error
}
