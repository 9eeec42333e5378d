import { randomUUID } from 'node:crypto'
import { findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { findCreditor } from '../creditor.ts'
import { isUsable, sequenceOf } from '../mandates/mandate.ts'
import { findMandate, type StoredMandate } from '../mandates/store.ts'
import { takeInvoices } from '../open-items/invoices.ts'
import { type ItemBalance, listItems } from '../open-items/store.ts'
import { CreditorMissing, NothingToCollect } from '../problems.ts'
import { type DirectDebit, directDebitFile } from '../sepa/direct-debit-file.ts'
import { targetDayFrom } from '../sepa/target-days.ts'
import { insertBatch, inTurn } from './batches.ts'
import { changeDebit, listDebits, type StoredDebit } from './debits.ts'
import { EARLIEST_DAYS, earliestDueOn } from './due-date.ts'
import { dueAfterNotice, isAnnouncedByInvoice, receivedOn } from './notice-by-invoice.ts'

export interface Making {
  readonly today: Temporal.PlainDate
  readonly now: Date
  readonly by: string
}

/**
 * Makes a file of all announced debits whose time has come, and gives its id. What was paid or revoked since it was announced is left out and cancelled; what an
 * invoice announces that has not reached its customer, or too late for its day, waits (BIL-08).
 * Throws `CreditorMissing` or `NothingToCollect`, and then has changed nothing.
 */
export async function makeBatch(tx: Tx, { today, now, by }: Making): Promise<string> {
  await inTurn(tx)
  await takeInvoices(tx)
  const creditor = await findCreditor(tx)
  if (creditor === undefined) throw new CreditorMissing()
  const dueUntil = today.add({ days: EARLIEST_DAYS }).toString()
  const announced = await listDebits(tx, { states: ['announced'], dueUntil }, 'for update')
  const ready = await collectable(tx, announced, today)
  if (ready.length === 0) throw new NothingToCollect()
  const stamp = now.toISOString().replaceAll(/\D/g, '')
  const messageId = `KLINKE${stamp.slice(0, 14)}-${randomUUID().slice(0, 6)}`
  const content = directDebitFile({ messageId, madeAt: now.toISOString(), creditor, debits: ready.map(({ written }) => written) })
  const totalMicros = ready.reduce((sum, { written }) => sum + written.amountMicros, 0n)
  const batchId = await insertBatch(tx, { messageId, madeAt: now, madeBy: by, debits: ready.length, totalMicros, content })
  for (const { debit, written } of ready) {
    const { sequence, dueOn, amountMicros } = written
    await changeDebit(tx, debit.id, { state: 'batched', batchId, sequence, dueOn, amountMicros })
  }
  return batchId
}

interface Ready {
  readonly debit: StoredDebit
  readonly written: DirectDebit
}

async function collectable(tx: Tx, announced: readonly StoredDebit[], today: Temporal.PlainDate): Promise<readonly Ready[]> {
  if (announced.length === 0) return []
  const items = new Map((await listItems(tx, { ids: announced.map(({ itemId }) => itemId) })).map((item) => [item.id, item]))
  const mandates = new Map<string, StoredMandate | undefined>()
  const inFiles = new Set((await listDebits(tx, { states: ['batched'] })).map(({ mandateId }) => mandateId))
  const received = await receivedOn(
    tx,
    announced.flatMap((debit) => (isAnnouncedByInvoice(debit, items.get(debit.itemId)) ? [debit.itemNumber] : [])),
  )
  const ready: Ready[] = []
  for (const stored of announced.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))) {
    const debit = await noticed(tx, stored, items.get(stored.itemId), received.get(stored.itemNumber), today)
    if (debit === undefined) continue
    const mandate = mandates.has(debit.mandateId) ? mandates.get(debit.mandateId) : await mandateOf(tx, debit, inFiles)
    const written = writtenAs(debit, items.get(debit.itemId), mandate, today)
    if (written === undefined || mandate === undefined) await changeDebit(tx, debit.id, { state: 'cancelled', reason: 'paid-or-revoked' })
    else ready.push({ debit, written: { ...written, remittance: await remittanceOf(tx, debit, items.get(debit.itemId)) } })
    // The second one of the same file follows the first.
    mandates.set(debit.mandateId, mandate && { ...mandate, isFirstCollected: mandate.isFirstCollected || written !== undefined })
  }
  return ready
}

/** With the day on which it may be due; undefined: it waits. `received`: when its invoice did; undefined where a mail has announced it, or another system. */
async function noticed(
  tx: Tx,
  debit: StoredDebit,
  item: ItemBalance | undefined,
  received: string | null | undefined,
  today: Temporal.PlainDate,
): Promise<StoredDebit | undefined> {
  const isLate = received === null || (received !== undefined && received > (item?.announcedOn ?? received))
  // Nobody is kept waiting for what is paid.
  if (!isLate || item === undefined || item.openMicros <= 0n) return debit
  if (received === null) return undefined
  const dueOn = await dueAfterNotice(tx, debit, received, today)
  if (dueOn <= debit.dueOn) return debit
  await changeDebit(tx, debit.id, { dueOn })
  return dueOn <= today.add({ days: EARLIEST_DAYS }).toString() ? { ...debit, dueOn } : undefined
}

/** Where a file that is not given out yet collects by it, that is its first collection. */
async function mandateOf(tx: Tx, { mandateId }: StoredDebit, inFiles: ReadonlySet<string>): Promise<StoredMandate | undefined> {
  const mandate = await findMandate(tx, mandateId, 'for update')
  return mandate && { ...mandate, isFirstCollected: mandate.isFirstCollected || inFiles.has(mandateId) }
}

/** Undefined: nothing is to be collected any more, or may be. A due date that has passed moves to the next that the bank can keep. */
function writtenAs(
  debit: StoredDebit,
  item: ItemBalance | undefined,
  mandate: StoredMandate | undefined,
  today: Temporal.PlainDate,
): Omit<DirectDebit, 'remittance'> | undefined {
  const [announced, earliest] = [Temporal.PlainDate.from(debit.dueOn), earliestDueOn(today)]
  const dueOn = targetDayFrom(Temporal.PlainDate.compare(announced, earliest) < 0 ? earliest : announced)
  if (item === undefined || item.openMicros <= 0n || mandate === undefined || !isUsable(mandate, dueOn)) return undefined
  // What was transferred since the announcement is not collected again.
  const amountMicros = lesser(item.openMicros, debit.amountMicros)
  return {
    ...{ endToEndId: debit.endToEndId, amountMicros, sequence: sequenceOf(mandate), dueOn: dueOn.toString() },
    ...{ mandateReference: mandate.reference, signedOn: mandate.signedOn },
    debtor: { name: mandate.accountHolder, iban: mandate.iban, bic: mandate.bic ?? undefined },
  }
}

async function remittanceOf(tx: Tx, { tenantId }: StoredDebit, item: ItemBalance | undefined): Promise<string> {
  const language = (await findTenant(tx, tenantId))?.profile.language ?? 'de'
  const { number = '', customerNumber = '' } = item ?? {}
  return language === 'de' ? `Rechnung ${number}, Kundennummer ${customerNumber}` : `Invoice ${number}, customer number ${customerNumber}`
}

function lesser(one: Micros, other: Micros): Micros {
  if (one < other) return one
  return other
}
