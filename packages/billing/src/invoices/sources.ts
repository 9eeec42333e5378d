import type { Text, Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { DebitNotice } from './invoice.ts'
import type { ChargeLine, LineBasis } from './line.ts'
import type { Period } from './period.ts'
import type { RunProblem } from './runs/run.ts'
import { DEFAULT_TERMS, type InvoicingTerms } from './terms.ts'

/** A line that has been issued. */
export interface BilledLine {
  readonly invoiceId: string
  readonly tenantId: string
  readonly basis: LineBasis
  /** As it was billed. */
  readonly netMicros: Micros
}

/** A line that is to be billed again. */
export type ReleasedLine = BilledLine

/**
 * Where lines of a month come from: items of contracts (with what they say of options and credits), rated calls by site and zone, credits for
 * service levels. Told the same month twice before it is issued, a source answers the same, unless something has changed meanwhile.
 */
export interface ChargeSource {
  /** Stands in `basis.source` of its lines; unique. */
  readonly name: string
  /**
   * What the customer owes for the month and for what became known late of months before, and was not billed yet. In the order of the invoice. Runs in
   * the operator's transaction, also in the one that issues.
   */
  of(tx: Tx, tenantId: string, period: Period): Promise<readonly ChargeLine[]>
  /** Why a month cannot be billed yet, although `of` answers: something of it has no price. Asked after `of`, in its transaction. */
  objection?(tx: Tx, tenantId: string, period: Period): Promise<RunProblem | undefined>
  /** In the transaction that issues: the source remembers what is billed now, so that it is never billed again. */
  billed?(tx: Tx, lines: readonly BilledLine[]): Promise<void>
  /** Asked before `released`: false where what the lines are made of is not there any more, such as calls that were deleted after their time. */
  isWhole?(tx: Tx, lines: readonly ReleasedLine[]): Promise<boolean>
  /** The other way round, once invoices with these lines were taken back and their month is to be billed anew: the source gives the lines again. */
  released?(tx: Tx, lines: readonly BilledLine[]): Promise<void>
}

/** What product profiles say about invoices. */
export interface TermsSource {
  /** Undefined: there is no such profile. */
  of(tx: Tx, profile: string): Promise<InvoicingTerms | undefined>
}

/** All profiles with the defaults: where no catalogue is. */
export const defaultTerms: TermsSource = { of: async () => DEFAULT_TERMS }

/** An invoice that is being issued. */
export interface DebitedInvoice {
  readonly tenantId: string
  readonly number: string
  readonly grossMicros: Micros
  readonly currency: string
  /** ISO 8601. */
  readonly issuedOn: string
  readonly dueOn: string
}

/** An invoice that announces its direct debit, and that the customer is about to get. */
export interface ReceivedInvoice {
  readonly tenantId: string
  readonly number: string
  /** As the invoice says. ISO 8601. */
  readonly collectedOn: string
}

/** Who collects invoices by direct debit. */
export interface DebitSource {
  /**
   * In the transaction that issues: the debit that the invoice announces is noted with what the customer owes, so that nobody announces it again. Undefined:
   * the customer has to pay by itself, or nobody can say yet how much will be collected.
   */
  announced(tx: Tx, invoice: DebitedInvoice): Promise<DebitNotice | undefined>
  /**
   * Before the invoice is handed over on a day: a debit that would come too soon after it is moved, since only what the payer has got announces anything. Gives
   * what is to be said of that; undefined: it comes when the invoice says.
   */
  postponed(tx: Tx, invoice: ReceivedInvoice, day: string): Promise<Text | undefined>
}

/** Who knows the contracts that a customer has. */
export interface ContractNoticeSource {
  /** In the transaction that issues: what the invoice says of begin, term and notice of contracts (§ 4 TKTransparenzV, § 56 (3) TKG), a paragraph each. */
  of(tx: Tx, tenantId: string, issuedOn: string): Promise<readonly Text[]>
}

/** Who pays invoices from credit (BIL-09). */
export interface CreditSource {
  /**
   * In the transaction that issues, once the lines are billed: what credit pays of the invoice now, so that the invoice says so. `book` is called once it is issued.
   * Undefined: the customer does not pay before calling, or nothing is there.
   */
  pays(
    tx: Tx,
    invoice: DebitedInvoice & { readonly invoiceId: string },
  ): Promise<{ readonly micros: Micros; readonly book: () => Promise<void> } | undefined>
}

export interface InvoiceSources {
  readonly charges: readonly ChargeSource[]
  readonly terms: TermsSource
  /** Absent: nothing is collected. */
  readonly debits?: DebitSource
  /** Absent: invoices say nothing of contracts. */
  readonly contracts?: ContractNoticeSource
  /** Absent: nothing is paid from credit when an invoice is issued. */
  readonly credit?: CreditSource
}
