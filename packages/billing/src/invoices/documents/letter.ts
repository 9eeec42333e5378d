import { type LetterHead, numberPages, SHEET, TEXT_WIDTH } from '@klinke/platform/paper'
import type { IssuerDetails, RecipientDetails } from '../party.ts'
import type { DocumentTexts } from './texts.ts'

/** Who writes to whom, and the facts beside it. */
export function invoiceHead(issuer: IssuerDetails, recipient: RecipientDetails, facts: LetterHead['facts']): LetterHead {
  const place = `${recipient.postalCode} ${recipient.city}`
  const country = recipient.country === issuer.country ? [] : [recipient.country]
  const addition = recipient.addition === null ? [] : [recipient.addition]
  return {
    name: issuer.name,
    sender: `${issuer.name} · ${issuer.street} · ${issuer.postalCode} ${issuer.city}`,
    recipient: [recipient.company, ...addition, recipient.street, place, ...country],
    facts,
  }
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
  numberPages(
    document,
    (page, of) => `${name} · ${texts.page(page, of)}`,
    (top) => {
      for (const [index, lines] of columns.entries())
        document
          .fontSize(7)
          .text(lines.join('\n'), SHEET.left + (index * TEXT_WIDTH) / 4, top + 4, { width: TEXT_WIDTH / 4 - 6, height: 60 })
    },
  )
}

/** `DE89 3704 0044 0532 0130 00`. */
export function ibanInGroups(iban: string): string {
  return iban.match(/.{1,4}/g)?.join(' ') ?? iban
}
