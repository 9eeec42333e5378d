import type { Tx } from '@klinke/platform'

interface SettingsTables {
  readonly caller_identity: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string | null
    readonly trunk_id: string | null
    readonly shown: string | null
    readonly pinned: string | null
    readonly hides_connected: boolean
  }
  /** Of the PBX: read for its tenant and name. */
  readonly extension: { readonly id: string; readonly tenant_id: string; readonly number: string; readonly name: string }
  readonly customer_trunk: { readonly id: string; readonly tenant_id: string }
}

/** Whose it is: an extension's, that of a PBX by its trunk, or the whole customer's. */
export interface IdentityOwner {
  readonly tenantId: string
  readonly extensionId: string | null
  readonly trunkId: string | null
}

export interface StoredIdentitySettings extends IdentityOwner {
  readonly shown: string | null
  readonly pinned: string | null
  readonly hidesConnected: boolean
}

/** All that the transaction sees. */
export async function listIdentitySettings(tx: Tx): Promise<readonly StoredIdentitySettings[]> {
  const rows = await tx.tables<SettingsTables>().selectFrom('caller_identity').selectAll().execute()
  return rows.map(
    ({ tenant_id: tenantId, extension_id: extensionId, trunk_id: trunkId, hides_connected: hidesConnected, shown, pinned }) => ({
      ...{ tenantId, extensionId, trunkId, shown, pinned, hidesConnected },
    }),
  )
}

export async function findIdentitySettings(tx: Tx, owner: IdentityOwner): Promise<StoredIdentitySettings> {
  const query = tx.tables<SettingsTables>().selectFrom('caller_identity').select(['shown', 'pinned', 'hides_connected'])
  const row = await query.where('id', '=', owner.extensionId ?? owner.trunkId ?? owner.tenantId).executeTakeFirst()
  return { ...owner, shown: row?.shown ?? null, pinned: row?.pinned ?? null, hidesConnected: row?.hides_connected ?? false }
}

/** Replaces what is set; what says nothing is not kept. */
export async function putIdentitySettings(tx: Tx, settings: StoredIdentitySettings): Promise<void> {
  const { tenantId, extensionId, trunkId, shown, pinned, hidesConnected } = settings
  const tables = tx.tables<SettingsTables>()
  const id = extensionId ?? trunkId ?? tenantId
  if (shown === null && pinned === null && !hidesConnected) {
    await tables.deleteFrom('caller_identity').where('id', '=', id).execute()
    return
  }
  const set = { shown, pinned, hides_connected: hidesConnected }
  await tables
    .insertInto('caller_identity')
    .values({ id, tenant_id: tenantId, extension_id: extensionId, trunk_id: trunkId, ...set })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
    .execute()
}

/** The tenant of an extension; undefined when there is no such one. */
export async function tenantOfExtension(tx: Tx, id: string): Promise<string | undefined> {
  const query = tx.tables<SettingsTables>().selectFrom('extension').select('tenant_id')
  return (await query.where('id', '=', id).executeTakeFirst())?.tenant_id
}

/** The tenant of a trunk; undefined when there is no such one. */
export async function tenantOfTrunk(tx: Tx, id: string): Promise<string | undefined> {
  const query = tx.tables<SettingsTables>().selectFrom('customer_trunk').select('tenant_id')
  return (await query.where('id', '=', id).executeTakeFirst())?.tenant_id
}
