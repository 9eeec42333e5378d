import type { Tx } from '@klinke/platform'
import type { FaxDestination } from '../destinations/destination.ts'
import { assertUnused, checkDestinationsNow } from '../destinations/store.ts'
import { findExtension } from '../extensions/store.ts'
import type { Fax } from './fax.ts'
import type { FaxLine, FaxLineChange } from './rules.ts'

interface FaxTables {
  readonly fax_line: { readonly id: string; readonly tenant_id: string; readonly name: string }
  readonly phone_number: { readonly e164: string; readonly tenant_id: string; readonly fax: FaxDestination | null }
}

/** By tenant id. */
export async function loadFax(tx: Tx): Promise<ReadonlyMap<string, Fax>> {
  const tables = tx.tables<FaxTables>()
  const lines = Map.groupBy(await tables.selectFrom('fax_line').select(['id', 'tenant_id']).execute(), (row) => row.tenant_id)
  const numbers = await tables.selectFrom('phone_number').select(['e164', 'tenant_id', 'fax']).where('fax', 'is not', null).execute()
  const numbersOf = Map.groupBy(numbers, (row) => row.tenant_id)
  return new Map(
    [...new Set([...lines.keys(), ...numbersOf.keys()])].map((tenantId) => [
      tenantId,
      {
        lines: new Set((lines.get(tenantId) ?? []).map(({ id }) => id)),
        numbers: new Map((numbersOf.get(tenantId) ?? []).flatMap(({ e164, fax }) => (fax === null ? [] : [[e164, fax] as const]))),
      },
    ]),
  )
}

/** Undefined when there is no such extension. */
export async function findFaxLine(tx: Tx, extensionId: string): Promise<FaxLine | undefined> {
  const extension = await findExtension(tx, extensionId)
  if (extension === undefined) return undefined
  const row = await tx.tables<FaxTables>().selectFrom('fax_line').select('name').where('id', '=', extensionId).executeTakeFirst()
  return { active: row !== undefined, name: row?.name ?? extension.name }
}

/** Undefined when there is no such extension. Throws `TargetInUse` for a line that is none any more while calls are led to it. */
export async function changeFaxLine(tx: Tx, extensionId: string, change: FaxLineChange): Promise<FaxLine | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  const before = await findFaxLine(tx, extensionId)
  if (extension === undefined || before === undefined) return undefined
  const { active, name } = { active: change.active ?? before.active, name: change.name ?? before.name }
  const tables = tx.tables<FaxTables>()
  if (active) {
    const row = { id: extensionId, tenant_id: extension.tenantId, name }
    await tables
      .insertInto('fax_line')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
      .execute()
  } else {
    await assertUnused(tx, 'fax', extensionId)
    await tables.deleteFrom('fax_line').where('id', '=', extensionId).execute()
    await checkDestinationsNow(tx)
  }
  return findFaxLine(tx, extensionId)
}
