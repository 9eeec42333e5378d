import { type Edge, MarkerType, type Node } from '@xyflow/react'
import { useMemo } from 'react'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { BLOCK_TEXTS, blockTexts } from '../block-texts.ts'
import { editorTexts } from '../editor-texts.ts'
import { exitsOf } from '../graph/exits.ts'
import type { Place } from '../graph/flow.ts'
import type { BlockData, BlockNodeType, StartNodeType } from './block-node.tsx'
import type { Editor } from './editor-context.tsx'
import { useExitName } from './words.tsx'

/** The id of the place where calls come in; no block can be called so. */
export const START = '$start'
const START_LEFT = 210

type Sizes = Readonly<Record<string, { width: number; height: number }>>

/** The nodes of the canvas: where calls come in, the blocks, and those of another version that are no more. */
export function useNodes(editor: Editor, measured: Sizes, dragged: Readonly<Record<string, Place>>): (BlockNodeType | StartNodeType)[] {
  const { draft, places, chosen, structure, overlay, flow } = editor
  const { language } = useLanguage()
  const texts = useTexts(blockTexts)
  return useMemo(() => {
    const wrong = new Set(flow.problems.map(({ block }) => block))
    const node = (block: BlockData['block'], position: Place, isGhost: boolean): BlockNodeType => ({
      id: isGhost ? `$ghost:${block.id}` : block.id,
      type: 'block',
      position,
      selected: !isGhost && chosen.has(block.id),
      deletable: !isGhost,
      draggable: !isGhost,
      selectable: !isGhost,
      ariaLabel: `${BLOCK_TEXTS[block.kind].name[language]}: ${block.id}`,
      ...sizeOf(isGhost ? `$ghost:${block.id}` : block.id, measured),
      data: {
        block,
        isWrong: wrong.has(block.id),
        isLost: structure.unreachable.has(block.id),
        isPassed: overlay.passed?.has(block.id) ?? false,
        isAt: overlay.at === block.id,
        mark: isGhost ? 'removed' : overlay.marks?.get(block.id),
      },
    })
    const blocks = draft.graph.blocks.map((block) => node(block, dragged[block.id] ?? places[block.id] ?? { x: 0, y: 0 }, false))
    const bottom = Math.max(0, ...Object.values(places).map(({ y }) => y)) + 260
    const ghosts = (overlay.ghosts ?? []).map((block, index) => node(block, { x: index * 260, y: bottom }, true))
    return [startNode(draft.graph.start, dragged, places, measured, texts.comesIn), ...blocks, ...ghosts]
  }, [draft.graph, places, dragged, measured, chosen, structure, overlay, flow.problems, language, texts])
}

function startNode(
  start: string,
  dragged: Readonly<Record<string, Place>>,
  places: Editor['places'],
  measured: Sizes,
  label: string,
): StartNodeType {
  const first = dragged[start] ?? places[start] ?? { x: START_LEFT, y: 0 }
  return {
    id: START,
    type: 'start',
    position: { x: first.x - START_LEFT, y: first.y + 5 },
    deletable: false,
    draggable: false,
    ariaLabel: label,
    ...sizeOf(START, measured),
    data: {},
  }
}

function sizeOf(id: string, measured: Sizes): Pick<Node, 'measured'> {
  const size = measured[id]
  return size === undefined ? {} : { measured: size }
}

/** The connections, from exit to block. */
export function useEdges({ draft, overlay }: Editor): Edge[] {
  const nameOf = useExitName()
  const texts = useTexts(editorTexts)
  const words = useTexts(blockTexts)
  const ids = new Set(draft.graph.blocks.map(({ id }) => id))
  const edge = (source: string, exit: string, target: string, label: string): Edge => {
    const isPassed = overlay.passed?.has(`${source}:${exit}`) ?? false
    return {
      ...{ id: `${source}:${exit}`, source, target, sourceHandle: exit, animated: isPassed },
      ...(isPassed ? { style: { strokeWidth: 3, stroke: 'var(--flow-passed-line)' } } : {}),
      markerEnd: { type: MarkerType.ArrowClosed },
      ariaLabel: label,
    }
  }
  const edges = draft.graph.blocks.flatMap((block) =>
    exitsOf(block).flatMap(({ name, to }) =>
      to === undefined || !ids.has(to) ? [] : [edge(block.id, name, to, texts.edge(block.id, nameOf(block, name), to))],
    ),
  )
  const { start } = draft.graph
  const first = ids.has(start) ? [{ ...edge(START, 'start', start, texts.edge(words.comesIn, words.next, start)), deletable: false }] : []
  return [...first, ...edges]
}
