import { findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { changeDebit, listDebits, type StoredDebit } from '../collections/debits.ts'
import { mandateAfter } from '../mandates/mandate.ts'
import { changeMandate, findMandate } from '../mandates/store.ts'
import { book } from '../open-items/invoices.ts'
import { listItems, postOpenItem } from '../open-items/store.ts'
import { DebitNotGivenOut } from '../problems.ts'
import { termsOf } from '../terms.ts'
import type { ReturnedDebit } from './bank-file.ts'
import { type ReturnReason, returnReason } from './return-reasons.ts'

export interface Taking {
  readonly today: Temporal.PlainDate
  readonly by: string
}

/** `known`: it had come back before. `foreign`: no debit of ours. */
export type Returned = 'returned' | 'known' | 'foreign'

/**
 * A debit came back: its item is open again, with the fee that the product names, and the mandate ends where the reason says so (BIL-07). Throws
 * `DebitNotGivenOut` for one that the bank cannot have from us.
 */
export async function returnDebit(tx: Tx, returned: ReturnedDebit, taking: Taking): Promise<Returned> {
  const { endToEndId } = returned
  const [debit] = endToEndId === undefined ? [] : await listDebits(tx, { endToEndId }, 'for update')
  if (debit === undefined) return 'foreign'
  if (debit.state === 'announced' || debit.state === 'batched') throw new DebitNotGivenOut(`${debit.endToEndId} (${debit.itemNumber})`)
  if (debit.state !== 'collected') return 'known'
  const bookedOn = dayIn(returned.bookedOn) ?? taking.today.toString()
  await bookReturn(tx, debit, bookedOn, taking.by)
  await changeDebit(tx, debit.id, { state: 'returned', reason: returned.reason ?? null, returnedOn: bookedOn })
  const reason = returnReason(returned.reason)
  await changeMandateAfter(tx, debit, reason, returned)
  if (reason.isCharged) await charge(tx, debit, bookedOn)
  return 'returned'
}

/** The bank turned the whole file down, for a fault of ours: as if it had never been, and without a fee. */
export async function unmakeDebit(tx: Tx, debit: StoredDebit, returned: ReturnedDebit, { today, by }: Taking): Promise<void> {
  await bookReturn(tx, debit, dayIn(returned.bookedOn) ?? today.toString(), by)
  await changeDebit(tx, debit.id, { state: 'cancelled', reason: `file-rejected ${returned.reason ?? ''}`.trim() })
  await changeMandateAfter(tx, debit, returnReason(undefined), returned)
}

async function bookReturn(
  tx: Tx,
  { id, tenantId, itemId, amountMicros, currency }: StoredDebit,
  bookedOn: string,
  by: string,
): Promise<void> {
  const entry = { tenantId, itemId, currency, bookedOn, bankEntryId: null, by }
  await book(tx, { ...entry, kind: 'return', amountMicros: -amountMicros, source: `return:${id}` })
}

async function changeMandateAfter(
  tx: Tx,
  debit: StoredDebit,
  reason: ReturnReason,
  { reason: code, isSettled }: ReturnedDebit,
): Promise<void> {
  const mandate = await findMandate(tx, debit.mandateId, 'for update')
  if (mandate === undefined) return
  const isFirst = debit.sequence === 'FRST' || debit.sequence === 'OOFF'
  const rejected = !isSettled && isFirst ? mandateAfter(mandate.state, 'rejected') : undefined
  if (rejected !== undefined) await changeMandate(tx, mandate.id, { state: rejected, isFirstCollected: false })
  const revoked = reason.endsMandate ? mandateAfter(mandate.state, 'revoked') : undefined
  if (revoked !== undefined) await changeMandate(tx, mandate.id, { state: revoked, endReason: code ?? null })
}

/** Due at once: it comes with the next debit, or with the next transfer. */
async function charge(tx: Tx, { tenantId, itemId, attempt, currency }: StoredDebit, day: string): Promise<void> {
  const [item] = await listItems(tx, { ids: [itemId] })
  const terms = termsOf((await findTenant(tx, tenantId))?.profile)
  // A debit that collected a fee alone makes none of its own: else one without money would owe more and more.
  if (item === undefined || item.kind !== 'invoice' || terms.returnFeeMicros === 0n) return
  const number = `${item.number}-RL${attempt}`
  const dates = { issuedOn: day, dueOn: day, announcedOn: null, feeOf: item.number }
  await postOpenItem(tx, { tenantId, kind: 'return-fee', number, amountMicros: terms.returnFeeMicros, currency, ...dates })
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}
