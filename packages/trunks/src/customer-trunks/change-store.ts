import { randomUUIDv7 } from 'node:crypto'
import type { Text, Tx } from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import type { TrunkChange } from './rules.ts'
import type { TrunkTables } from './tables.ts'
import type { TrunkState } from './trunk-state.ts'

/** A change of a trunk that was made, and perhaps taken back. */
export interface MadeChange {
  readonly id: string
  readonly tenantId: string
  readonly trunkId: string
  readonly kind: TrunkChange['kind']
  readonly effects: readonly Text[]
  readonly before: TrunkState
  readonly after: TrunkState
  readonly madeBy: string
  readonly madeAt: Date
  readonly undone: { readonly by: string; readonly at: Date } | undefined
}

/** Changes of one trunk that are shown: the last ones. */
const MAX_SHOWN = 100

export async function insertChange(
  tx: Tx,
  { tenantId, trunkId, kind, effects, before, after, madeBy }: Omit<MadeChange, 'id' | 'madeAt' | 'undone'>,
): Promise<MadeChange> {
  const owner = { id: randomUUIDv7(), tenant_id: tenantId, trunk_id: trunkId, kind, made_by: madeBy }
  const told = { effects: JSON.stringify(effects), before: JSON.stringify(before), after: JSON.stringify(after) }
  const inserting = tx
    .tables<TrunkTables>()
    .insertInto('customer_trunk_change')
    .values({ ...owner, ...told })
  return fromRow(await inserting.returningAll().executeTakeFirstOrThrow())
}

/** The newest first. */
export async function listChanges(tx: Tx, trunkId: string): Promise<readonly MadeChange[]> {
  const query = tx.tables<TrunkTables>().selectFrom('customer_trunk_change').selectAll().where('trunk_id', '=', trunkId)
  return (await query.orderBy('id', 'desc').limit(MAX_SHOWN).execute()).map(fromRow)
}

export async function findChange(tx: Tx, id: string): Promise<MadeChange | undefined> {
  const row = await tx.tables<TrunkTables>().selectFrom('customer_trunk_change').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function markUndone(tx: Tx, id: string, by: string): Promise<MadeChange> {
  const updating = tx.tables<TrunkTables>().updateTable('customer_trunk_change').set({ undone_by: by, undone_at: sql<Date>`now()` })
  return fromRow(await updating.where('id', '=', id).returningAll().executeTakeFirstOrThrow())
}

function fromRow(row: Selectable<TrunkTables['customer_trunk_change']>): MadeChange {
  const { id, tenant_id: tenantId, trunk_id: trunkId, kind, effects, before, after, undone_by: by, undone_at: at } = row
  const undone = by === null || at === null ? undefined : { by, at }
  return { id, tenantId, trunkId, kind, effects, before, after, madeBy: row.made_by, madeAt: row.made_at, undone }
}
