import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Language, type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'
import { assertUnused, checkDestinationsNow, internalNumberTaken } from '../destinations/store.ts'
import type { Announcements } from './announcement.ts'
import { AnnouncementNameTaken } from './rules.ts'

interface AnnouncementTables {
  readonly announcement: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly number: string | null
    readonly created_at: Generated<Date>
  }
  readonly announcement_sound: {
    readonly announcement_id: string
    readonly language: Language
    readonly tenant_id: string
    readonly key: string
    readonly octets: string | number
    readonly duration_ms: number
    readonly spoken: string | null
  }
  readonly announcement_settings: { readonly tenant_id: string; readonly recording_pin_hash: string }
}

export interface AnnouncementSound {
  readonly language: Language
  /** In the blob store. */
  readonly key: string
  readonly octets: number
  readonly durationMs: number
  /** What the machine has spoken; null: a recording. */
  readonly spoken: string | null
}

export interface StoredAnnouncement {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly number: string | null
  readonly sounds: readonly AnnouncementSound[]
}

export type AnnouncementFields = Pick<StoredAnnouncement, 'name' | 'number'>

/** By tenant id. */
export async function loadAnnouncements(tx: Tx): Promise<ReadonlyMap<string, Announcements>> {
  const pins = await tx.tables<AnnouncementTables>().selectFrom('announcement_settings').selectAll().execute()
  const pinOf = new Map(pins.map((row) => [row.tenant_id, row.recording_pin_hash]))
  const byTenant = Map.groupBy(await listAnnouncements(tx), ({ tenantId }) => tenantId)
  return new Map(
    [...new Set([...pinOf.keys(), ...byTenant.keys()])].map((id) => {
      const own = (byTenant.get(id) ?? []).map(({ sounds, ...each }) => {
        const keys = new Map(sounds.map(({ language, key }) => [language, key]))
        return [each.id, { id: each.id, name: each.name, sounds: keys }] as const
      })
      return [id, { byId: new Map(own), recordingPinHash: pinOf.get(id) }]
    }),
  )
}

/** By id, `limit` at most, after the id `after`. */
export async function listAnnouncements(tx: Tx, limit?: number, after?: string): Promise<readonly StoredAnnouncement[]> {
  let query = tx.tables<AnnouncementTables>().selectFrom('announcement').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return withSounds(tx, await query.execute())
}

export async function findAnnouncement(tx: Tx, id: string): Promise<StoredAnnouncement | undefined> {
  const rows = await tx.tables<AnnouncementTables>().selectFrom('announcement').selectAll().where('id', '=', id).execute()
  return (await withSounds(tx, rows))[0]
}

/** Throws `AnnouncementNameTaken`, `InternalNumberTaken` or `NoSuchTenant`. */
export async function insertAnnouncement(tx: Tx, tenantId: string, fields: AnnouncementFields): Promise<StoredAnnouncement> {
  const { name, number } = fields
  const row = { id: randomUUIDv7(), tenant_id: tenantId, name, number }
  try {
    await tx.tables<AnnouncementTables>().insertInto('announcement').values(row).execute()
  } catch (error) {
    throw inWords(error, fields, tenantId)
  }
  return { id: row.id, tenantId, name, number, sounds: [] }
}

/** Throws `AnnouncementNameTaken` or `InternalNumberTaken`. */
export async function updateAnnouncement(tx: Tx, { id, name, number }: Pick<StoredAnnouncement, 'id' | 'name' | 'number'>): Promise<void> {
  try {
    await tx.tables<AnnouncementTables>().updateTable('announcement').set({ name, number }).where('id', '=', id).execute()
  } catch (error) {
    throw inWords(error, { name, number }, '')
  }
}

/** Throws `TargetInUse` while something uses it. */
export async function deleteAnnouncement(tx: Tx, id: string): Promise<void> {
  await assertUnused(tx, 'announcement', id)
  await tx.tables<AnnouncementTables>().deleteFrom('announcement').where('id', '=', id).execute()
  await checkDestinationsNow(tx)
}

/** In place of the one in that language, which is given back. */
export async function storeSound(
  tx: Tx,
  { id, tenantId }: Pick<StoredAnnouncement, 'id' | 'tenantId'>,
  sound: AnnouncementSound,
): Promise<AnnouncementSound | undefined> {
  const replaced = await deleteSound(tx, id, sound.language)
  const { language, key, octets, durationMs, spoken } = sound
  const row = { announcement_id: id, language, tenant_id: tenantId, key, octets, duration_ms: durationMs, spoken }
  await tx.tables<AnnouncementTables>().insertInto('announcement_sound').values(row).execute()
  return replaced
}

export async function deleteSound(tx: Tx, id: string, language: Language): Promise<AnnouncementSound | undefined> {
  const query = tx.tables<AnnouncementTables>().deleteFrom('announcement_sound').where('announcement_id', '=', id)
  const row = await query.where('language', '=', language).returningAll().executeTakeFirst()
  return row && soundOf(row)
}

/** Octets of all announcements of the tenants that `tx` sees. */
export async function announcementBytes(tx: Tx): Promise<number> {
  const sum = sql<string>`coalesce(sum(octets), 0)`.as('octets')
  return Number((await tx.tables<AnnouncementTables>().selectFrom('announcement_sound').select(sum).executeTakeFirst())?.octets ?? 0)
}

/** `null`: announcements are not recorded by phone any more. */
export async function saveRecordingPin(tx: Tx, tenantId: string, hash: string | null): Promise<void> {
  const tables = tx.tables<AnnouncementTables>()
  await tables.deleteFrom('announcement_settings').where('tenant_id', '=', tenantId).execute()
  if (hash === null) return
  await tables.insertInto('announcement_settings').values({ tenant_id: tenantId, recording_pin_hash: hash }).execute()
}

async function withSounds(tx: Tx, rows: readonly Selectable<AnnouncementTables['announcement']>[]): Promise<readonly StoredAnnouncement[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const query = tx.tables<AnnouncementTables>().selectFrom('announcement_sound').selectAll().where('announcement_id', 'in', ids)
  const sounds = Map.groupBy(await query.orderBy('language').execute(), (row) => row.announcement_id)
  return rows.map(({ id, tenant_id, name, number }) => ({
    ...{ id, tenantId: tenant_id, name, number },
    sounds: (sounds.get(id) ?? []).map(soundOf),
  }))
}

function soundOf(row: Selectable<AnnouncementTables['announcement_sound']>): AnnouncementSound {
  const { language, key, octets, duration_ms, spoken } = row
  return { language, key, octets: Number(octets), durationMs: duration_ms, spoken }
}

function inWords(error: unknown, { name, number }: AnnouncementFields, tenantId: string): unknown {
  switch (violatedConstraint(error)) {
    case 'announcement_name':
      return new AnnouncementNameTaken(name)
    case 'announcement_tenant_id_fkey':
      return new NoSuchTenant(tenantId)
    default:
      return internalNumberTaken(error, number) ?? error
  }
}
