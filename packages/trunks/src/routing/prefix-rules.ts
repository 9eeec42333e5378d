import { longestMatch, type PrefixTable } from '../barring/prefix-table.ts'

/** Which carriers have the numbers that begin with a prefix. */
export interface PrefixRule {
  /** Digits without plus. */
  readonly prefix: string
  /** `only`: these and no other; `first`: these before the others; `never`: all but these. */
  readonly effect: 'only' | 'first' | 'never'
  readonly carrierIds: readonly string[]
}

export type PrefixRules = PrefixTable<PrefixRule>

/** The rule of the longest prefix; undefined: there is none, and any carrier may have the call. */
export function ruleFor(rules: PrefixRules, digits: string): PrefixRule | undefined {
  return longestMatch(rules, digits)
}

/** Whether a carrier may have the call, and whether before others. */
export function standingBy(rule: PrefixRule | undefined, carrierId: string): 'first' | 'allowed' | 'excluded' {
  if (rule === undefined) return 'allowed'
  const isNamed = rule.carrierIds.includes(carrierId)
  if (rule.effect === 'never') return isNamed ? 'excluded' : 'allowed'
  if (isNamed) return 'first'
  return rule.effect === 'only' ? 'excluded' : 'allowed'
}
