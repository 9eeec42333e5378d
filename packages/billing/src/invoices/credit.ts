import type { Tx } from '@klinke/platform'
import type { InvoiceContent } from './invoice.ts'
import { findInvoice, insertDraft, type StoredInvoice } from './invoice-store.ts'
import { issue } from './issue.ts'
import { CreditTooLarge, NotToCredit } from './problems.ts'
import { settle } from './settle.ts'
import { DEFAULT_TERMS } from './terms.ts'
import { summed } from './totals.ts'

/**
 * Takes an invoice back, whole or by some of its lines (from 1), by a credit note that names it and the reason; the invoice itself stays as it is. Gives the
 * credit note, issued. Throws `NotToCredit` for what is no issued invoice, `CreditTooLarge` where more would be given back than was charged.
 */
export async function credit(
  tx: Tx,
  invoiceId: string,
  { reason, lines, issuedOn }: { readonly reason: string; readonly lines?: readonly number[] | undefined; readonly issuedOn: string },
): Promise<StoredInvoice> {
  const invoice = await findInvoice(tx, invoiceId, 'for-update')
  const { content, number, issuedOn: dated } = invoice
  if (number === null || dated === null || content.kind !== 'invoice') throw new NotToCredit()
  const corrects = { number, issuedOn: dated, reason }
  const back: InvoiceContent = {
    ...content,
    ...partOf(content, lines),
    kind: 'credit-note',
    corrects,
    debit: undefined,
    prepaid: undefined,
  }
  const credited = invoice.credited + back.totals.gross
  if (back.lines.length === 0 || credited > content.totals.gross) throw new CreditTooLarge()
  const id = await insertDraft(tx, invoice.tenantId, back, { correctsId: invoiceId })
  await issue(tx, [await findInvoice(tx, id)], issuedOn, { charges: [] })
  await settle(tx, invoiceId, { credited })
  return findInvoice(tx, id)
}

/** Their amounts are whole cents already; what is left to round is the VAT on their sum. */
function partOf(content: InvoiceContent, wanted: readonly number[] | undefined): Pick<InvoiceContent, 'lines' | 'totals'> {
  if (wanted === undefined) return content
  const lines = content.lines.filter((_, index) => wanted.includes(index + 1))
  return summed(
    lines.map((line) => ({ ...line, netMicros: line.amount })),
    DEFAULT_TERMS.rounding,
  )
}
