import type { Tx } from '@klinke/platform'
import { findTenant } from '../tenants/store.ts'
import { insertEntry, type NewEntry } from './entry-store.ts'
import { isOfCustomer, operatorsToTell, queueTicketMail } from './mail-store.ts'
import { alertMail, openedMail, type TicketMailText } from './mails.ts'
import { MAX_OPENED_A_DAY, TooManyTicketsToday } from './problems.ts'
import { reckon } from './repair-clock.ts'
import { missingIn } from './rules.ts'
import { beginStop, findTicket, insertTicket, type OpenedTicket, openedSince, type Ticket } from './store.ts'

const DAY_MS = 86_400_000

/** What tickets need of the place where they are dealt with. */
export interface TicketDesk {
  readonly portalUrl: string
  /** Of the ids of our mails: the domain of their sender. */
  readonly messageDomain: string
}

export type Opening = Omit<OpenedTicket, 'state'> & Pick<NewEntry, 'side' | 'text'> & { readonly messageId?: string }

/**
 * Opens a ticket with what was told, in one transaction of the operator: the customer is told its number and what is missing, the operator a fault. A fault reported by
 * form whose data is incomplete waits for it (SLA-04); what comes by mail has no form, a person judges it. Throws `TooManyTickets` or
 * `TooManyTicketsToday`.
 */
export async function openTicket(
  tx: Tx,
  desk: TicketDesk,
  { side, text, messageId, ...opening }: Opening,
): Promise<{ ticket: Ticket; entryId: string }> {
  const at = opening.openedAt
  const missing = opening.kind === 'fault' && opening.via !== 'mail' ? missingIn(opening.report) : []
  const opened = await insertTicket(tx, { ...opening, state: missing.length > 0 ? 'waiting' : 'open' })
  // Counted behind the number, which only one gets at a time: many at once are no way around it.
  const sinceYesterday = new Date(at.getTime() - DAY_MS)
  if (side === 'customer' && (await openedSince(tx, opening.tenantId, sinceYesterday)) > MAX_OPENED_A_DAY) throw new TooManyTicketsToday()
  if (missing.length > 0) await beginStop(tx, opened, 'data-incomplete', at)
  const said = {
    at,
    side,
    by: opening.openedBy,
    via: opening.via,
    step: 'open',
    text,
    ...(messageId !== undefined && { messageId }),
  } as const
  const entryId = await insertEntry(tx, opened, said)
  await reckon(tx, opened)
  const ticket = await findTicket(tx, opened.id)
  await tellCustomer(tx, desk, ticket, { ...openedMail(ticket, missing, desk.portalUrl), automatic: true }, at)
  if (ticket.kind === 'fault') await tellOperators(tx, desk, ticket, 'reported', at)
  return { ticket, entryId }
}

/**
 * Nothing happens where the ticket has no address. To an address that no login of the customer or its reseller has, what is sent by itself says nothing that the
 * customer has written: it would be a way to send anything to anybody in the operator's name.
 */
export async function tellCustomer(
  tx: Tx,
  { messageDomain }: TicketDesk,
  ticket: Ticket,
  mail: TicketMailText & { readonly automatic: boolean },
  at: Date,
): Promise<void> {
  const { contactMail } = ticket
  if (contactMail === null) return
  const isQuoted = !mail.automatic || (await isOfCustomer(tx, ticket.tenantId, contactMail))
  await queueTicketMail(tx, ticket, contactMail, isQuoted ? mail : { ...mail, subject: `[${ticket.number}]` }, { at, messageDomain })
}

/** Everyone who works for the operator, each in the own language. */
export async function tellOperators(tx: Tx, desk: TicketDesk, ticket: Ticket, why: 'reported' | 'running-out', at: Date): Promise<void> {
  const customer = (await findTenant(tx, ticket.tenantId))?.name ?? ''
  for (const { email, language } of await operatorsToTell(tx)) {
    const mail = alertMail(ticket, why, { language, customer, portalUrl: desk.portalUrl })
    await queueTicketMail(tx, ticket, email, { ...mail, automatic: true }, { at, messageDomain: desk.messageDomain })
  }
}
