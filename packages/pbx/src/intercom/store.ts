import type { Tx } from '@klinke/platform'
import { assertTarget } from '../destinations/store.ts'
import { findExtension } from '../extensions/store.ts'
import { DEFAULT_INTERCOM, type Intercom, type IntercomSettings } from './rules.ts'

interface IntercomTables {
  readonly intercom_settings: { readonly extension_id: string; readonly tenant_id: string } & Pick<
    IntercomSettings,
    'accepts' | 'otherwise'
  >
  readonly intercom_caller: { readonly extension_id: string; readonly caller_id: string; readonly tenant_id: string }
}

/** By tenant id. */
export async function loadIntercom(tx: Tx): Promise<ReadonlyMap<string, Intercom>> {
  const tables = tx.tables<IntercomTables>()
  const byTenant = Map.groupBy(await tables.selectFrom('intercom_settings').selectAll().execute(), (row) => row.tenant_id)
  const callers = await tables.selectFrom('intercom_caller').select(['extension_id', 'caller_id']).orderBy('caller_id').execute()
  const callersOf = Map.groupBy(callers, (row) => row.extension_id)
  return new Map(
    [...byTenant].map(([tenantId, rows]) => [
      tenantId,
      new Map(
        rows.map(({ extension_id, accepts, otherwise }) => [
          extension_id,
          { accepts, otherwise, callers: (callersOf.get(extension_id) ?? []).map(({ caller_id }) => caller_id) },
        ]),
      ),
    ]),
  )
}

/** Undefined when there is no such extension. */
export async function findIntercom(tx: Tx, extensionId: string): Promise<IntercomSettings | undefined> {
  const extension = await findExtension(tx, extensionId)
  if (extension === undefined) return undefined
  const tables = tx.tables<IntercomTables>()
  const row = await tables
    .selectFrom('intercom_settings')
    .select(['accepts', 'otherwise'])
    .where('extension_id', '=', extensionId)
    .executeTakeFirst()
  const callers = await tables
    .selectFrom('intercom_caller')
    .select('caller_id')
    .where('extension_id', '=', extensionId)
    .orderBy('caller_id')
    .execute()
  return { ...DEFAULT_INTERCOM, ...row, callers: callers.map(({ caller_id }) => caller_id) }
}

/** Undefined when there is no such extension. Throws `NoSuchTarget` for a caller that is no extension of the tenant. */
export async function changeIntercom(
  tx: Tx,
  extensionId: string,
  change: (before: IntercomSettings) => IntercomSettings,
): Promise<IntercomSettings | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  const before = await findIntercom(tx, extensionId)
  if (extension === undefined || before === undefined) return undefined
  const { accepts, otherwise, callers } = change(before)
  const { tenantId } = extension
  for (const targetId of callers) await assertTarget(tx, tenantId, { kind: 'extension', targetId })
  const tables = tx.tables<IntercomTables>()
  await tables
    .insertInto('intercom_settings')
    .values({ extension_id: extensionId, tenant_id: tenantId, accepts, otherwise })
    .onConflict((conflict) => conflict.column('extension_id').doUpdateSet({ accepts, otherwise }))
    .execute()
  await tables.deleteFrom('intercom_caller').where('extension_id', '=', extensionId).execute()
  const rows = [...new Set(callers)].map((caller) => ({ extension_id: extensionId, caller_id: caller, tenant_id: tenantId }))
  if (rows.length > 0) await tables.insertInto('intercom_caller').values(rows).execute()
  return findIntercom(tx, extensionId)
}
