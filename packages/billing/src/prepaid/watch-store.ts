import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
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

/** As things stand. Invoices from before the account are everybody's; an objection that is not decided keeps its invoice out. */
export async function standingOf(tx: Tx, { tenantId, openedOn }: PrepaidAccount): Promise<Standing> {
  const { rows } = await sql<{ owed: string; has_moved: boolean }>`
    SELECT coalesce(sum(open), 0)::text AS owed, EXISTS (SELECT FROM prepaid_movement WHERE tenant_id = ${tenantId}) AS has_moved
    FROM (
      SELECT open_item.amount_micros
        - coalesce((SELECT sum(entry.amount_micros) FROM payment_entry AS entry WHERE entry.open_item_id = open_item.id), 0) AS open
      FROM open_item
      WHERE tenant_id = ${tenantId} AND issued_on >= ${openedOn}::date AND NOT EXISTS (
        SELECT FROM invoice JOIN invoice_objection AS objection ON objection.invoice_id = invoice.id
        WHERE invoice.tenant_id = open_item.tenant_id AND invoice.number IN (open_item.number, open_item.fee_of) AND objection.outcome IS NULL)
    ) AS item
    WHERE open > 0`.execute(tx.tables())
  const [row] = rows
  return { balance: await balanceOf(tx, tenantId), owed: BigInt(row?.owed ?? '0'), hasMoved: row?.has_moved ?? false }
}
