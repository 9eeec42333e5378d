import type { Refusal } from '@klinke/calls'
import { refused } from '@klinke/calls'
import type { GuardRules } from './guard-rules.ts'
import type { GuardedCall } from './guarded-call.ts'
import { lockAgainst } from './lock.ts'
import { isAllowedAgent } from './user-agents.ts'
import { agentWords, countryWords, lockWords, type Words } from './words.ts'

/** Why the guard does not let a call go. */
export interface Objection {
  readonly step: 'guard-agent' | 'guard-lock' | 'guard-country' | 'guard-international' | 'guard-limit'
  readonly detail: string
  readonly words: Words
  readonly refusal: Refusal
}

/** The device with which somebody calls; undefined: none does, a setting leads the call. */
export interface CallingDevice {
  readonly at: 'extension' | 'trunk'
  readonly userAgent: string | undefined
}

export interface GuardQuestion {
  readonly call: GuardedCall
  readonly rules: GuardRules
  /** A number of a service: 0180, 118, 0900 … */
  readonly isService: boolean
  readonly device: CallingDevice | undefined
  readonly holdsNewCountries: boolean
  readonly atMs: number
}

/** What needs no counting: the device, the provider's locks, the country. Pure. */
export function guardObjection({ call, rules, isService, device, holdsNewCountries, atMs }: GuardQuestion): Objection | undefined {
  return wrongDevice(device, rules) ?? locked(call, isService, rules, atMs) ?? (holdsNewCountries ? newCountry(call, rules) : undefined)
}

function wrongDevice(device: CallingDevice | undefined, { settings }: GuardRules): Objection | undefined {
  if (device === undefined) return undefined
  const patterns = device.at === 'trunk' ? settings.trunkAgents : settings.extensionAgents
  if (isAllowedAgent(device.userAgent, patterns)) return undefined
  const refusal: Refusal = { ...refused('forbidden', 403), why: 'guard-agent' }
  return { step: 'guard-agent', detail: device.userAgent ?? '', words: agentWords(device.userAgent), refusal }
}

/** Locks of the provider alone: what is asked for calls inside the exchange, too. */
export function locked({ isInternational }: GuardedCall, isService: boolean, { locks }: GuardRules, atMs: number): Objection | undefined {
  const lock = lockAgainst(locks, { isInternational, isService }, atMs)
  if (lock === undefined) return undefined
  const refusal: Refusal = { ...refused('forbidden', 403), why: 'guard-lock' }
  return { step: 'guard-lock', detail: `out ${lock.cause}`, words: lockWords(lock, 'out'), refusal }
}

function newCountry({ country, isInternational }: GuardedCall, { countries }: GuardRules): Objection | undefined {
  if (!isInternational) return undefined
  const state = countries.get(country)
  if (state === 'allowed') return undefined
  const refusal: Refusal = { ...refused('forbidden', 403), why: 'guard-country' }
  return { step: 'guard-country', detail: country, words: countryWords(country, state === 'refused'), refusal }
}
