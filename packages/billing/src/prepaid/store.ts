import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import { type ColumnType, type Generated, sql } from 'kysely'
import { dayOf } from '../payments/day.ts'
import { type MovementKind, type PrepaidAccountName, WAYS } from './movement.ts'

interface PrepaidTables {
  readonly prepaid_account: {
    readonly tenant_id: string
    readonly currency: string
    readonly opened_on: string
    readonly ended_on: string | null
    readonly warn_below_micros: ColumnType<number | null, never, bigint | null>
  }
  readonly prepaid_movement: {
    readonly id: string
    readonly tenant_id: string
    readonly kind: MovementKind
    readonly from_account: PrepaidAccountName
    readonly to_account: PrepaidAccountName
    readonly amount_micros: ColumnType<number, bigint, never>
    readonly source: string
    readonly noted_by: string
    readonly moved_at: Generated<Date>
  }
}

export interface PrepaidAccount {
  readonly tenantId: string
  readonly currency: Currency
  /** ISO 8601. */
  readonly openedOn: string
  readonly endedOn: string | null
  /** Below that the customer wants to be told; null: as the product says, 0: never. */
  readonly warnBelow: Micros | null
}

export interface Movement {
  readonly id: string
  readonly tenantId: string
  readonly kind: MovementKind
  /** Above zero; its kind says which way it goes. */
  readonly amountMicros: Micros
  /** What it comes from, once and for ever. */
  readonly source: string
  readonly by: string
  readonly movedAt: Date
}

/** Of all tenants that `tx` sees, or one; `for update`: whoever takes from a balance waits for others who do. */
export async function findAccount(tx: Tx, tenantId: string, lock?: 'for update'): Promise<PrepaidAccount | undefined> {
  const query = tx
    .tables<PrepaidTables>()
    .selectFrom('prepaid_account')
    .select(['tenant_id', 'currency', 'warn_below_micros', dayOf('opened_on').as('opened_on')])
    .select(dayOf('ended_on').$castTo<string | null>().as('ended_on'))
    .where('tenant_id', '=', tenantId)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  return (
    row && {
      ...{ tenantId: row.tenant_id, currency: row.currency, openedOn: row.opened_on, endedOn: row.ended_on },
      warnBelow: row.warn_below_micros === null ? null : BigInt(row.warn_below_micros),
    }
  )
}

/** Who pays before calling, or did: an account that has ended pays for what was called until then. */
export async function prepaidTenants(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.tables<PrepaidTables>().selectFrom('prepaid_account').select('tenant_id').execute()
  return rows.map((row) => row.tenant_id)
}

/** Accounts of these tenants, whoever takes from them waits; in one order, so that nobody waits for who waits for him. */
export async function holdAccounts(
  tx: Tx,
  tenantIds: readonly string[],
): Promise<readonly Pick<PrepaidAccount, 'tenantId' | 'openedOn' | 'endedOn'>[]> {
  const query = tx
    .tables<PrepaidTables>()
    .selectFrom('prepaid_account')
    .select(['tenant_id', dayOf('opened_on').as('opened_on')])
    .select(dayOf('ended_on').$castTo<string | null>().as('ended_on'))
    .where('tenant_id', 'in', tenantIds)
  const rows = await query.orderBy('tenant_id').forUpdate().execute()
  return rows.map((row) => ({ tenantId: row.tenant_id, openedOn: row.opened_on, endedOn: row.ended_on }))
}

/** What credit has paid for each of these calls, by their records, and how often that was corrected. Calls it has paid nothing for are not among them. */
export async function takenForCalls(
  tx: Tx,
  tenantId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly micros: Micros; readonly corrections: number }>> {
  const { rows } = await sql<{ record: string; micros: string; corrections: number }>`
    SELECT split_part(source, ':', 2) AS record, sum(CASE WHEN from_account = 'balance' THEN amount_micros ELSE -amount_micros END)::text AS micros,
      count(*) FILTER (WHERE starts_with(source, 'rated:'))::integer AS corrections
    FROM prepaid_movement
    WHERE tenant_id = ${tenantId} AND kind IN ('call', 'call-corrected') AND split_part(source, ':', 2) = ANY (${[...recordIds]}::text[])
    GROUP BY 1`.execute(tx.tables())
  return new Map(rows.map(({ record, micros, corrections }) => [record, { micros: BigInt(micros), corrections }]))
}

