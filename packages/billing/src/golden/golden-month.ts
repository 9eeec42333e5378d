import type { RecipientDetails } from '../invoices/party.ts'
import type { Usage } from '../usage.ts'

/** `extension`, `extension@Köln` for that of a site, `crm#10` for that of a subject. */
export type GoldenItem = string

/** What was agreed after the beginning, and on which day somebody entered it. */
export type GoldenDeed =
  | {
      readonly on: string
      readonly from: string
      readonly items: readonly (readonly [GoldenItem, quantity: number])[]
      readonly reason?: string
    }
  | { readonly on: string; readonly once: string; readonly quantity: number }
  /** What extensions get as their user package; null: they are deleted. `at`: civil time in Berlin. */
  | { readonly on: string; readonly at: string; readonly gives: readonly (readonly [extension: number, userPackage: string | null])[] }

/** A call, and what of it is paid. */
export interface GoldenCall extends Partial<Pick<Usage, 'origin' | 'way' | 'medium'>> {
  /** Civil time in Berlin at which it was answered. */
  readonly at: string
  readonly seconds: number
  readonly called: string
  readonly site?: string
  readonly extension?: number
  /** Month whose run is the first that knows of it; absent: that of the call. */
  readonly knownIn?: string
  /** Why so many seconds are paid. */
  readonly because: string
  /** Whole increments at list price. */
  readonly paidSeconds: number
  /** Euros. */
  readonly perMinute: string
}

/** A line as it is printed: text, calculation, amount. */
export type GoldenLine = readonly [text: string, calculation: string, amount: string]

export interface GoldenInvoice {
  /** Name of the site; absent: of none, or of all. */
  readonly site?: string
  readonly lines: readonly GoldenLine[]
  readonly net: string
  /** Per cent of VAT and what it comes to. */
  readonly vat: readonly (readonly [percent: number, tax: string])[]
  readonly gross: string
}

/** A customer whose month was calculated by hand, from the order to the total of the invoice. */
export interface GoldenMonth {
  /** Name of the product profile. */
  readonly profile: string
  readonly what: string
  readonly sites?: readonly string[]
  readonly recipient: Partial<RecipientDetails>
  readonly contract: {
    readonly on: string
    readonly begins: string
    readonly termMonths?: number
    readonly items: readonly (readonly [GoldenItem, quantity: number])[]
  }
  readonly deeds: readonly GoldenDeed[]
  readonly calls: readonly GoldenCall[]
  /** The month that is calculated; those before are billed by runs of their own. */
  readonly month: string
  /** In the order of their numbers. */
  readonly invoices: readonly GoldenInvoice[]
}
