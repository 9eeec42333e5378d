import { isProtected, NOTICE_AFTER_FIRST_TERM } from '@klinke/accounts'
import type { Text } from '@klinke/platform'
import type { ProductItem } from '../../catalogue/item.ts'
import type { Period } from '../../catalogue/schema-parts.ts'
import type { ContractTerms, EndRule } from '../../catalogue/terms.ts'
import type { Contract, Day } from '../contract.ts'
import { isUpTo, lastDayOf, lastDayOfMonths, noticeBy, termEndFrom } from './term-end.ts'

/** When something can end if notice arrives today. */
export interface EarliestEnd {
  /** Last day. */
  readonly until: Day
  /** Notice for that day must have arrived by then. */
  readonly noticeBy: Day
  /** Where the rule stands: name of a layer of the terms, or `LAW`. */
  readonly layer: string
  readonly notice: Period
}

/** In the place of a layer: the terms of the profile would make it later. A name of a layer has no capitals. */
export const LAW = 'TKG'

/** Where a rule stands, in words. */
export function titleOfLayer({ layers }: Pick<ContractTerms, 'layers'>, layer: string): Text {
  if (layer === LAW) return { de: '§ 56 Abs. 3 TKG', en: '§ 56 (3) TKG' }
  return layers.find(({ name }) => name === layer)?.title ?? { de: layer, en: layer }
}

/** A rule of the terms with the layer where it stands. */
interface FoundRule {
  readonly rule: EndRule
  readonly layer: string
}

/** Not in the terms: a mistake in the profile, which is refused when it is loaded. */
const NO_RULE = 'The terms of the profile do not say how a contract ends.'

/** When notice arrives, and, where somebody wants it later, the day from which on an end is looked for. */
export interface NoticeGiven {
  readonly today: Day
  readonly wish?: Day | undefined
}

/** What of a contract decides when it can end. */
type Ending = Pick<Contract, 'begins' | 'term' | 'customerKind'>

/** Earliest end of the whole contract when notice arrives today (ORD-02): of the first layer that holds for it, unless law lets it end sooner. */
export function earliestContractEnd(contract: Ending, terms: ContractTerms, { today, wish }: NoticeGiven): EarliestEnd {
  return earliest(contract, contractRule(contract, terms), { today: later(today, contract.begins.subtract({ days: 1 })), wish })
}

/** The rule by which the term of a contract goes on; undefined: it has none. */
export function renewalMonthsOf(contract: Pick<Contract, 'term'>, terms: ContractTerms): number | undefined {
  return contractRule(contract, terms).rule.renewalMonths
}

/** Earliest end of one item, or of some units of it; with the contract at the latest. */
export function earliestItemEnd(
  contract: Ending & Pick<Contract, 'cancellation'>,
  { product, begins }: { readonly product: Pick<ProductItem, 'id' | 'kind'>; readonly begins: Day },
  terms: ContractTerms,
  { today, wish }: NoticeGiven,
): EarliestEnd {
  const found = itemRule(contract, product, terms) ?? contractRule(contract, terms)
  const end = earliest(contract, found, { today: later(today, begins.subtract({ days: 1 })), wish })
  const { cancellation } = contract
  return cancellation !== undefined && isUpTo(cancellation.until, end.until) ? { ...end, until: cancellation.until, noticeBy: today } : end
}

function contractRule({ term }: Pick<Contract, 'term'>, { layers }: ContractTerms): FoundRule {
  for (const { name, contract: rule } of layers)
    if (rule !== undefined && (rule.to !== 'term-end' || term !== undefined)) return { rule, layer: name }
  throw new Error(NO_RULE)
}

function itemRule(
  { term }: Pick<Contract, 'term'>,
  { id, kind }: Pick<ProductItem, 'id' | 'kind'>,
  { layers }: ContractTerms,
): FoundRule | undefined {
  for (const { name, items } of layers) {
    const holding = items.filter(({ to }) => to !== 'term-end' || term !== undefined)
    const rule = holding.find(({ items: ids }) => ids?.includes(id) === true) ?? holding.find(({ kinds }) => kinds?.includes(kind) === true)
    if (rule !== undefined) return { rule, layer: name }
  }
  return undefined
}

/** Of two that are possible the sooner; where both come to the same day, the one for which notice may arrive later. */
function earliest(contract: Ending, found: FoundRule, given: NoticeGiven): EarliestEnd {
  const [agreed, lawful] = [byTerms(contract, found, given), found.rule.to === 'term-end' ? byLaw(contract, given) : undefined]
  if (lawful === undefined) return agreed
  const order = Temporal.PlainDate.compare(lawful.until, agreed.until) || Temporal.PlainDate.compare(agreed.noticeBy, lawful.noticeBy)
  return order < 0 ? lawful : agreed
}

/** A contract that goes on after its first term: from the end of that on to any day, with a month's notice. Undefined: the terms alone hold. */
function byLaw({ term, customerKind }: Ending, { today, wish = today }: NoticeGiven): EarliestEnd | undefined {
  if (term === undefined || !isProtected(customerKind)) return undefined
  const notice = NOTICE_AFTER_FIRST_TERM
  const until = later(later(lastDayOfMonths(term.from, term.months), lastDayOf(today.add({ days: 1 }), notice)), wish)
  return { until, noticeBy: noticeBy(until, notice), layer: LAW, notice }
}

function byTerms({ begins, term }: Ending, { rule, layer }: FoundRule, { today, wish = today }: NoticeGiven): EarliestEnd {
  const { notice } = rule
  const found = (until: Day): EarliestEnd => ({ until, noticeBy: noticeBy(until, notice), layer, notice })
  // From the day after notice has arrived.
  const first = later(lastDayOf(today.add({ days: 1 }), notice), wish)
  switch (rule.to) {
    case 'any-day':
      return found(later(first, begins))
    case 'month-end':
      return found(monthEndFrom(later(first, begins), notice, today))
    case 'term-end': {
      if (term === undefined || rule.renewalMonths === undefined) return found(first)
      const end = termEndFrom(term, rule.renewalMonths, first)
      return found(isUpTo(today, noticeBy(end, notice)) ? end : termEndFrom(term, rule.renewalMonths, end.add({ days: 1 })))
    }
  }
}

function monthEndFrom(day: Day, notice: Period, today: Day): Day {
  const end = day.with({ day: day.daysInMonth })
  if (isUpTo(today, noticeBy(end, notice))) return end
  const next = end.add({ days: 1 })
  return next.with({ day: next.daysInMonth })
}

function later(one: Day, other: Day): Day {
  return isUpTo(one, other) ? other : one
}
