import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, MailSender, MailSource } from '@klinke/platform'
import { tellDelayFrom } from './compensation.ts'
import { forgetMails, leaseTicketMail, noteMailFailed, noteMailSent } from './mail-store.ts'
import { delayMail } from './mails.ts'
import { makeTicketStep } from './make-step.ts'
import { tellCustomer, tellOperators } from './open-ticket.ts'
import { repairOf } from './repair-clock.ts'
import { DEFAULT_CLOSE_AFTER_DAYS } from './repair-profile.ts'
import { changeTicket, faultsToldNothing, findTicket, resolvedBefore, warnedNext } from './store.ts'
import { type MailParts, takeMail } from './take-mail.ts'

export interface TicketRoundParts extends MailParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  /** Absent: no mail comes. */
  readonly source: MailSource | undefined
  /** Absent: no mail goes; it waits. */
  readonly sender: MailSender | undefined
  /** Where answers go; absent: to the sender of all mail. */
  readonly address: string | undefined
}

const EVERY_MS = 15_000
const DAY_MS = 86_400_000
/** A mail that the next server does not take is tried again after a minute, then after twice as long each time, up to an hour … */
const FIRST_RETRY_MS = 60_000
const LAST_RETRY_MS = 3_600_000
/** … and given up after five days (RFC 5321 section 4.5.4.1). */
const GIVEN_UP_AFTER_MS = 5 * DAY_MS
/** Longer than a mail server may take; what a crash leaves taken is due again after that, and may come twice, with the same Message-ID. */
const LEASE_MS = 600_000
/** Keys of mail that has come, and mail of strangers, are forgotten then. */
const FORGOTTEN_AFTER_MS = 90 * DAY_MS

/** Takes and sends mail about tickets, warns before a time to repair runs out, tells of delays and closes what nobody objects to, every fifteen seconds until it is closed. */
export function ticketRounds(parts: TicketRoundParts): Resource {
  const { clock } = parts
  let closed = false
  let running = Promise.resolve()
  const round = async (): Promise<void> => {
    await ticketRound(parts)
    if (!closed) timer = clock.after(EVERY_MS, begin)
  }
  const begin = (): void => {
    running = round()
  }
  let timer = clock.after(EVERY_MS, begin)
  return {
    close: () => {
      closed = true
      timer.cancel()
      return running
    },
  }
}

/** One of these rounds. What fails in one part leaves the others alone, and is tried again in the next one. */
export async function ticketRound(parts: TicketRoundParts): Promise<void> {
  const { logger } = parts
  const works: readonly (readonly [what: string, work: (parts: TicketRoundParts) => Promise<void>])[] = [
    ['mail about tickets could not be fetched', receive],
    ['operators could not be warned of tickets', warn],
    ['customers could not be told of delays', tellDelays],
    ['resolved tickets could not be closed', closeResolved],
    ['mail about tickets could not be sent', send],
  ]
  for (const [what, work] of works) await work(parts).catch((error: unknown) => logger.warn(what, { error: String(error) }))
}

async function receive(parts: TicketRoundParts): Promise<void> {
  const { source, database, clock } = parts
  await source?.receive((mail) => takeMail(parts, mail, clock.epochMs()))
  await database.withOperator((tx) => forgetMails(tx, new Date(clock.epochMs() - FORGOTTEN_AFTER_MS)))
}

/** Before it is missed, once for each ticket (SLA-02). */
async function warn({ database, clock, desk }: TicketRoundParts): Promise<void> {
  const at = new Date(clock.epochMs())
  const due = await database.withOperator((tx) => warnedNext(tx, at))
  for (const id of due)
    await database.withOperator(async (tx) => {
      const ticket = await findTicket(tx, id, 'for change')
      if (ticket.state !== 'open' || ticket.warnedAt !== null) return
      await changeTicket(tx, id, { warnedAt: at })
      await tellOperators(tx, desk, ticket, 'running-out', at)
    })
}

/** § 58 (2) TKG: on the day after the report at the latest, by itself where nobody has. */
async function tellDelays({ database, clock, desk }: TicketRoundParts): Promise<void> {
  const at = new Date(clock.epochMs())
  for (const fault of await database.withOperator((tx) => faultsToldNothing(tx))) {
    if (tellDelayFrom(fault.openedAt.getTime()) > at.getTime()) continue
    await database.withOperator(async (tx) => {
      const ticket = await findTicket(tx, fault.id, 'for change')
      if (ticket.delayToldAt !== null || ticket.resolvedAt !== null) return
      await changeTicket(tx, ticket.id, { delayToldAt: at })
      await tellCustomer(tx, desk, ticket, { ...delayMail(ticket, desk.portalUrl), automatic: true }, at)
    })
  }
}

async function closeResolved({ database, clock, desk }: TicketRoundParts): Promise<void> {
  const nowMs = clock.epochMs()
  for (const { id, tenantId, resolvedAt } of await database.withOperator((tx) => resolvedBefore(tx, new Date(nowMs - DAY_MS))))
    await database.withOperator(async (tx) => {
      const days = (await repairOf(tx, tenantId))?.closeAfterDays ?? DEFAULT_CLOSE_AFTER_DAYS
      if (resolvedAt === null || resolvedAt.getTime() + days * DAY_MS > nowMs) return
      // Locked and looked at once more: somebody may have objected just now.
      if ((await findTicket(tx, id, 'for change')).state !== 'resolved') return
      await makeTicketStep(tx, desk, id, { step: 'close', text: '' }, { side: 'system', by: 'Klinke', via: 'portal', at: new Date(nowMs) })
    })
}

async function send(parts: TicketRoundParts): Promise<void> {
  while (await sendOne(parts));
}

/** False: none is due. Taken for a while so that no two nodes send the same one, and sent outside of any transaction: a slow mail server holds no connection. */
async function sendOne({ database, clock, sender, address }: TicketRoundParts): Promise<boolean> {
  if (sender === undefined) return false
  const leasedAt = clock.epochMs()
  const mail = await database.withOperator((tx) => leaseTicketMail(tx, new Date(leasedAt), new Date(leasedAt + LEASE_MS)))
  if (mail === undefined) return false
  const { id, recipient: to, subject, text, messageId, automatic, earlier: references } = mail
  const letter = { to, subject, text, messageId, automatic, references, ...(address !== undefined && { replyTo: address }) }
  const refusal = await sender.send(letter).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  const nowMs = clock.epochMs()
  if (refusal === undefined) {
    await database.withOperator((tx) => noteMailSent(tx, id, new Date(nowMs)))
    return true
  }
  const tries = mail.tries + 1
  const nextTryAt = new Date(nowMs + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** mail.tries))
  const givenUpAt = nowMs - mail.createdAt.getTime() > GIVEN_UP_AFTER_MS ? new Date(nowMs) : null
  await database.withOperator((tx) => noteMailFailed(tx, id, { tries, failure: String(refusal.error), nextTryAt, givenUpAt }))
  return true
}
