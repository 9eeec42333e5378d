import type { Tx } from '@klinke/platform'
import { insertEntry, insertNote } from './entry-store.ts'
import { answerMail, resolvedMail } from './mails.ts'
import { type TicketDesk, tellCustomer } from './open-ticket.ts'
import { ReopenTooLate, StepOfOperator, TicketClosed } from './problems.ts'
import { isTooLateToReopen, reckon, repairOf } from './repair-clock.ts'
import { DEFAULT_CLOSE_AFTER_DAYS } from './repair-profile.ts'
import { type MadeTicketStep, missingIn, type TicketEdit } from './rules.ts'
import { beginStop, changeTicket, endStop, findTicket, type Ticket, type TicketChange } from './store.ts'
import { afterStep, possibleSteps, type Via } from './ticket.ts'

/** Who does something to a ticket. */
export interface Doer {
  readonly side: 'customer' | 'operator' | 'system'
  readonly by: string
  readonly via: Via
  readonly at: Date
  /** Of the mail that says so. */
  readonly messageId?: string
}

/** Makes a step, with what is said with it, in one transaction of the operator. Throws `TicketStepImpossible`, `StepOfOperator`, `ReopenTooLate` or `NotFound`. */
export async function makeTicketStep(tx: Tx, desk: TicketDesk, id: string, made: MadeTicketStep, doer: Doer): Promise<Ticket> {
  const ticket = await findTicket(tx, id, 'for change')
  const state = afterStep(ticket.state, made.step)
  if (doer.side === 'customer' && !possibleSteps(ticket.state, 'customer').includes(made.step)) throw new StepOfOperator()
  const { at } = doer
  if (doer.side === 'customer' && isTooLateToReopen(ticket, await repairOf(tx, ticket.tenantId), at.getTime())) throw new ReopenTooLate()
  // What waits is resolved as of now: the stop is over, and another one lasts as long as it is taken for mended.
  await endStop(tx, id, at)
  if (made.step === 'pause') await beginStop(tx, ticket, made.reason, at)
  if (made.step === 'resolve' || made.step === 'close') await beginStop(tx, ticket, 'resolved', at)
  await changeTicket(tx, id, { state, ...timesOf(made.step, at) })
  await insertEntry(tx, ticket, { ...entryOf(doer), step: made.step, text: made.text })
  const now = await findTicket(tx, id)
  await reckon(tx, now)
  if (doer.side === 'operator') await tellOf(tx, desk, now, made, at)
  return findTicket(tx, id)
}

/** Something is said. What the customer says lets a ticket go on that waits for it, and reopens one that was taken for mended. Throws `TicketClosed` or `TicketFull`. */
export async function say(tx: Tx, desk: TicketDesk, id: string, text: string, doer: Doer): Promise<string> {
  const ticket = await findTicket(tx, id, 'for change')
  if (ticket.state === 'closed') throw new TicketClosed()
  const entryId = await insertEntry(tx, ticket, { ...entryOf(doer), text })
  if (doer.side === 'operator')
    await tellCustomer(tx, desk, ticket, { ...answerMail(ticket, text, desk.portalUrl), automatic: false }, doer.at)
  if (doer.side !== 'customer') return entryId
  const system: Doer = { side: 'system', by: 'Klinke', via: doer.via, at: doer.at }
  if (ticket.state === 'waiting') await makeTicketStep(tx, desk, id, { step: 'resume', text: '' }, system)
  if (ticket.state === 'resolved') await makeTicketStep(tx, desk, id, { step: 'reopen', text: '' }, system)
  return entryId
}

/** A note of the operator for itself. */
export async function note(tx: Tx, id: string, text: string, { by, at }: Pick<Doer, 'by' | 'at'>): Promise<string> {
  await findTicket(tx, id)
  return insertNote(tx, id, { at, by, text })
}

/** Changes what is known of a ticket; data that has become complete lets its time to repair go on (SLA-04). */
export async function editTicket(tx: Tx, desk: TicketDesk, id: string, edit: TicketEdit, doer: Doer): Promise<Ticket> {
  const before = await findTicket(tx, id, 'for change')
  const { expectedAt, severityConfirmed: _judged, ...rest } = edit
  const change = {
    ...rest,
    ...confirmedBy(before, edit, doer),
    ...(expectedAt !== undefined && { expectedAt: expectedAt === null ? null : new Date(expectedAt) }),
  }
  await changeTicket(tx, id, given(change))
  const after = await findTicket(tx, id)
  const became = missingIn(before.report).length > 0 && missingIn(after.report).length === 0
  if (became && after.state === 'waiting')
    return makeTicketStep(tx, desk, id, { step: 'resume', text: '' }, { ...doer, side: 'system', by: 'Klinke' })
  await reckon(tx, after)
  return findTicket(tx, id)
}

/** Who changes the severity has judged it. */
function confirmedBy({ severity }: Ticket, edit: TicketEdit, { by }: Doer): TicketChange {
  const isChanged = edit.severity !== undefined && edit.severity !== severity
  if (edit.severityConfirmed === undefined) return isChanged ? { severityConfirmedBy: by } : {}
  return { severityConfirmedBy: edit.severityConfirmed ? by : null }
}

function given(change: { readonly [field in keyof TicketChange]?: TicketChange[field] | undefined }): TicketChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function entryOf({ side, by, via, at, messageId }: Doer) {
  return { side, by, via, at, ...(messageId !== undefined && { messageId }) }
}

function timesOf(step: MadeTicketStep['step'], at: Date): TicketChange {
  if (step === 'resolve') return { resolvedAt: at }
  if (step === 'close') return { closedAt: at }
  return step === 'reopen' ? { resolvedAt: null, closedAt: null, warnedAt: null } : {}
}

async function tellOf(tx: Tx, desk: TicketDesk, ticket: Ticket, made: MadeTicketStep, at: Date): Promise<void> {
  if (made.step === 'resolve') {
    const days = (await repairOf(tx, ticket.tenantId))?.closeAfterDays ?? DEFAULT_CLOSE_AFTER_DAYS
    return tellCustomer(tx, desk, ticket, { ...resolvedMail(ticket, made.text, days, desk.portalUrl), automatic: false }, at)
  }
  if (made.text !== '') await tellCustomer(tx, desk, ticket, { ...answerMail(ticket, made.text, desk.portalUrl), automatic: false }, at)
}
