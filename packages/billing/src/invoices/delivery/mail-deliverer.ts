import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { BlobStore, Database, Mail, MailSender, Tx } from '@klinke/platform'
import { documentsOf } from '../documents/document-store.ts'
import { feesOf } from '../dunning/dunning-store.ts'
import { findInvoice, type StoredInvoice } from '../invoice-store.ts'
import { dayIn } from '../period.ts'
import type { DebitSource } from '../sources.ts'
import { type Delivery, leaseMails, noteFailed, noteSent } from './delivery-store.ts'
import { dunningMail, invoiceMail } from './mail-text.ts'
import { pauseAfter } from './retries.ts'

export interface MailDelivererParts {
  readonly database: Database
  readonly blobs: Pick<BlobStore, 'lend'>
  readonly clock: Clock
  readonly logger: Logger
  /** Absent: no mail leaves this installation; what is to be mailed waits, which the operator sees. */
  readonly mail: MailSender | undefined
  readonly portalUrl: string
  /** Absent: nothing is collected. */
  readonly debits?: Pick<DebitSource, 'postponed'> | undefined
}

const AT_A_TIME = 20
/** Longer than a mail server may take; a process that is killed meanwhile leaves the mail to the next attempt. */
const LEASE_MS = 5 * 60_000
const LOOK_EVERY_MS = 30_000
const TIME_ZONE = 'Europe/Berlin'

/** Sends invoices and letters of dunning by mail until the mail server has taken them. */
export class MailDeliverer implements Resource {
  readonly #parts: MailDelivererParts
  #timer: Timer
  #sending: Promise<void> | undefined
  #closed = false

  constructor(parts: MailDelivererParts) {
    this.#parts = parts
    this.#timer = parts.clock.after(0, () => this.#look())
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer.cancel()
    await this.#sending
  }

  #look(): void {
    this.#sending = sendDueMails(this.#parts)
      .then(() => undefined)
      .catch((error: unknown) => this.#parts.logger.warn('invoices cannot be mailed now', { error: String(error) }))
      .finally(() => {
        if (!this.#closed) this.#timer = this.#parts.clock.after(LOOK_EVERY_MS, () => this.#look())
      })
  }
}

/** Sends what is due now; how many were taken. */
export async function sendDueMails(parts: MailDelivererParts): Promise<number> {
  const { database, clock, mail } = parts
  if (mail === undefined) return 0
  const now = clock.epochMs()
  const due = await database.withOperator((tx) => leaseMails(tx, new Date(now), new Date(now + LEASE_MS), AT_A_TIME))
  let sent = 0
  for (const delivery of due) if (await send(parts, mail, delivery)) sent++
  return sent
}

async function send(parts: MailDelivererParts, mail: MailSender, delivery: Delivery): Promise<boolean> {
  const { database, clock, logger } = parts
  try {
    await mailOne(parts, mail, delivery)
  } catch (error) {
    const pause = pauseAfter(delivery.attempts)
    const nextAt = pause === undefined ? null : new Date(clock.epochMs() + pause)
    logger.warn('an invoice was not mailed', { delivery: delivery.id, attempts: delivery.attempts, error: String(error) })
    await database.withOperator((tx) => noteFailed(tx, delivery.id, error instanceof Error ? error.message : String(error), nextAt))
    return false
  }
  const at = clock.epochMs()
  await database.withOperator((tx) => noteSent(tx, delivery, new Date(at), dayIn(TIME_ZONE, at)))
  return true
}

async function mailOne(parts: MailDelivererParts, mail: MailSender, delivery: Delivery): Promise<void> {
  const { database, blobs, portalUrl } = parts
  const { invoice, files, text } = await database.withOperator(async (tx) => {
    const found = await findInvoice(tx, delivery.invoice_id)
    const fees = delivery.level === 0 ? undefined : await feesOf(tx, found, delivery.level)
    return {
      invoice: found,
      files: await documentsOf(tx, found.id),
      text: fees === undefined ? invoiceMail(found, portalUrl, await postponement(tx, parts, found)) : dunningMail(found, fees),
    }
  })
  const wanted = invoice.content.recipient.eInvoice
  const document = files.find(({ kind }) => kind === wanted) ?? files.find(({ kind }) => kind === 'pdf')
  if (document === undefined || delivery.address === null) throw new RangeError('There is no document, or no address.')
  await using file = await blobs.lend(document.blobKey)
  if (file === undefined) throw new RangeError('The document is gone from the store.')
  await mail.send({ ...text, id: delivery.id, to: delivery.address, attachment: attachmentOf(invoice, document.kind, file.path) })
}

/** What is to be said of a direct debit that the invoice announces too late for its day (BIL-08). */
async function postponement(tx: Tx, { debits, clock }: MailDelivererParts, { tenantId, number, content, receivedOn }: StoredInvoice) {
  const { debit, language } = content
  if (debits === undefined || debit === undefined || number === null) return undefined
  const day = receivedOn ?? dayIn(TIME_ZONE, clock.epochMs())
  return (await debits.postponed(tx, { tenantId, number, collectedOn: debit.collectedOn }, day))?.[language]
}

function attachmentOf({ number }: StoredInvoice, kind: string, path: string): NonNullable<Mail['attachment']> {
  return kind === 'pdf'
    ? { fileName: `${number}.pdf`, contentType: 'application/pdf', path }
    : { fileName: `${number}.xml`, contentType: 'application/xml', path }
}
