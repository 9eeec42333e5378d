import type { CountingRule } from '../../catalogue/counting.ts'
import type { ProductItem } from '../../catalogue/item.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import type { Contract } from '../contract.ts'
import { byDays } from './by-days.ts'
import type { ChargeLine } from './charge-line.ts'
import { chargeLines } from './line.ts'
import { daysOf, lastDay, type Month } from './month.ts'
import { type ChargeQuestion, profileIn } from './question.ts'
import { totals, type Use, usesOf } from './uses.ts'
import { wholeMonth } from './whole-month.ts'

/** What counting one product item in one month needs. */
export interface ItemInMonth {
  readonly contract: Contract
  readonly profile: ProfileFile
  readonly product: ProductItem
  readonly rule: CountingRule
  readonly month: Month
  readonly uses: readonly Use[]
  /** Units that other items include, day by day. */
  readonly included: readonly number[]
  readonly question: Pick<ChargeQuestion, 'versions' | 'counted'>
}

/** What all items that are due so cost in a month, by their rules (BIL-03). */
export function recurring(
  contract: Contract,
  month: Month,
  due: CountingRule['due'],
  question: Pick<ChargeQuestion, 'versions' | 'counted'>,
): readonly ChargeLine[] {
  const profile = profileIn(contract, lastDay(month), question.versions)
  if (profile === undefined) return []
  const facts = productsOf(contract, profile, question).flatMap((product) => {
    const rule = profile.counting[product.counting ?? 'default']
    if (rule === undefined || rule.due !== due) return []
    const counting = { contract, profile, product, rule, month, ...amounts(contract, profile, product, month, question), question }
    return rule.rule === 'by-days' ? byDays(counting) : wholeMonth(counting)
  })
  return chargeLines(facts)
}

/** Everything monthly that the contract has or had, in the order of the price list; then what newer price lists do not have any more. */
function productsOf(contract: Contract, profile: ProfileFile, { versions }: Pick<ChargeQuestion, 'versions'>): readonly ProductItem[] {
  const booked = new Set(contract.items.map(({ item }) => item))
  const listed = profile.items.filter(({ id, quantityFrom }) => booked.has(id) || quantityFrom === 'use')
  const older = contract.versions.flatMap(({ versionId }) => versions(versionId).items)
  const begun = contract.items.flatMap(({ prices }) => prices.flatMap(({ versionId }) => versions(versionId).items))
  const gone = [...older, ...begun].filter(({ id }) => booked.has(id) && !listed.some((item) => item.id === id))
  const once = new Map(gone.map((item) => [item.id, item]))
  return [...listed, ...once.values()].filter(({ kind }) => kind !== 'one-off')
}

function amounts(
  contract: Contract,
  profile: ProfileFile,
  product: ProductItem,
  month: Month,
  { counted }: Pick<ChargeQuestion, 'counted'>,
): Pick<ItemInMonth, 'uses' | 'included'> {
  const days = daysOf(month)
  const including = profile.items.flatMap((item) =>
    (item.quota ?? []).filter((quota) => quota.item === product.id).map(({ quantity }) => ({ item, quantity })),
  )
  const included = including.map(({ item, quantity }) =>
    totals(usesOf(contract, profile, item, { days, counted }), days.length).map((count) => count * quantity),
  )
  return {
    uses: usesOf(contract, profile, product, { days, counted }),
    included: days.map((_day, index) => included.reduce((sum, counts) => sum + (counts[index] ?? 0), 0)),
  }
}
