import type { ContractTerms } from '../../catalogue/terms.ts'
import { dayWords } from '../charges/words.ts'
import type { Contract, Day } from '../contract.ts'
import type { ContractDeed } from '../events.ts'
import { renewalMonthsOf } from '../terms/earliest-end.ts'
import { isUpTo, lastDayOfMonths, termEndFrom } from '../terms/term-end.ts'
import { ContractRuleBroken } from './refusals.ts'

/**
 * What an upgrade means for the term (ORD-02 [T]): none in the first months; where little of the term remains, it begins anew. Nothing where the profile says nothing
 * of it. Throws `ContractRuleBroken` when it is too early.
 */
export function raised(contract: Contract, terms: ContractTerms, from: Day): readonly ContractDeed[] {
  const { term } = contract
  const { increase } = terms
  if (increase === undefined || term === undefined || isUpTo(from, contract.begins)) return []
  const first = term.from.add({ months: increase.firstAfterMonths })
  if (!isUpTo(first, from))
    throw new ContractRuleBroken('contract-too-early', {
      en: `The first upgrade is possible after ${increase.firstAfterMonths} months, from ${dayWords(first).en} on.`,
      de: `Die erste Erweiterung geht nach ${increase.firstAfterMonths} Monaten, ab dem ${dayWords(first).de}.`,
    })
  const end = termEndFrom(term, renewalMonthsOf(contract, terms) ?? term.months, from)
  const remains = lastDayOfMonths(from, increase.whenRemainingMonths)
  const anew = lastDayOfMonths(from, increase.restartMonths)
  return isUpTo(end, remains) && !isUpTo(anew, end) ? [{ kind: 'term-restarted', from, months: increase.restartMonths }] : []
}
