import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { ColumnType, Generated } from 'kysely'
import type { TopUpState } from './top-up.ts'

interface TopUpTables {
  readonly prepaid_top_up: {
    readonly id: string
    readonly tenant_id: string
    readonly amount_micros: ColumnType<number, bigint, never>
    readonly state: TopUpState
    readonly reference: string
    readonly begun_by: string
    readonly begun_at: Generated<Date>
  }
}

/** A payment by card. */
export interface StoredTopUp {
  readonly id: string
  readonly tenantId: string
  readonly amountMicros: Micros
  readonly state: TopUpState
  readonly reference: string
  readonly begunBy: string
}

export async function insertTopUp(tx: Tx, { id, tenantId, amountMicros, state, reference, begunBy }: StoredTopUp): Promise<void> {
  const row = { id, tenant_id: tenantId, amount_micros: amountMicros, state, reference, begun_by: begunBy }
  await tx.tables<TopUpTables>().insertInto('prepaid_top_up').values(row).execute()
}

/** `for update`: what has become of it is noted by one at a time. */
export async function findTopUp(tx: Tx, id: string, lock?: 'for update'): Promise<StoredTopUp | undefined> {
  const query = tx.tables<TopUpTables>().selectFrom('prepaid_top_up').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  return (
    row && {
      ...{ id: row.id, tenantId: row.tenant_id, amountMicros: BigInt(row.amount_micros), state: row.state, reference: row.reference },
      begunBy: row.begun_by,
    }
  )
}

export async function noteOutcome(tx: Tx, id: string, state: TopUpState): Promise<void> {
  await tx.tables<TopUpTables>().updateTable('prepaid_top_up').set({ state }).where('id', '=', id).execute()
}
