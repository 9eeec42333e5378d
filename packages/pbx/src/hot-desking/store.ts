import type { Tx } from '@klinke/platform'
import type { ColumnType, Selectable } from 'kysely'
import { assertDestination, assertTarget } from '../destinations/store.ts'
import { findExtension, type StoredExtension } from '../extensions/store.ts'
import { DEFAULT_HOT_DESK_SETTINGS, type HotDesking, type HotDeskSettings, hotDeskingOf, type LoggedIn } from './hot-desks.ts'
import { MayNotLogIn, NotASharedPhone, PhoneTaken } from './rules.ts'

interface HotDeskTables {
  readonly extension_pin: { readonly extension_id: string; readonly tenant_id: string; readonly pin_hash: string }
  readonly shared_phone: {
    readonly extension_id: string
    readonly tenant_id: string
    readonly user_extension_id: string | null
    readonly logged_in_at: Date | null
  }
  readonly hot_desk_settings: { readonly tenant_id: string; readonly settings: ColumnType<Partial<HotDeskSettings>, string, string> }
}

/** A shared phone, and who is logged in there. */
export interface SharedPhone {
  readonly extensionId: string
  readonly user: LoggedIn | undefined
}

/** By tenant id. */
export async function loadHotDesking(tx: Tx): Promise<ReadonlyMap<string, HotDesking>> {
  const tables = tx.tables<HotDeskTables>()
  const settings = new Map((await tables.selectFrom('hot_desk_settings').selectAll().execute()).map((row) => [row.tenant_id, row.settings]))
  const phones = Map.groupBy(await tables.selectFrom('shared_phone').selectAll().execute(), (row) => row.tenant_id)
  const pins = Map.groupBy(await tables.selectFrom('extension_pin').selectAll().execute(), (row) => row.tenant_id)
  const tenants = new Set([...settings.keys(), ...phones.keys(), ...pins.keys()])
  return new Map(
    [...tenants].map((id) => {
      const own = (phones.get(id) ?? []).map((row) => [row.extension_id, userOf(row)] as const)
      const hashes = (pins.get(id) ?? []).map((row) => [row.extension_id, row.pin_hash] as const)
      return [id, hotDeskingOf(own, hashes, { ...DEFAULT_HOT_DESK_SETTINGS, ...settings.get(id) })]
    }),
  )
}

/** By id of the phone's extension, `limit` at most, after the id `after`. */
export async function listSharedPhones(tx: Tx, limit: number, after?: string): Promise<readonly SharedPhone[]> {
  let query = tx.tables<HotDeskTables>().selectFrom('shared_phone').selectAll().orderBy('extension_id').limit(limit)
  if (after !== undefined) query = query.where('extension_id', '>', after)
  return (await query.execute()).map(fromRow)
}

export async function findSharedPhone(tx: Tx, extensionId: string): Promise<SharedPhone | undefined> {
  const row = await phoneRow(tx, extensionId)
  return row && fromRow(row)
}

