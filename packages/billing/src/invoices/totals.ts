import { type Micros, type RoundingMode, roundToCents } from '@klinke/rating'
import type { ChargeLine, InvoiceLine, LineVat } from './line.ts'

/** VAT of all lines of one category and rate. */
export interface VatTotal extends LineVat {
  readonly base: Micros
  readonly tax: Micros
}

/** Sums of an invoice, whole cents. */
export interface Totals {
  readonly net: Micros
  readonly vat: readonly VatTotal[]
  readonly tax: Micros
  readonly gross: Micros
}

/** The lines in whole cents, and their sums. */
export interface Summed {
  readonly lines: readonly InvoiceLine[]
  readonly totals: Totals
}

/**
 * The one place where an invoice rounds: each line to cents, then the VAT on the sum of lines of one rate (EN 16931 BR-CO-10, BR-CO-17). All else is
 * added up exactly, so that the sum of what is printed is the total that is printed.
 */
export function summed(lines: readonly (ChargeLine & { readonly vat: LineVat })[], mode: RoundingMode): Summed {
  const cents = (micros: Micros): Micros => roundToCents(micros, mode)
  const rounded = lines.map((line): InvoiceLine => ({ ...line, amount: cents(line.netMicros) }))
  const byRate = Map.groupBy(rounded, ({ vat }) => `${vat.category} ${vat.permille}`)
  const vat = [...byRate.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const base = sum([first, ...others].map(({ amount }) => amount))
    return [{ ...first.vat, base, tax: cents((base * BigInt(first.vat.permille)) / 1_000n) }]
  })
  const net = sum(rounded.map(({ amount }) => amount))
  const tax = sum(vat.map((total) => total.tax))
  return { lines: rounded, totals: { net, vat: vat.toSorted(byRateOrder), tax, gross: net + tax } }
}

/** The highest rate first. */
function byRateOrder(one: LineVat, other: LineVat): number {
  return other.permille - one.permille || one.category.localeCompare(other.category)
}

function sum(amounts: readonly Micros[]): Micros {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
