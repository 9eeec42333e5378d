import type { Tx } from '@klinke/platform'
import { findExtension } from '../extensions/store.ts'
import { type CallControl, type CallControlSettings, DEFAULT_CALL_CONTROL } from './settings.ts'

interface CallControlTables {
  readonly call_control_settings: { readonly extension_id: string; readonly tenant_id: string; readonly auto_answer: boolean }
}

/** By tenant id. */
export async function loadCallControl(tx: Tx): Promise<ReadonlyMap<string, CallControl>> {
  const rows = await tx.tables<CallControlTables>().selectFrom('call_control_settings').selectAll().execute()
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  return new Map(
    [...byTenant].map(([id, own]) => [id, new Map(own.map((row) => [row.extension_id, { autoAnswer: row.auto_answer }] as const))]),
  )
}

/** Undefined when there is no such extension. */
export async function findCallControl(tx: Tx, extensionId: string): Promise<CallControlSettings | undefined> {
  if ((await findExtension(tx, extensionId)) === undefined) return undefined
  const query = tx.tables<CallControlTables>().selectFrom('call_control_settings').selectAll().where('extension_id', '=', extensionId)
  const row = await query.executeTakeFirst()
  return row === undefined ? DEFAULT_CALL_CONTROL : { autoAnswer: row.auto_answer }
}

/** Undefined when there is no such extension. */
export async function changeCallControl(
  tx: Tx,
  extensionId: string,
  change: Partial<CallControlSettings>,
): Promise<CallControlSettings | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  if (extension === undefined) return undefined
  const before = await findCallControl(tx, extensionId)
  const auto_answer = change.autoAnswer ?? before?.autoAnswer ?? DEFAULT_CALL_CONTROL.autoAnswer
  await tx
    .tables<CallControlTables>()
    .insertInto('call_control_settings')
    .values({ extension_id: extensionId, tenant_id: extension.tenantId, auto_answer })
    .onConflict((conflict) => conflict.column('extension_id').doUpdateSet({ auto_answer }))
    .execute()
  return { autoAnswer: auto_answer }
}
