import type { BarringClass } from '@klinke/accounts'
import { type PrefixTable, prefixMatches, prefixTable } from './prefix-table.ts'

/** Whose rule it is, from wide to near. */
export type RuleLevel = 'contract' | 'customer' | 'site' | 'extension'

export type Effect = 'allow' | 'deny'

/** Numbers by how they begin (`+4930`), or by their country (`AT`). */
export type Target = string

export interface Exception {
  readonly effect: Effect
  readonly target: Target
}

/** Another class at times: while a schedule is closed, or open. */
export interface TimedClass {
  readonly scheduleId: string
  readonly when: 'open' | 'closed'
  readonly class: BarringClass
}

/** What administrators have set at one level. */
export interface LevelRules {
  /** Undefined: as at the next wider level. */
  readonly class: BarringClass | undefined
  readonly timed: TimedClass | undefined
  /** The telephone lock: nothing but internal and emergency numbers. Extensions only. */
  readonly locked: boolean
  readonly exceptions: TargetTable<Exception>
}

/** A bar that is lifted by form (FRD-01, FRD-02), by the operator or a reseller. */
export interface Release {
  readonly id: string
  readonly target: Target
  /** Undefined, as the site: for the whole customer. */
  readonly extensionId: string | undefined
  /** For all that call from there; absent: from anywhere. */
  readonly siteId?: string | undefined
  readonly formReference: string
  readonly validFromMs: number
  /** Undefined: until it is taken back. */
  readonly validUntilMs: number | undefined
}

/** All that is set for one tenant. */
export interface TenantRules {
  readonly customer: LevelRules
  /** By site id; those without rules of their own are absent. */
  readonly sites: ReadonlyMap<string, LevelRules>
  /** By extension id; those without rules of their own are absent. */
  readonly extensions: ReadonlyMap<string, LevelRules>
  readonly releases: TargetTable<readonly Release[]>
}

/** What is said of prefixes and countries. A country matches as its code does: `AT` as `+43`. */
export interface TargetTable<T> {
  readonly prefixes: PrefixTable<T>
  readonly countries: ReadonlyMap<string, T>
}

export function isCountry(target: Target): boolean {
  return /^[A-Z]{2}$/.test(target)
}

export function targetTable<T>(entries: Iterable<readonly [target: Target, value: T]>): TargetTable<T> {
  const all = [...entries]
  return {
    prefixes: prefixTable(all.filter(([target]) => !isCountry(target)).map(([target, value]) => [target.slice(1), value] as const)),
    countries: new Map(all.filter(([target]) => isCountry(target))),
  }
}

const NO_EXCEPTIONS = targetTable<Exception>([])

export const NO_LEVEL: LevelRules = { class: undefined, timed: undefined, locked: false, exceptions: NO_EXCEPTIONS }

export const NO_RULES: TenantRules = { customer: NO_LEVEL, sites: new Map(), extensions: new Map(), releases: targetTable([]) }

/** A number as the rules see it. */
export interface Destination {
  /** Country code and national number without plus; short codes behind 49. */
  readonly digits: string
  /** ISO 3166-1; undefined for networks and services that belong to no country. */
  readonly country: string | undefined
  /** Digits by which the country is known. */
  readonly countryDigits: number
}

/** All that is said of a number, the most particular first: longer prefixes, then shorter ones, a country as its code. */
export function* matchesOf<T>({ prefixes, countries }: TargetTable<T>, { digits, country, countryDigits }: Destination): Generator<T> {
  let ofCountry = country === undefined ? undefined : countries.get(country)
  for (const { value, length } of prefixMatches(prefixes, digits)) {
    if (ofCountry !== undefined && length < countryDigits) {
      yield ofCountry
      ofCountry = undefined
    }
    yield value
  }
  if (ofCountry !== undefined) yield ofCountry
}

/** The most particular of them. */
export function matchTarget<T>(table: TargetTable<T>, to: Destination): T | undefined {
  for (const match of matchesOf(table, to)) return match
  return undefined
}
