import { exitsOf } from './exits.ts'
import type { FlowBlock, FlowGraph } from './flow.ts'

/** What is seen at once while drawing; what is wrong besides, the server says. */
export interface Structure {
  /** Blocks that no call comes to. */
  readonly unreachable: ReadonlySet<string>
  /** Exits at which calls end, by block. Whoever means it is right; whoever has forgotten one sees it. */
  readonly open: ReadonlyMap<string, readonly string[]>
  /** Blocks from which the flow comes back to themselves. */
  readonly circling: ReadonlySet<string>
}

export function structureOf(graph: FlowGraph): Structure {
  const next = new Map(graph.blocks.map((block) => [block.id, followers(block)]))
  const reached = reachableFrom([graph.start], next)
  return {
    unreachable: new Set(graph.blocks.map(({ id }) => id).filter((id) => !reached.has(id))),
    open: new Map(graph.blocks.flatMap((block) => openExits(block))),
    circling: new Set(graph.blocks.map(({ id }) => id).filter((id) => reachableFrom(next.get(id) ?? [], next).has(id))),
  }
}

function followers(block: FlowBlock): readonly string[] {
  return exitsOf(block).flatMap(({ to }) => to ?? [])
}

function openExits(block: FlowBlock): readonly (readonly [string, readonly string[]])[] {
  const open = exitsOf(block).flatMap(({ name, to }) => (to === undefined && !endsWell(block, name) ? [name] : []))
  return open.length === 0 ? [] : [[block.id, open]]
}

/** Whoever is led on is where he wanted to be: without a way back the call ends when nobody answers, as everywhere. */
function endsWell({ kind }: FlowBlock, exit: string): boolean {
  return (kind === 'destination' && exit === 'otherwise') || (kind === 'menu' && exit === 'invalid')
}

function reachableFrom(first: readonly string[], next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...first]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const following = next.get(id)
    if (following === undefined || reached.has(id)) continue
    reached.add(id)
    open.push(...following)
  }
  return reached
}
