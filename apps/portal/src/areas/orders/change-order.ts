import type { Answer } from '../../api/operation.ts'
import type { OrderBody } from './preview.tsx'

type Contract = Pick<Answer<'GET /contracts/{contractId}'>, 'id' | 'items'>

/** What stands in the form of a change. */
export interface ChangeOrderValues {
  readonly wishDate: string
  /** By the ids of the contract's items. */
  readonly quantities: Readonly<Record<string, number | string>>
  readonly endAll: boolean
  /** Which of those go that there will be fewer of: internal numbers and names of trunks, one in each line. */
  readonly takeAway: string
}

/** As it is now, from the first of the next month on. */
export function changeValuesOf({ items }: Contract, now = new Date()): ChangeOrderValues {
  const next = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1))
  return {
    ...{ wishDate: next.toISOString().slice(0, 10), endAll: false, takeAway: '' },
    quantities: Object.fromEntries(items.map(({ id, quantity }) => [id, quantity])),
  }
}

/** Whether there will be fewer of something. */
export function isLess({ items }: Contract, { quantities, endAll }: ChangeOrderValues): boolean {
  return !endAll && items.some(({ id, quantity }) => Number(quantities[id] ?? quantity) < quantity)
}

/** Only what is to be otherwise; undefined: nothing is. */
export function changeOrderOf(
  { id, items }: Contract,
  { wishDate, quantities, endAll, takeAway }: ChangeOrderValues,
): OrderBody | undefined {
  const changed = items.flatMap((item) => {
    const quantity = Number(quantities[item.id] ?? item.quantity)
    return quantity === item.quantity ? [] : [{ itemId: item.id, quantity }]
  })
  if (wishDate === '' || (changed.length === 0 && !endAll)) return undefined
  const named = takeAway.split('\n').flatMap((text) => text.trim() || [])
  const goes = named.length === 0 || endAll ? {} : { takeAway: named }
  return { form: { kind: 'change', contractId: id, wishDate, items: endAll ? [] : changed, cancel: endAll ? {} : null, ...goes } }
}
