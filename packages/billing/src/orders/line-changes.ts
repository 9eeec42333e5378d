import type { Contract } from '../contracts/contract.ts'
import { onDay } from '../contracts/contract.ts'
import type { ContractDeed } from '../contracts/events.ts'
import type { OrderForm } from './order-form.ts'

/** An address by which a PBX is let in (TRK-01). */
export interface PbxPlace {
  readonly host: string
  readonly port: number | null
}

/** How many there were of one line of a contract, and how many there are to be: a trunk is one thing with so many channels, not so many things. */
export interface LineChange {
  readonly item: string
  readonly before: number
  readonly after: number
  readonly places: readonly PbxPlace[]
}

type OrderedLine = Extract<OrderForm['items'][number], { readonly item: string }>

/** Of an order that makes a contract, and of things that are new in another one. */
export function newLines(items: readonly OrderedLine[]): readonly LineChange[] {
  return items.map(({ item, quantity, places = [] }) => ({ item, before: 0, after: quantity, places }))
}

/** What deeds make of a contract, as it was before them. `items`: those of the order, which say where a PBX stands. */
export function changedLines(contract: Contract, deeds: readonly ContractDeed[], items: OrderForm['items']): readonly LineChange[] {
  const ordered = items.flatMap((each) => ('item' in each ? [each] : []))
  // Deeds come in the order of what was ordered: the first line of an item is its first deed.
  const placesOf = (item: string) => {
    const index = ordered.findIndex((each) => each.item === item)
    return index === -1 ? [] : (ordered.splice(index, 1)[0]?.places ?? [])
  }
  return deeds.flatMap((deed): readonly LineChange[] => {
    if (deed.kind === 'item-added' || deed.kind === 'one-off')
      return [{ item: deed.item, before: 0, after: deed.quantity, places: placesOf(deed.item) }]
    if (deed.kind !== 'quantity-set') return []
    const item = contract.items.find(({ id }) => id === deed.itemId)
    if (item === undefined) return []
    return [{ item: item.item, before: onDay(item.quantities, deed.from)?.quantity ?? 0, after: deed.quantity, places: [] }]
  })
}

/** How many more or, below nothing, fewer there are of each item; more at one place does not make up for fewer at another. */
export function differences(lines: readonly LineChange[], way: 'more' | 'fewer'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { item, before, after } of lines) {
    const count = way === 'more' ? after - before : before - after
    if (count > 0) counts.set(item, (counts.get(item) ?? 0) + count)
  }
  return counts
}
