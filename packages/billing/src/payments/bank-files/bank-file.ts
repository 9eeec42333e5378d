import type { Micros } from '@klinke/rating'

/** What a bank says has become of debits, or has come to the account. */
export type BankFileKind = 'pain.002' | 'camt.053' | 'camt.054'

/** A debit that did not go through. */
export interface ReturnedDebit {
  /** Ours; undefined: the whole file, or a part of it. */
  readonly endToEndId: string | undefined
  /** Of our file, where all of it or a part was turned down. */
  readonly messageId?: string
  readonly paymentInformationId?: string
  /** ISO 20022, such as `AM04`; undefined: the bank says none. */
  readonly reason: string | undefined
  /** False: turned down before it was settled, as if it had never been. */
  readonly isSettled: boolean
  /** ISO 8601; undefined: not said. */
  readonly bookedOn: string | undefined
}

/** Money that has come. */
export interface Transfer {
  /** Once and for ever: the same entry in another file has the same. */
  readonly key: string
  /** False: the bank gives no reference, or does not say what is in a sum; it could come once more in another file. */
  readonly isSure: boolean
  readonly amountMicros: Micros
  /** ISO 4217. */
  readonly currency: string
  readonly bookedOn: string
  readonly payerName: string | undefined
  readonly payerIban: string | undefined
  /** What the payer has written. */
  readonly remittance: string
}

export interface BankFile {
  readonly kind: BankFileKind
  /** The bank's own: a file with the same one is the same file. */
  readonly messageId: string
  /** The accounts it is about; of a report on debits none. */
  readonly ibans: readonly string[]
  readonly returns: readonly ReturnedDebit[]
  readonly transfers: readonly Transfer[]
  /** Entries that concern neither: what is paid out, fees, debits that were credited. */
  readonly others: number
}

/** Why a file is refused, as a whole. */
export type BankFileFlaw =
  | 'broken'
  | 'too-large'
  /** XML, but none of the three messages. */
  | 'unknown-message'
  /** A field that each such file has is missing or makes no sense. */
  | 'incomplete'
  /** Balances and entries do not add up, or there are fewer entries than it says. */
  | 'sums-differ'
