import type { Tx } from '@klinke/platform'
import type { ColumnType } from 'kysely'
import { assertTarget } from '../destinations/store.ts'
import { PRODUCT_TONES, type RingTones, type TenantRingTones } from './ring-tone.ts'
import type { RingTonesChange } from './rules.ts'

interface RingToneTables {
  readonly ring_tones: { readonly tenant_id: string; readonly tones: ColumnType<Partial<RingTones>, string, string> }
  readonly door_station: { readonly extension_id: string; readonly tenant_id: string }
}

/** By tenant id. Kinds that a tenant has not changed are as the product has them. */
export async function loadRingTones(tx: Tx): Promise<ReadonlyMap<string, TenantRingTones>> {
  const tables = tx.tables<RingToneTables>()
  const changed = new Map((await tables.selectFrom('ring_tones').selectAll().execute()).map((row) => [row.tenant_id, row.tones]))
  const doors = Map.groupBy(await tables.selectFrom('door_station').selectAll().execute(), (row) => row.tenant_id)
  return new Map(
    [...new Set([...changed.keys(), ...doors.keys()])].map((id) => [
      id,
      {
        tones: { ...PRODUCT_TONES, ...changed.get(id) },
        doors: new Set(doors.get(id)?.map((row) => row.extension_id)),
      },
    ]),
  )
}

/** What the tenant has changed, and its doors. */
export async function findRingTones(
  tx: Tx,
  tenantId: string,
): Promise<{ readonly tones: Partial<RingTones>; readonly doors: readonly string[] }> {
  const tables = tx.tables<RingToneTables>()
  const row = await tables.selectFrom('ring_tones').select('tones').where('tenant_id', '=', tenantId).forUpdate().executeTakeFirst()
  const doors = await tables
    .selectFrom('door_station')
    .select('extension_id')
    .where('tenant_id', '=', tenantId)
    .orderBy('extension_id')
    .execute()
  return { tones: row?.tones ?? {}, doors: doors.map((door) => door.extension_id) }
}

/** Throws `NoSuchTarget` for a door that is no extension of the tenant. */
export async function changeRingTones(tx: Tx, tenantId: string, { tones, product, doorStations }: RingTonesChange): Promise<void> {
  const before = await findRingTones(tx, tenantId)
  const given = Object.entries({ ...before.tones, ...tones }).filter(
    ([kind, tone]) => tone !== undefined && !product?.some((of) => of === kind),
  )
  const stored = JSON.stringify(Object.fromEntries(given))
  await tx
    .tables<RingToneTables>()
    .insertInto('ring_tones')
    .values({ tenant_id: tenantId, tones: stored })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ tones: stored }))
    .execute()
  if (doorStations !== undefined) await saveDoors(tx, tenantId, new Set(doorStations))
}

async function saveDoors(tx: Tx, tenantId: string, doors: ReadonlySet<string>): Promise<void> {
  for (const targetId of doors) await assertTarget(tx, tenantId, { kind: 'extension', targetId })
  const tables = tx.tables<RingToneTables>()
  await tables.deleteFrom('door_station').where('tenant_id', '=', tenantId).execute()
  if (doors.size === 0) return
  await tables
    .insertInto('door_station')
    .values([...doors].map((id) => ({ extension_id: id, tenant_id: tenantId })))
    .execute()
}
