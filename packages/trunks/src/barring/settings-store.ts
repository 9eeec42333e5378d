import { NotFound, type Tx } from '@klinke/platform'
import { NoSuchSchedule, type OutboundSettings } from './rules.ts'
import type { OutboundTables, RuleOwner } from './tables.ts'

export interface StoredSettings extends RuleOwner, OutboundSettings {}

/** What is set at an extension, with whose it is. */
export interface ExtensionSettings extends OutboundSettings {
  readonly extensionId: string
  readonly number: string
  readonly name: string
}

const NOTHING_SET: OutboundSettings = { class: null, timed: null, locked: false }

/** All settings that the transaction sees. */
export async function listSettings(tx: Tx): Promise<readonly StoredSettings[]> {
  const rows = await tx.tables<OutboundTables>().selectFrom('outbound_settings').selectAll().execute()
  return rows.map((row) => ({ tenantId: row.tenant_id, extensionId: row.extension_id, siteId: row.site_id, ...settingsFrom(row) }))
}

export async function findSettings(tx: Tx, { tenantId, extensionId, siteId }: RuleOwner): Promise<OutboundSettings> {
  const id = extensionId ?? siteId ?? tenantId
  const row = await tx.tables<OutboundTables>().selectFrom('outbound_settings').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? NOTHING_SET : settingsFrom(row)
}

/** Replaces what is set there; what says nothing is not kept. Throws `NoSuchSchedule`. */
export async function putSettings(tx: Tx, { tenantId, extensionId, siteId }: RuleOwner, settings: OutboundSettings): Promise<void> {
  const tables = tx.tables<OutboundTables>()
  const id = extensionId ?? siteId ?? tenantId
  const { class: barringClass, timed, locked } = settings
  if (barringClass === null && timed === null && !locked) {
    await tables.deleteFrom('outbound_settings').where('id', '=', id).execute()
    return
  }
  if (timed !== null) await assertSchedule(tx, tenantId, timed.schedule.targetId)
  const set = { class: barringClass, timed: timed === null ? null : JSON.stringify(timed), locked }
  await tables
    .insertInto('outbound_settings')
    .values({ id, tenant_id: tenantId, extension_id: extensionId, site_id: siteId, ...set })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
    .execute()
}

async function assertSchedule(tx: Tx, tenantId: string, id: string): Promise<void> {
  const schedules = tx.tables<OutboundTables>().selectFrom('call_target').select('id').where('kind', '=', 'schedule')
  const known = await schedules.where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  if (known === undefined) throw new NoSuchSchedule(id)
}

/** An extension with what is set for it; undefined when there is no such one. */
export async function findExtensionSettings(tx: Tx, extensionId: string): Promise<(ExtensionSettings & { tenantId: string }) | undefined> {
  const row = await withSettings(tx, 'all').where('extension.id', '=', extensionId).executeTakeFirst()
  return row && { tenantId: row.tenant_id, ...extensionFrom(row) }
}

async function assertExtension(tx: Tx, extensionId: string | null): Promise<void> {
  if (extensionId !== null && (await findExtensionSettings(tx, extensionId)) === undefined) throw new NotFound('extension', extensionId)
}

/** The site's name; undefined when there is no such one. */
export async function findRuleSite(tx: Tx, id: string): Promise<{ readonly tenantId: string; readonly name: string } | undefined> {
  const row = await tx.tables<OutboundTables>().selectFrom('site').select(['tenant_id', 'name']).where('id', '=', id).executeTakeFirst()
  return row && { tenantId: row.tenant_id, name: row.name }
}

/** Throws `NotFound` unless each is null, or one of the tenant that the transaction works for. */
export async function assertOwner(tx: Tx, { extensionId, siteId }: Pick<RuleOwner, 'extensionId' | 'siteId'>): Promise<void> {
  await assertExtension(tx, extensionId)
  if (siteId !== null && (await findRuleSite(tx, siteId)) === undefined) throw new NotFound('site', siteId)
}

/** Extensions with something of their own set, by id. */
export async function listExtensionSettings(tx: Tx, limit: number, after: string | undefined): Promise<readonly ExtensionSettings[]> {
  const query = withSettings(tx, 'set').orderBy('extension.id').limit(limit)
  return (await (after === undefined ? query : query.where('extension.id', '>', after)).execute()).map(extensionFrom)
}

function withSettings(tx: Tx, which: 'all' | 'set') {
  const all = tx
    .tables<OutboundTables>()
    .selectFrom('extension')
    .leftJoin('outbound_settings as own', 'own.id', 'extension.id')
    .select(['extension.id', 'extension.tenant_id', 'extension.number', 'extension.name', 'own.class', 'own.timed', 'own.locked'])
  return which === 'all' ? all : all.where('own.id', 'is not', null)
}

function extensionFrom(
  row: Pick<OutboundTables['extension'], 'id' | 'number' | 'name'> & Partial<Parameters<typeof settingsFrom>[0]>,
): ExtensionSettings {
  return { extensionId: row.id, number: row.number, name: row.name, ...settingsFrom(row) }
}

function settingsFrom(row: { [Key in keyof OutboundSettings]?: OutboundSettings[Key] | null }): OutboundSettings {
  return { class: row.class ?? null, timed: row.timed ?? null, locked: row.locked ?? false }
}
