import { drawChoices, drawFields, drawHeading, drawSignature, drawText } from './draw-parts.ts'
import { drawTable } from './draw-table.ts'
import { INK, letterHead, numberPages } from './letter.ts'
import type { Paper, PaperPart } from './paper.ts'
import { closeSheet, openSheet, SHEET, type Typeface } from './sheet.ts'

const PAGE = {
  de: (page: number, of: number) => `Seite ${page} von ${of}`,
  en: (page: number, of: number) => `Page ${page} of ${of}`,
} as const

/** Draws the paper; see `makePaper`, which does it in a thread. */
export function drawPaper(paper: Paper, typeface: Typeface): Promise<Uint8Array> {
  const { language, title, sender = [], recipient = [], reference = [] } = paper
  const createdAt = paper.createdAt ?? new Date()
  const document = openSheet({ title, author: sender[0] ?? 'Klinke', language, createdAt }, typeface)
  const [name] = sender
  if (recipient.length + reference.length > 0)
    letterHead(document, {
      ...(name === undefined ? {} : { name, sender: sender.join(' · ') }),
      recipient,
      facts: reference.map(({ label, value }) => [label, value]),
    })
  else if (name !== undefined) document.font('regular').fontSize(9).text(sender.join(' · ')).moveDown(1)
  document.font('bold').fontSize(14).fillColor(INK).text(title, SHEET.left).moveDown(0.5)
  for (const part of paper.parts) draw(document, part, language)
  numberPages(document, (page, of) => `${title} · ${PAGE[language](page, of)}`)
  return closeSheet(document)
}

function draw(document: PDFKit.PDFDocument, part: PaperPart, language: Paper['language']): void {
  switch (part.kind) {
    case 'text':
      drawText(document, part.text)
      break
    case 'heading':
      drawHeading(document, part.text)
      break
    case 'fields':
      drawFields(document, part.fields)
      break
    case 'choices':
      drawChoices(document, part.label, part.choices)
      break
    case 'table':
      drawTable(document, part.columns, part.rows)
      break
    case 'signature':
      drawSignature(document, part.label, part.stamp === true, language)
  }
}
