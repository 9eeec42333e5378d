import type { Text } from '@klinke/platform'
import type { Currency, Micros } from '@klinke/rating'
import type { Period } from './period.ts'

/** What is counted. */
export const LINE_UNITS = ['piece', 'month', 'minute', 'call', 'lump-sum'] as const
export type LineUnit = (typeof LINE_UNITS)[number]

/** What a line is based on, so that it can be opened: who knows it is the source of that name. */
export interface LineBasis {
  /** Name of the `ChargeSource`, or `fee` for what invoicing itself charges. */
  readonly source: string
  /** The source's own key, such as a contract item, a credit, or a site with a zone of calls. */
  readonly reference: string
}

/** Rate of a line before the customer's treatment, as the catalogue names them. */
export type LineTax = 'standard' | 'reduced' | 'none'

/** What a customer owes for something, exact to the micro-unit. Credits have a negative quantity; a price is never below zero (EN 16931 BR-27). */
export interface ChargeLine {
  readonly text: Text
  readonly quantity: number
  readonly unit: LineUnit
  readonly unitMicros: Micros
  /** `quantity * unitMicros` where that is exact; a part of a month, or a sum of calls, says it by itself. */
  readonly netMicros: Micros
  /** Of both. Invoices are in euros: others are refused (`composed`). */
  readonly currency: Currency
  readonly tax: LineTax
  /** Null: of no site. */
  readonly siteId: string | null
  /** When it was performed; the last day decides the rate (§ 27 Abs. 1 UStG). */
  readonly service: Period
  readonly basis: LineBasis
}

/** A line that stands on an invoice. */
export interface InvoiceLine extends ChargeLine {
  /** Whole cents. */
  readonly amount: Micros
  readonly vat: LineVat
}

/** EN 16931 VAT categories (UNTDID 5305) that occur here: taxed at a rate, exempt, reverse charge, not subject to VAT. */
export const VAT_CATEGORIES = ['S', 'E', 'AE', 'O'] as const
export type VatCategory = (typeof VAT_CATEGORIES)[number]

export interface LineVat {
  readonly category: VatCategory
  /** Thousandths: 190 is 19 %. */
  readonly permille: number
}
