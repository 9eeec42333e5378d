import type { Tx } from '@klinke/platform'
import { NEW_RECIPIENT } from '../invoices/party.ts'
import { findRecipient, insertRecipient, updateRecipient } from '../invoices/settings-store.ts'
import type { NewOrder } from './order-form.ts'
import type { StoredOrder } from './store.ts'

/** Who gets the invoices, how and by whose terms: of a customer that has none yet all that the order says, else the product and the ways only. */
export async function putRecipient(
  tx: Tx,
  { number, profile }: Pick<StoredOrder, 'number' | 'profile'>,
  form: NewOrder,
  tenantId: string,
): Promise<string> {
  const { customer, language, paperInvoice, splitBySite } = form
  const before = await findRecipient(tx, tenantId)
  const delivery: ('mail' | 'paper')[] = paperInvoice ? ['mail', 'paper'] : ['mail']
  if (before !== undefined) {
    await updateRecipient(tx, tenantId, { ...before, profile, delivery, splitBySite })
    return before.number
  }
  const { company, addition, street, houseNumber, postalCode, city, country, vatId, email } = customer
  const customerNumber = number.replace(/^B-/, 'K-')
  await insertRecipient(tx, tenantId, {
    ...NEW_RECIPIENT,
    ...{ number: customerNumber, company, addition, street: `${street} ${houseNumber}`, postalCode, city, country, vatId, email },
    ...{ language, delivery, splitBySite, profile },
  })
  return customerNumber
}
