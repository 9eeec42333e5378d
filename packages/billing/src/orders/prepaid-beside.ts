import type { InvalidRequest, Tx } from '@klinke/platform'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { profileOfDocument } from '../catalogue/read-profile.ts'
import { findVersion } from '../catalogue/store.ts'
import type { Contract, Day } from '../contracts/contract.ts'
import { contractIn } from '../contracts/route-parts.ts'
import { findAccount, openAccountAnew } from '../prepaid/store.ts'
import type { NewOrder, OrderForm } from './order-form.ts'
import { paymentOf } from './payment-faults.ts'
import { ordersOnTheWay, type StoredOrder } from './store.ts'
import { tenantContracts } from './totals.ts'

/** An order, or one that is not given yet. */
type Asked = Pick<StoredOrder, 'tenantId'> & { readonly id: string | undefined }

/**
 * Credit pays for all calls of a customer (BIL-09), whichever contract they belong to: nobody who pays by invoice for one product pays before calling for another
 * beside it, for then the calls of both would be refused at once. An old contract may end before the new one begins.
 */
export async function prepaidFaults(
  tx: Tx,
  form: OrderForm,
  file: Pick<ProfileFile, 'payments'>,
  order: Asked,
  today: Day,
): Promise<InvalidRequest['errors']> {
  const { tenantId } = order
  if (form.kind !== 'new' || tenantId === undefined || paymentOf(form, file) !== 'prepaid') return []
  if (await hasOpenAccount(tx, tenantId)) return []
  const begins = laterOf(Temporal.PlainDate.from(form.wishDate), today)
  const runs = (await contractsOf(tx, tenantId)).some(
    ({ cancellation }) => cancellation === undefined || isUpTo(begins, cancellation.until),
  )
  return runs || (await isOrderedOtherwise(tx, order)) ? [BESIDE] : []
}

/**
 * Who pays before calling has its account from the first call on, and that may come before the contract begins (ORD-05); where another contract ends before, from the
 * day behind its last one.
 */
export async function openOrderedAccount(tx: Tx, tenantId: string, today: Day): Promise<void> {
  if (await hasOpenAccount(tx, tenantId)) return
  const ends = (await contractsOf(tx, tenantId)).flatMap(({ cancellation }) => cancellation?.until.add({ days: 1 }) ?? [])
  await openAccountAnew(tx, tenantId, ends.reduce(laterOf, today).toString())
}

async function hasOpenAccount(tx: Tx, tenantId: string): Promise<boolean> {
  const account = await findAccount(tx, tenantId)
  return account !== undefined && account.endedOn === null
}

async function contractsOf(tx: Tx, tenantId: string): Promise<readonly Contract[]> {
  return (await tenantContracts(tx, tenantId)).map((history) => contractIn(history))
}

async function isOrderedOtherwise(tx: Tx, order: Asked): Promise<boolean> {
  for (const { form, versionId } of await ordersOnTheWay(tx, order)) {
    const version = await findVersion(tx, versionId)
    const other: NewOrder | undefined = form?.kind === 'new' ? form : undefined
    if (other !== undefined && version !== undefined && paymentOf(other, profileOfDocument(version.document)) !== 'prepaid') return true
  }
  return false
}

function isUpTo(day: Day, last: Day): boolean {
  return Temporal.PlainDate.compare(day, last) <= 0
}

function laterOf(one: Day, other: Day): Day {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}

const BESIDE = {
  pointer: '/form/payment',
  detail: {
    en: 'prepaid credit would pay for the calls of all products, and the customer has one by invoice: choose another way, or have that one end before',
    de: 'Guthaben müsste für die Anrufe aller Produkte da sein, und der Kunde hat eines auf Rechnung: Wählen Sie einen anderen Weg, oder lassen Sie jenes vorher enden',
  },
}
