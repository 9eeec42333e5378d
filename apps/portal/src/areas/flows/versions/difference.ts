import type { Mark, Overlay } from '../editor/editor-context.tsx'
import type { FlowGraph } from '../graph/flow.ts'

/** What a draft changes against a version. */
export interface Difference {
  readonly start: { readonly from: string; readonly to: string } | undefined
  readonly isFaxMoved: boolean
  /** By block, those that differ only. */
  readonly marks: ReadonlyMap<string, Mark>
}

/** Compared here, as the draft is drawn: the server's own comparison knows what is stored. */
export function differenceOf(from: FlowGraph, to: FlowGraph): Difference {
  const before = new Map(from.blocks.map((block) => [block.id, ordered(block)]))
  const after = new Set(to.blocks.map(({ id }) => id))
  const now = to.blocks.flatMap((block): readonly (readonly [string, Mark])[] => {
    const old = before.get(block.id)
    if (old === undefined) return [[block.id, 'added']]
    return old === ordered(block) ? [] : [[block.id, 'changed']]
  })
  const gone = from.blocks.filter(({ id }) => !after.has(id)).map(({ id }) => [id, 'removed'] as const)
  return {
    start: from.start === to.start ? undefined : { from: from.start, to: to.start },
    isFaxMoved: ordered(from.fax) !== ordered(to.fax),
    marks: new Map([...now, ...gone]),
  }
}

/** How a difference is shown over the draft. */
export function overlayOf(from: FlowGraph, { marks }: Difference): Overlay {
  return { marks, ghosts: from.blocks.filter(({ id }) => marks.get(id) === 'removed') }
}

/** As text, whatever the order of its fields. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
