import type { Micros } from '@klinke/rating'
import type { ProductItem } from '../../catalogue/item.ts'

/** So many units at the same price. */
export interface Priced {
  readonly quantity: number
  readonly unitPrice: Micros
  /** Of a volume step: from how many units on; undefined: the item's own price. */
  readonly step: number | undefined
}

/** Units of one use among all units of the item, which are in an order: the first ones are included, later ones may be in a volume step. */
export interface UnitRange {
  /** Units of the item before these. */
  readonly before: number
  readonly quantity: number
  /** All units of the item, included ones too. */
  readonly total: number
  /** Units of the item that are included in others. */
  readonly included: number
}

/** What these units cost, without those that are included; by price. */
export function unitPrices({ price, volume }: Pick<ProductItem, 'price' | 'volume'>, range: UnitRange): readonly Priced[] {
  const first = Math.max(range.before, range.included)
  const end = range.before + range.quantity
  if (end <= first) return []
  const base = { from: 1, price, step: undefined as number | undefined }
  const steps = [base, ...(volume?.steps ?? []).map((step) => ({ ...step, step: step.from }))]
  if (volume?.applies !== 'to-further') {
    const reached = steps.findLast(({ from }) => from <= range.total) ?? base
    return [{ quantity: end - first, unitPrice: reached.price, step: reached.step }]
  }
  return steps.flatMap(({ from, price: unitPrice, step }, index) => {
    const next = steps[index + 1]?.from ?? Number.POSITIVE_INFINITY
    const quantity = Math.min(end, next - 1) - Math.max(first, from - 1)
    return quantity > 0 ? [{ quantity, unitPrice, step }] : []
  })
}
