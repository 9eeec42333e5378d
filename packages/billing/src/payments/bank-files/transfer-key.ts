import type { Booking } from './read-statement.ts'
import { textAt } from './xml-tree.ts'

export interface TransferKey {
  readonly key: string
  /** False: the bank gives no reference, so that the same entry in another file cannot be known. */
  readonly isSure: boolean
}

/** What banks write where they have no reference. */
const NO_REFERENCE = /^(NONREF|NOTPROVIDED|0+)$/i

/**
 * By what each transfer is known again: the bank's reference with account, day and amount. What has the same twice in one file is two transfers; without a
 * reference it is the place in the statement, and somebody has to look at it.
 */
export function transferKeys(bookings: readonly Booking[]): readonly TransferKey[] {
  const counts = new Map<string, number>()
  return bookings.map((booking) => {
    const reference = referenceOf(booking)
    if (reference === undefined) return { key: `${booking.iban}|${booking.place}`, isSure: false }
    const key = `${booking.iban}|${reference}|${booking.bookedOn}|${booking.amount.micros}|${booking.amount.currency}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return { key: count === 1 ? key : `${key}|${count}`, isSure: true }
  })
}

function referenceOf({ entry, details }: Booking): string | undefined {
  const ofEntry = textAt(entry, 'AcctSvcrRef')
  const ofPayment = textAt(details, 'Refs', 'AcctSvcrRef') ?? textAt(details, 'Refs', 'TxId')
  const known = [ofEntry, ofPayment].filter((each) => each !== undefined && !NO_REFERENCE.test(each))
  return known.length === 0 ? undefined : known.join('+')
}
