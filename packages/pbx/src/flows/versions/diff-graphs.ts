import { isDeepStrictEqual } from 'node:util'
import type { FaxDestination } from '../../destinations/destination.ts'
import type { FlowBlock, FlowGraph } from '../blocks.ts'

/** What differs between two versions of a flow. */
export interface GraphDifference {
  /** Absent: it begins with the same block. */
  readonly start?: { readonly from: string; readonly to: string }
  /** Absent: fax machines go the same way. */
  readonly fax?: { readonly from: FaxDestination | null; readonly to: FaxDestination | null }
  readonly added: readonly FlowBlock[]
  readonly removed: readonly FlowBlock[]
  readonly changed: readonly { readonly from: FlowBlock; readonly to: FlowBlock }[]
}

export function diffGraphs(from: FlowGraph, to: FlowGraph): GraphDifference {
  const before = new Map(from.blocks.map((block) => [block.id, block]))
  const after = new Map(to.blocks.map((block) => [block.id, block]))
  return {
    ...(from.start !== to.start && { start: { from: from.start, to: to.start } }),
    ...(!isDeepStrictEqual(from.fax, to.fax) && { fax: { from: from.fax ?? null, to: to.fax ?? null } }),
    added: to.blocks.filter(({ id }) => !before.has(id)),
    removed: from.blocks.filter(({ id }) => !after.has(id)),
    changed: to.blocks.flatMap((block) => {
      const old = before.get(block.id)
      return old === undefined || isDeepStrictEqual(old, block) ? [] : [{ from: old, to: block }]
    }),
  }
}
