import type { ProductItem } from '../../catalogue/item.ts'
import type { ProfileFile } from '../../catalogue/profile-file.ts'
import { type Contract, type Day, isInForce, type Prices, quantityOn, totalOn } from '../contract.ts'
import { type Counted, productIn } from './question.ts'

/** How many of a product item there were in one place, day by day. */
export interface Use {
  readonly siteId: string | undefined
  readonly subject: string | undefined
  readonly prices: readonly Prices[]
  /** Of each of the days. */
  readonly counts: readonly number[]
}

/** All uses of a product item on the days; the oldest first. */
export function usesOf(
  contract: Contract,
  profile: ProfileFile,
  product: ProductItem,
  { days, counted }: { readonly days: readonly Day[]; readonly counted: readonly Counted[] },
): readonly Use[] {
  const followed = product.follows === undefined ? undefined : productIn(profile, product.follows)
  if (followed !== undefined) return following(contract, product, days, usesOf(contract, profile, followed, { days, counted }))
  if (product.quantityFrom === 'use') return measured(contract, product, days, counted)
  return contract.items
    .filter(({ item }) => item === product.id)
    .map((item) => ({
      ...{ siteId: item.siteId, subject: item.subject, prices: item.prices },
      counts: days.map((day) => quantityOn(contract, item, day)),
    }))
}

/** Booked for all of another item (BIL-04): on the days on which it is booked it has the other one's quantity. */
function following(contract: Contract, { id }: ProductItem, days: readonly Day[], others: readonly Use[]): readonly Use[] {
  const prices = contract.items.findLast(({ item }) => item === id)?.prices ?? contract.versions
  const isBooked = days.map((day) => totalOn(contract, id, day) > 0)
  return others.map((use) => ({ ...use, prices, counts: use.counts.map((count, index) => (isBooked[index] === true ? count : 0)) }))
}

function measured(contract: Contract, { id, counts }: ProductItem, days: readonly Day[], counted: readonly Counted[]): readonly Use[] {
  const { compare } = Temporal.PlainDate
  const isThere = ({ from, until }: Counted, day: Day): boolean =>
    isInForce(contract, day) && compare(from, day) <= 0 && (until === undefined || compare(day, until) <= 0)
  return counted
    .filter((each) => each.counts === counts && (each.item ?? id) === id)
    .map((each) => ({
      ...{ siteId: each.siteId, subject: each.subject, prices: contract.versions },
      counts: days.map((day) => (isThere(each, day) ? each.quantity : 0)),
    }))
}

/** Of all uses together, day by day. */
export function totals(uses: readonly Use[], days: number): readonly number[] {
  return Array.from({ length: days }, (_none, index) => uses.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0))
}
