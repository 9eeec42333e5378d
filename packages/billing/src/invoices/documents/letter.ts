import type { IssuerDetails, RecipientDetails } from '../party.ts'
import { SHEET, TEXT_WIDTH } from './sheet.ts'
import type { DocumentTexts } from './texts.ts'

const SMALL = 8
const NORMAL = 9.5
const GREY = '#5a6270'
const INK = '#14181f'

/** Sender, address window (DIN 5008 form B), and a block of facts beside it. Leaves the cursor below. */
export function letterHead(
  document: PDFKit.PDFDocument,
  issuer: IssuerDetails,
  recipient: RecipientDetails,
  facts: readonly (readonly [string, string])[],
): void {
  document.font('bold').fontSize(15).fillColor(INK).text(issuer.name, SHEET.left, SHEET.top)
  const sender = `${issuer.name} · ${issuer.street} · ${issuer.postalCode} ${issuer.city}`
  document.font('regular').fontSize(7).fillColor(GREY).text(sender, SHEET.left, 130, { width: 240 })
  document.fontSize(10.5).fillColor(INK)
  const place = `${recipient.postalCode} ${recipient.city}`
  const country = recipient.country === issuer.country ? [] : [recipient.country]
  const lines = [recipient.company, ...(recipient.addition === null ? [] : [recipient.addition]), recipient.street, place, ...country]
  document.text(lines.join('\n'), SHEET.left, 145, { width: 240 })
  let y = 130
  for (const [name, value] of facts) {
    document.fontSize(NORMAL).fillColor(GREY).text(name, 340, y, { width: 95 })
    document.fillColor(INK).text(value, 438, y, { width: SHEET.width - SHEET.right - 438 })
    y = document.y + 2
  }
  document.x = SHEET.left
  document.y = Math.max(y, 235) + 12
}

/** Foot and number of every page, once all pages are there (§ 35a GmbHG: register and directors). */
export function pageFeet(document: PDFKit.PDFDocument, issuer: IssuerDetails, texts: DocumentTexts, name: string): void {
  const columns = [
    [issuer.name, issuer.street, `${issuer.postalCode} ${issuer.city}`],
    [issuer.phone, issuer.email, ...(issuer.website === null ? [] : [issuer.website])],
    [
      ...(issuer.bankName === null ? [] : [issuer.bankName]),
      `IBAN ${ibanInGroups(issuer.iban)}`,
      ...(issuer.bic === null ? [] : [`BIC ${issuer.bic}`]),
    ],
    [issuer.vatId, ...[issuer.taxNumber, issuer.register, issuer.directors].filter((text) => text !== null)],
  ]
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page)
    // Below the margin text would begin a new page.
    document.page.margins.bottom = 0
    const top = SHEET.height - 78
    document.font('regular').fontSize(SMALL).fillColor(GREY)
    document.text(`${name} · ${texts.page(page - start + 1, count)}`, SHEET.left, top - 14, {
      width: TEXT_WIDTH,
      align: 'right',
      lineBreak: false,
    })
    document
      .moveTo(SHEET.left, top - 2)
      .lineTo(SHEET.width - SHEET.right, top - 2)
      .lineWidth(0.5)
      .strokeColor('#c5cad3')
      .stroke()
    for (const [index, lines] of columns.entries())
      document.fontSize(7).text(lines.join('\n'), SHEET.left + (index * TEXT_WIDTH) / 4, top + 4, { width: TEXT_WIDTH / 4 - 6, height: 60 })
  }
}

/** `DE89 3704 0044 0532 0130 00`. */
export function ibanInGroups(iban: string): string {
  return iban.match(/.{1,4}/g)?.join(' ') ?? iban
}
