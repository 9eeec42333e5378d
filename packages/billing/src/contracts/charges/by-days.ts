import type { LineFacts } from './line.ts'
import { daysOf } from './month.ts'
import { pricedOn } from './question.ts'
import type { ItemInMonth } from './recurring.ts'
import { type Priced, unitPrices } from './unit-prices.ts'
import { totals, type Use } from './uses.ts'
import { wordsByDays } from './words.ts'

/** Days in a row with the same quantity at the same price. */
interface Run extends Priced {
  readonly first: number
  readonly days: number
}

/** Each day counts its part of the month: one line for each row of days on which nothing changed. */
export function byDays(counting: ItemInMonth): readonly LineFacts[] {
  return counting.uses.flatMap((use, index) => linesOf(counting, use, counting.uses.slice(0, index)))
}

function linesOf(
  { contract, profile, product, month, uses, included, question }: ItemInMonth,
  use: Use,
  before: readonly Use[],
): readonly LineFacts[] {
  const days = daysOf(month)
  const [ahead, all] = [totals(before, days.length), totals(uses, days.length)]
  const priced = days.map((day, index) => {
    const [quantity = 0, total = 0, free = 0] = [use.counts[index], all[index], included[index]]
    const item = pricedOn(use.prices, product.id, day, question.versions) ?? product
    return unitPrices(item, { before: ahead[index] ?? 0, quantity, total, included: free })
  })
  return runsOf(priced).flatMap((run) => {
    const [from, until] = [days[run.first], days[run.first + run.days - 1]]
    if (from === undefined || until === undefined || run.unitPrice === 0n) return []
    const part = { days: run.days, of: days.length }
    return {
      ...{ contract, item: product.id, title: product.title, kind: 'recurring', siteId: use.siteId, from, until, part, vat: product.vat },
      ...{ quantity: run.quantity, unitPrice: run.unitPrice, rounding: profile.rounding.mode },
      words: (quantity) => wordsByDays({ ...run, quantity }, part, included[run.first] ?? 0, contract.currency),
    }
  })
}

function runsOf(priced: readonly (readonly Priced[])[]): readonly Run[] {
  const runs: Run[] = []
  for (const [index, parts] of priced.entries())
    for (const part of parts) {
      const at = runs.findIndex((run) => run.first + run.days === index && isSame(run, part))
      const run = runs[at]
      if (run === undefined) runs.push({ ...part, first: index, days: 1 })
      else runs[at] = { ...run, days: run.days + 1 }
    }
  return runs
}

function isSame(one: Priced, other: Priced): boolean {
  return one.quantity === other.quantity && one.unitPrice === other.unitPrice && one.step === other.step
}
