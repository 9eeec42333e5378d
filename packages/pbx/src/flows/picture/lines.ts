import type { Language } from '@klinke/platform'
import { exitsOf } from '../exits.ts'
import type { PlacedBlock } from './lay-out.ts'
import { nameOfExit } from './words.ts'

/** A line from one block to another, with the keys and reasons that lead along it. */
export interface Line {
  readonly from: PlacedBlock
  readonly to: PlacedBlock
  readonly label: string
  /** To a row further down; other lines go round by the side. */
  readonly down: boolean
}

/** All lines of a flow: several exits of a block to the same place are one line. */
export function linesOf(placed: readonly PlacedBlock[], language: Language): readonly Line[] {
  const at = new Map(placed.map((each) => [each.block.id, each]))
  return placed.flatMap((from) => {
    const labels = new Map<PlacedBlock, readonly string[]>()
    for (const { name, to } of exitsOf(from.block)) {
      const target = at.get(to)
      if (target === undefined) continue
      labels.set(target, [...(labels.get(target) ?? []), nameOfExit(from.block, name, language)])
    }
    return [...labels].map(([to, names]) => ({ from, to, label: names.filter((name) => name !== '').join(', '), down: to.row > from.row }))
  })
}

/**
 * Where each line meets an edge that it shares with others, from 0 (left) to 1: in the order of the blocks at its other end, so that
 * lines of one block do not cross each other; lines that go round arrive at the right.
 */
export function portsOf(lines: readonly Line[], end: 'from' | 'to'): ReadonlyMap<Line, number> {
  const other = end === 'from' ? 'to' : 'from'
  const shared = Map.groupBy(end === 'from' ? lines.filter(({ down }) => down) : lines, (line) => line[end])
  const ports = [...shared.values()].flatMap((group) =>
    group
      .toSorted((a, b) => Number(b.down) - Number(a.down) || a[other].column - b[other].column)
      .map((line, index) => [line, (index + 1) / (group.length + 1)] as const),
  )
  return new Map(ports)
}
