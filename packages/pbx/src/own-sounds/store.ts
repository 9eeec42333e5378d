import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'
import { NO_PROMPTS, type TenantPrompts } from '../prompts/tenant-prompts.ts'

interface OwnSoundTable {
  readonly id: string
  readonly tenant_id: string
  readonly place: string
  readonly name: string
  readonly key: string
  readonly octets: string | number
  readonly duration_ms: number
  readonly position: Generated<number>
  readonly created_at: Generated<Date>
}

interface OwnSoundTables {
  readonly own_sound: OwnSoundTable
}

export const HOLD_MUSIC = 'hold-music'
const PROMPT = 'prompt/'

export interface OwnSound {
  readonly id: string
  readonly tenantId: string
  /** `prompt/de/please-wait`, or `HOLD_MUSIC`. */
  readonly place: string
  readonly name: string
  /** In the blob store. */
  readonly key: string
  readonly octets: number
  readonly durationMs: number
}

/** Where a replacement is kept. */
export function promptPlace(id: string, language: string): string {
  return `${PROMPT}${language}/${id}`
}

/** Behind all that are there. Throws `NoSuchTenant`. */
export async function insertOwnSound(tx: Tx, { durationMs, tenantId, ...sound }: Omit<OwnSound, 'id'>): Promise<OwnSound> {
  const position = sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM own_sound WHERE tenant_id = ${tenantId})`
  const row = { id: randomUUIDv7(), tenant_id: tenantId, duration_ms: durationMs, position, ...sound }
  try {
    return fromRow(await tx.tables<OwnSoundTables>().insertInto('own_sound').values(row).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw violatedConstraint(error) === 'own_sound_tenant_id_fkey' ? new NoSuchTenant(tenantId) : error
  }
}

/** As they are played; those that nobody has put into an order, as they came. */
export async function listOwnSounds(tx: Tx): Promise<readonly OwnSound[]> {
  return (await tx.tables<OwnSoundTables>().selectFrom('own_sound').selectAll().orderBy('position').orderBy('id').execute()).map(fromRow)
}

/** Puts the tenant's music on hold into that order. False, and nothing is changed, unless every piece is named once. */
export async function orderHoldMusic(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const there = (await listOwnSounds(tx)).filter(({ place }) => place === HOLD_MUSIC)
  const named = new Set(ids)
  if (ids.length !== there.length || !there.every(({ id }) => named.has(id))) return false
  const tables = tx.tables<OwnSoundTables>()
  for (const [at, id] of ids.entries()) {
    await tables
      .updateTable('own_sound')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute()
  }
  return true
}

/** By id or place; those that were there. */
export async function deleteOwnSounds(tx: Tx, by: { readonly id: string } | { readonly place: string }): Promise<readonly OwnSound[]> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['place', by.place] as const)
  return (await tx.tables<OwnSoundTables>().deleteFrom('own_sound').where(column, '=', value).returningAll().execute()).map(fromRow)
}

export async function ownSoundBytes(tx: Tx): Promise<number> {
  const sum = sql<string>`coalesce(sum(octets), 0)`.as('octets')
  return Number((await tx.tables<OwnSoundTables>().selectFrom('own_sound').select(sum).executeTakeFirst())?.octets ?? 0)
}

/** By tenant id. */
export async function loadPrompts(tx: Tx): Promise<ReadonlyMap<string, TenantPrompts>> {
  const byTenant = Map.groupBy(await listOwnSounds(tx), ({ tenantId }) => tenantId)
  return new Map([...byTenant].map(([tenantId, sounds]) => [tenantId, promptsOf(sounds)]))
}

function promptsOf(sounds: readonly OwnSound[]): TenantPrompts {
  const replaced = sounds
    .filter(({ place }) => place.startsWith(PROMPT))
    .map(({ place, key }) => [place.slice(PROMPT.length), key] as const)
  const holdMusic = sounds.filter(({ place }) => place === HOLD_MUSIC).map(({ key }) => key)
  return { ...NO_PROMPTS, replaced: new Map(replaced), holdMusic }
}

function fromRow({ tenant_id, duration_ms, octets, id, place, name, key }: Selectable<OwnSoundTable>): OwnSound {
  return { id, tenantId: tenant_id, place, name, key, octets: Number(octets), durationMs: duration_ms }
}
