import { exitsOf } from '../graph/exits.ts'
import type { FlowBlock, FlowGraph } from '../graph/flow.ts'

/** Blocks in the order in which a call comes to them, each branch to its end; what no call comes to is last. */
export function inOrder({ start, blocks }: FlowGraph): readonly FlowBlock[] {
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const ordered = new Set<FlowBlock>()
  const open = [...blocks.map(({ id }) => id).reverse(), start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const block = byId.get(id)
    if (block === undefined || ordered.has(block)) continue
    ordered.add(block)
    open.push(
      ...exitsOf(block)
        .flatMap(({ to }) => to ?? [])
        .reverse(),
    )
  }
  return [...ordered]
}
