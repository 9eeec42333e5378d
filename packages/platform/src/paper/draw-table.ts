import { INK } from './letter.ts'
import type { PaperColumn } from './paper.ts'
import { LOWEST, SHEET, TEXT_WIDTH } from './sheet.ts'

const GAP = 6
/** A cell higher than this runs over the page; points. */
const HIGHEST = 400

interface Placed extends PaperColumn {
  readonly x: number
  readonly points: number
}

/** A row stands whole on one page; each page that the table goes on has its head. */
export function drawTable(document: PDFKit.PDFDocument, columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): void {
  const placed = place(columns)
  const titles = columns.map(({ title }) => title)
  drawHead(document, placed, titles)
  for (const row of rows) {
    document.font('regular').fontSize(9)
    if (document.y + heightOf(document, placed, row) > LOWEST) {
      document.addPage().y = SHEET.top
      drawHead(document, placed, titles)
    }
    document.font('regular').fontSize(9)
    drawRow(document, placed, row)
  }
  document.x = SHEET.left
  document.y += 6
}

function place(columns: readonly PaperColumn[]): readonly Placed[] {
  const shares = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  const room = TEXT_WIDTH - GAP * (columns.length - 1)
  let x: number = SHEET.left
  return columns.map((column) => {
    const points = (room * (column.width ?? 1)) / shares
    const at = { ...column, x, points }
    x += points + GAP
    return at
  })
}

function drawHead(document: PDFKit.PDFDocument, columns: readonly Placed[], titles: readonly string[]): void {
  document.font('bold').fontSize(9)
  // Not without its first row.
  if (document.y + heightOf(document, columns, titles) + 20 > LOWEST) document.addPage().y = SHEET.top
  drawRow(document, columns, titles)
  document
    .moveTo(SHEET.left, document.y - 2)
    .lineTo(SHEET.left + TEXT_WIDTH, document.y - 2)
    .lineWidth(0.5)
    .strokeColor('#c5cad3')
    .stroke()
}

function heightOf(document: PDFKit.PDFDocument, columns: readonly Placed[], cells: readonly string[]): number {
  return Math.min(HIGHEST, Math.max(...columns.map(({ points }, index) => document.heightOfString(cells[index] || ' ', { width: points }))))
}

function drawRow(document: PDFKit.PDFDocument, columns: readonly Placed[], cells: readonly string[]): void {
  const height = heightOf(document, columns, cells)
  const { y } = document
  document.fillColor(INK)
  for (const [index, { x, points, align = 'left' }] of columns.entries()) {
    const text = cells[index] ?? ''
    // What is higher than a page should give to one cell is cut, with an ellipsis that says so.
    if (text !== '') document.text(text, x, y, { width: points, height: HIGHEST, ellipsis: true, align })
  }
  document.y = y + height + 4
}
