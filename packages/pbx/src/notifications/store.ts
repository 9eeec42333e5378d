import { type ChangedRows, type Language, patched, type Tx } from '@klinke/platform'
import { findExtension } from '../extensions/store.ts'
import { DEFAULT_NOTIFICATIONS, NoMailAddress, type NotificationSettings, type Notifications } from './rules.ts'

interface NotificationRow {
  readonly extension_id: string
  readonly tenant_id: string
  readonly missed_call_mail: boolean
  readonly mail_to: string | null
  readonly language: Language
}

interface NotificationTables {
  readonly notification_settings: NotificationRow
}

/** By tenant id. */
export async function loadNotifications(tx: Tx): Promise<ReadonlyMap<string, Notifications>> {
  const rows = await tx.tables<NotificationTables>().selectFrom('notification_settings').selectAll().execute()
  return new Map([...Map.groupBy(rows, (row) => row.tenant_id)].map(([id, own]) => [id, byExtension(own)]))
}

/** After a change of the settings of these extensions. */
export async function followNotifications(tx: Tx, before: Notifications, changed: ChangedRows): Promise<Notifications | undefined> {
  const ids = [...(changed.get('notification_settings') ?? [])]
  if (ids.length === 0) return undefined
  const query = tx.tables<NotificationTables>().selectFrom('notification_settings').selectAll().where('extension_id', 'in', ids)
  return patched(before, ids, byExtension(await query.execute()))
}

/** Undefined when there is no such extension. */
export async function findNotifications(tx: Tx, extensionId: string): Promise<NotificationSettings | undefined> {
  if ((await findExtension(tx, extensionId)) === undefined) return undefined
  const query = tx.tables<NotificationTables>().selectFrom('notification_settings').selectAll().where('extension_id', '=', extensionId)
  const row = await query.executeTakeFirst()
  return row === undefined ? DEFAULT_NOTIFICATIONS : fromRow(row)
}

/** Undefined when there is no such extension. Throws `NoMailAddress`. */
export async function changeNotifications(
  tx: Tx,
  extensionId: string,
  change: Partial<NotificationSettings>,
): Promise<NotificationSettings | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  const before = await findNotifications(tx, extensionId)
  if (extension === undefined || before === undefined) return undefined
  const settings = { ...before, ...change }
  if (settings.missedCallMail && settings.mailTo === null) throw new NoMailAddress()
  const row = { missed_call_mail: settings.missedCallMail, mail_to: settings.mailTo, language: settings.language }
  await tx
    .tables<NotificationTables>()
    .insertInto('notification_settings')
    .values({ extension_id: extensionId, tenant_id: extension.tenantId, ...row })
    .onConflict((conflict) => conflict.column('extension_id').doUpdateSet(row))
    .execute()
  return settings
}

function byExtension(rows: readonly NotificationRow[]): Map<string, NotificationSettings> {
  return new Map(rows.map((row) => [row.extension_id, fromRow(row)]))
}

function fromRow({ missed_call_mail, mail_to, language }: NotificationRow): NotificationSettings {
  return { missedCallMail: missed_call_mail, mailTo: mail_to, language }
}
