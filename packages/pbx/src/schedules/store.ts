import { randomUUIDv7 } from 'node:crypto'
import { DEFAULT_TIME_ZONE, listTenants, NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { ColumnType, Generated, Selectable } from 'kysely'
import { assertUnused, checkDestinationsNow } from '../destinations/store.ts'
import { ScheduleNameTaken, type ScheduleSettings } from './rules.ts'
import type { Schedule } from './schedule.ts'

interface ScheduleTables {
  readonly schedule: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly settings: ColumnType<ScheduleSettings, string, string>
    readonly created_at: Generated<Date>
  }
}

export interface StoredSchedule {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly settings: ScheduleSettings
}

/** Throws `ScheduleNameTaken` or `NoSuchTenant`. */
export async function insertSchedule(tx: Tx, { tenantId, name, settings }: Omit<StoredSchedule, 'id'>): Promise<StoredSchedule> {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, name, settings: JSON.stringify(settings) }
  try {
    return fromRow(await tx.tables<ScheduleTables>().insertInto('schedule').values(row).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw inWords(error, name, tenantId)
  }
}

export async function findSchedule(tx: Tx, id: string): Promise<StoredSchedule | undefined> {
  const row = await tx.tables<ScheduleTables>().selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By id, `limit` at most, after the id `after`. */
export async function listSchedules(tx: Tx, limit?: number, after?: string): Promise<readonly StoredSchedule[]> {
  let query = tx.tables<ScheduleTables>().selectFrom('schedule').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** Throws `ScheduleNameTaken`; undefined when there is none. */
export async function updateSchedule(
  tx: Tx,
  { id, name, settings }: Omit<StoredSchedule, 'tenantId'>,
): Promise<StoredSchedule | undefined> {
  const set = { name, settings: JSON.stringify(settings) }
  try {
    const row = await tx.tables<ScheduleTables>().updateTable('schedule').set(set).where('id', '=', id).returningAll().executeTakeFirst()
    return row && fromRow(row)
  } catch (error) {
    throw inWords(error, name, '')
  }
}

/** Throws `TargetInUse` while something goes by it; false when there is none. */
export async function deleteSchedule(tx: Tx, id: string): Promise<boolean> {
  await assertUnused(tx, 'schedule', id)
  const result = await tx.tables<ScheduleTables>().deleteFrom('schedule').where('id', '=', id).executeTakeFirst()
  await checkDestinationsNow(tx)
  return result.numDeletedRows > 0n
}

/** By tenant id and schedule id. */
export async function loadSchedules(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, Schedule>>> {
  const zones = new Map((await listTenants(tx)).map(({ id, profile }) => [id, profile.timeZone]))
  const byTenant = Map.groupBy(await listSchedules(tx), ({ tenantId }) => tenantId)
  return new Map(
    [...byTenant].map(([tenantId, own]) => [tenantId, new Map(own.map((each) => [each.id, scheduleOf(each, zones.get(tenantId))]))]),
  )
}

/** `tenantZone`: the tenant's time zone, for a schedule that names none. */
export function scheduleOf({ id, name, settings }: StoredSchedule, tenantZone = DEFAULT_TIME_ZONE): Schedule {
  const { timeZone, week, holidays, specialDays } = settings
  const days = specialDays.map((day) => ({ ...day, to: day.to ?? day.from }))
  return { id, name, timeZone: timeZone ?? tenantZone, week, holidays: holidays ?? undefined, specialDays: days }
}

function fromRow(row: Selectable<ScheduleTables['schedule']>): StoredSchedule {
  return { id: row.id, tenantId: row.tenant_id, name: row.name, settings: row.settings }
}

function inWords(error: unknown, name: string, tenantId: string): unknown {
  switch (violatedConstraint(error)) {
    case 'schedule_name':
      return new ScheduleNameTaken(name)
    case 'schedule_tenant_id_fkey':
      return new NoSuchTenant(tenantId)
    default:
      return error
  }
}
