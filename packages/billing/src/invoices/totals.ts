import type { Micros, RoundingMode } from '@klinke/rating'
import { toCents } from '../to-cents.ts'
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
 * What an invoice comes to: each line in whole cents (those of contracts and calls are already), then the VAT on the sum of lines of one rate (EN 16931 BR-CO-10, BR-CO-17). All else is
 * added up exactly, so that the sum of what is printed is the total that is printed.
 */
export function summed(lines: readonly (ChargeLine & { readonly vat: LineVat })[], mode: RoundingMode): Summed {
  const rounded = lines.map((line): InvoiceLine => ({ ...line, amount: toCents(line.netMicros, 1n, mode) }))
  const byRate = Map.groupBy(rounded, ({ vat }) => `${vat.category} ${vat.permille}`)
  const vat = [...byRate.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const base = sum([first, ...others].map(({ amount }) => amount))
    return [{ ...first.vat, base, tax: toCents(base * BigInt(first.vat.permille), 1_000n, mode) }]
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
