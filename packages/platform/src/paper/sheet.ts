import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** Points of 1/72 inch. A4, with the margins of a business letter (DIN 5008). */
export const SHEET = { width: 595.28, height: 841.89, left: 62, right: 45, top: 48, bottom: 96 } as const
export const TEXT_WIDTH = SHEET.width - SHEET.left - SHEET.right
export const LOWEST = SHEET.height - SHEET.bottom

const { resolve } = createRequire(import.meta.url)
const FONT = '@expo-google-fonts/source-sans-3'

/** The typeface of documents: PDF/A wants fonts embedded, so that it is read in fifty years as today. */
export interface Typeface {
  readonly regular: Buffer
  readonly bold: Buffer
}

export function readTypeface(): Typeface {
  return {
    regular: readFileSync(resolve(`${FONT}/400Regular/SourceSans3_400Regular.ttf`)),
    bold: readFileSync(resolve(`${FONT}/600SemiBold/SourceSans3_600SemiBold.ttf`)),
  }
}

export interface SheetFacts {
  readonly title: string
  readonly author: string
  /** BCP 47. */
  readonly language: string
  /** Of the document, not of the moment: the same invoice makes the same file. */
  readonly createdAt: Date
}

/** An empty PDF/A-3b (ISO 19005-3) that waits for its pages. */
export function openSheet({ title, author, language, createdAt }: SheetFacts, { regular, bold }: Typeface): PDFKit.PDFDocument {
  const document = new PDFDocument({
    ...{ size: 'A4', bufferPages: true, autoFirstPage: false, pdfVersion: '1.7', subset: 'PDF/A-3b', lang: language, displayTitle: true },
    margins: { left: SHEET.left, right: SHEET.right, top: SHEET.top, bottom: SHEET.bottom },
    info: { Title: title, Author: author, Creator: 'Klinke', Producer: 'Klinke', CreationDate: createdAt, ModDate: createdAt },
  })
  document.registerFont('regular', regular)
  document.registerFont('bold', bold)
  document.font('regular')
  return document.addPage()
}

/** All octets, once it is finished. */
export function closeSheet(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  const whole = new Promise<Uint8Array>((resolved, rejected) => {
    document.on('data', (piece: Buffer) => pieces.push(piece))
    document.on('end', () => resolved(Buffer.concat(pieces)))
    document.on('error', rejected)
  })
  document.end()
  return whole
}
