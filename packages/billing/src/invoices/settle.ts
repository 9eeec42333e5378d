import type { Tx } from '@klinke/platform'
import { stateOf } from './invoice.ts'
import { findInvoice, type InvoiceTables, type StoredInvoice } from './invoice-store.ts'

/**
 * What has been paid of an invoice in all, or credited, micro-units: for who books payments (in its own transaction), and for credit notes. The state follows.
 */
export async function settle(
  tx: Tx,
  invoiceId: string,
  change: { readonly paid?: bigint; readonly credited?: bigint },
): Promise<StoredInvoice> {
  const invoice = await findInvoice(tx, invoiceId, 'for-update')
  const { paid, credited } = { paid: invoice.paid, credited: invoice.credited, ...change }
  const { gross } = invoice.content.totals
  const state = stateOf({ gross, paid, credited, dunningLevel: invoice.dunningLevel })
  await tx
    .tables<InvoiceTables>()
    .updateTable('invoice')
    .set({ paid: String(paid), credited: String(credited), state })
    .where('id', '=', invoiceId)
    .execute()
  return { ...invoice, paid, credited, state }
}
