import type { Text } from '@klinke/platform'
import type { BlockOf, FlowBlock, FlowGraph } from './blocks.ts'
import { exitsOf } from './exits.ts'

/** What is wrong with a flow. */
export interface GraphProblem {
  /** Block in which it is; undefined: the flow itself. */
  readonly block: string | undefined
  readonly text: Text
}

/** What has to be mended before the flow can be published; each names the block, and how. */
export function checkGraph({ start, blocks }: FlowGraph): readonly GraphProblem[] {
  const ids = new Set(blocks.map(({ id }) => id))
  const beginning = ids.has(start)
    ? []
    : [
        problem(
          undefined,
          `beginnt mit Block „${start}“, den es nicht gibt. Fügen Sie ihn hinzu, oder wählen Sie einen anderen.`,
          `begins with block "${start}", which is not there. Add it, or name another one.`,
        ),
      ]
  return [...beginning, ...twice(blocks), ...blocks.flatMap((block) => checkBlock(block, ids)), ...unreached(start, blocks)]
}

function problem(block: string | undefined, de: string, en: string): GraphProblem {
  if (block === undefined) return { block, text: { de: `Der Ablauf ${de}`, en: `The flow ${en}` } }
  return { block, text: { de: `Block „${block}“ ${de}`, en: `Block "${block}" ${en}` } }
}

function twice(blocks: readonly FlowBlock[]): readonly GraphProblem[] {
  return [...Map.groupBy(blocks, ({ id }) => id)].flatMap(([id, same]) =>
    same.length > 1
      ? [
          problem(
            id,
            `ist ${same.length}-mal da. Geben Sie jedem einen eigenen Namen.`,
            `is there ${same.length} times. Give each a name of its own.`,
          ),
        ]
      : [],
  )
}

function checkBlock(block: FlowBlock, ids: ReadonlySet<string>): readonly GraphProblem[] {
  const dangling = exitsOf(block)
    .filter(({ to }) => !ids.has(to))
    .map(({ name, to }) =>
      problem(
        block.id,
        `führt mit ${name} zu „${to}“, was es nicht gibt. Fügen Sie diesen Block hinzu, oder wählen Sie einen anderen.`,
        `leads by ${name} to "${to}", which is not there. Add that block, or choose another one.`,
      ),
    )
  return [...dangling, ...ownProblems(block).map(([de, en]) => problem(block.id, de, en))]
}

type Said = readonly [de: string, en: string]

function ownProblems(block: FlowBlock): readonly Said[] {
  switch (block.kind) {
    case 'menu':
      return Object.keys(block.keys).length === 0
        ? [['hat keine Taste. Führen Sie mindestens eine zu einem Block.', 'has no key. Give at least one key a block.']]
        : []
    case 'set':
      return block.displayText === undefined && block.priority === undefined
        ? [['setzt nichts. Geben Sie einen Anzeigetext oder einen Vorrang an.', 'sets nothing. Give a display text or a priority.']]
        : []
    case 'hours':
      return block.when.length === 0 ? [['fragt nach keinem Zeitplan. Fügen Sie einen hinzu.', 'asks for no schedule. Add one.']] : []
    case 'caller':
      return callerProblems(block)
    case 'number-pin':
    case 'dated-pin':
      return pinProblems(block.entries)
    case 'lookup':
      return isWebAddress(block.url)
        ? []
        : [
            [
              'fragt keine Adresse mit http oder https. Geben Sie eine an, etwa https://crm.example/{caller}.',
              'asks what is no http or https address. Give one such as https://crm.example/{caller}.',
            ],
          ]
    default:
      return []
  }
}

function callerProblems({ when }: BlockOf<'caller'>): readonly Said[] {
  if (when.length === 0) return [['hat keine Bedingung. Fügen Sie eine hinzu.', 'has no condition. Add one.']]
  return when.flatMap(({ is, numbers }, index): readonly Said[] =>
    is === undefined && (numbers ?? []).length === 0
      ? [
          [
            `passt mit Bedingung ${index + 1} auf jeden Anrufer. Nennen Sie Rufnummern, oder eine Art von Anrufern.`,
            `fits every caller in when.${index}. Name numbers, or a kind of caller.`,
          ],
        ]
      : [],
  )
}

function pinProblems(entries: readonly { readonly pin: string }[]): readonly Said[] {
  if (entries.length === 0) return [['kennt keine PIN. Fügen Sie eine hinzu.', 'knows no PIN. Add one.']]
  return new Set(entries.map(({ pin }) => pin)).size < entries.length
    ? [['hat eine PIN doppelt. Ändern Sie eine davon.', 'has one PIN twice. Change one of them.']]
    : []
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
    .map(({ id }) =>
      problem(
        id,
        'wird nie erreicht. Führen Sie einen anderen Block dorthin, oder entfernen Sie ihn.',
        'is never reached. Lead another block to it, or remove it.',
      ),
    )
}
