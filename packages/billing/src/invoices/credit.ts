import { InvalidRequest, type Tx } from '@klinke/platform'
import { creditedPart, linesCredited } from './credited-part.ts'
import type { InvoiceContent } from './invoice.ts'
import { findInvoice, insertDraft, invoiceOf, type StoredInvoice, selectInvoices } from './invoice-store.ts'
import { issue } from './issue.ts'
import { holdNumbers } from './numbers.ts'
import { CreditTooLarge, LineCredited, NotToCredit } from './problems.ts'
import { settle } from './settle.ts'

/**
 * Takes an invoice back, whole or by some of its lines (from 1), by a credit note that names it and the reason; the invoice itself stays as it is. Gives the
 * credit note, issued. Throws `NotToCredit` for what is no issued invoice, `LineCredited` for a line that was taken back before, `InvalidRequest` for one that the
 * invoice does not have, `CreditTooLarge` where more would be given back than was charged.
 */
export async function credit(
  tx: Tx,
  invoiceId: string,
  { reason, lines, issuedOn }: { readonly reason: string; readonly lines?: readonly number[] | undefined; readonly issuedOn: string },
): Promise<StoredInvoice> {
  // The range of numbers before the invoice, as whoever issues holds it while credit pays: neither may wait for the other.
  const { issuer } = (await findInvoice(tx, invoiceId)).content
  await holdNumbers(tx, issuer.creditPrefix, issuedOn)
  const invoice = await findInvoice(tx, invoiceId, 'for-update')
  const { content, number, issuedOn: dated } = invoice
  if (number === null || dated === null || content.kind !== 'invoice') throw new NotToCredit()
  const before = await creditNotesOf(tx, invoiceId)
  const wanted =
    lines === undefined ? content.lines.map((_, index) => index + 1) : [...new Set(lines)].toSorted((one, other) => one - other)
  const unknown = wanted.find((line) => content.lines[line - 1] === undefined)
  if (unknown !== undefined) throw noSuchLine(unknown, content.lines.length)
  const credited = linesCredited(before)
  const again = lines === undefined ? undefined : wanted.find((line) => credited.has(line))
  if (again !== undefined) throw new LineCredited(again)
  const corrects = { number, issuedOn: dated, reason, lines: wanted }
  const back: InvoiceContent = {
    ...content,
    ...(lines === undefined ? {} : creditedPart(content, wanted, before)),
    kind: 'credit-note',
    corrects,
    debit: undefined,
    prepaid: undefined,
  }
  const given = invoice.credited + back.totals.gross
  if (back.lines.length === 0 || given > content.totals.gross) throw new CreditTooLarge()
  const id = await insertDraft(tx, invoice.tenantId, back, { correctsId: invoiceId })
  await issue(tx, [await findInvoice(tx, id)], issuedOn, { charges: [] })
  await settle(tx, invoiceId, { credited: given })
  return findInvoice(tx, id)
}

/** What has taken back parts of an invoice. */
async function creditNotesOf(tx: Tx, invoiceId: string): Promise<readonly InvoiceContent[]> {
  const rows = await selectInvoices(tx).where('corrects_id', '=', invoiceId).where('state', '!=', 'draft').execute()
  return rows.map((row) => invoiceOf(row).content)
}

function noSuchLine(line: number, most: number): InvalidRequest {
  const detail = {
    en: `The invoice has no line ${line}: they are counted from 1 to ${most}.`,
    de: `Eine Zeile ${line} hat die Rechnung nicht: Sie werden von 1 bis ${most} gezählt.`,
  }
  return new InvalidRequest(detail, [{ pointer: '/lines', detail }])
}
