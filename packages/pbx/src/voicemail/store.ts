import { randomUUIDv7 } from 'node:crypto'
import { type ChangedRows, patched, type Tx } from '@klinke/platform'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { assertTarget } from '../destinations/store.ts'
import { findExtension } from '../extensions/store.ts'
import { DEFAULT_MAILBOX_SETTINGS, type GreetingKind, type Mailbox, type MailboxSettings, type Voicemail } from './mailbox.ts'

interface MailboxTables {
  readonly mailbox: {
    readonly id: string
    readonly tenant_id: string
    readonly extension_id: string
    readonly name: string
    readonly settings: ColumnType<Partial<MailboxSettings>, string, string>
    readonly pin_hash: string | null
  }
  readonly mailbox_greeting: {
    readonly mailbox_id: string
    readonly kind: GreetingKind
    readonly tenant_id: string
    readonly sound: string
    readonly size_bytes: number
  }
  readonly mailbox_access: { readonly id: string; readonly tenant_id: string; readonly name: string; readonly number: string | null }
}

/** The mailboxes of all tenants that `tx` sees, by tenant id. */
export async function loadVoicemail(tx: Tx): Promise<ReadonlyMap<string, Voicemail>> {
  const tables = tx.tables<MailboxTables>()
  const boxes = Map.groupBy(await listMailboxes(tx), ({ tenantId }) => tenantId)
  const access = new Map((await tables.selectFrom('mailbox_access').selectAll().execute()).map((row) => [row.tenant_id, row.id]))
  return new Map(
    [...new Set([...boxes.keys(), ...access.keys()])].map((tenantId) => {
      const own = boxes.get(tenantId) ?? []
      return [tenantId, { ...boxesOf(own), accessId: access.get(tenantId) }]
    }),
  )
}

/** After a change of these mailboxes. */
export async function followVoicemail(tx: Tx, before: Voicemail, changed: ChangedRows): Promise<Voicemail | undefined> {
  const ids = [...(changed.get('mailbox') ?? [])]
  if (ids.length === 0 || changed.size > 1) return undefined
  const tables = tx.tables<MailboxTables>()
  const said = Map.groupBy(
    await tables.selectFrom('mailbox_greeting').selectAll().where('mailbox_id', 'in', ids).execute(),
    (row) => row.mailbox_id,
  )
  const rows = await tables.selectFrom('mailbox').selectAll().where('id', 'in', ids).execute()
  const now = boxesOf(rows.map((row) => fromRow(row, said.get(row.id) ?? [])))
  const gone = ids.map((id) => before.boxes.get(id)?.extensionId).filter((id) => id !== undefined)
  const ofExtension = patched(before.ofExtension, [...gone, ...now.ofExtension.keys()], now.ofExtension)
  return { ...before, boxes: patched(before.boxes, ids, now.boxes), ofExtension }
}

function boxesOf(boxes: readonly Mailbox[]): Pick<Voicemail, 'boxes' | 'ofExtension'> {
  return { boxes: new Map(boxes.map((box) => [box.id, box])), ofExtension: new Map(boxes.map((box) => [box.extensionId, box])) }
}

/** All that `tx` sees, in no order. */
export async function listMailboxes(tx: Tx): Promise<readonly Mailbox[]> {
  const tables = tx.tables<MailboxTables>()
  const greetings = Map.groupBy(await tables.selectFrom('mailbox_greeting').selectAll().execute(), (row) => row.mailbox_id)
  const rows = await tables.selectFrom('mailbox').selectAll().execute()
  return rows.map((row) => fromRow(row, greetings.get(row.id) ?? []))
}

/** The mailbox of that extension. */
export async function findMailboxOf(tx: Tx, extensionId: string): Promise<Mailbox | undefined> {
  return findBy(tx, 'extension_id', extensionId)
}

export async function findMailbox(tx: Tx, id: string): Promise<Mailbox | undefined> {
  return findBy(tx, 'id', id)
}

/**
 * Changes an extension's mailbox by what it was; the first change makes it. Undefined when there is no such extension.
 * Throws `NoSuchTarget` for a schedule that is none.
 */
