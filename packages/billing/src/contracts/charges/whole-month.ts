import type { LineFacts } from './line.ts'
import { daysOf, firstDay, lastDay } from './month.ts'
import { pricedOn } from './question.ts'
import type { ItemInMonth } from './recurring.ts'
import { unitPrices } from './unit-prices.ts'
import { totals, type Use } from './uses.ts'
import { wordsOfMonth } from './words.ts'

/** What counts of each use, for the whole month. */
interface Share {
  readonly use: Use
  readonly quantity: number
}

/** Whole months without pro-rating: of the most there was, or of what was active on enough days. Prices are those of the first day on which it was there. */
export function wholeMonth(counting: ItemInMonth): readonly LineFacts[] {
  const { contract, profile, product, rule, month, included, question } = counting
  const days = daysOf(month)
  const shares = rule.rule === 'active-days' ? activeShares(counting.uses, rule.moreThanDays) : sharesAtMost(counting.uses, days.length)
  const total = shares.reduce((sum, { quantity }) => sum + quantity, 0)
  const free = Math.max(0, ...included)
  return shares.flatMap(({ use, quantity }, index) => {
    const before = shares.slice(0, index).reduce((sum, share) => sum + share.quantity, 0)
    const day = days[use.counts.findIndex((count) => count > 0)] ?? firstDay(month)
    const item = pricedOn(use.prices, product.id, day, question.versions) ?? product
    return unitPrices(item, { before, quantity, total, included: free })
      .filter(({ unitPrice }) => unitPrice !== 0n)
      .map((priced) => ({
        ...{ contract, item: product.id, title: product.title, kind: 'recurring', siteId: use.siteId, vat: product.vat },
        ...{ from: firstDay(month), until: lastDay(month), quantity: priced.quantity, unitPrice: priced.unitPrice },
        ...{ rounding: profile.rounding.mode, words: (quantity) => wordsOfMonth(rule, { ...priced, quantity }, free, contract.currency) },
      }))
  })
}

/** As it was on the day on which there was most in the whole contract: what moved from site to site counts once. */
function sharesAtMost(uses: readonly Use[], days: number): readonly Share[] {
  const all = totals(uses, days)
  const most = all.indexOf(Math.max(0, ...all))
  return uses.map((use) => ({ use, quantity: use.counts[most] ?? 0 }))
}

/**
 * What was active on more days than that. Things with a name count each by itself; of those without, as many as were there on so many days: the second one counts
 * when there were two on enough days.
 */
function activeShares(uses: readonly Use[], moreThanDays: number): readonly Share[] {
  const groups = Map.groupBy(uses, ({ siteId, subject }) => `${siteId ?? ''}/${subject ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const all = totals(group, group[0]?.counts.length ?? 0)
    let left = Math.max(0, ...all.map((level) => (all.filter((count) => count >= level).length > moreThanDays ? level : 0)))
    return group.map((use) => {
      const quantity = Math.min(left, Math.max(0, ...use.counts))
      left -= quantity
      return { use, quantity }
    })
  })
}
