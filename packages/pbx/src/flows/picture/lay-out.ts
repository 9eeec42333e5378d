import type { FlowBlock, FlowGraph } from '../blocks.ts'
import { exitsOf } from '../exits.ts'

/** A block with its place: row by row from the start, columns from the left. */
export interface PlacedBlock {
  readonly block: FlowBlock
  readonly row: number
  readonly column: number
}

/**
 * Places blocks in layers (Sugiyama's method, without its back and forth): a block stands one row below the first that leads to it, in the
 * order in which it is led to; what nobody leads to comes last.
 */
export function layOut({ start, blocks }: FlowGraph): readonly PlacedBlock[] {
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const rows = new Map<string, number>()
  const order: FlowBlock[] = []
  const visit = (first: string): void => {
    const open = [{ id: first, row: 0 }]
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const block = byId.get(next.id)
      if (block === undefined || rows.has(block.id)) continue
      const { row } = next
      rows.set(block.id, row)
      order.push(block)
      open.push(...exitsOf(block).map(({ to }) => ({ id: to, row: row + 1 })))
    }
  }
  for (const id of [start, ...byId.keys()]) visit(id)
  const taken = new Map<number, number>()
  return order.map((block) => {
    const row = rows.get(block.id) ?? 0
    const column = taken.get(row) ?? 0
    taken.set(row, column + 1)
    return { block, row, column }
  })
}
