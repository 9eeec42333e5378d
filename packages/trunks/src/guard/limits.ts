import type { GuardLimits } from '@klinke/accounts'

/** What is counted in a day. */
export const MEASURES = [
  'minutesPerDay',
  'minutesPerExtensionPerDay',
  'microsPerDay',
  'microsPerExtensionPerDay',
  'offHoursMinutes',
] as const
export type Measure = (typeof MEASURES)[number]

export const LIMIT_NAMES = [...MEASURES, 'internationalCalls'] as const

/** The operator's and the administrator's limits together: of each the lower one. */
export function lowerOf(contract: GuardLimits = {}, own: GuardLimits = {}): GuardLimits {
  return Object.fromEntries(
    LIMIT_NAMES.flatMap((name) => {
      const set = [contract[name], own[name]].filter((limit) => limit !== undefined)
      return set.length === 0 ? [] : [[name, Math.min(...set)]]
    }),
  )
}

export function areSameLimits(some: GuardLimits, others: GuardLimits): boolean {
  return LIMIT_NAMES.every((name) => some[name] === others[name])
}

/** The first of the administrator's limits that is above the operator's. */
export function aboveContract(contract: GuardLimits = {}, own: GuardLimits): (typeof LIMIT_NAMES)[number] | undefined {
  return LIMIT_NAMES.find((name) => (own[name] ?? 0) > (contract[name] ?? Number.POSITIVE_INFINITY))
}

/** How much of its unit (seconds, or millionths of the currency) a limit is. */
export function amountOf(measure: Measure, limit: number): number {
  return isMoney(measure) ? limit : limit * 60
}

export function isMoney(measure: Measure): boolean {
  return measure === 'microsPerDay' || measure === 'microsPerExtensionPerDay'
}

export function isPerExtension(measure: Measure): boolean {
  return measure === 'minutesPerExtensionPerDay' || measure === 'microsPerExtensionPerDay'
}
