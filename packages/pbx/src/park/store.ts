import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { internalNumberTaken } from '../destinations/store.ts'
import { MAX_SLOTS, NO_PARK, type Park, TooManySlots } from './rules.ts'

interface ParkTables {
  readonly park_slot: { readonly id: string; readonly tenant_id: string; readonly name: string; readonly number: string }
  readonly park_settings: { readonly tenant_id: string; readonly return_seconds: number }
}

export interface StoredParkSlot {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly number: string
}

/** By tenant id. */
export async function loadPark(tx: Tx): Promise<ReadonlyMap<string, Park>> {
  const settings = await tx.tables<ParkTables>().selectFrom('park_settings').selectAll().execute()
  const slots = Map.groupBy(await listParkSlots(tx), ({ tenantId }) => tenantId)
  const seconds = new Map(settings.map((row) => [row.tenant_id, row.return_seconds]))
  return new Map(
    [...new Set([...seconds.keys(), ...slots.keys()])].map((id) => {
      const own = (slots.get(id) ?? []).map(({ id: slotId, number }) => ({ id: slotId, number }))
      return [id, { slots: own, returnSeconds: seconds.get(id) ?? NO_PARK.returnSeconds }]
    }),
  )
}

/** By number. */
export async function listParkSlots(tx: Tx): Promise<readonly StoredParkSlot[]> {
  const rows = await tx.tables<ParkTables>().selectFrom('park_slot').selectAll().orderBy('number').execute()
  return rows.map(({ tenant_id, ...slot }) => ({ ...slot, tenantId: tenant_id }))
}

/** Throws `InternalNumberTaken`, `TooManySlots` or `NoSuchTenant`. */
export async function insertParkSlot(tx: Tx, { tenantId, name, number }: Omit<StoredParkSlot, 'id'>): Promise<StoredParkSlot> {
  if ((await listParkSlots(tx)).length >= MAX_SLOTS) throw new TooManySlots()
  const slot = { id: randomUUIDv7(), name, number }
  try {
    await tx
      .tables<ParkTables>()
      .insertInto('park_slot')
      .values({ ...slot, tenant_id: tenantId })
      .execute()
  } catch (error) {
    if (violatedConstraint(error) === 'park_slot_tenant_id_fkey') throw new NoSuchTenant(tenantId)
    throw internalNumberTaken(error, number) ?? error
  }
  return { ...slot, tenantId }
}

/** False when there is none. A call that waits there goes on waiting until it returns. */
export async function deleteParkSlot(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<ParkTables>().deleteFrom('park_slot').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function findReturnSeconds(tx: Tx, tenantId: string): Promise<number> {
  const query = tx.tables<ParkTables>().selectFrom('park_settings').select('return_seconds').where('tenant_id', '=', tenantId)
  return (await query.executeTakeFirst())?.return_seconds ?? NO_PARK.returnSeconds
}

export async function saveReturnSeconds(tx: Tx, tenantId: string, seconds: number): Promise<void> {
  await tx
    .tables<ParkTables>()
    .insertInto('park_settings')
    .values({ tenant_id: tenantId, return_seconds: seconds })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ return_seconds: seconds }))
    .execute()
}
