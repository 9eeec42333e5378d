import type { Tx } from '@klinke/platform'
import { compensationDue, compensationLines } from './compensation.ts'
import type { Entry } from './entry-store.ts'
import { clockOf, isTooLateToReopen, repairOf } from './repair-clock.ts'
import type { RepairProfile } from './repair-profile.ts'
import { type EntryView, faultReport, missingIn, type TicketView } from './rules.ts'
import { stopsOf, type Ticket } from './store.ts'
import { possibleSteps } from './ticket.ts'
import type { Stop } from './ttr.ts'

const MINUTE_MS = 60_000

/** Tickets as the operator or their customer sees them now. */
export async function viewsOf(
  tx: Tx,
  tickets: readonly Ticket[],
  { by, nowMs }: { readonly by: 'operator' | 'customer'; readonly nowMs: number },
): Promise<readonly TicketView[]> {
  const stops = Map.groupBy(
    await stopsOf(
      tx,
      tickets.map(({ id }) => id),
    ),
    ({ ticketId }) => ticketId,
  )
  const products = new Map<string, RepairProfile | undefined>()
  for (const tenantId of new Set(tickets.map((ticket) => ticket.tenantId))) products.set(tenantId, await repairOf(tx, tenantId))
  return tickets.map((ticket) => ({
    ...viewOf(ticket, { stops: stops.get(ticket.id) ?? [], repair: products.get(ticket.tenantId), nowMs }),
    steps: stepsOf(ticket, by, products.get(ticket.tenantId), nowMs),
  }))
}

function stepsOf(ticket: Ticket, by: 'operator' | 'customer', repair: RepairProfile | undefined, nowMs: number): TicketView['steps'] {
  const late = by === 'customer' && isTooLateToReopen(ticket, repair, nowMs)
  return possibleSteps(ticket.state, by).filter((step) => !late || step !== 'reopen')
}

/** As whoever reads `tx` sees it. */
export async function viewOfTicket(tx: Tx, ticket: Ticket, seen: Parameters<typeof viewsOf>[2]): Promise<TicketView> {
  const [view] = await viewsOf(tx, [ticket], seen)
  if (view === undefined) throw new Error('one ticket, one view')
  return view
}

function viewOf(
  ticket: Ticket,
  { stops, repair, nowMs }: { readonly stops: readonly Stop[]; readonly repair: RepairProfile | undefined; readonly nowMs: number },
): Omit<TicketView, 'steps'> {
  const { dueAt: _due, warnAt: _warn, warnedAt: _warned, language: _language, severityConfirmedBy, ...shown } = ticket
  return {
    ...shown,
    severityConfirmed: severityConfirmedBy !== null,
    report: faultReport.parse(ticket.report),
    missing: ticket.kind === 'fault' ? [...missingIn(ticket.report)] : [],
    openedAt: ticket.openedAt.toISOString(),
    resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
    closedAt: ticket.closedAt?.toISOString() ?? null,
    expectedAt: ticket.expectedAt?.toISOString() ?? null,
    delayToldAt: ticket.delayToldAt?.toISOString() ?? null,
    waitsFor: stops.find(({ untilMs }) => untilMs === undefined)?.reason ?? null,
    clock: clockView(ticket, stops, repair, nowMs),
    compensation: repair?.compensation === true ? compensationView(ticket, stops, nowMs) : null,
  }
}

function clockView(ticket: Ticket, stops: readonly Stop[], repair: RepairProfile | undefined, nowMs: number): TicketView['clock'] {
  const time = clockOf(ticket, stops, repair, nowMs)
  if (time === undefined) return null
  return {
    promisedMinutes: time.promisedMs / MINUTE_MS,
    spentMinutes: Math.floor(time.spentMs / MINUTE_MS),
    remainingMinutes: Math.floor(time.remainingMs / MINUTE_MS),
    dueAt: time.dueMs === undefined ? null : new Date(time.dueMs).toISOString(),
    missed: time.isMissed,
  }
}

function compensationView(ticket: Ticket, stops: readonly Stop[], nowMs: number): TicketView['compensation'] {
  const lines = compensationLines(factsOf(ticket, stops), nowMs)
  return {
    lines: lines.map(({ reason, day, leastMicros, percent }) => ({ reason, day: day ?? null, leastMicros: String(leastMicros), percent })),
    // What nobody pays a month for is compensated by the amounts alone.
    leastMicros: String(compensationDue(lines, 0n)),
  }
}

/** What § 58 TKG asks of a ticket. */
export function factsOf(ticket: Ticket, stops: readonly Stop[]): Parameters<typeof compensationLines>[0] {
  const { kind, severity, causedByCustomer, missedAppointments, openedAt, resolvedAt } = ticket
  const mended = stops.filter(({ reason }) => reason === 'resolved')
  return { kind, severity, causedByCustomer, missedAppointments, mended, openedMs: openedAt.getTime(), resolvedMs: resolvedAt?.getTime() }
}

export function viewOfEntry({ at, attachments, ...entry }: Entry): EntryView {
  return {
    ...entry,
    at: at.toISOString(),
    attachments: attachments.map(({ id, name, mediaType, octets }) => ({ id, name, mediaType, octets })),
  }
}
