import type { FlowBlock, FlowGraph } from './blocks.ts'
import { exitsOf } from './exits.ts'

/** What is wrong with a flow. */
export interface GraphProblem {
  /** Block in which it is; undefined: the flow itself. */
  readonly block: string | undefined
  readonly detail: string
}

/** What has to be mended before the flow can be published; each names the block, and how. */
export function checkGraph({ start, blocks }: FlowGraph): readonly GraphProblem[] {
  const ids = new Set(blocks.map(({ id }) => id))
  const beginning = ids.has(start)
    ? []
    : [problem(undefined, `begins with block "${start}", which is not there. Add it, or name another one.`)]
  return [...beginning, ...twice(blocks), ...blocks.flatMap((block) => checkBlock(block, ids)), ...unreached(start, blocks)]
}

function problem(block: string | undefined, detail: string): GraphProblem {
  return { block, detail: block === undefined ? `The flow ${detail}` : `Block "${block}" ${detail}` }
}

function twice(blocks: readonly FlowBlock[]): readonly GraphProblem[] {
  return [...Map.groupBy(blocks, ({ id }) => id)].flatMap(([id, same]) =>
    same.length > 1 ? [problem(id, `is there ${same.length} times. Give each a name of its own.`)] : [],
  )
}

function checkBlock(block: FlowBlock, ids: ReadonlySet<string>): readonly GraphProblem[] {
  const dangling = exitsOf(block)
    .filter(({ to }) => !ids.has(to))
    .map(({ name, to }) => problem(block.id, `leads by ${name} to "${to}", which is not there. Add that block, or choose another one.`))
  return [...dangling, ...ownProblems(block).map((detail) => problem(block.id, detail))]
}

function ownProblems(block: FlowBlock): readonly string[] {
  switch (block.kind) {
    case 'menu':
      return Object.keys(block.keys).length === 0 ? ['has no key. Give at least one key a block.'] : []
    case 'set':
      return block.displayText === undefined && block.priority === undefined ? ['sets nothing. Give a display text or a priority.'] : []
    case 'caller':
      return block.when.flatMap(({ is, numbers }, index) =>
        is === undefined && (numbers ?? []).length === 0 ? [`fits every caller in when.${index}. Name numbers, or a kind of caller.`] : [],
      )
    case 'number-pin':
    case 'dated-pin':
      return new Set(block.entries.map(({ pin }) => pin)).size < block.entries.length ? ['has one PIN twice. Change one of them.'] : []
    case 'lookup':
      return isWebAddress(block.url) ? [] : ['asks what is no http or https address. Give one such as https://crm.example/{caller}.']
    default:
      return []
  }
}

/** An address with its host written out: the caller must not choose whom we ask. */
function isWebAddress(url: string): boolean {
  const example = URL.parse(url.replaceAll('{caller}', '1').replaceAll('{called}', '2'))
  const other = URL.parse(url.replaceAll('{caller}', '3').replaceAll('{called}', '4'))
  if (example === null || other === null) return false
  return /^https?:$/.test(example.protocol) && example.host === other.host && example.username === '' && example.password === ''
}

function unreached(start: string, blocks: readonly FlowBlock[]): readonly GraphProblem[] {
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const reached = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const block = byId.get(id)
    if (block !== undefined) open.push(...exitsOf(block).map(({ to }) => to))
  }
  return blocks
    .filter(({ id }) => byId.has(start) && !reached.has(id))
    .map(({ id }) => problem(id, 'is never reached. Lead another block to it, or remove it.'))
}
