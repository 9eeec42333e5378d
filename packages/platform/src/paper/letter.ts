import { SHEET, TEXT_WIDTH } from './sheet.ts'

export const INK = '#14181f'
/** For what is beside the matter: labels, feet. */
export const QUIET_INK = '#5a6270'

export interface LetterHead {
  /** Large at the top. */
  readonly name?: string
  /** One small line above the address window. */
  readonly sender?: string
  /** The lines in the address window. */
  readonly recipient: readonly string[]
  /** Beside the window: date, number, … */
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** Sender, address window (DIN 5008 form B), and a block of facts beside it. Leaves the cursor below. */
export function letterHead(document: PDFKit.PDFDocument, { name, sender, recipient, facts }: LetterHead): void {
  if (name !== undefined) document.font('bold').fontSize(15).fillColor(INK).text(name, SHEET.left, SHEET.top)
  document.font('regular')
  if (sender !== undefined) document.fontSize(7).fillColor(QUIET_INK).text(sender, SHEET.left, 130, { width: 240 })
  document.fontSize(10.5).fillColor(INK).text(recipient.join('\n'), SHEET.left, 145, { width: 240 })
  const belowAddress = document.y
  let y = 130
  for (const [label, value] of facts) {
    document.fontSize(9.5).fillColor(QUIET_INK).text(label, 340, y, { width: 95 })
    const belowLabel = document.y
    document.fillColor(INK).text(value, 438, y, { width: SHEET.width - SHEET.right - 438 })
    y = Math.max(belowLabel, document.y) + 2
  }
  document.x = SHEET.left
  document.y = Math.max(y, belowAddress, 235) + 12
}

/**
 * Goes through all pages, once they are there: writes `words(page, of)` at the foot of each, and what `foot` draws below `top`.
 * @param foot is called on each page with the upper edge of the room that it has.
 */
export function numberPages(
  document: PDFKit.PDFDocument,
  words: (page: number, of: number) => string,
  foot: (top: number) => void = () => undefined,
): void {
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page)
    // Below the margin text would begin a new page.
    document.page.margins.bottom = 0
    const top = SHEET.height - 78
    document.font('regular').fontSize(8).fillColor(QUIET_INK)
    document.text(words(page - start + 1, count), SHEET.left, top - 14, { width: TEXT_WIDTH, align: 'right', lineBreak: false })
    document
      .moveTo(SHEET.left, top - 2)
      .lineTo(SHEET.width - SHEET.right, top - 2)
      .lineWidth(0.5)
      .strokeColor('#c5cad3')
      .stroke()
    foot(top)
  }
}
