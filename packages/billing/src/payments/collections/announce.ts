import { findTenant } from '@klinke/accounts'
import type { Logger } from '@klinke/foundation'
import type { Database, Mail, MailSender, Tx } from '@klinke/platform'
import { findCreditor } from '../creditor.ts'
import { isUsable } from '../mandates/mandate.ts'
import { listLiveMandates, listMandates, type StoredMandate } from '../mandates/store.ts'
import { takeInvoices } from '../open-items/invoices.ts'
import { type ItemBalance, listItems } from '../open-items/store.ts'
import { termsOf } from '../terms.ts'
import { type AnnouncedDebit, announcementMail } from './announcement-mail.ts'
import { inTurn } from './batches.ts'
import { insertDebit, listDebits } from './debits.ts'
import { type NotCollected, nextDebit } from './next-debit.ts'
import { payersMail } from './payers-mail.ts'

export interface Announcing {
  readonly database: Pick<Database, 'withOperator'>
  /** Absent: only what an invoice has announced is collected. */
  readonly mail: MailSender | undefined
  readonly logger: Logger
  /** Where the portal is. */
  readonly portalUrl: string
}

/** `no-mail`: nobody could be told. */
export type NotAnnounced = NotCollected | 'no-mail'

export interface AnnouncedCounts {
  readonly announced: number
  /** How many items were left, by the reason. */
  readonly left: Readonly<Partial<Record<NotAnnounced, number>>>
}

/**
 * Announces a direct debit for all that is open and may be collected (BIL-08): by mail, unless the invoice says so. Each item by itself: one
 * whose mail fails is tried again with the next run, and keeps no other one up.
 */
export async function announceDebits(parts: Announcing, today: Temporal.PlainDate, now: Date): Promise<AnnouncedCounts> {
  const { database } = parts
  const { items, payers, underWay } = await database.withOperator(openNow)
  const left: Partial<Record<NotAnnounced, number>> = {}
  let announced = 0
  for (const { id, tenantId } of items) {
    // Most have no mandate, or are under way: they cost nothing more than this.
    const known = underWay.has(id) ? 'under-way' : payers.has(tenantId) ? undefined : 'no-mandate'
    const why = known ?? (await announceSafely(id, parts, today, now))
    if (why === undefined) announced += 1
    else left[why] = (left[why] ?? 0) + 1
  }
  return { announced, left }
}

interface OpenNow {
  readonly items: readonly ItemBalance[]
  /** Customers who have given a mandate that may hold. */
  readonly payers: ReadonlySet<string>
  /** Items of which a debit is announced, in a file or collected. */
  readonly underWay: ReadonlySet<string>
}

async function openNow(tx: Tx): Promise<OpenNow> {
  await inTurn(tx)
  await takeInvoices(tx)
  const items = await listItems(tx, { isOpen: true })
  const mandates = await listLiveMandates(tx)
  const debits = await listDebits(tx, { states: ['announced', 'batched'] })
  return { items, payers: new Set(mandates.map(({ tenantId }) => tenantId)), underWay: new Set(debits.map(({ itemId }) => itemId)) }
}

/** A fault at one keeps no other one up: it is tried again with the next run. */
async function announceSafely(id: string, parts: Announcing, today: Temporal.PlainDate, now: Date): Promise<NotAnnounced | undefined> {
  try {
    return await announceOne(id, parts, today, now)
  } catch (error) {
    parts.logger.warn('a direct debit could not be announced', { item: id, error: String(error) })
    return 'no-mail'
  }
}

/**
 * Undefined: it is announced. Told outside of any transaction, so that nobody who books waits for the mail server, and looked at once more before it is noted: what
 * was paid meanwhile is not collected. A crash in between tells twice, with the same Message-ID, and never collects what nobody was told of.
 */
async function announceOne(itemId: string, parts: Announcing, today: Temporal.PlainDate, now: Date): Promise<NotAnnounced | undefined> {
  const told = await parts.database.withOperator((tx) => prepare(tx, itemId, parts, today, now))
  if (typeof told === 'string') return told
  for (const each of told.mails) await parts.mail?.send(each)
  return parts.database.withOperator(async (tx) => {
    const holds = await prepare(tx, itemId, parts, today, now)
    if (typeof holds === 'string') return holds
    const { amountMicros, dueOn, mandateId } = holds.debit
    const isAsTold = amountMicros === told.debit.amountMicros && dueOn === told.debit.dueOn && mandateId === told.debit.mandateId
    if (!isAsTold) return 'no-mail'
    await insertDebit(tx, holds.debit)
    return undefined
  })
}

interface Prepared {
  readonly debit: Parameters<typeof insertDebit>[1]
  readonly mails: readonly Mail[]
}

async function prepare(tx: Tx, itemId: string, parts: Announcing, today: Temporal.PlainDate, now: Date): Promise<Prepared | NotAnnounced> {
  await inTurn(tx)
  const [item] = await listItems(tx, { ids: [itemId] })
  const tenant = item && (await findTenant(tx, item.tenantId))
  if (item === undefined || tenant === undefined) return 'paid'
  const past = await listDebits(tx, { itemIds: [itemId] })
  const mandate = await mandateFor(tx, item.tenantId, today)
  const next = nextDebit({ item, past, mandate, terms: termsOf(tenant.profile), today })
  if (typeof next === 'string') return next
  if (mandate === undefined) return 'no-mandate'
  const mails = next.isMailed ? await mailsTo(tx, { item, mandate, next, portalUrl: parts.portalUrl }) : []
  if (next.isMailed && (parts.mail === undefined || mails.length === 0)) return 'no-mail'
  const { amountMicros, dueOn, attempt } = next
  const debit = {
    tenantId: item.tenantId,
    itemId,
    mandateId: mandate.id,
    amountMicros,
    currency: item.currency,
    dueOn,
    attempt,
    announcedAt: now,
  }
  return { debit, mails: mails.map((mail, place) => ({ ...mail, id: `${itemId}.${attempt}.${place}` })) }
}

/** The one by which is collected, or one for a single debit that no other debit uses. */
export async function mandateFor(tx: Tx, tenantId: string, today: Temporal.PlainDate): Promise<StoredMandate | undefined> {
  const usable = (await listMandates(tx, tenantId)).filter((mandate) => isUsable(mandate, today))
  const recurring = usable.find(({ kind }) => kind === 'recurring')
  if (recurring !== undefined) return recurring
  for (const mandate of usable.toReversed())
    if ((await listDebits(tx, { mandateId: mandate.id, states: ['announced', 'batched', 'collected'] })).length === 0) return mandate
  return undefined
}

/** None: there is nobody to be told, or nobody who collects. */
async function mailsTo(tx: Tx, told: Omit<AnnouncedDebit, 'creditor' | 'item'> & { readonly item: ItemBalance }): Promise<readonly Mail[]> {
  const creditor = await findCreditor(tx)
  if (creditor === undefined) return []
  const receivers = await payersMail(tx, told.item.tenantId)
  return receivers.map(({ email, language }) => announcementMail({ ...told, creditor }, email, language))
}
