import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { Generated, Selectable } from 'kysely'
import { MAX_ALLOWED, ScoreTaken, TooManySpamEntries } from './rules.ts'

interface SettingsTable {
  readonly tenant_id: string
  readonly mark_from: number | null
  readonly voicemail_from: number | null
  readonly reject_from: number | null
}

interface AllowedTable {
  readonly id: string
  readonly tenant_id: string
  readonly prefix: string
  readonly note: string | null
  readonly created_at: Generated<Date>
}

interface SpamTables {
  readonly spam_settings: SettingsTable
  readonly spam_allowed: AllowedTable
}

export interface SpamSettings {
  readonly markFrom: number | null
  readonly voicemailFrom: number | null
  readonly rejectFrom: number | null
}

export interface Allowed {
  readonly id: string
  readonly tenantId: string
  readonly prefix: string
  readonly note: string | null
}

const NOTHING: SpamSettings = { markFrom: null, voicemailFrom: null, rejectFrom: null }

/** All that the transaction sees. */
export async function listSpamSettings(tx: Tx): Promise<readonly (SpamSettings & { readonly tenantId: string })[]> {
  const rows = await tx.tables<SpamTables>().selectFrom('spam_settings').selectAll().execute()
  return rows.map((row) => ({ tenantId: row.tenant_id, ...settingsFrom(row) }))
}

/** Of the tenant that the transaction works for. */
export async function findSpamSettings(tx: Tx): Promise<SpamSettings> {
  const row = await tx.tables<SpamTables>().selectFrom('spam_settings').selectAll().executeTakeFirst()
  return row === undefined ? NOTHING : settingsFrom(row)
}

export async function putSpamSettings(tx: Tx, tenantId: string, { markFrom, voicemailFrom, rejectFrom }: SpamSettings): Promise<void> {
  const set = { mark_from: markFrom, voicemail_from: voicemailFrom, reject_from: rejectFrom }
  const insert = tx
    .tables<SpamTables>()
    .insertInto('spam_settings')
    .values({ tenant_id: tenantId, ...set })
  await insert.onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(set)).execute()
}

/** By id; all, or `limit` at most after the id `after`. */
export async function listAllowed(tx: Tx, limit?: number, after?: string): Promise<readonly Allowed[]> {
  let query = tx.tables<SpamTables>().selectFrom('spam_allowed').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(allowedFrom)
}

/** Throws `ScoreTaken` or `TooManySpamEntries`. */
export async function insertAllowed(tx: Tx, allowed: Omit<Allowed, 'id'>): Promise<Allowed> {
  if ((await listAllowed(tx)).length >= MAX_ALLOWED) throw new TooManySpamEntries(MAX_ALLOWED)
  const { tenantId: tenant_id, prefix, note } = allowed
  const row = { id: randomUUIDv7(), tenant_id, prefix, note }
  try {
    await tx.tables<SpamTables>().insertInto('spam_allowed').values(row).execute()
  } catch (error) {
    throw violatedConstraint(error) === 'spam_allowed_prefix' ? new ScoreTaken(prefix) : error
  }
  return { id: row.id, ...allowed }
}

export async function deleteAllowed(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<SpamTables>().deleteFrom('spam_allowed').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

function settingsFrom({ mark_from, voicemail_from, reject_from }: Selectable<SettingsTable>): SpamSettings {
  return { markFrom: mark_from, voicemailFrom: voicemail_from, rejectFrom: reject_from }
}

function allowedFrom({ id, tenant_id: tenantId, prefix, note }: Selectable<AllowedTable>): Allowed {
  return { id, tenantId, prefix, note }
}