export async function changeMailbox(
  tx: Tx,
  extensionId: string,
  change: (before: MailboxSettings) => MailboxSettings,
): Promise<Mailbox | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  if (extension === undefined) return undefined
  const settings = change((await findMailboxOf(tx, extensionId))?.settings ?? DEFAULT_MAILBOX_SETTINGS)
  if (settings.greeting.kind === 'by-schedule') await assertTarget(tx, extension.tenantId, settings.greeting.schedule)
  const stored = JSON.stringify(settings)
  const box = { id: randomUUIDv7(), tenant_id: extension.tenantId, extension_id: extensionId, name: extension.name, settings: stored }
  await tx
    .tables<MailboxTables>()
    .insertInto('mailbox')
    .values({ ...box, pin_hash: null })
    .onConflict((conflict) => conflict.column('extension_id').doUpdateSet({ settings: stored, name: extension.name }))
    .execute()
  return findMailboxOf(tx, extensionId)
}

/** Mailboxes of extensions that have none, in one statement. Returns the id of each, in their order. */
export async function insertMailboxes(
  tx: Tx,
  boxes: readonly { readonly tenantId: string; readonly extensionId: string; readonly name: string; readonly settings: MailboxSettings }[],
): Promise<readonly string[]> {
  const rows = boxes.map(({ tenantId, extensionId, name, settings }) => ({
    ...{ id: randomUUIDv7(), tenant_id: tenantId, extension_id: extensionId, name },
    ...{ settings: JSON.stringify(settings), pin_hash: null },
  }))
  if (rows.length > 0) await tx.tables<MailboxTables>().insertInto('mailbox').values(rows).execute()
  return rows.map(({ id }) => id)
}

export async function storePin(tx: Tx, mailboxId: string, pinHash: string): Promise<void> {
  await tx.tables<MailboxTables>().updateTable('mailbox').set({ pin_hash: pinHash }).where('id', '=', mailboxId).execute()
}

export async function storeGreeting(
  tx: Tx,
  { id, tenantId }: Pick<Mailbox, 'id' | 'tenantId'>,
  kind: GreetingKind,
  file: { readonly sound: string; readonly sizeBytes: number },
): Promise<void> {
  const stored = { sound: file.sound, size_bytes: file.sizeBytes }
  await tx
    .tables<MailboxTables>()
    .insertInto('mailbox_greeting')
    .values({ mailbox_id: id, kind, tenant_id: tenantId, ...stored })
    .onConflict((conflict) => conflict.columns(['mailbox_id', 'kind']).doUpdateSet(stored))
    .execute()
}

/** False when there is none. */
export async function deleteGreeting(tx: Tx, mailboxId: string, kind: GreetingKind): Promise<boolean> {
  const query = tx.tables<MailboxTables>().deleteFrom('mailbox_greeting').where('mailbox_id', '=', mailboxId).where('kind', '=', kind)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

/** Octets of all greetings of the tenants that `tx` sees. */
export async function greetingBytes(tx: Tx): Promise<number> {
  const sum = sql<number>`coalesce(sum(size_bytes), 0)::bigint`.as('bytes')
  return (await tx.tables<MailboxTables>().selectFrom('mailbox_greeting').select(sum).executeTakeFirstOrThrow()).bytes
}

async function findBy(tx: Tx, column: 'id' | 'extension_id', value: string): Promise<Mailbox | undefined> {
  const tables = tx.tables<MailboxTables>()
  const row = await tables.selectFrom('mailbox').selectAll().where(column, '=', value).executeTakeFirst()
  if (row === undefined) return undefined
  return fromRow(row, await tables.selectFrom('mailbox_greeting').selectAll().where('mailbox_id', '=', row.id).execute())
}

function fromRow(row: Selectable<MailboxTables['mailbox']>, greetings: readonly Selectable<MailboxTables['mailbox_greeting']>[]): Mailbox {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    extensionId: row.extension_id,
    settings: { ...DEFAULT_MAILBOX_SETTINGS, ...row.settings },
    pinHash: row.pin_hash ?? undefined,
    greetings: new Map(greetings.map(({ kind, sound }) => [kind, sound])),
  }
}

/** Names of all sound files in use by the tenants that `tx` sees. */
export async function soundsOfGreetings(tx: Tx): Promise<readonly string[]> {
  return (await tx.tables<MailboxTables>().selectFrom('mailbox_greeting').select('sound').execute()).map(({ sound }) => sound)
}
