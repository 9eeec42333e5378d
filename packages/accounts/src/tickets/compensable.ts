import type { Tx } from '@klinke/platform'
import { type CompensationLine, compensationLines } from './compensation.ts'
import { repairOf } from './repair-clock.ts'
import { listTickets, stopsOf } from './store.ts'
import { factsOf } from './views.ts'

/** A ticket for which § 58 TKG gives the customer something; what it comes to, `compensationDue` says by the monthly fee. */
export interface CompensableTicket {
  readonly ticketId: string
  readonly number: string
  readonly resolvedAt: Date
  readonly lines: readonly CompensationLine[]
}

/** Closed tickets of one customer are looked at, so many at a time at most. */
const MAX_TICKETS = 1_000

/**
 * Tickets of the customer that `tx` sees which are closed, so that their sum is final, and for which there is something to pay. Empty where the product does not
 * compensate (`repair.compensation`). Whoever pays notes the number: each ticket counts once.
 */
export async function compensableTickets(tx: Tx, tenantId: string, nowMs: number): Promise<readonly CompensableTicket[]> {
  if ((await repairOf(tx, tenantId))?.compensation !== true) return []
  const tickets = await listTickets(tx, { state: 'closed', kind: 'fault', limit: MAX_TICKETS, tenantId })
  const ids = tickets.map(({ id }) => id)
  const stops = Map.groupBy(await stopsOf(tx, ids), ({ ticketId }) => ticketId)
  return tickets.flatMap((ticket) => {
    const lines = compensationLines(factsOf(ticket, stops.get(ticket.id) ?? []), nowMs)
    // An outage that only the customer has called one waits for the operator's word; appointments do not.
    const sure = lines.filter(({ reason }) => reason !== 'outage-day' || ticket.severityConfirmedBy !== null)
    if (sure.length === 0 || ticket.resolvedAt === null) return []
    return [{ ticketId: ticket.id, number: ticket.number, resolvedAt: ticket.resolvedAt, lines: sure }]
  })
}
