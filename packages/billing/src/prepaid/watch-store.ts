import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { owedOf } from './owed.ts'
import type { Standing, Watched } from './standing.ts'
import { balanceOf, type PrepaidAccount } from './store.ts'

interface WatchTables {
  readonly prepaid_watch: {
    readonly tenant_id: string
    readonly low_since: Date | null
    readonly owing_since: Date | null
    readonly lock_announced_at: Date | null
  }
}

const NOTHING: Watched = { lowSince: null, owingSince: null, lockAnnouncedAt: null }

/** What was noticed of a balance before. */
export async function watchedOf(tx: Tx, tenantId: string): Promise<Watched> {
  const row = await tx.tables<WatchTables>().selectFrom('prepaid_watch').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
  return row === undefined ? NOTHING : { lowSince: row.low_since, owingSince: row.owing_since, lockAnnouncedAt: row.lock_announced_at }
}

export async function noteWatched(tx: Tx, tenantId: string, { lowSince, owingSince, lockAnnouncedAt }: Watched): Promise<void> {
  const row = { low_since: lowSince, owing_since: owingSince, lock_announced_at: lockAnnouncedAt }
  const inserting = tx
    .tables<WatchTables>()
    .insertInto('prepaid_watch')
    .values({ tenant_id: tenantId, ...row })
  await inserting.onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row)).execute()
}

/** As things stand. */
export async function standingOf(tx: Tx, account: PrepaidAccount): Promise<Standing> {
  const { tenantId } = account
  const { rows } = await sql<{ has_moved: boolean }>`
    SELECT EXISTS (SELECT FROM prepaid_movement WHERE tenant_id = ${tenantId}) AS has_moved`.execute(tx.tables())
  return { balance: await balanceOf(tx, tenantId), owed: await owedOf(tx, account), hasMoved: rows[0]?.has_moved ?? false }
}
