import { randomUUIDv7 } from 'node:crypto'
import { type CustomerKind, findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ContractDeed, ContractEvent, ContractHistory } from './events.ts'
import { contractOf } from './fold.ts'
import { readDeed, writeDeed } from './stored-deed.ts'
import type { ContractTables } from './tables.ts'

/** Who records something, and when. */
export interface Recording {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly atMs: number
}

/** A contract that has begun to be: empty until deeds are recorded. */
export async function insertContract(
  tx: Tx,
  { tenantId, profile, begins }: { readonly tenantId: string; readonly profile: string; readonly begins: Temporal.PlainDate },
  { atMs }: Recording,
): Promise<ContractHistory> {
  const id = randomUUIDv7()
  const values = { id, tenant_id: tenantId, profile, begins_on: begins.toString(), created_at: new Date(atMs) }
  await tx.tables<ContractTables>().insertInto('contract').values(values).execute()
  const customerKind = (await findTenant(tx, tenantId))?.profile.customerKind
  return { id, tenantId, profile, customerKind, events: [] }
}

const KIND = sql<CustomerKind | null>`(SELECT tenant.profile->>'customerKind' FROM tenant WHERE tenant.id = contract.tenant_id)`.as('kind')

/** `for update`: nobody else records anything until the transaction ends. */
export async function findHistory(tx: Tx, id: string, lock?: 'for update'): Promise<ContractHistory | undefined> {
  const query = tx
    .tables<ContractTables>()
    .selectFrom('contract')
    .select(['id', 'tenant_id as tenantId', 'profile', KIND])
    .where('id', '=', id)
  const found = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  return found && (await withEvents(tx, [found]))[0]
}

export interface ContractFilter {
  readonly tenantId?: string | undefined
  readonly profile?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** In the order of their ids, which is that of their creation. */
export async function listHistories(tx: Tx, { tenantId, profile, after, limit }: ContractFilter): Promise<readonly ContractHistory[]> {
  let query = tx.tables<ContractTables>().selectFrom('contract').select(['id', 'tenant_id as tenantId', 'profile', KIND]).orderBy('id')
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (profile !== undefined) query = query.where('profile', '=', profile)
  if (after !== undefined) query = query.where('id', '>', after)
  if (limit !== undefined) query = query.limit(limit)
  return withEvents(tx, await query.execute())
}

type ContractRow = Omit<ContractHistory, 'events' | 'customerKind'> & { readonly kind: CustomerKind | null }

async function withEvents(tx: Tx, contracts: readonly ContractRow[]): Promise<readonly ContractHistory[]> {
  if (contracts.length === 0) return []
  const query = tx.tables<ContractTables>().selectFrom('contract_event').select(['id', 'contract_id', 'deed', 'recorded_at', 'recorded_by'])
  const ids = contracts.map(({ id }) => id)
  const rows = await query.where(sql<boolean>`contract_id = ANY(${ids}::uuid[])`).orderBy('contract_id').orderBy('position').execute()
  const events = Map.groupBy(rows, ({ contract_id: id }) => id)
  return contracts.map(({ kind, ...contract }) => ({
    ...contract,
    customerKind: kind ?? undefined,
    events: (events.get(contract.id) ?? []).map(eventOf),
  }))
}

function eventOf(row: {
  readonly id: string
  readonly deed: unknown
  readonly recorded_at: Date
  readonly recorded_by: string
}): ContractEvent {
  return { ...readDeed(row.deed), id: row.id, recordedAtMs: row.recorded_at.getTime(), recordedBy: row.recorded_by }
}

/** Adds deeds to a history that was read `for update`. A clock that jumped back does not bring them before what was recorded earlier. */
export async function record(
  tx: Tx,
  history: ContractHistory,
  deeds: readonly ContractDeed[],
  { by, atMs }: Recording,
): Promise<ContractHistory> {
  if (deeds.length === 0) return history
  const recordedAtMs = Math.max(atMs, history.events.at(-1)?.recordedAtMs ?? 0)
  const added = deeds.map((deed): ContractEvent => ({ ...deed, id: randomUUIDv7(), recordedAtMs, recordedBy: by }))
  const rows = added.map(({ id, recordedAtMs: _at, recordedBy, ...deed }, index) => ({
    ...{ id, tenant_id: history.tenantId, contract_id: history.id, position: history.events.length + index + 1 },
    ...{ kind: deed.kind, deed: writeDeed(deed), recorded_at: new Date(recordedAtMs), recorded_by: recordedBy },
  }))
  await tx.tables<ContractTables>().insertInto('contract_event').values(rows).execute()
  const after = { ...history, events: [...history.events, ...added] }
  const until = contractOf(after)?.cancellation?.until.toString() ?? null
  await tx.tables<ContractTables>().updateTable('contract').set({ ends_on: until }).where('id', '=', history.id).execute()
  return after
}

export async function markSettingsApplied(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.tables<ContractTables>().updateTable('contract').set({ settings_applied_at: at }).where('id', '=', id).execute()
}

/** Contracts that have begun by a day and whose settings are not applied; at most so many, of which nobody else has any. */
export function takeToBegin(tx: Tx, day: Temporal.PlainDate, limit: number) {
  const query = tx
    .tables<ContractTables>()
    .selectFrom('contract')
    .select(['id', 'tenant_id as tenantId'])
    .where('settings_applied_at', 'is', null)
  return query.where(sql<boolean>`begins_on <= ${day.toString()}`).orderBy('begins_on').limit(limit).forUpdate().skipLocked().execute()
}

/** First day of the oldest of a customer's contracts that have not ended before `today`; undefined: there is none. */
export async function contractBegan(tx: Tx, tenantId: string, today: Temporal.PlainDate): Promise<Temporal.PlainDate | undefined> {
  const query = tx.tables<ContractTables>().selectFrom('contract').select(sql<string | null>`min(begins_on)::text`.as('began'))
  const running = query.where('tenant_id', '=', tenantId).where(sql<boolean>`ends_on IS NULL OR ends_on >= ${today.toString()}::date`)
  const { began } = await running.executeTakeFirstOrThrow()
  return began === null ? undefined : Temporal.PlainDate.from(began)
}

/** The last month of each of a customer's contracts that stands on an invoice. */
export async function billedThrough(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, Temporal.PlainYearMonth>> {
  const query = tx
    .tables<ContractTables>()
    .selectFrom('contract')
    .select(['id', sql<string | null>`billed_through::text`.as('through')])
  const rows = await query.where('tenant_id', '=', tenantId).execute()
  return new Map(rows.flatMap(({ id, through }) => (through === null ? [] : [[id, Temporal.PlainDate.from(through).toPlainYearMonth()]])))
}

/** Never goes back (but see `unmarkBilled`). */
export async function markBilled(tx: Tx, id: string, month: Temporal.PlainYearMonth): Promise<void> {
  const day = month.toPlainDate({ day: 1 }).toString()
  await sql`UPDATE contract SET billed_through = greatest(billed_through, ${day}::date) WHERE id = ${id}`.execute(tx.tables())
}

/** As if this month, and those after it, had not been billed. */
export async function unmarkBilled(tx: Tx, id: string, month: Temporal.PlainYearMonth): Promise<void> {
  const before = month.subtract({ months: 1 }).toPlainDate({ day: 1 }).toString()
  await sql`UPDATE contract SET billed_through = least(billed_through, ${before}::date) WHERE id = ${id}`.execute(tx.tables())
}
