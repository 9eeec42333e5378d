import type { Tx } from '@klinke/platform'
import { findRecipient } from '../invoices/settings-store.ts'
import type { TermsSource } from '../invoices/sources.ts'
import { DEFAULT_TERMS } from '../invoices/terms.ts'
import { vatOn } from '../invoices/vat.ts'

/** The VAT on calls of a customer on a day (ISO 8601), in thousandths: as its invoice will have it. Credit is money that was paid, so it pays VAT, too. */
export type VatOfCalls = (tx: Tx, tenantId: string, day: string) => Promise<number>

export function vatOfCalls(terms: TermsSource): VatOfCalls {
  return async (tx, tenantId, day) => {
    const recipient = await findRecipient(tx, tenantId)
    const rates = (recipient && (await terms.of(tx, recipient.profile))?.vatRates) ?? DEFAULT_TERMS.vatRates
    return vatOn('standard', day, recipient?.treatment ?? 'domestic', rates).permille
  }
}
