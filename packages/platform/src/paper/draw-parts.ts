import { INK, QUIET_INK } from './letter.ts'
import type { Paper, PaperField, PaperPart } from './paper.ts'
import { LOWEST, SHEET, TEXT_WIDTH } from './sheet.ts'

const SIZE = 9.5
const LABEL_WIDTH = 165
const VALUE_X = SHEET.left + LABEL_WIDTH + 8
const VALUE_WIDTH = TEXT_WIDTH - LABEL_WIDTH - 8
/** Of a line that somebody writes on by hand, points. */
const HANDWRITING = 22

const SIGNATURE = {
  de: { place: 'Ort, Datum', stamp: 'Firmenstempel' },
  en: { place: 'Place, date', stamp: 'Company stamp' },
} as const

/** Turns the page when less than `height` points are left. */
export function needRoom(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > LOWEST) document.addPage().y = SHEET.top
}

export function drawText(document: PDFKit.PDFDocument, text: string): void {
  document.font('regular').fontSize(SIZE).fillColor(INK)
  for (const paragraph of text.split(/\n\s*\n/)) {
    // A paragraph that fits on a page stands whole; a longer one runs on.
    needRoom(document, Math.min(document.heightOfString(paragraph, { width: TEXT_WIDTH }), 120))
    document.text(paragraph, SHEET.left, document.y, { width: TEXT_WIDTH })
    document.y += 6
  }
}

export function drawHeading(document: PDFKit.PDFDocument, text: string): void {
  document.font('bold').fontSize(11).fillColor(INK)
  // Not alone at the foot of a page.
  needRoom(document, document.heightOfString(text, { width: TEXT_WIDTH }) + 50)
  document.y += 6
  document.text(text, SHEET.left, document.y, { width: TEXT_WIDTH })
  document.y += 4
}

export function drawFields(document: PDFKit.PDFDocument, fields: readonly PaperField[]): void {
  for (const { label, value } of fields) drawField(document, label, value)
  document.y += 4
}

function drawField(document: PDFKit.PDFDocument, label: string, value: string): void {
  document.font('regular').fontSize(SIZE)
  const labelHeight = document.heightOfString(label, { width: LABEL_WIDTH })
  const isOpen = value.trim() === ''
  const valueHeight = isOpen ? HANDWRITING : document.heightOfString(value, { width: VALUE_WIDTH })
  const height = Math.max(labelHeight, valueHeight)
  needRoom(document, Math.min(height, 400))
  const { y } = document
  const labelY = isOpen ? y + HANDWRITING - labelHeight : y
  document.fillColor(QUIET_INK).text(label, SHEET.left, labelY, { width: LABEL_WIDTH })
  if (isOpen) rule(document, VALUE_X, y + height, VALUE_WIDTH)
  else document.fillColor(INK).text(value, VALUE_X, y, { width: VALUE_WIDTH })
  // A value that ran over the page has taken the cursor along.
  document.y = (document.y < y ? document.y : y + height) + 3
  document.x = SHEET.left
}

type Choices = Extract<PaperPart, { kind: 'choices' }>['choices']

/** The boxes are characters of the typeface, so that who hears or copies the text gets what is ticked. */
export function drawChoices(document: PDFKit.PDFDocument, label: string, choices: Choices): void {
  const words = choices.map(({ text, chosen }) => `${chosen ? '☑' : '☐'} ${text}`).join('\n')
  drawField(document, label, words)
  document.y += 4
}

export function drawSignature(document: PDFKit.PDFDocument, label: string, hasStamp: boolean, language: Paper['language']): void {
  const room = hasStamp ? 90 : 50
  document.font('regular').fontSize(8)
  needRoom(document, room + 30)
  const y = document.y + room
  const words = SIGNATURE[language]
  const columns = hasStamp ? [words.place, label, words.stamp] : [words.place, label]
  const width = TEXT_WIDTH / columns.length
  let lowest = y
  for (const [index, text] of columns.entries()) {
    const x = SHEET.left + index * width
    rule(document, x, y, width - 14)
    document.fillColor(QUIET_INK).text(text, x, y + 3, { width: width - 14 })
    lowest = Math.max(lowest, document.y)
  }
  document.x = SHEET.left
  document.y = lowest + 8
}

function rule(document: PDFKit.PDFDocument, x: number, y: number, width: number): void {
  document
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.5)
    .strokeColor('#8a919d')
    .stroke()
}
