import { closeSheet, LOWEST, letterHead, openSheet, SHEET, TEXT_WIDTH, type Typeface } from '@klinke/platform/paper'
import type { IssuedContent } from '../invoice.ts'
import type { InvoiceLine } from '../line.ts'
import { WITHOUT_VAT } from '../vat.ts'
import { facturX } from './factur-x-metadata.ts'
import { type Formats, formatsOf } from './formats.ts'
import { ibanInGroups, invoiceHead, pageFeet } from './letter.ts'
import { type DocumentTexts, documentTexts } from './texts.ts'

interface Writing {
  readonly document: PDFKit.PDFDocument
  readonly invoice: IssuedContent
  readonly texts: DocumentTexts
  readonly formats: Formats
}

/** Left edges and widths of the table; numbers stand at the right of theirs. */
const COLUMNS = [
  { key: 'position', x: 0, width: 26, align: 'left' },
  { key: 'text', x: 30, width: 214, align: 'left' },
  { key: 'quantity', x: 248, width: 72, align: 'right' },
  { key: 'price', x: 324, width: 68, align: 'right' },
  { key: 'vat', x: 396, width: 30, align: 'right' },
  { key: 'amount', x: 430, width: TEXT_WIDTH - 430, align: 'right' },
] as const

type Cells = Readonly<Record<(typeof COLUMNS)[number]['key'], string>>

/** The invoice as people read it: PDF/A-3, with `xml` inside (ZUGFeRD 2 / Factur-X 1, profile EN 16931) where there is one. */
export function invoicePdf(invoice: IssuedContent, typeface: Typeface, xml?: string): Promise<Uint8Array> {
  const texts = documentTexts[invoice.language]
  const title = invoice.kind === 'invoice' ? texts.invoice : texts.creditNote
  const createdAt = new Date(`${invoice.issuedOn}T12:00:00Z`)
  const name = `${title} ${invoice.number}`
  const document = openSheet({ title: name, author: invoice.issuer.name, language: invoice.language, createdAt }, typeface)
  const writing: Writing = { document, invoice, texts, formats: formatsOf(invoice.language) }
  head(writing, title)
  table(writing)
  sums(writing)
  closing(writing)
  pageFeet(document, invoice.issuer, texts, name)
  if (xml !== undefined) facturX(document, xml, createdAt)
  return closeSheet(document)
}

function head({ document, invoice, texts, formats }: Writing, title: string): void {
  const { recipient, period, corrects } = invoice
  const facts: (readonly [string, string])[] = [
    [texts.number, invoice.number],
    [texts.date, formats.day(invoice.issuedOn)],
    [texts.customerNumber, recipient.number],
    [texts.servicePeriod, `${formats.day(period.from)} – ${formats.day(period.until)}`],
    ...(invoice.site === null ? [] : [[texts.site, invoice.site.name] as const]),
    ...(recipient.vatId === null ? [] : [[texts.vatId, recipient.vatId] as const]),
    ...(recipient.buyerReference === null ? [] : [[texts.buyerReference, recipient.buyerReference] as const]),
    ...(invoice.kind === 'invoice'
      ? [[invoice.debit === undefined ? texts.dueOn : texts.collectedOn, formats.day(invoice.dueOn)] as const]
      : []),
  ]
  letterHead(document, invoiceHead(invoice.issuer, recipient, facts))
  document
    .font('bold')
    .fontSize(14)
    .text(`${title} ${formats.month(period.from)}`, SHEET.left)
    .moveDown(0.4)
  document.font('regular').fontSize(9.5)
  if (corrects !== null) document.text(texts.corrects(corrects.number, formats.day(corrects.issuedOn), corrects.reason)).moveDown(0.4)
  document.moveDown(0.4)
}

function table(writing: Writing): void {
  const { invoice, texts } = writing
  row(writing, texts.columns, true)
  const bySite = Map.groupBy(
    invoice.lines.map((line, index) => ({ line, index })),
    ({ line }) => line.siteId,
  )
  for (const [siteId, lines] of bySite) {
    const name = siteId === null ? texts.allSites : `${texts.site}: ${invoice.siteNames[siteId] ?? siteId}`
    if (bySite.size > 1) row(writing, { position: '', text: name, quantity: '', price: '', vat: '', amount: '' }, true)
    for (const { line, index } of lines) row(writing, cellsOf(writing, line, index), false)
  }
}

