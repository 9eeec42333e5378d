import { type PrefixTable, prefixMatches } from '../barring/prefix-table.ts'

/** What a minute to numbers that begin with a prefix costs over one carrier, while it holds. */
export interface Rate {
  /** In millionths of a euro; integers, as all money. */
  readonly microsPerMinute: number
  readonly validFromMs: number
  readonly validUntilMs: number | undefined
}

/** The price list of one carrier: the longest prefix with a rate that holds now decides. Several rates of a prefix follow each other in time. */
export type PriceList = PrefixTable<readonly Rate[]>

/** Millionths of a euro for a minute; undefined: the carrier has no price for that number now. `digits`: E.164 without plus. */
export function priceOf(list: PriceList, digits: string, nowMs: number): number | undefined {
  for (const { value } of prefixMatches(list, digits)) {
    const rate = value.find(({ validFromMs, validUntilMs }) => validFromMs <= nowMs && (validUntilMs === undefined || nowMs < validUntilMs))
    if (rate !== undefined) return rate.microsPerMinute
  }
  return undefined
}
