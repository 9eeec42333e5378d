import type { Medium, Origin } from '../leg.ts'
import type { PrefixTrie } from '../match/prefix-trie.ts'
import type { Currency, Micros } from '../money.ts'
import type { LocalClock } from '../time/local-clock.ts'
import type { Week } from '../time/week.ts'
import type { PeriodData, PriceAt, Words, ZoneKind } from './tariff-data.ts'

/** A version of a tariff, ready to rate by: made by `readTariff` of data without faults. */
export interface Tariff {
  readonly currency: Currency
  readonly clock: LocalClock
  /** First and last moment; the last one is excluded, infinite where the data names none. */
  readonly fromMs: number
  readonly untilMs: number
  readonly priceAt: PriceAt
  readonly isFree: { readonly 'on-net': boolean; readonly enum: boolean }
  readonly longestSeconds: number
  readonly periods: readonly PeriodData[]
  readonly week: Week
  /** Days since 1970-01-01. */
  readonly holidays: ReadonlySet<number>
  readonly zones: ReadonlyMap<string, Zone>
  readonly bundles: ReadonlyMap<string, Bundle>
  /** Its values are places in `matches`. */
  readonly trie: PrefixTrie
  readonly matches: readonly Match[]
}

/** What a prefix leads to. */
export interface Match {
  /** With plus. */
  readonly prefix: string
  readonly zone: Zone
  /** A new mobile prefix, with the price of its country's mobile numbers (BIL-05). */
  readonly isInherited: boolean
}

export interface Zone {
  readonly id: string
  readonly name: Words
  readonly kind: ZoneKind
  readonly country: string | undefined
  readonly isSeparate: boolean
  readonly prices: readonly Price[]
  /** Bundles that give something here, in the order in which they are used up. */
  readonly bundles: readonly Bundle[]
}

export interface Price {
  /** Its place among the prices of the zone. */
  readonly row: number
  readonly microsPerMinute: Micros
  readonly setUp: Micros
  readonly minimum: Micros
  readonly firstSeconds: number
  readonly thenSeconds: number
  /** Undefined: whenever, whoever, whatever. */
  readonly periods: ReadonlySet<number> | undefined
  readonly origins: readonly Origin[] | undefined
  readonly media: readonly Medium[] | undefined
  readonly callers: readonly string[] | undefined
}

export interface Bundle {
  readonly id: string
  readonly name: Words
  readonly origins: readonly Origin[]
  readonly media: readonly Medium[]
  /** Infinite: no limit. */
  readonly seconds: number
  readonly of: 'customer' | 'seats' | 'each-seat'
  readonly leastSeats: number
  readonly allSeats: boolean
  readonly exceptPrefixes: readonly string[]
}

/** The zone of a number (E.164 with plus), by the longest prefix; undefined: none has it. */
export function matchOf({ trie, matches }: Tariff, called: string): Match | undefined {
  return matches[trie.longest(called, 1)]
}
