import { toCents } from '../to-cents.ts'
import type { InvoiceContent } from './invoice.ts'
import type { LineVat } from './line.ts'
import { DEFAULT_TERMS } from './terms.ts'
import type { Totals, VatTotal } from './totals.ts'

/** What a credit note takes back. */
type Part = Pick<InvoiceContent, 'lines' | 'totals'>

/**
 * Some lines of an invoice (from 1), to be taken back after others were. The VAT of each rate is what all that is taken back by then comes to, less what was given back
 * before: so line by line is never a cent more or less than all at once, and the last line takes the exact rest.
 */
export function creditedPart(content: InvoiceContent, wanted: readonly number[], before: readonly Part[]): Part {
  const lines = content.lines.filter((_, index) => wanted.includes(index + 1))
  // What was issued before invoices said by which rule they were rounded.
  const { rounding = DEFAULT_TERMS.rounding } = content
  const vat = content.totals.vat.flatMap(({ category, permille }): readonly VatTotal[] => {
    const own = lines.filter((line) => isOf(line.vat, { category, permille }))
    if (own.length === 0) return []
    const given = before.flatMap(({ totals }) => totals.vat.filter((total) => isOf(total, { category, permille })))
    const base = sum(own.map(({ amount }) => amount))
    const all = base + sum(given.map((total) => total.base))
    return [{ category, permille, base, tax: toCents(all * BigInt(permille), 1_000n, rounding) - sum(given.map(({ tax }) => tax)) }]
  })
  const net = sum(lines.map(({ amount }) => amount))
  const tax = sum(vat.map((total) => total.tax))
  const totals: Totals = { net, vat, tax, gross: net + tax }
  return { lines, totals }
}

/** Lines (from 1) that credit notes have taken back; of those from before they said which, none. */
export function linesCredited(before: readonly Pick<InvoiceContent, 'corrects'>[]): ReadonlySet<number> {
  return new Set(before.flatMap(({ corrects }) => corrects?.lines ?? []))
}

function isOf(one: LineVat, other: LineVat): boolean {
  return one.category === other.category && one.permille === other.permille
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
