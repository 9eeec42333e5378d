import type { Answer, Body } from '../../api/operation.ts'

type Contract = Pick<Answer<'GET /contracts/{contractId}'>, 'items'>

/** What stands in the form. */
export interface ChangeValues {
  readonly from: string
  /** By the ids of the contract's items. */
  readonly quantities: Readonly<Record<string, number | string>>
  readonly item: string | null
  readonly quantity: number | string
  readonly reason: string
}

/** As it is now, from the first of the next month on. */
export function valuesOf({ items }: Contract, now = new Date()): ChangeValues {
  const next = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1))
  const quantities = Object.fromEntries(items.map(({ id, quantity }) => [id, quantity]))
  return { from: next.toISOString().slice(0, 10), quantities, item: null, quantity: 1, reason: '' }
}

/** Only what is to be otherwise; where nothing is, the first item as it is, so that the server can say so. */
export function changeOf({ items }: Contract, values: ChangeValues): Body<'POST /contracts/{contractId}/changes'> {
  const all = items.map(({ id, quantity }) => ({ itemId: id, quantity: Number(values.quantities[id] ?? quantity), before: quantity }))
  const other = all.filter(({ quantity, before }) => quantity !== before)
  const added = values.item === null ? [] : [{ item: values.item, quantity: Number(values.quantity) }]
  const wanted = [...other.map(({ itemId, quantity }) => ({ itemId, quantity })), ...added]
  const [first] = all
  const unchanged = first === undefined ? [] : [{ itemId: first.itemId, quantity: first.quantity }]
  const reason = values.reason.trim()
  return { from: values.from, items: wanted.length === 0 ? unchanged : wanted, ...(reason === '' ? {} : { reason }) }
}