/** Harmless when there is one; one that had ended goes on. */
export async function openAccount(tx: Tx, tenantId: string, openedOn: string): Promise<void> {
  await tx
    .tables<PrepaidTables>()
    .insertInto('prepaid_account')
    .values({ tenant_id: tenantId, currency: 'EUR', opened_on: openedOn, ended_on: null })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ ended_on: null }))
    .execute()
}

/** As `openAccount`, but one that had ended begins anew: what came between its end and that day is not its to pay. */
export async function openAccountAnew(tx: Tx, tenantId: string, openedOn: string): Promise<void> {
  const begun = { opened_on: openedOn, ended_on: null }
  await tx
    .tables<PrepaidTables>()
    .updateTable('prepaid_account')
    .set(begun)
    .where('tenant_id', '=', tenantId)
    .where('ended_on', 'is not', null)
    .execute()
  await openAccount(tx, tenantId, openedOn)
}

export async function setWarnBelow(tx: Tx, tenantId: string, warnBelow: Micros | null): Promise<void> {
  const change = { warn_below_micros: warnBelow }
  await tx.tables<PrepaidTables>().updateTable('prepaid_account').set(change).where('tenant_id', '=', tenantId).execute()
}

export async function endAccount(tx: Tx, tenantId: string, endedOn: string): Promise<void> {
  await tx.tables<PrepaidTables>().updateTable('prepaid_account').set({ ended_on: endedOn }).where('tenant_id', '=', tenantId).execute()
}

/** What a customer can use; the sum of all that came less all that went. */
export async function balanceOf(tx: Tx, tenantId: string): Promise<Micros> {
  const signed = sql<string | null>`sum(CASE WHEN to_account = 'balance' THEN amount_micros ELSE -amount_micros END)::text`
  const touching = sql<boolean>`('balance' IN (from_account, to_account))`
  const query = tx
    .tables<PrepaidTables>()
    .selectFrom('prepaid_movement')
    .select(signed.as('balance'))
    .where('tenant_id', '=', tenantId)
    .where(touching)
  return BigInt((await query.executeTakeFirst())?.balance ?? '0')
}

/** Adds to the book. False: it stands there already, and nothing was moved. */
export async function move(tx: Tx, { tenantId, kind, amountMicros, source, by }: Omit<Movement, 'id' | 'movedAt'>): Promise<boolean> {
  const [from, to] = WAYS[kind]
  const row = {
    id: randomUUIDv7(),
    tenant_id: tenantId,
    kind,
    from_account: from,
    to_account: to,
    amount_micros: amountMicros,
    source,
    noted_by: by,
  }
  const inserting = tx.tables<PrepaidTables>().insertInto('prepaid_movement').values(row)
  const moved = inserting.onConflict((conflict) => conflict.constraint('prepaid_movement_source').doNothing()).returning('id')
  return (await moved.executeTakeFirst()) !== undefined
}

const MAX_LISTED = 500

/** The newest first. */
export async function listMovements(tx: Tx, tenantId: string): Promise<readonly Movement[]> {
  const query = tx.tables<PrepaidTables>().selectFrom('prepaid_movement').selectAll().where('tenant_id', '=', tenantId)
  return (await query.orderBy('id', 'desc').limit(MAX_LISTED).execute()).map((row) => ({
    ...{ id: row.id, tenantId: row.tenant_id, kind: row.kind, amountMicros: BigInt(row.amount_micros), source: row.source },
    ...{ by: row.noted_by, movedAt: row.moved_at },
  }))
}
