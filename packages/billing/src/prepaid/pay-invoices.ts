import { findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { MICROS_PER_CENT, type Micros } from '@klinke/rating'
import type { DebitedInvoice } from '../invoices/sources.ts'
import { inTurn } from '../payments/collections/batches.ts'
import { book, hasUnusedCredit, takeCredits } from '../payments/open-items/invoices.ts'
import { type ItemBalance, listItems, postOpenItem } from '../payments/open-items/store.ts'
import { disputedInvoices } from './owed.ts'
import { bookingsBefore, FROM_CREDIT, isOwn, type PaidBefore, paidBefore, takenByCalls } from './paid-before.ts'
import { balanceOf, findAccount, move, type PrepaidAccount } from './store.ts'

const BOOKED_BY = 'prepaid'

/**
 * Pays issued invoices of who pays before calling, the oldest first (BIL-09): their calls are paid already, so nobody owes them again; fees of the month and what
 * rounding left are taken from the balance now, as far as it goes. What it does not cover stays open, and is reminded of like any invoice; a top-up pays it.
 * Fees of dunning and of returned debits are taken in their turn, if the product says so (`payments.creditPaysFees`).
 * Of an invoice with an objection that is not decided only its calls are paid, and no fee for it. What a credit note takes back comes back to the balance; once the month is released to be billed anew, what its calls took pays for them again.
 * Harmless when repeated. Gives how many payments were booked.
 */
export function payFromCredit(tx: Tx, tenantId: string, today: Temporal.PlainDate): Promise<number> {
  return holdingAccount(tx, tenantId, async ({ openedOn, endedOn }) => {
    // Else what its calls took would be taken for a released month again before it has come back.
    await takeCredits(tx, tenantId)
    const disputed = await disputedInvoices(tx, tenantId)
    const paysFees = (await findTenant(tx, tenantId))?.profile.payments?.creditPaysFees !== false
    let booked = 0
    for (const item of await listItems(tx, { tenantId, issuedSince: openedOn })) {
      if (item.issuedOn < openedOn) continue
      if (item.kind !== 'invoice') {
        const isOurs = paysFees && (endedOn === null || item.issuedOn <= endedOn) && !disputed.has(item.feeOf ?? '')
        if (isOurs && (await payFee(tx, item, today))) booked += 1
        continue
      }
      const known = { item, before: await paidBefore(tx, item), isDisputed: disputed.has(item.number) }
      if (await bookPayment(tx, known, today, endedOn)) booked += 1
    }
    return booked
  })
}

/** Never below zero: parts of a cent stay. False: nothing is to be booked. */
async function payFee(tx: Tx, { id, tenantId, number, currency, openMicros }: ItemBalance, today: Temporal.PlainDate): Promise<boolean> {
  if (openMicros <= 0n) return false
  const balance = await balanceOf(tx, tenantId)
  const amountMicros = lesser(openMicros, balance - (balance % MICROS_PER_CENT))
  if (amountMicros <= 0n) return false
  const times = await bookingsBefore(tx, { id, tenantId })
  await move(tx, { tenantId, kind: 'fee', amountMicros, source: `fee:${number}:${times}`, by: BOOKED_BY })
  const entry = { tenantId, itemId: id, kind: 'credit', currency, bookedOn: today.toString(), bankEntryId: null, by: BOOKED_BY } as const
  await book(tx, { ...entry, amountMicros, source: `${FROM_CREDIT}${id}:${times}` })
  return true
}

/** Nobody else pays or takes money meanwhile; in this order, as an invoice that is issued does both. */
async function accountInTurn(tx: Tx, tenantId: string): Promise<PrepaidAccount | undefined> {
  await inTurn(tx)
  return findAccount(tx, tenantId, 'for update')
}

async function holdingAccount(tx: Tx, tenantId: string, work: (account: PrepaidAccount) => Promise<number>): Promise<number> {
  const account = await accountInTurn(tx, tenantId)
  return account === undefined ? 0 : work(account)
}

interface Known {
  readonly item: ItemBalance
  readonly before: PaidBefore
  /** Somebody has objected to it, and nobody has decided. */
  readonly isDisputed: boolean
}

/** False: nothing is to be booked. */
async function bookPayment(
  tx: Tx,
  { item, before, isDisputed }: Known,
  today: Temporal.PlainDate,
  endedOn: string | null,
): Promise<boolean> {
  const { calls, applied, times } = before
  const unapplied = calls - applied
  if (item.openMicros >= 0n && !isOwn(item, endedOn, before)) return false
  const covered = isDisputed ? unapplied : await withBalance(tx, item.tenantId, unapplied)
  const paid = item.openMicros > 0n ? payable(item, covered) : -comesBack(item, before)
  if (paid === 0n && unapplied === 0n) return false
  await take(tx, item, paid - unapplied, times)
  if (paid !== 0n) {
    const entry = { tenantId: item.tenantId, itemId: item.id, kind: 'credit', currency: item.currency, bookedOn: today.toString() } as const
    await book(tx, { ...entry, amountMicros: paid, source: `${FROM_CREDIT}${item.id}:${times}`, bankEntryId: null, by: BOOKED_BY })
  }
  return true
}

/**
 * What credit pays of an invoice in the moment in which it is issued, so that the invoice itself says so (BT-113): by what its calls took, and by the balance as it is.
 * What does not suffice stays open. Undefined where the customer does not pay before calling any more, or nothing is there.
 */
export async function paysWhenIssued(tx: Tx, invoice: DebitedInvoice & { readonly invoiceId: string }, today: Temporal.PlainDate) {
  const { invoiceId, tenantId, number, grossMicros, currency, issuedOn, dueOn } = invoice
  if ((await findAccount(tx, tenantId)) === undefined) return undefined
  const account = await accountInTurn(tx, tenantId)
  if (account === undefined || account.endedOn !== null || issuedOn < account.openedOn || (await hasUnusedCredit(tx, tenantId)))
    return undefined
  // What has come back of an invoice that this one takes the place of goes on to it, and what is older is paid first.
  await payFromCredit(tx, tenantId, today)
  const calls = await takenByCalls(tx, { tenantId, invoiceId })
  const micros = payable({ openMicros: grossMicros }, await withBalance(tx, tenantId, calls))
  if (micros === 0n) return undefined
  const posted = { tenantId, kind: 'invoice', number, amountMicros: grossMicros, currency, issuedOn, dueOn, announcedOn: null } as const
  const book = async (): Promise<void> => {
    const id = await postOpenItem(tx, posted)
    const item = { ...posted, id, customerNumber: '', openMicros: grossMicros }
    const before = { calls, applied: 0n, paid: 0n, credited: 0n, times: 0 }
    await bookPayment(tx, { item, before, isDisputed: false }, today, account.endedOn)
  }
  return { micros, book }
}

async function withBalance(tx: Tx, tenantId: string, unapplied: Micros): Promise<Micros> {
  const balance = await balanceOf(tx, tenantId)
  return unapplied + (balance > 0n ? balance : 0n)
}

function payable({ openMicros }: Pick<ItemBalance, 'openMicros'>, covered: Micros): Micros {
  return lesser(wholeCentsUp(covered), openMicros)
}

/** Of what credit has paid: what a credit note takes back of the invoice. Who has paid too much by other ways gets that back by these. */
function comesBack({ openMicros }: ItemBalance, { paid, credited }: PaidBefore): Micros {
  const micros = lesser(lesser(-openMicros, paid), credited)
  return micros > 0n ? micros : 0n
}

/** What calls took beyond their share of the invoice goes back, and what is taken back of it; what is missing is taken. */
async function take(tx: Tx, { tenantId, number }: ItemBalance, micros: Micros, times: number): Promise<void> {
  const source = `invoice:${number}:${times}`
  if (micros > 0n) await move(tx, { tenantId, kind: 'month', amountMicros: micros, source, by: BOOKED_BY })
  else if (micros < 0n) await move(tx, { tenantId, kind: 'month-credit', amountMicros: -micros, source, by: BOOKED_BY })
}

/** Parts of a cent that calls have not taken yet are taken with the invoice, so that no cent is left open for nothing. */
function wholeCentsUp(micros: Micros): Micros {
  return micros <= 0n ? 0n : ((micros + MICROS_PER_CENT - 1n) / MICROS_PER_CENT) * MICROS_PER_CENT
}

function lesser(one: Micros, other: Micros): Micros {
  if (one < other) return one
  return other
}
