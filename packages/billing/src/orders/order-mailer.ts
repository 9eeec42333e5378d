import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operatorsToTell } from '@klinke/accounts'
import type { Resource, Timer } from '@klinke/foundation'
import { type Language, type Mail, type MailSender, makePaper, type Tx } from '@klinke/platform'
import { administrators } from '../catalogue/price-changes/store.ts'
import { pauseAfter } from '../invoices/delivery/retries.ts'
import { findContract } from './find-contract.ts'
import type { MailKind } from './mail-kinds.ts'
import { type Addressee, addressMail, leaseMails, noteMailed, noteMailFailed, type OpenMail } from './mail-store.ts'
import { orderMail } from './order-mail.ts'
import { paperName } from './order-paper.ts'
import type { OrderParts } from './order-parts.ts'
import { paperOfOrder } from './paper-of-order.ts'
import { priceOfOrder } from './shown-order.ts'
import { foundOrder, historyOfOrder, type OrderHistory, type StoredOrder } from './store.ts'
import { type StoredTask, tasksOfOrder } from './task-store.ts'
import { taskWords } from './tasks.ts'

const EVERY_MS = 60_000
const BATCH = 50
/** What a crash leaves taken is due again after that. */
const LEASE_MS = 600_000

/** Sends what is to be told of orders; what the mail server does not take is tried again, less and less often, and keeps nobody else's back. */
export class OrderMailer implements Resource {
  readonly #parts: OrderParts
  readonly #mail: MailSender
  #timer: Timer
  #working: Promise<void> = Promise.resolve()
  #closed = false

  constructor(parts: OrderParts, mail: MailSender) {
    this.#parts = parts
    this.#mail = mail
    this.#timer = parts.clock.after(0, () => this.wake())
  }

  /** Looks now, and every minute from now on. */
  wake(): void {
    this.#timer.cancel()
    this.#working = this.#working.then(() => this.#look())
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer.cancel()
    await this.#working
    this.#timer.cancel()
  }

  async #look(): Promise<void> {
    if (this.#closed) return
    const { database, logger, clock } = this.#parts
    try {
      while (!this.#closed) {
        const now = clock.epochMs()
        const mails = await database.withOperator((tx) => leaseMails(tx, new Date(now), new Date(now + LEASE_MS), BATCH))
        for (const mail of mails) await this.#tell(mail)
        if (mails.length === 0) break
      }
    } catch (error) {
      logger.warn('mails about orders could not be looked through; it is tried again', { error: String(error) })
    }
    if (!this.#closed) this.#timer = clock.after(EVERY_MS, () => this.wake())
  }

  async #tell(mail: OpenMail): Promise<void> {
    const { database, logger, clock } = this.#parts
    try {
      await this.#send(mail)
    } catch (error) {
      const pause = pauseAfter(mail.attempts)
      const now = clock.epochMs()
      logger.warn('a mail about an order was not taken', { mail: mail.id, attempts: mail.attempts, error: String(error) })
      const nextAt = pause === undefined ? undefined : new Date(now + pause)
      await database.withOperator((tx) => noteMailFailed(tx, mail.id, String(error), new Date(now), nextAt))
    }
  }

  async #send(open: OpenMail): Promise<void> {
    const { database, clock } = this.#parts
    const { id, orderId, kind, address, language } = open
    const order = await database.withOperator((tx) => foundOrder(tx, orderId))
    const now = new Date(clock.epochMs())
    if (address === null) return database.withOperator(async (tx) => addressMail(tx, open, await addressees(tx, order, kind), now))
    const inLanguage = language ?? 'de'
    await this.#deliver({ ...(await mailOf(this.#parts, order, kind, address, inLanguage)), id }, order, kind, inLanguage)
    await database.withOperator((tx) => noteMailed(tx, id, now, address))
  }

  async #deliver(mail: Mail, order: StoredOrder, kind: MailKind, language: Language): Promise<void> {
    const paper = kind === 'confirmed' ? await paperOfOrder(this.#parts, order, language) : undefined
    if (paper === undefined) return this.#mail.send(mail)
    const folder = await mkdtemp(join(tmpdir(), 'klinke-order-'))
    try {
      const path = join(folder, 'order.pdf')
      await writeFile(path, await makePaper(paper))
      await this.#mail.send({ ...mail, attachment: { fileName: paperName(order, language), contentType: 'application/pdf', path } })
    } finally {
      await rm(folder, { recursive: true })
    }
  }
}

/** Of a new customer who ordered; else whoever administers. Of what the operator has to mend: its people. */
async function addressees(tx: Tx, { form, tenantId }: StoredOrder, mail: MailKind): Promise<readonly Addressee[]> {
  if (mail === 'stopped') return operatorsToTell(tx)
  if (form?.kind === 'new') return [{ email: form.customer.email, language: form.language }]
  return form === undefined || tenantId === undefined ? [] : administrators(tx, tenantId)
}

async function mailOf(parts: OrderParts, order: StoredOrder, kind: MailKind, to: string, language: Language): Promise<Mail> {
  const { database, catalogue, portalUrl } = parts
  const { file } = await catalogue.version(order.versionId)
  const history = await database.withOperator((tx) => historyOfOrder(tx, order.id))
  const tasks = await database.withOperator((tx) => tasksOfOrder(tx, order.id))
  const skipped = tasks.flatMap(({ task, skipped: left }) => (left === undefined ? [] : [{ title: taskWords(task), reason: left.reason }]))
  const contract = await findContract(database, order.contractId)
  const facts = {
    ...{ number: order.number, product: file.title, wish: Temporal.PlainDate.from(order.form?.wishDate ?? '1970-01-01') },
    ...{ price: await priceOfOrder(parts, order), reason: refusalIn(history), link: `${portalUrl}/orders` },
    ...{ kind: order.kind, renumbered: renumberedIn(tasks), trouble: tasks.find(({ trouble }) => trouble !== undefined)?.trouble },
    ...{ until: contract?.cancellation?.until, begins: order.form?.kind === 'new' ? contract?.begins : undefined, skipped },
  }
  return orderMail(kind, facts, to, language)
}

/** `+49221… → +4930…`, in order of the digits. */
function renumberedIn(tasks: readonly StoredTask[]): readonly string[] {
  const result = tasks.find(({ task, doneAt }) => task.kind === 'renumber' && doneAt !== undefined)?.result ?? ''
  return result === '' ? [] : result.split(', ')
}

function refusalIn(history: readonly OrderHistory[]): string {
  return history.findLast(({ step }) => step === 'refuse' || step === 'cancel')?.reason ?? ''
}
