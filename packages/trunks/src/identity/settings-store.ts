import type { Tx } from '@klinke/platform'

interface SettingsTables {
  readonly caller_identity: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string | null
    readonly shown: string | null
    readonly pinned: string | null
  }
  /** Of the PBX: read for its tenant and name. */
  readonly extension: { readonly id: string; readonly tenant_id: string; readonly number: string; readonly name: string }
}

/** Whose it is: an extension's, or the whole customer's. */
export interface IdentityOwner {
  readonly tenantId: string
  readonly extensionId: string | null
}

export interface StoredIdentitySettings extends IdentityOwner {
  readonly shown: string | null
  readonly pinned: string | null
}

/** All that the transaction sees. */
export async function listIdentitySettings(tx: Tx): Promise<readonly StoredIdentitySettings[]> {
  const rows = await tx.tables<SettingsTables>().selectFrom('caller_identity').selectAll().execute()
  return rows.map(({ tenant_id: tenantId, extension_id: extensionId, shown, pinned }) => ({ tenantId, extensionId, shown, pinned }))
}

export async function findIdentitySettings(tx: Tx, owner: IdentityOwner): Promise<StoredIdentitySettings> {
  const query = tx.tables<SettingsTables>().selectFrom('caller_identity').select(['shown', 'pinned'])
  const row = await query.where('id', '=', owner.extensionId ?? owner.tenantId).executeTakeFirst()
  return { ...owner, shown: row?.shown ?? null, pinned: row?.pinned ?? null }
}

/** Replaces what is set; what says nothing is not kept. */
export async function putIdentitySettings(tx: Tx, { tenantId, extensionId, shown, pinned }: StoredIdentitySettings): Promise<void> {
  const tables = tx.tables<SettingsTables>()
  const id = extensionId ?? tenantId
  if (shown === null && pinned === null) {
    await tables.deleteFrom('caller_identity').where('id', '=', id).execute()
    return
  }
  await tables
    .insertInto('caller_identity')
    .values({ id, tenant_id: tenantId, extension_id: extensionId, shown, pinned })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ shown, pinned }))
    .execute()
}

/** The tenant of an extension; undefined when there is no such one. */
export async function tenantOfExtension(tx: Tx, id: string): Promise<string | undefined> {
  const query = tx.tables<SettingsTables>().selectFrom('extension').select('tenant_id')
  return (await query.where('id', '=', id).executeTakeFirst())?.tenant_id
}
