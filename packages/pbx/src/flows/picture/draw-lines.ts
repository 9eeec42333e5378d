import { BOX, type Frame } from './frame.ts'
import { type Line, portsOf } from './lines.ts'
import { escapeXml, shortened } from './text.ts'

const MAX_LABEL = 30
/** Lines that go round in the same gap keep a little apart, as far as there is room. */
const LANES = 4
const LANE = 7
/** Heights at which labels of lines to one block stand, in turn. */
const HEIGHTS = 4

interface Way {
  readonly path: string
  readonly tip: { readonly x: number; readonly y: number }
  /** Whether it arrives from the left: then the label stands at its right. */
  readonly fromLeft: boolean
}

/** The lines, and above them their labels, each at the tip of its line. */
export function drawLines(lines: readonly Line[], frame: Frame): readonly string[] {
  const [departures, arrivals] = [portsOf(lines, 'from'), portsOf(lines, 'to')]
  const drawn = lines.map((line, index) => {
    const port = arrivals.get(line) ?? 0.5
    const [x, y] = frame.corner(line.to)
    const tip = { x: x + BOX.width * port, y }
    const way = line.down ? downWay(line, departures.get(line) ?? 0.5, tip, frame) : roundWay(line, index % LANES, tip, frame)
    return { line, way }
  })
  const tips = Map.groupBy(drawn, ({ line }) => line.to)
  const labels = [...tips.values()].flatMap((group) =>
    group.toSorted((a, b) => a.way.tip.x - b.way.tip.x).map(({ line, way }, index) => label(line, way, index, group.length)),
  )
  return [...drawn.map(({ line, way }) => stroke(line, way)), ...labels]
}

function downWay({ from }: Line, port: number, tip: Way['tip'], frame: Frame): Way {
  const [left, top] = frame.corner(from)
  const [x, y] = [left + BOX.width * port, top + BOX.height]
  const middle = (y + tip.y) / 2
  return { tip, fromLeft: x <= tip.x, path: `M${whole(x)} ${y}C${whole(x)} ${middle} ${whole(tip.x)} ${middle} ${whole(tip.x)} ${tip.y}` }
}

/** Out at the right, up in the gap between two columns, over the row of the target, and down to it. */
function roundWay({ from }: Line, lane: number, tip: Way['tip'], frame: Frame): Way {
  const [left, top] = frame.corner(from)
  const [x, y] = [left + BOX.width, top + BOX.height / 2]
  const [gapX, overY] = [x + 12 + lane * LANE, tip.y - 40 - lane * LANE]
  return { tip, fromLeft: gapX <= tip.x, path: `M${x} ${y}H${gapX}V${overY}H${whole(tip.x)}V${tip.y}` }
}

function stroke({ down }: Line, { path }: Way): string {
  const dashes = down ? '' : ' stroke-dasharray="5 3"'
  return `<path d="${path}" fill="none" stroke="#555" stroke-linejoin="round"${dashes} marker-end="url(#tip)"/>`
}

/** The white rim keeps it readable where a line passes; labels of one block stand at different heights. */
function label({ label: words }: Line, { tip, fromLeft }: Way, index: number, ofAll: number): string {
  if (words === '') return ''
  const [x, anchor] = fromLeft || ofAll > 1 ? [tip.x + 6, 'start'] : [tip.x - 6, 'end']
  const style = 'font-size="11" fill="#333" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
  const text = escapeXml(shortened(words, MAX_LABEL))
  return `<text x="${whole(x)}" y="${tip.y - 9 - (index % HEIGHTS) * 13}" text-anchor="${anchor}" ${style}>${text}</text>`
}

function whole(pixels: number): number {
  return Math.round(pixels)
}
