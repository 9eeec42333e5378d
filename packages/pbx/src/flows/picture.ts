import type { Language } from '@klinke/platform'
import type { FlowGraph } from './blocks.ts'
import { exitsOf } from './exits.ts'
import { layOut, type PlacedBlock } from './picture/lay-out.ts'
import { escapeXml, shortened } from './picture/text.ts'
import { type BlockNames, describe, nameOfExit } from './picture/words.ts'

export const BOX = { width: 200, height: 56, gapX: 48, gapY: 72 } as const
const MARGIN = 24
const MAX_LINE = 30
const COLOURS: Readonly<Record<string, string>> = {
  destination: '#d6ebd9',
  'hang-up': '#f3d7d4',
  menu: '#dbe5f7',
  hours: '#fbf0cf',
  caller: '#fbf0cf',
  lookup: '#fbf0cf',
}

/** A flow as a picture (SVG): the start on top, each block below what leads to it, lines with the key or the reason that leads on. */
export function drawFlow(graph: FlowGraph, names: BlockNames, language: Language): string {
  const placed = layOut(graph)
  const at = new Map(placed.map((each) => [each.block.id, each]))
  const width = 2 * MARGIN + Math.max(...placed.map(({ column }) => column + 1)) * (BOX.width + BOX.gapX)
  const height = 2 * MARGIN + Math.max(...placed.map(({ row }) => row + 1)) * (BOX.height + BOX.gapY)
  const lines = placed.flatMap((from) => exits(from, at, language))
  const boxes = placed.map((each) => box(each, each.block.id === graph.start, names, language))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines,
    ...boxes,
    '</svg>',
    '',
  ].join('\n')
}

function box({ block, row, column }: PlacedBlock, isStart: boolean, names: BlockNames, language: Language): string {
  const [x, y] = corner(row, column)
  const [title, detail] = describe(block, names, language)
  const text = (dy: number, words: string, style: string): string =>
    `<text x="${x + BOX.width / 2}" y="${y + dy}" text-anchor="middle" ${style}>${escapeXml(shortened(words, MAX_LINE))}</text>`
  return [
    `<g><title>${escapeXml(`${block.id}: ${title}. ${detail}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="8" fill="${COLOURS[block.kind] ?? '#eeeeee'}" stroke="#555" stroke-width="${isStart ? 3 : 1}"/>`,
    text(18, title, 'font-weight="bold"'),
    text(34, detail, ''),
    text(49, block.id, 'fill="#666" font-size="10"'),
    '</g>',
  ].join('')
}

/** Lines down leave below and arrive above; lines back go round by the side. */
function exits({ block, row, column }: PlacedBlock, at: ReadonlyMap<string, PlacedBlock>, language: Language): readonly string[] {
  const ways = exitsOf(block)
  const [x, y] = corner(row, column)
  return ways.flatMap(({ name, to }, index) => {
    const target = at.get(to)
    if (target === undefined) return []
    const [tx, ty] = corner(target.row, target.column)
    const fromX = x + (BOX.width * (index + 1)) / (ways.length + 1)
    const down = target.row > row
    const path = down
      ? `M${fromX} ${y + BOX.height}C${fromX} ${y + BOX.height + 36} ${tx + BOX.width / 2} ${ty - 36} ${tx + BOX.width / 2} ${ty}`
      : `M${x + BOX.width} ${y + BOX.height / 2}C${x + BOX.width + 60} ${y + BOX.height / 2} ${tx + BOX.width + 60} ${ty + BOX.height / 2} ${tx + BOX.width} ${ty + BOX.height / 2}`
    const [labelX, labelY] = down ? [fromX + 4, y + BOX.height + 14 + (index % 3) * 12] : [x + BOX.width + 6, y + BOX.height / 2 - 6]
    return [
      `<path d="${path}" fill="none" stroke="#555" marker-end="url(#tip)"/>`,
      `<text x="${labelX}" y="${labelY}" font-size="10" fill="#333">${escapeXml(shortened(nameOfExit(block, name, language), MAX_LINE))}</text>`,
    ]
  })
}

function corner(row: number, column: number): readonly [x: number, y: number] {
  return [MARGIN + column * (BOX.width + BOX.gapX), MARGIN + row * (BOX.height + BOX.gapY)]
}
