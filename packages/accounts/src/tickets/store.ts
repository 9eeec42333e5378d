import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import { germanDay } from '../sites/address-history.ts'
import { MAX_UNCLOSED_TICKETS, TooManyTickets } from './problems.ts'
import type { FaultReport } from './rules.ts'
import type { Severity, TicketKind, TicketState, Via } from './ticket.ts'
import type { Stop, StopReason } from './ttr.ts'

export interface TicketTable {
  readonly id: string
  readonly tenant_id: string
  readonly number: string
  readonly kind: TicketKind
  readonly severity: Severity
  readonly state: TicketState
  readonly subject: string
  readonly report: ColumnType<Partial<FaultReport>, string, string>
  readonly via: Via
  readonly opened_by: string
  readonly contact_mail: string | null
  readonly language: 'de' | 'en'
  readonly opened_at: Date
  readonly resolved_at: Date | null
  readonly closed_at: Date | null
  readonly due_at: Date | null
  readonly warn_at: Date | null
  readonly warned_at: Date | null
  readonly measures: Generated<string>
  readonly expected_at: Date | null
  readonly delay_told_at: Date | null
  readonly caused_by_customer: Generated<boolean>
  readonly missed_appointments: Generated<number>
  readonly severity_confirmed_by: string | null
  readonly updated_at: Generated<Date>
}

interface StopTable {
  readonly ticket_id: string
  readonly tenant_id: string
  readonly number: number
  readonly reason: StopReason
  readonly from_at: Date
  readonly until_at: Date | null
}

export interface TicketTables {
  readonly ticket: TicketTable
  readonly ticket_stop: StopTable
  readonly ticket_year: { readonly year: number; readonly last: number }
}

/** What somebody has reported or asked. */
export interface Ticket {
  readonly id: string
  readonly tenantId: string
  /** `K-2026-000123`. */
  readonly number: string
  readonly kind: TicketKind
  readonly severity: Severity
  readonly state: TicketState
  readonly subject: string
  readonly report: Partial<FaultReport>
  readonly via: Via
  readonly openedBy: string
  readonly contactMail: string | null
  readonly language: 'de' | 'en'
  readonly openedAt: Date
  readonly resolvedAt: Date | null
  readonly closedAt: Date | null
  readonly dueAt: Date | null
  readonly warnAt: Date | null
  readonly warnedAt: Date | null
  readonly measures: string
  readonly expectedAt: Date | null
  readonly delayToldAt: Date | null
  readonly causedByCustomer: boolean
  readonly missedAppointments: number
  /** Who of the operator has judged how bad it is; null: only the customer has said so. */
  readonly severityConfirmedBy: string | null
}

export type TicketChange = Partial<Omit<Ticket, 'id' | 'tenantId' | 'number' | 'via' | 'openedBy' | 'openedAt' | 'language'>>
export type OpenedTicket = Pick<
  Ticket,
  | 'tenantId'
  | 'kind'
  | 'severity'
  | 'state'
  | 'subject'
  | 'report'
  | 'via'
  | 'openedBy'
  | 'contactMail'
  | 'language'
  | 'openedAt'
  | 'severityConfirmedBy'
>

/** Of what is looked after in one round. */
const AT_A_TIME = 500

/** The next number of the year in Germany. Two are never given at once, and none twice; for the operator's own work. */
async function nextNumber(tx: Tx, at: Date): Promise<string> {
  const year = Number(germanDay(at.getTime()).slice(0, 4))
  const { rows } = await sql<{ readonly last: number }>`
    INSERT INTO ticket_year (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = ticket_year.last + 1 RETURNING last`.execute(
    tx.tables(),
  )
  return `K-${year}-${String(rows[0]?.last ?? 0).padStart(6, '0')}`
}

/** For the operator's own work. Throws `TooManyTickets`. */
export async function insertTicket(tx: Tx, ticket: OpenedTicket): Promise<Ticket> {
  const { count } = await tx
    .tables<TicketTables>()
    .selectFrom('ticket')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant_id', '=', ticket.tenantId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_UNCLOSED_TICKETS) throw new TooManyTickets()
  const id = randomUUIDv7()
  const row = {
    ...{ id, tenant_id: ticket.tenantId, number: await nextNumber(tx, ticket.openedAt), kind: ticket.kind, severity: ticket.severity },
    ...{ state: ticket.state, subject: ticket.subject, report: JSON.stringify(ticket.report), via: ticket.via },
    ...{ opened_by: ticket.openedBy, contact_mail: ticket.contactMail, language: ticket.language, opened_at: ticket.openedAt },
    severity_confirmed_by: ticket.severityConfirmedBy,
  }
  await tx.tables<TicketTables>().insertInto('ticket').values(row).execute()
  return findTicket(tx, id)
}

/** Throws `NotFound`. `lock`: nobody else changes it meanwhile. */
export async function findTicket(tx: Tx, id: string, lock?: 'for change'): Promise<Ticket> {
  const query = tx.tables<TicketTables>().selectFrom('ticket').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  if (row === undefined) throw new NotFound('ticket', id)
  return fromRow(row)
}

export async function ticketByNumber(tx: Tx, number: string): Promise<Ticket | undefined> {
  const row = await tx.tables<TicketTables>().selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst()
  return row && fromRow(row)
}

