import type { GuardLimits } from '@klinke/accounts'
import type { Lock } from './lock.ts'

/** What administrators have set to guard against costs. */
export interface GuardSettings {
  readonly limits: GuardLimits
  readonly holdNewCountries: boolean
  /** The schedule of the business hours; null: there are none, and no minutes outside them. */
  readonly businessHours: string | null
  /** Patterns of User-Agent; none: all. */
  readonly extensionAgents: readonly string[]
  readonly trunkAgents: readonly string[]
  /** Where notices go; null: to all administrators of the customer. */
  readonly mailTo: string | null
}

export const NO_SETTINGS: GuardSettings = {
  limits: {},
  holdNewCountries: false,
  businessHours: null,
  extensionAgents: [],
  trunkAgents: [],
  mailTo: null,
}

export type CountryState = 'waiting' | 'allowed' | 'refused'

/** All that is set for one tenant. */
export interface GuardRules {
  readonly settings: GuardSettings
  /** By ISO 3166-1, or `networks`. */
  readonly countries: ReadonlyMap<string, CountryState>
  readonly locks: readonly Lock[]
  /** Dates (ISO 8601) for which the operator has lifted the limits. */
  readonly lifted: ReadonlySet<string>
}

export const NO_GUARD_RULES: GuardRules = { settings: NO_SETTINGS, countries: new Map(), locks: [], lifted: new Set() }
