import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { PortingCase, RejectionCode } from './cases.ts'
import type { Holder } from './message.ts'
import type { PortingDirection, PortingState, PortingStep } from './porting.ts'
import { MAX_PORTINGS, PortingUnderWay, TooManyPortings } from './rules.ts'

interface PortingTable {
  readonly id: string
  readonly tenant_id: string
  readonly direction: PortingDirection
  readonly business_case: PortingCase
  readonly e164: string
  readonly state: PortingState
  readonly carrier: string
  readonly reference: string | null
  readonly holder: ColumnType<Holder, string, string>
  readonly attendant: string | null
  readonly contact: Generated<string>
  readonly country: Generated<string>
  readonly email: string | null
  readonly directory_entry: Generated<boolean>
  readonly keep_temporary: Generated<boolean>
  readonly wished_for: ColumnType<Date, string, string>
  readonly agreed_for: ColumnType<Date | null, string | null, string | null>
  readonly window_from: Date | null
  readonly window_until: Date | null
  readonly codes: Generated<readonly RejectionCode[]>
  readonly remark: Generated<string>
  readonly created_by: string
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

interface StepTable {
  readonly porting_id: string
  readonly tenant_id: string
  readonly number: number
  readonly step: PortingStep | 'create'
  readonly state: PortingState
  readonly by: string
  readonly at: Date
  readonly detail: string
}

interface PortingTables {
  readonly porting: PortingTable
  readonly porting_step: StepTable
}

/** What the form says (ORD-03). */
export interface PortingForm {
  readonly businessCase: PortingCase
  readonly carrier: string
  readonly holder: Holder
  readonly attendant: string | null
  /** Who signs for a company; empty: nobody is named. */
  readonly contact: string
  /** ISO 3166-1. */
  readonly country: string
  readonly email: string | null
  readonly directoryEntry: boolean
  readonly keepTemporary: boolean
  /** ISO 8601 date. */
  readonly wishedFor: string
}

export interface StoredPorting extends PortingForm {
  readonly id: string
  readonly tenantId: string
  readonly direction: PortingDirection
  readonly number: string
  /** Of the number's range; 1 for a single number, or where the number is not ours any more. */
  readonly size: number
  readonly state: PortingState
  readonly reference: string | null
  readonly agreedFor: string | null
  readonly window: { readonly from: Date; readonly until: Date } | null
  readonly codes: readonly RejectionCode[]
  readonly remark: string
  readonly createdBy: string
  readonly createdAt: Date
}

export type NewPorting = PortingForm &
  Pick<StoredPorting, 'tenantId' | 'direction' | 'number' | 'createdBy'> &
  Partial<Pick<StoredPorting, 'state' | 'reference'>>

/** What a step or an edit changes. */
export type PortingChange = Partial<PortingForm & Pick<StoredPorting, 'state' | 'reference' | 'agreedFor' | 'window' | 'codes' | 'remark'>>

export type PortingHistory = Omit<StepTable, 'porting_id' | 'tenant_id' | 'number'>

/** Throws `PortingUnderWay` or `TooManyPortings`. */
export async function insertPorting(
  tx: Tx,
  { state = 'draft', reference = null, ...porting }: NewPorting,
  at: Date,
): Promise<StoredPorting> {
  const id = randomUUIDv7()
  const counting = tx
    .tables<PortingTables>()
    .selectFrom('porting')
    .select(({ fn }) => fn.countAll<string>().as('count'))
  const underWay = counting.where('tenant_id', '=', porting.tenantId).where('state', 'not in', ['done', 'cancelled'])
  if (Number((await underWay.executeTakeFirstOrThrow()).count) >= MAX_PORTINGS) throw new TooManyPortings()
  const row = {
    ...{
      id,
      tenant_id: porting.tenantId,
      direction: porting.direction,
      e164: porting.number,
      state,
      reference,
      created_by: porting.createdBy,
    },
    ...{
      business_case: porting.businessCase,
      carrier: porting.carrier,
      holder: JSON.stringify(porting.holder),
      attendant: porting.attendant,
    },
    ...{ contact: porting.contact, country: porting.country, email: porting.email },
    ...{ directory_entry: porting.directoryEntry, keep_temporary: porting.keepTemporary, wished_for: porting.wishedFor },
  }
  try {
    await tx.tables<PortingTables>().insertInto('porting').values(row).execute()
  } catch (error) {
    throw violatedConstraint(error) === 'porting_number' ? new PortingUnderWay(porting.number) : error
  }
  await noteStep(tx, { id, tenantId: porting.tenantId }, { step: 'create', state, by: porting.createdBy, at, detail: '' })
  return findPorting(tx, id)
}

/** Throws `NotFound`. `forStep`: nobody else makes a step meanwhile. */
export async function findPorting(tx: Tx, id: string, forStep?: 'for step'): Promise<StoredPorting> {
  if (forStep !== undefined) await sql`SELECT 1 FROM porting WHERE id = ${id} FOR UPDATE`.execute(tx.tables())
  const row = await select(tx).where('porting.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('porting', id)
  return fromRow(row)
}

export async function findByReference(tx: Tx, reference: string): Promise<StoredPorting | undefined> {
  const row = await select(tx).where('reference', '=', reference).executeTakeFirst()
  return row && fromRow(row)
}

export interface PortingFilter {
  readonly state?: PortingState | undefined
  readonly direction?: PortingDirection | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listPortings(tx: Tx, { state, direction, after, limit }: PortingFilter): Promise<readonly StoredPorting[]> {
  let query = select(tx).orderBy('porting.id', 'desc').limit(limit)
  if (state !== undefined) query = query.where('porting.state', '=', state)
  if (direction !== undefined) query = query.where('direction', '=', direction)
  if (after !== undefined) query = query.where('porting.id', '<', after)
  return (await query.execute()).map(fromRow)
}

/** Ids of those whose window has begun, the earliest first. */
export async function duePortings(tx: Tx, at: Date): Promise<readonly string[]> {
  const query = tx.tables<PortingTables>().selectFrom('porting').select('id').where('state', '=', 'scheduled')
  return (await query.where('window_from', '<=', at).orderBy('window_from').execute()).map(({ id }) => id)
}

export async function changePorting(tx: Tx, id: string, change: PortingChange): Promise<void> {
  const { window, holder, ...rest } = change
  const columns = {
    ...{ state: rest.state, reference: rest.reference, business_case: rest.businessCase, carrier: rest.carrier, attendant: rest.attendant },
    ...{ directory_entry: rest.directoryEntry, keep_temporary: rest.keepTemporary, wished_for: rest.wishedFor, agreed_for: rest.agreedFor },
    ...{ contact: rest.contact, country: rest.country, email: rest.email },
    ...{ codes: rest.codes, remark: rest.remark, holder: holder && JSON.stringify(holder) },
    ...(window !== undefined && { window_from: window?.from ?? null, window_until: window?.until ?? null }),
  }
  const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  const query = tx
    .tables<PortingTables>()
    .updateTable('porting')
    .set({ ...set, updated_at: sql`now()` })
  await query.where('id', '=', id).execute()
}

/** For the operator's own work: nobody else writes history. */
export async function noteStep(tx: Tx, { id, tenantId }: Pick<StoredPorting, 'id' | 'tenantId'>, made: PortingHistory): Promise<void> {
  const tables = tx.tables<PortingTables>()
  const { last } = await tables
    .selectFrom('porting_step')
    .select(({ fn }) => fn.countAll<string>().as('last'))
    .where('porting_id', '=', id)
    .executeTakeFirstOrThrow()
  await tables
    .insertInto('porting_step')
    .values({ porting_id: id, tenant_id: tenantId, number: Number(last) + 1, ...made })
    .execute()
}

export async function historyOf(tx: Tx, id: string): Promise<readonly PortingHistory[]> {
  const columns = ['step', 'state', 'by', 'at', 'detail'] as const
  return tx.tables<PortingTables>().selectFrom('porting_step').select(columns).where('porting_id', '=', id).orderBy('number').execute()
}

/** `DEU.KLINKE.V000000017`. */
export async function nextReference(tx: Tx, own: string): Promise<string> {
  const { rows } = await sql<{ readonly value: string }>`SELECT nextval('porting_reference_number') AS value`.execute(tx.tables())
  return `${own}.V${String(rows[0]?.value ?? '').padStart(9, '0')}`
}

function select(tx: Tx) {
  return tx
    .tables<PortingTables & { readonly number_range: { readonly e164: string; readonly size: number } }>()
    .selectFrom('porting')
    .leftJoin('number_range as range', 'range.e164', 'porting.e164')
    .selectAll('porting')
    .select([
      'range.size',
      sql<string>`to_char(porting.wished_for, 'YYYY-MM-DD')`.as('wished'),
      sql<string | null>`to_char(porting.agreed_for, 'YYYY-MM-DD')`.as('agreed'),
    ])
}

type Row = Selectable<PortingTable> & { readonly size: number | null; readonly wished: string; readonly agreed: string | null }

function fromRow(row: Row): StoredPorting {
  const { window_from: from, window_until: until } = row
  return {
    ...{ id: row.id, tenantId: row.tenant_id, direction: row.direction, number: row.e164, size: row.size ?? 1, state: row.state },
    ...{ businessCase: row.business_case, carrier: row.carrier, holder: row.holder, attendant: row.attendant },
    ...{ contact: row.contact, country: row.country, email: row.email },
    ...{ directoryEntry: row.directory_entry, keepTemporary: row.keep_temporary, wishedFor: row.wished, agreedFor: row.agreed },
    ...{ reference: row.reference, window: from === null || until === null ? null : { from, until }, codes: row.codes, remark: row.remark },
    ...{ createdBy: row.created_by, createdAt: row.created_at },
  }
}