function cellsOf({ invoice, texts, formats }: Writing, line: InvoiceLine, index: number): Cells {
  return {
    position: String(index + 1),
    text: line.text[invoice.language],
    quantity: line.unit === 'lump-sum' ? texts.units[line.unit] : `${formats.quantity(line.quantity)} ${texts.units[line.unit]}`,
    price: line.unit === 'lump-sum' ? '' : formats.money(line.unitMicros, invoice.currency),
    vat: line.vat.category === 'O' ? '–' : formats.percent(line.vat.permille),
    amount: formats.money(line.amount, invoice.currency),
  }
}

/** A row that stands whole on one page; a page that begins with the table has its head. */
function row(writing: Writing, cells: Cells, isHead: boolean): void {
  const { document, texts } = writing
  document.font(isHead ? 'bold' : 'regular').fontSize(9)
  const height = Math.max(...COLUMNS.map(({ key, width }) => document.heightOfString(cells[key] === '' ? ' ' : cells[key], { width })))
  if (document.y + height + 4 > LOWEST) {
    document.addPage()
    document.y = SHEET.top
    if (cells !== texts.columns) row(writing, texts.columns, true)
    document.font(isHead ? 'bold' : 'regular').fontSize(9)
  }
  const { y } = document
  for (const { key, x, width, align } of COLUMNS) if (cells[key] !== '') document.text(cells[key], SHEET.left + x, y, { width, align })
  document.y = y + height + 4
  if (isHead)
    document
      .moveTo(SHEET.left, document.y - 2)
      .lineTo(SHEET.left + TEXT_WIDTH, document.y - 2)
      .lineWidth(0.5)
      .strokeColor('#c5cad3')
      .stroke()
}

function sums(writing: Writing): void {
  const { document, invoice, texts, formats } = writing
  const { totals, currency, prepaid = 0n } = invoice
  const lines = [
    { name: texts.net, amount: totals.net, isBold: false },
    ...totals.vat.map(({ category, permille, base, tax }) => {
      const money = formats.money(base, currency)
      return {
        name: category === 'O' ? texts.notTaxable(money) : texts.vatOf(formats.percent(permille), money),
        amount: tax,
        isBold: false,
      }
    }),
    { name: invoice.kind === 'invoice' ? texts.gross : texts.credited, amount: totals.gross, isBold: true },
    ...(prepaid === 0n
      ? []
      : [
          { name: texts.prepaid, amount: -prepaid, isBold: false },
          { name: texts.stillToPay, amount: totals.gross - prepaid, isBold: true },
        ]),
  ]
  if (document.y + lines.length * 16 + 20 > LOWEST) document.addPage().y = SHEET.top
  document.y += 6
  for (const { name, amount, isBold } of lines) {
    const { y } = document
    document.font(isBold ? 'bold' : 'regular').fontSize(isBold ? 10.5 : 9.5)
    document.text(name, SHEET.left + 200, y, { width: 215, align: 'right' })
    document.text(formats.money(amount, currency), SHEET.left + 420, y, { width: TEXT_WIDTH - 420, align: 'right' })
    document.y = y + 15
  }
}

function closing(writing: Writing): void {
  const { document, invoice, texts, formats } = writing
  const { treatment } = invoice.recipient
  const { totals, currency, prepaid = 0n } = invoice
  const to = [formats.day(invoice.dueOn), ibanInGroups(invoice.issuer.iban), invoice.number] as const
  const rest = totals.gross - prepaid
  const pay = prepaid === 0n ? texts.pay(...to) : rest === 0n ? texts.paidFromCredit : texts.payRest(formats.money(rest, currency), ...to)
  const sentences = [
    ...(treatment === 'domestic' ? [] : [WITHOUT_VAT[treatment][invoice.language]]),
    ...(invoice.kind === 'invoice' ? [invoice.debit?.text[invoice.language] ?? pay] : []),
    texts.objection(invoice.objectionWeeks),
    ...(invoice.contracts ?? []).map((paragraph) => paragraph[invoice.language]),
  ]
  document.font('regular').fontSize(9.5)
  document.y += 12
  for (const sentence of sentences) {
    if (document.y + document.heightOfString(sentence, { width: TEXT_WIDTH }) > LOWEST) document.addPage().y = SHEET.top
    document.text(sentence, SHEET.left, document.y, { width: TEXT_WIDTH }).moveDown(0.5)
  }
}