export interface TicketFilter {
  readonly state?: TicketState | undefined
  readonly kind?: TicketKind | undefined
  readonly tenantId?: string
  /** Outages whose severity nobody has confirmed. */
  readonly isUnconfirmed?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest first. */
export async function listTickets(
  tx: Tx,
  { state, kind, tenantId, isUnconfirmed, after, limit }: TicketFilter,
): Promise<readonly Ticket[]> {
  let query = tx.tables<TicketTables>().selectFrom('ticket').selectAll().orderBy('id', 'desc').limit(limit)
  if (state !== undefined) query = query.where('state', '=', state)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (isUnconfirmed === true)
    query = query.where('severity_confirmed_by', 'is', null).where('kind', '=', 'fault').where('severity', '=', 'outage')
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(fromRow)
}

/** What is not resolved: what falls due first, then what has no time, the oldest first. */
export async function unfinishedTickets(tx: Tx, limit: number): Promise<readonly Ticket[]> {
  const query = tx.tables<TicketTables>().selectFrom('ticket').selectAll().where('state', 'in', ['open', 'waiting'])
  return (
    await query
      .orderBy('due_at', (order) => order.asc().nullsLast())
      .orderBy('id')
      .limit(limit)
      .execute()
  ).map(fromRow)
}

/** How many of a customer have been opened since then, in one way or in all. */
export async function openedSince(tx: Tx, tenantId: string, since: Date, via?: Via): Promise<number> {
  const all = tx.tables<TicketTables>().selectFrom('ticket').where('tenant_id', '=', tenantId)
  const { count } = await (via === undefined ? all : all.where('via', '=', via))
    .where('opened_at', '>', since)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Ids of those whose operator is to be warned now. */
export async function warnedNext(tx: Tx, at: Date): Promise<readonly string[]> {
  const query = tx.tables<TicketTables>().selectFrom('ticket').select('id').where('state', '=', 'open').where('warned_at', 'is', null)
  return (await query.where('warn_at', '<=', at).orderBy('warn_at').limit(AT_A_TIME).execute()).map(({ id }) => id)
}

/** Faults that are worked on, not mended, and whose customer has not been told so (§ 58 (2) TKG), the oldest first. */
export async function faultsToldNothing(tx: Tx): Promise<readonly Ticket[]> {
  const query = tx.tables<TicketTables>().selectFrom('ticket').selectAll().where('kind', '=', 'fault').where('delay_told_at', 'is', null)
  return (await query.where('state', '=', 'open').orderBy('opened_at').limit(AT_A_TIME).execute()).map(fromRow)
}

export async function resolvedBefore(tx: Tx, at: Date): Promise<readonly Ticket[]> {
  const query = tx.tables<TicketTables>().selectFrom('ticket').selectAll().where('state', '=', 'resolved').where('resolved_at', '<=', at)
  return (await query.orderBy('resolved_at').execute()).map(fromRow)
}

export async function changeTicket(tx: Tx, id: string, change: TicketChange): Promise<void> {
  const columns = {
    ...{ kind: change.kind, severity: change.severity, state: change.state, subject: change.subject, contact_mail: change.contactMail },
    ...{ report: change.report && JSON.stringify(change.report), resolved_at: change.resolvedAt, closed_at: change.closedAt },
    ...{ due_at: change.dueAt, warn_at: change.warnAt, warned_at: change.warnedAt, measures: change.measures },
    ...{ expected_at: change.expectedAt, delay_told_at: change.delayToldAt },
    severity_confirmed_by: change.severityConfirmedBy,
    ...{ caused_by_customer: change.causedByCustomer, missed_appointments: change.missedAppointments },
  }
  const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  const query = tx.tables<TicketTables>().updateTable('ticket')
  await query
    .set({ ...set, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

export interface StoredStop extends Stop {
  readonly ticketId: string
}

/** Of these tickets, in order. */
export async function stopsOf(tx: Tx, ticketIds: readonly string[]): Promise<readonly StoredStop[]> {
  if (ticketIds.length === 0) return []
  const query = tx.tables<TicketTables>().selectFrom('ticket_stop').selectAll().where('ticket_id', 'in', ticketIds)
  return (await query.orderBy('ticket_id').orderBy('number').execute()).map((row) => ({
    ...{ ticketId: row.ticket_id, reason: row.reason, fromMs: row.from_at.getTime(), untilMs: row.until_at?.getTime() },
  }))
}

/** The time to repair stands still from now on. */
export async function beginStop(tx: Tx, { id, tenantId }: Pick<Ticket, 'id' | 'tenantId'>, reason: StopReason, at: Date): Promise<void> {
  const number = (await stopsOf(tx, [id])).length + 1
  const row = { ticket_id: id, tenant_id: tenantId, number, reason, from_at: at }
  await tx.tables<TicketTables>().insertInto('ticket_stop').values(row).execute()
}

/** It goes on; nothing happens where it does already. A clock that was put back ends a stop where it began. */
export async function endStop(tx: Tx, ticketId: string, at: Date): Promise<void> {
  const query = tx.tables<TicketTables>().updateTable('ticket_stop').where('ticket_id', '=', ticketId).where('until_at', 'is', null)
  await query.set({ until_at: sql<Date>`greatest(from_at, ${at})` }).execute()
}

function fromRow(row: Selectable<TicketTable>): Ticket {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, number: row.number, kind: row.kind, severity: row.severity, state: row.state },
    ...{ subject: row.subject, report: row.report, via: row.via, openedBy: row.opened_by, contactMail: row.contact_mail },
    ...{ language: row.language, openedAt: row.opened_at, resolvedAt: row.resolved_at, closedAt: row.closed_at },
    ...{ dueAt: row.due_at, warnAt: row.warn_at, warnedAt: row.warned_at, measures: row.measures, expectedAt: row.expected_at },
    ...{ delayToldAt: row.delay_told_at, causedByCustomer: row.caused_by_customer, missedAppointments: row.missed_appointments },
    severityConfirmedBy: row.severity_confirmed_by,
  }
}
