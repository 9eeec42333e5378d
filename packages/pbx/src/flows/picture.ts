import type { Language } from '@klinke/platform'
import type { FlowGraph } from './blocks.ts'
import { drawLines } from './picture/draw-lines.ts'
import { BOX, type Frame, frameOf } from './picture/frame.ts'
import { layOut, type PlacedBlock } from './picture/lay-out.ts'
import { linesOf } from './picture/lines.ts'
import { escapeXml, shortened } from './picture/text.ts'
import { type BlockNames, describe } from './picture/words.ts'

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
  const lines = linesOf(placed, language)
  const frame = frameOf(
    placed,
    lines.some(({ down, to }) => !down && to.row === 0),
  )
  const { width, height } = frame
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...drawLines(lines, frame),
    ...placed.map((each) => box(each, each.block.id === graph.start, frame, describe(each.block, names, language))),
    '</svg>',
    '',
  ].join('\n')
}

function box(place: PlacedBlock, isStart: boolean, frame: Frame, [title, detail]: ReturnType<typeof describe>): string {
  const { block } = place
  const [x, y] = frame.corner(place)
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
