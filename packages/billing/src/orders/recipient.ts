import type { Tx } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { profileOfDocument } from '../catalogue/read-profile.ts'
import { findVersion } from '../catalogue/store.ts'
import type { Day } from '../contracts/contract.ts'
import { contractIn } from '../contracts/route-parts.ts'
import { NEW_RECIPIENT } from '../invoices/party.ts'
import { findRecipient, insertRecipient, updateRecipient } from '../invoices/settings-store.ts'
import { DEFAULT_TERMS } from '../invoices/terms.ts'
import type { NewOrder } from './order-form.ts'
import { paymentOf } from './payment-faults.ts'
import { openOrderedAccount } from './prepaid-beside.ts'
import { ordersOnTheWay, type StoredOrder } from './store.ts'
import { tenantContracts } from './totals.ts'

/**
 * Who gets the invoices, how and by whose terms: of a customer that has none yet all that the order says; of one who changes its product the product and the ways;
 * of one with another product that stays nothing, for its invoices go by what there is.
 */
export async function putRecipient(
  tx: Tx,
  order: Pick<StoredOrder, 'id' | 'tenantId' | 'number' | 'profile' | 'versionId'>,
  form: NewOrder,
  tenantId: string,
  today: Day,
): Promise<string> {
  const { number, profile } = order
  const file = await fileOf(tx, order)
  if (file !== undefined && paymentOf(form, file) === 'prepaid') await openOrderedAccount(tx, tenantId, today)
  const { customer, language, paperInvoice, splitBySite } = form
  const before = await findRecipient(tx, tenantId)
  const usual = usualDelivery(file)
  const delivery: ('mail' | 'paper')[] = paperInvoice && !usual.includes('paper') ? [...usual, 'paper'] : usual
  if (before !== undefined) {
    if (await hasOtherProduct(tx, order, tenantId)) return before.number
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

/** How invoices of the product come (`invoice.delivery`); in the portal they are in any case. */
function usualDelivery(file: Pick<ProfileFile, 'invoice'> | undefined): ('mail' | 'paper')[] {
  const { delivery } = file?.invoice ?? DEFAULT_TERMS
  return delivery.filter((way) => way !== 'portal')
}

async function fileOf(tx: Tx, { versionId }: Pick<StoredOrder, 'versionId'>): Promise<ProfileFile | undefined> {
  const version = await findVersion(tx, versionId)
  return version && profileOfDocument(version.document)
}

/** That of a contract with notice given goes. */
async function hasOtherProduct(tx: Tx, order: Pick<StoredOrder, 'id' | 'tenantId'>, tenantId: string): Promise<boolean> {
  const contracts = (await tenantContracts(tx, tenantId)).map((history) => contractIn(history))
  if (contracts.some(({ cancellation }) => cancellation === undefined)) return true
  return (await ordersOnTheWay(tx, { ...order, tenantId })).some(({ state, provisioning }) => state === 'provisioned' || provisioning)
}
