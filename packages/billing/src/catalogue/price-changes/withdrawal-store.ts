import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { CatalogueTables } from '../tables.ts'

/** A notice that a customer has got. */
export interface ToldNotice {
  readonly id: string
  readonly tenantId: string
  readonly contractId: string
  /** Day from which the prices were to hold, ISO 8601. */
  readonly holdsFrom: string
}

function told(tx: Tx) {
  return tx
    .tables<CatalogueTables>()
    .selectFrom('price_change_notice')
    .select(['id', 'tenant_id as tenantId', 'contract_id as contractId', sql<string>`holds_from::text`.as('holdsFrom')])
    .where('told_at', 'is not', null)
}

/** Nobody is told of these prices any more. Waits for whoever tells of them at the moment. Gives who has been told. */
export async function withdrawChanges(tx: Tx, versionId: string, at: Date): Promise<readonly ToldNotice[]> {
  const update = tx.tables<CatalogueTables>().updateTable('price_change').set({ withdrawn_at: at })
  const changes = await update.where('version_id', '=', versionId).where('withdrawn_at', 'is', null).returning('id').execute()
  if (changes.length === 0) return []
  const ids = changes.map(({ id }) => id)
  return told(tx).where('change_id', 'in', ids).orderBy('id').execute()
}

export async function markVersionWithdrawn(tx: Tx, versionId: string, made: { readonly by: string; readonly at: Date }): Promise<void> {
  const values = { version_id: versionId, withdrawn_by: made.by, withdrawn_at: made.at }
  await tx.tables<CatalogueTables>().insertInto('withdrawn_profile_version').values(values).execute()
}

/** The next one of those who are to be told that the prices do not come, after that one. */
export async function nextToldNotice(tx: Tx, changeId: string, after: string | undefined): Promise<string | undefined> {
  let query = told(tx).where('change_id', '=', changeId).where('withdrawal_told_at', 'is', null)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(1).executeTakeFirst())?.id
}

/** Takes it, if nobody has been told meanwhile; nobody else has it until the transaction ends. */
export function takeToldNotice(tx: Tx, id: string): Promise<ToldNotice | undefined> {
  return told(tx).where('id', '=', id).where('withdrawal_told_at', 'is', null).forUpdate().skipLocked().executeTakeFirst()
}

export async function markWithdrawalTold(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.tables<CatalogueTables>().updateTable('price_change_notice').set({ withdrawal_told_at: at }).where('id', '=', id).execute()
}
