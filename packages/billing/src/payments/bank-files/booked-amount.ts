import type { Micros } from '@klinke/rating'
import { microsOfDecimal } from '../sepa/cents.ts'
import { at, type Element, textAt } from './xml-tree.ts'

export interface BookedAmount {
  readonly micros: Micros
  readonly currency: string
  /** To the account; else from it. */
  readonly isCredit: boolean
}

/** Of an entry, or of a payment in it, which may say it in one of three places and take its direction from the entry. Undefined: none that makes sense. */
export function amountIn(element: Element, entry: BookedAmount | undefined): BookedAmount | undefined {
  const amount = at(element, 'Amt') ?? at(element, 'AmtDtls', 'TxAmt', 'Amt') ?? at(element, 'AmtDtls', 'InstdAmt', 'Amt')
  const micros = microsOfDecimal(amount?.text ?? '')
  const currency = amount?.attributes.Ccy
  const direction = textAt(element, 'CdtDbtInd')
  if (micros === undefined || currency === undefined || (direction === undefined && entry === undefined)) return undefined
  if (direction !== undefined && direction !== 'CRDT' && direction !== 'DBIT') return undefined
  return { micros, currency, isCredit: direction === undefined ? entry?.isCredit === true : direction === 'CRDT' }
}

/** `Sts` holds the code itself up to version 7 of the messages, an element with it since. */
export function isBooked(entry: Element): boolean {
  return (textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts')) === 'BOOK'
}
