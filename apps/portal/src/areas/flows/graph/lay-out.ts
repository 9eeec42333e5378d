import dagre from '@dagrejs/dagre'
import { exitsOf } from './exits.ts'
import type { FlowGraph, Layout, Place } from './flow.ts'

/** Width of a block on the canvas, in pixels. */
export const BLOCK_WIDTH = 230
const HEAD_HEIGHT = 62
const EXIT_HEIGHT = 24
const GAP = { ranksep: 60, nodesep: 30 }

/** Height of a block on the canvas, as far as it must be known before it is drawn. */
export function heightOf(exits: number): number {
  return HEAD_HEIGHT + exits * EXIT_HEIGHT
}

/** A place for every block: layer by layer to the right of what leads to it. */
export function layOut({ start, blocks }: FlowGraph): Layout {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', ...GAP })
  graph.setDefaultEdgeLabel(() => ({}))
  const first = blocks.toSorted((a, b) => Number(b.id === start) - Number(a.id === start))
  for (const block of first) graph.setNode(block.id, { width: BLOCK_WIDTH, height: heightOf(exitsOf(block).length) })
  for (const block of first) {
    for (const { name, to } of exitsOf(block)) if (to !== undefined && graph.hasNode(to)) graph.setEdge(block.id, to, {}, name)
  }
  dagre.layout(graph)
  return Object.fromEntries(
    blocks.map((block): readonly [string, Place] => {
      const { x = 0, y = 0, height = 0 } = graph.node(block.id) as { readonly x?: number; readonly y?: number; readonly height?: number }
      return [block.id, { x: Math.round(x - BLOCK_WIDTH / 2), y: Math.round(y - height / 2) }]
    }),
  )
}

/** Where blocks stand: as somebody has put them; one without a place to the right of what leads to it, and all by themselves when none has one. */
export function placesOf(graph: FlowGraph, layout: Layout): Layout {
  const missing = graph.blocks.filter(({ id }) => layout[id] === undefined)
  if (missing.length === 0) return layout
  const automatic = layOut(graph)
  if (missing.length === graph.blocks.length) return automatic
  const placed: Record<string, Place> = { ...layout }
  for (const { id } of missing) placed[id] = freePlace(placeFor(id, graph, placed), placed)
  return placed
}

function placeFor(id: string, { blocks }: FlowGraph, placed: Layout): Place {
  const before = blocks.find((block) => placed[block.id] !== undefined && exitsOf(block).some(({ to }) => to === id))
  const place = before && placed[before.id]
  if (before !== undefined && place !== undefined) return { x: place.x + BLOCK_WIDTH + GAP.ranksep, y: place.y }
  const places = Object.values(placed)
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.max(...places.map(({ y }) => y)) + heightOf(3) + GAP.ranksep }
}

/** Moves down until it covers nothing. */
export function freePlace({ x, y }: Place, placed: Layout): Place {
  const isTaken = (at: number): boolean =>
    Object.values(placed).some((place) => Math.abs(place.x - x) < BLOCK_WIDTH && Math.abs(place.y - at) < heightOf(2))
  let free = y
  while (isTaken(free)) free += GAP.nodesep
  return { x, y: free }
}