/** Undefined when there is no such extension. */
export async function sharePhone(tx: Tx, extensionId: string): Promise<SharedPhone | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  if (extension === undefined) return undefined
  await tx
    .tables<HotDeskTables>()
    .insertInto('shared_phone')
    .values({ extension_id: extensionId, tenant_id: extension.tenantId, user_extension_id: null, logged_in_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // A phone is nobody's extension: who had logged in as it is not there any more.
  await logOutUser(tx, extensionId)
  return findSharedPhone(tx, extensionId)
}

/** False when it was none. */
export async function unsharePhone(tx: Tx, extensionId: string): Promise<boolean> {
  const query = tx.tables<HotDeskTables>().deleteFrom('shared_phone').where('extension_id', '=', extensionId)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

/**
 * Logs an extension in at a phone, and out of the one where it was. Throws `NotASharedPhone`, `MayNotLogIn`, `PhoneTaken` unless
 * `replace`. Undefined when there is no such extension.
 */
export async function logIn(
  tx: Tx,
  {
    phoneId,
    userId,
    atMs,
    replace,
  }: { readonly phoneId: string; readonly userId: string; readonly atMs: number; readonly replace: boolean },
): Promise<StoredExtension | undefined> {
  // The lock on the user keeps two phones from logging it in at once.
  const user = await findExtension(tx, userId, 'for update')
  const phone = await findExtension(tx, phoneId, 'for update')
  if (user === undefined || phone === undefined) return undefined
  const shared = await findSharedPhone(tx, phoneId)
  if (shared === undefined) throw new NotASharedPhone(phone.number)
  if ((await findSharedPhone(tx, userId)) !== undefined) throw new MayNotLogIn(user.number, 'it is a shared phone itself')
  if (shared.user !== undefined && shared.user.extensionId !== userId && !replace) {
    throw new PhoneTaken(phone.number, (await findExtension(tx, shared.user.extensionId))?.number ?? '')
  }
  await logOutUser(tx, userId)
  const set = { user_extension_id: userId, logged_in_at: new Date(atMs) }
  await tx.tables<HotDeskTables>().updateTable('shared_phone').set(set).where('extension_id', '=', phoneId).execute()
  return user
}

/** Logs out who is logged in at that phone. False when nobody was. `since`: only that log-in, not a younger one. */
export async function logOut(tx: Tx, phoneId: string, sinceMs?: number): Promise<boolean> {
  let query = tx.tables<HotDeskTables>().updateTable('shared_phone').set({ user_extension_id: null, logged_in_at: null })
  query = query.where('extension_id', '=', phoneId).where('user_extension_id', 'is not', null)
  if (sinceMs !== undefined) query = query.where('logged_in_at', '=', new Date(sinceMs))
  return (await query.executeTakeFirst()).numUpdatedRows > 0n
}

export async function hasPin(tx: Tx, extensionId: string): Promise<boolean> {
  const query = tx.tables<HotDeskTables>().selectFrom('extension_pin').select('extension_id').where('extension_id', '=', extensionId)
  return (await query.executeTakeFirst()) !== undefined
}

/** `null` takes the PIN away, and logs the extension out. False when there is no such extension. */
export async function storeExtensionPin(tx: Tx, extensionId: string, pinHash: string | null): Promise<boolean> {
  const extension = await findExtension(tx, extensionId, 'for update')
  if (extension === undefined) return false
  const tables = tx.tables<HotDeskTables>()
  if (pinHash === null) {
    await tables.deleteFrom('extension_pin').where('extension_id', '=', extensionId).execute()
    await logOutUser(tx, extensionId)
    return true
  }
  await tables
    .insertInto('extension_pin')
    .values({ extension_id: extensionId, tenant_id: extension.tenantId, pin_hash: pinHash })
    .onConflict((conflict) => conflict.column('extension_id').doUpdateSet({ pin_hash: pinHash }))
    .execute()
  return true
}

export async function findHotDeskSettings(tx: Tx, tenantId: string): Promise<HotDeskSettings> {
  const query = tx.tables<HotDeskTables>().selectFrom('hot_desk_settings').select('settings').where('tenant_id', '=', tenantId)
  return { ...DEFAULT_HOT_DESK_SETTINGS, ...(await query.executeTakeFirst())?.settings }
}

/** Throws `NoSuchTarget`. */
export async function saveHotDeskSettings(tx: Tx, tenantId: string, settings: HotDeskSettings): Promise<void> {
  await assertDestination(tx, tenantId, settings.loggedOffTo)
  if (settings.logOutWhenClosed !== null) await assertTarget(tx, tenantId, settings.logOutWhenClosed)
  const stored = JSON.stringify(settings)
  await tx
    .tables<HotDeskTables>()
    .insertInto('hot_desk_settings')
    .values({ tenant_id: tenantId, settings: stored })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ settings: stored }))
    .execute()
}

async function logOutUser(tx: Tx, userId: string): Promise<void> {
  const nobody = { user_extension_id: null, logged_in_at: null }
  await tx.tables<HotDeskTables>().updateTable('shared_phone').set(nobody).where('user_extension_id', '=', userId).execute()
}

function phoneRow(tx: Tx, extensionId: string): Promise<Selectable<HotDeskTables['shared_phone']> | undefined> {
  return tx.tables<HotDeskTables>().selectFrom('shared_phone').selectAll().where('extension_id', '=', extensionId).executeTakeFirst()
}

function fromRow(row: Selectable<HotDeskTables['shared_phone']>): SharedPhone {
  return { extensionId: row.extension_id, user: userOf(row) }
}

function userOf({ user_extension_id, logged_in_at }: Selectable<HotDeskTables['shared_phone']>): LoggedIn | undefined {
  return user_extension_id === null ? undefined : { extensionId: user_extension_id, sinceMs: logged_in_at?.getTime() ?? 0 }
}
