import type { Language, Text } from '@klinke/platform'
import type { Currency, RoundingMode } from '@klinke/rating'
import type { InvoiceLine } from './line.ts'
import type { IssuerDetails, RecipientDetails } from './party.ts'
import type { Period } from './period.ts'
import type { Totals } from './totals.ts'

export type InvoiceKind = 'invoice' | 'credit-note'

/** The direct debit by which an invoice is collected, as the invoice itself announces it to the payer (BIL-08). */
export interface DebitNotice {
  /** BT-89. */
  readonly mandateReference: string
  /** Gläubiger-Identifikationsnummer, BT-90. */
  readonly creditorId: string
  /** The account that is debited, BT-91: country, check digits and the last four, because invoices go by mail and the payer may be somebody else. */
  readonly account: string
  /** ISO 8601. */
  readonly collectedOn: string
  /** All of it in one sentence. */
  readonly text: Text
}

/**
 * All that stands on an invoice but its number and dates: a copy of everything, so that what changes afterwards changes no invoice. On a credit note, too,
 * amounts are above zero where the customer gets money: its kind says which way it goes.
 */
export interface InvoiceContent {
  readonly kind: InvoiceKind
  readonly language: Language
  readonly currency: Currency
  readonly issuer: IssuerDetails
  readonly recipient: RecipientDetails
  /** Null: of all sites. */
  readonly site: { readonly id: string; readonly name: string } | null
  readonly period: Period
  /** Of the sites that lines are of, by their ids. */
  readonly siteNames: Readonly<Record<string, string>>
  readonly lines: readonly InvoiceLine[]
  readonly totals: Totals
  readonly paymentDays: number
  readonly objectionWeeks: number
  /** By which rule it was rounded; absent: issued before it was noted. */
  readonly rounding?: RoundingMode | undefined
  /** What a credit note takes back, and why; `lines` of the invoice (from 1), absent on those from before they were noted. */
  readonly corrects: {
    readonly number: string
    readonly issuedOn: string
    readonly reason: string
    readonly lines?: readonly number[] | undefined
  } | null
  /** Absent: the customer pays by itself. No draft has one: the day of collection is known when the invoice is issued. */
  readonly debit?: DebitNotice | undefined
  /** Terms of the customer's contracts, a paragraph each (§ 4 TKTransparenzV); absent: it has none with a term. No draft has them: dates are those of the day of issue. */
  readonly contracts?: readonly Text[] | undefined
  /** What credit has paid of it when it was issued (BT-113), micro-units; absent: nothing. No draft has one. */
  readonly prepaid?: bigint | undefined
}

/** As it was issued, for ever. */
export interface IssuedContent extends InvoiceContent {
  readonly number: string
  readonly issuedOn: string
  readonly dueOn: string
}

/** What becomes of an issued invoice. */
export const INVOICE_STATES = ['draft', 'issued', 'partly-paid', 'paid', 'dunned', 'credited'] as const
export type InvoiceState = (typeof INVOICE_STATES)[number]

/** The state that payments, credits and dunning make of an issued invoice; amounts in micro-units. */
export function stateOf(invoice: {
  readonly gross: bigint
  readonly paid: bigint
  readonly credited: bigint
  readonly dunningLevel: number
}): InvoiceState {
  const { gross, paid, credited, dunningLevel } = invoice
  if (credited > 0n && credited >= gross) return 'credited'
  if (paid + credited >= gross) return 'paid'
  if (dunningLevel > 0) return 'dunned'
  return paid > 0n ? 'partly-paid' : 'issued'
}
