import type { Medium, Origin, Way } from '../leg.ts'
import type { Currency } from '../money.ts'

/** German and English. */
export interface Words {
  readonly de: string
  readonly en: string
}

/** Days as periods of the day tell them apart; a holiday is none of the other seven. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday'] as const
export type Day = (typeof DAYS)[number]

export const ZONE_KINDS = ['geographic', 'mobile', 'freephone', 'special', 'network'] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]

/** `start`: the price at the answer holds to the end. `split`: each increment has the price of the moment in which it begins. */
export const PRICE_AT = ['start', 'split'] as const
export type PriceAt = (typeof PRICE_AT)[number]

/** One version of a tariff, as it is uploaded: data alone, amounts as decimal numbers in text. `checkTariff` says what is wrong with it. */
export interface TariffData {
  readonly currency: Currency
  /** IANA name: of days, periods and months. */
  readonly timeZone: string
  /** First day, `2026-01-01`. */
  readonly validFrom: string
  /** Last day; absent: until the next version. */
  readonly validUntil?: string
  readonly priceAt: PriceAt
  /** Ways that cost nothing (TRK-14). */
  readonly free: readonly Exclude<Way, 'carrier'>[]
  /** Where a price names none. */
  readonly increment: Increment
  /** Times of the week by name; absent: prices hold always. */
  readonly periods?: readonly PeriodData[]
  /** Dates that are holidays. */
  readonly holidays?: readonly string[]
  /** A longer call is put aside as impossible; absent: 24 hours. */
  readonly longestSeconds?: number
  readonly zones: readonly ZoneData[]
  readonly prefixes: readonly PrefixData[]
  /** In the order in which they are used up. */
  readonly bundles?: readonly BundleData[]
}

/** In whole seconds: 60/60 per started minute, 1/1 per second, 60/1 the first minute whole. The first one is the least that is billed. */
export interface Increment {
  readonly firstSeconds: number
  readonly thenSeconds: number
}

export interface PeriodData {
  readonly name: string
  readonly days: readonly Day[]
  /** `08:00` */
  readonly from: string
  /** `18:00`, `24:00` for midnight. */
  readonly until: string
}

/** Numbers with the same prices. */
export interface ZoneData {
  readonly id: string
  readonly name: Words
  readonly kind: ZoneKind
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** `separate`: numbers that somebody else bills (offline-billed, BIL-10); absent: on the invoice. */
  readonly statement?: 'invoice' | 'separate'
  /** The first that applies holds. None: only for a separate statement, where somebody else knows the price. */
  readonly prices: readonly PriceData[]
}

/** What a minute costs, and when; conditions that are absent always hold. */
export interface PriceData {
  readonly perMinute: string
  /** Once for each connection. */
  readonly setUp?: string
  /** The least that a connection costs to which no bundle gives anything. */
  readonly minimum?: string
  readonly increment?: Increment
  /** Names of periods. */
  readonly periods?: readonly string[]
  readonly origins?: readonly Origin[]
  readonly media?: readonly Medium[]
  /** How the billed number begins. */
  readonly callers?: readonly string[]
}

export interface PrefixData {
  /** Digits after a plus. */
  readonly prefix: string
  /** Id of a zone. */
  readonly zone: string
}

/** Seconds that cost nothing: a bundle, or a flat with its conditions (BIL-04). */
export interface BundleData {
  readonly id: string
  readonly name: Words
  /** Ids of zones. */
  readonly zones?: readonly string[]
  /** Zones of these kinds besides; with `countries` only those in them. */
  readonly kinds?: readonly ZoneKind[]
  readonly countries?: readonly string[]
  /** A flat that is not for forwarding leaves `forwarded` out. */
  readonly origins: readonly Origin[]
  readonly media: readonly Medium[]
  /** A month; null: no limit. */
  readonly seconds: number | null
  /** Whose: one for the customer, so many for each seat in one pot, or each seat's own. */
  readonly of: 'customer' | 'seats' | 'each-seat'
  /** Seats from which on it holds. */
  readonly leastSeats?: number
  /** It holds only when it is booked for all extensions. */
  readonly allSeats?: boolean
  /** Numbers that begin so are left out. */
  readonly exceptPrefixes?: readonly string[]
}

/** A prefix that is new: it costs what mobile numbers of its country cost (BIL-05), unless the tariff names it. */
export interface MobilePrefix {
  readonly prefix: string
  readonly country: string
}
