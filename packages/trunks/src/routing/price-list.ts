import { prefixTable } from '../barring/prefix-table.ts'
import type { PriceList, Rate } from './rates.ts'
import { type RateFields, RatesOverlap } from './rules.ts'

/** In the order of prefix and time. Throws `RatesOverlap` where two prices of a prefix hold at the same time. */
export function inOrder(rates: readonly RateFields[]): readonly RateFields[] {
  const ordered = sorted(rates)
  for (const [index, rate] of ordered.entries()) if (overlaps(rate, ordered[index + 1])) throw new RatesOverlap(rate.prefix)
  return ordered
}

/** False where two prices of a prefix hold at the same time, or one ends before it begins. */
export function isInTurn(rates: readonly RateFields[]): boolean {
  return sorted(rates).every((rate, index, ordered) => !overlaps(rate, ordered[index + 1]))
}

function sorted(rates: readonly RateFields[]): readonly RateFields[] {
  return rates.toSorted((a, b) => compare(a.prefix, b.prefix) || beginOf(a) - beginOf(b))
}

function overlaps(rate: RateFields, next: RateFields | undefined): boolean {
  return endOf(rate) <= beginOf(rate) || (next?.prefix === rate.prefix && endOf(rate) > beginOf(next))
}

/** As the path of a call reads it. */
export function priceTable(rates: readonly RateFields[]): PriceList {
  const byPrefix = new Map<string, readonly Rate[]>()
  for (const rate of rates) {
    const digits = rate.prefix.slice(1)
    const validUntilMs = rate.validUntil === null ? undefined : Date.parse(rate.validUntil)
    const held = { microsPerMinute: rate.microsPerMinute, validFromMs: beginOf(rate), validUntilMs }
    byPrefix.set(digits, [...(byPrefix.get(digits) ?? []), held])
  }
  return prefixTable(byPrefix)
}

/** Milliseconds since the Unix epoch; 0: it always held. */
export function beginOf({ validFrom }: RateFields): number {
  return validFrom === null ? 0 : Date.parse(validFrom)
}

/** Milliseconds since the Unix epoch; infinite: until further notice. */
export function endOf({ validUntil }: RateFields): number {
  return validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil)
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
