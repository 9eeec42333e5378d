import type { Tx } from '@klinke/platform'
import type { MobilePrefix } from '@klinke/rating'
import { sql } from 'kysely'

/** The list of prefixes that have become mobile, and since when it is this one. */
export interface MobilePrefixList {
  readonly prefixes: readonly MobilePrefix[]
  readonly changedBy: string | null
  /** The same for as long as nobody changes it. */
  readonly stamp: string
}

export async function mobilePrefixes(tx: Tx): Promise<MobilePrefixList> {
  const { rows } = await sql<MobilePrefixList>`
    SELECT prefixes, changed_by AS "changedBy", updated_at::text AS stamp FROM mobile_prefixes`.execute(tx.tables())
  return rows[0] ?? { prefixes: [], changedBy: null, stamp: '' }
}

/** Without the prefixes, which are many. */
export async function mobilePrefixStamp(tx: Tx): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`SELECT updated_at::text AS stamp FROM mobile_prefixes`.execute(tx.tables())
  return rows[0]?.stamp ?? ''
}

export async function putMobilePrefixes(tx: Tx, prefixes: readonly MobilePrefix[], changedBy: string): Promise<void> {
  const list = JSON.stringify(prefixes)
  await sql`UPDATE mobile_prefixes SET prefixes = ${list}::jsonb, changed_by = ${changedBy}, updated_at = clock_timestamp()`.execute(
    tx.tables(),
  )
}
