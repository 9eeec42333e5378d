import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import { assertTargetsIn, internalNumberTaken } from '../destinations/store.ts'
import {
  DEFAULT_OPERATOR_NAME,
  DEFAULT_OPERATOR_SETTINGS,
  type OperatorMode,
  type OperatorPosition,
  type OperatorPositionChange,
  OperatorWithoutTarget,
  operatorSettings,
} from './rules.ts'

/** Switches that are remembered of each tenant. */
const MAX_SWITCHES = 1000

interface OperatorTables {
  readonly operator_position: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly number: string | null
    readonly settings: ColumnType<object, string, string>
    readonly mode: Generated<OperatorMode>
  }
  readonly operator_switch: {
    readonly id: string
    readonly tenant_id: string
    readonly switched_at: Generated<Date>
    readonly mode: OperatorMode
    readonly extension: string | null
  }
}

/** A change between day and night. */
export interface OperatorSwitch {
  readonly id: string
  readonly switchedAt: Date
  readonly mode: OperatorMode
  /** Digits of the extension that dialled the code; null: by the API. */
  readonly extension: string | null
}

/** By tenant id. */
export async function loadOperators(tx: Tx): Promise<ReadonlyMap<string, OperatorPosition>> {
  const rows = await tx.tables<OperatorTables>().selectFrom('operator_position').selectAll().execute()
  return new Map(rows.map((row) => [row.tenant_id, positionOf(row)]))
}

export async function findOperator(tx: Tx, tenantId: string): Promise<OperatorPosition | undefined> {
  const query = tx.tables<OperatorTables>().selectFrom('operator_position').selectAll().where('tenant_id', '=', tenantId)
  const row = await query.executeTakeFirst()
  return row && positionOf(row)
}

/**
 * Changes what is given of the tenant's position; the first change makes it. Throws `OperatorWithoutTarget`, `NoSuchTarget`,
 * `InternalNumberTaken` or `NoSuchTenant`.
 */
export async function changeOperator(tx: Tx, tenantId: string, change: OperatorPositionChange): Promise<OperatorPosition> {
  const { name, number, mode, ...given } = change
  const before = await findOperator(tx, tenantId)
  const day = given.day ?? before?.settings.day
  if (day === undefined) throw new OperatorWithoutTarget()
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const settings = operatorSettings.parse({ ...DEFAULT_OPERATOR_SETTINGS, ...before?.settings, ...known, day })
  const head = { name: name ?? before?.name ?? DEFAULT_OPERATOR_NAME, number: number === undefined ? (before?.number ?? null) : number }
  const saved = await saveOperator(tx, tenantId, { ...head, settings })
  if (mode === undefined || mode === saved.mode) return saved
  await switchOperator(tx, tenantId, () => mode, null)
  return { ...saved, mode }
}

/** Makes the position, or replaces how it is set; its mode stays. */
async function saveOperator(
  tx: Tx,
  tenantId: string,
  { name, number, settings }: Pick<OperatorPosition, 'name' | 'number' | 'settings'>,
): Promise<OperatorPosition> {
  await assertTargetsIn(tx, tenantId, settings)
  const fields = { name, number, settings: JSON.stringify(settings) }
  try {
    const row = await tx
      .tables<OperatorTables>()
      .insertInto('operator_position')
      .values({ id: randomUUIDv7(), tenant_id: tenantId, ...fields })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(fields))
      .returningAll()
      .executeTakeFirstOrThrow()
    return positionOf(row)
  } catch (error) {
    if (violatedConstraint(error) === 'operator_position_tenant_id_fkey') throw new NoSuchTenant(tenantId)
    throw internalNumberTaken(error, number) ?? error
  }
}

/** False when there is none. */
export async function deleteOperator(tx: Tx, tenantId: string): Promise<boolean> {
  const query = tx.tables<OperatorTables>().deleteFrom('operator_position').where('tenant_id', '=', tenantId)
  return (await query.executeTakeFirst()).numDeletedRows > 0n
}

/** Switches the position and remembers who has done it; undefined when there is none. Two at once come one after the other. */
export async function switchOperator(
  tx: Tx,
  tenantId: string,
  next: (before: OperatorMode) => OperatorMode,
  extension: string | null,
): Promise<OperatorMode | undefined> {
  const tables = tx.tables<OperatorTables>()
  const query = tables.selectFrom('operator_position').select('mode').where('tenant_id', '=', tenantId).forUpdate()
  const before = await query.executeTakeFirst()
  if (before === undefined) return undefined
  const mode = next(before.mode)
  await tables.updateTable('operator_position').set({ mode }).where('tenant_id', '=', tenantId).execute()
  await tables.insertInto('operator_switch').values({ id: randomUUIDv7(), tenant_id: tenantId, mode, extension }).execute()
  await forgetOldSwitches(tx, tenantId)
  return mode
}

/** The newest first, `limit` at most, before the id `before`. */
export async function listSwitches(tx: Tx, tenantId: string, limit: number, before?: string): Promise<readonly OperatorSwitch[]> {
  let query = tx.tables<OperatorTables>().selectFrom('operator_switch').selectAll().where('tenant_id', '=', tenantId)
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ id, switched_at, mode, extension }) => ({ id, switchedAt: switched_at, mode, extension }))
}

async function forgetOldSwitches(tx: Tx, tenantId: string): Promise<void> {
  const tables = tx.tables<OperatorTables>()
  const old = tables.selectFrom('operator_switch').select('id').where('tenant_id', '=', tenantId)
  await tables.deleteFrom('operator_switch').where('id', 'in', old.orderBy('id', 'desc').offset(MAX_SWITCHES)).execute()
}

/** Settings that are younger than the row have their defaults. */
function positionOf(row: {
  readonly id: string
  readonly name: string
  readonly number: string | null
  readonly settings: object
  readonly mode: OperatorMode
}): OperatorPosition {
  const { id, name, number, mode } = row
  return { id, name, number, mode, settings: operatorSettings.parse({ ...DEFAULT_OPERATOR_SETTINGS, ...row.settings }) }
}
