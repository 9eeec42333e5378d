import { exitsOf, withExit } from './exits.ts'
import type { Draft, FlowBlock, FlowExample, FlowGraph, Place } from './flow.ts'

/** Changes of a draft, each as a function from the draft before to the one after. */

/** Adds a block; the first one is what the flow begins with. `from`: the exit that leads to it. */
export function addBlock(draft: Draft, block: FlowBlock, place?: Place, from?: { readonly block: string; readonly exit: string }): Draft {
  const { graph, layout } = draft
  const isFirst = !graph.blocks.some(({ id }) => id === graph.start)
  const added: Draft = {
    ...draft,
    graph: { ...graph, start: isFirst ? block.id : graph.start, blocks: [...graph.blocks, block] },
    layout: place === undefined ? layout : { ...layout, [block.id]: place },
  }
  return from === undefined ? added : connect(added, from.block, from.exit, block.id)
}

/** Removes blocks, and whatever led to them. The beginning moves to another block when it was one of them. */
export function removeBlocks(draft: Draft, ids: ReadonlySet<string>): Draft {
  const kept = draft.graph.blocks.filter(({ id }) => !ids.has(id)).map((block) => leadElsewhere(block, ids))
  const start = ids.has(draft.graph.start) ? (kept[0]?.id ?? draft.graph.start) : draft.graph.start
  return {
    ...draft,
    graph: { ...draft.graph, start, blocks: kept },
    layout: Object.fromEntries(Object.entries(draft.layout).filter(([id]) => !ids.has(id))),
  }
}

function leadElsewhere(block: FlowBlock, gone: ReadonlySet<string>): FlowBlock {
  const led = exitsOf(block).filter(({ to }) => to !== undefined && gone.has(to))
  return led.reduce((changed, { name }) => withExit(changed, name, undefined), block)
}

/** Leads an exit to a block, or nowhere. */
export function connect(draft: Draft, blockId: string, exit: string, to: string | undefined): Draft {
  return changeBlock(draft, blockId, (block) => withExit(block, exit, to))
}

/** What the call meets first. */
export function beginWith(draft: Draft, start: string): Draft {
  return { ...draft, graph: { ...draft.graph, start } }
}

export function changeBlock(draft: Draft, id: string, change: (block: FlowBlock) => FlowBlock): Draft {
  const blocks = draft.graph.blocks.map((block) => (block.id === id ? change(block) : block))
  return { ...draft, graph: { ...draft.graph, blocks } }
}

export function moveBlocks(draft: Draft, places: Readonly<Record<string, Place>>): Draft {
  return { ...draft, layout: { ...draft.layout, ...places } }
}

/** Gives a block another name everywhere: where it stands, what leads to it, and in the examples. */
export function renameBlock(draft: Draft, from: string, to: string): Draft {
  const named = (id: string): string => (id === from ? to : id)
  const blocks = draft.graph.blocks.map((block): FlowBlock => {
    const led = exitsOf(block).filter((exit) => exit.to === from)
    return { ...led.reduce((changed, { name }) => withExit(changed, name, to), block), id: named(block.id) }
  })
  return {
    graph: { ...draft.graph, start: named(draft.graph.start), blocks },
    layout: renamedKeys(draft.layout, named),
    examples: draft.examples.map((example) => renamedInExample(example, named)),
  }
}

function renamedInExample(example: FlowExample, named: (id: string) => string): FlowExample {
  const { call, expected } = example
  const { lookups, refused, agents } = call
  return {
    ...example,
    call: {
      ...call,
      lookups: renamedKeys(lookups, named),
      refused: renamedKeys(refused, named),
      ...(agents === undefined ? {} : { agents: renamedKeys(agents, named) }),
    },
    expected: { ...expected, ...(expected.blocks === undefined ? {} : { blocks: expected.blocks.map(named) }) },
  }
}

function renamedKeys<Value>(values: Readonly<Record<string, Value>>, named: (id: string) => string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [named(id), value]))
}

/** A name that no block has yet: the word itself, or with a number. */
export function freeName({ blocks }: FlowGraph, word: string): string {
  const taken = new Set(blocks.map(({ id }) => id))
  if (!taken.has(word)) return word
  for (let number = 2; ; number++) if (!taken.has(`${word}-${number}`)) return `${word}-${number}`
}

/** What the server takes as a name of a block. */
export function isBlockName(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(text)
}
