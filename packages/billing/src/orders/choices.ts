import { listNumber, noteConsent } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import { insertChoice } from '../itemised-bills/choice-store.ts'
import { nextMonth } from '../itemised-bills/rule.ts'
import { itemisedBillTermsOf } from '../itemised-bills/terms.ts'
import { giveMandate } from '../payments/mandates/give.ts'
import { listMandates } from '../payments/mandates/store.ts'
import { accountOf } from '../payments/sepa/account.ts'
import type { NewOrder } from './order-form.ts'
import { PAPER_TEXTS } from './paper-texts.ts'
import { orderDay, type StoredOrder } from './store.ts'
import type { StoredTask } from './task-store.ts'

/** What the choices of an order are carried out with. */
export interface ChoiceWork {
  readonly tx: Tx
  readonly order: Pick<StoredOrder, 'number'>
  readonly form: NewOrder
  readonly tenantId: string
  readonly now: Date
  readonly by: string
}

/** Which words of the order form people consent to: goes up whenever those of `paper-texts.ts` do. */
const WORDS_VERSION = 'order-form-1'

/**
 * The mandate of the order form: on paper, and collected by only once the operator has confirmed its signed copy (BIL-08). One that there is already of the same
 * account stays. Gives its reference. Throws `MandateExists` where there is one of another account.
 */
export async function putMandate({ tx, form, tenantId, now, by }: ChoiceWork): Promise<string> {
  const { mandate, signature } = form
  if (mandate === null) return ''
  const account = accountOf(mandate.iban, mandate.bic)
  const there = (await listMandates(tx, tenantId)).find(
    ({ iban, kind, state }) =>
      account.ok && iban === account.value.iban && kind === mandate.mandateKind && state !== 'revoked' && state !== 'lapsed',
  )
  if (there !== undefined) return there.reference
  const today = orderDay(now)
  const { mandateKind, ...payer } = mandate
  const wanted = { ...payer, kind: mandateKind, signedOn: signature?.on ?? today.toString() }
  return (await giveMandate(tx, tenantId, wanted, { principal: { kind: 'operator' }, name: by, address: null, today })).reference
}

/** Each consent of the order form goes into the ledger in the words that were signed (Art. 7 GDPR); what was not consented to leaves no entry. */
export async function noteConsents({ tx, order, form, tenantId, now, by }: ChoiceWork): Promise<string> {
  const { consents, customer, administrator, directoryEntry, language, signature } = form
  const person = signature?.name ?? customer.contact ?? administrator.name
  const words = PAPER_TEXTS[language]
  const said = {
    tenantId,
    person,
    textVersion: WORDS_VERSION,
    given: true,
    channel: consents.channel,
    recordedBy: `${by} (${order.number})`,
    at: now,
  }
  if (consents.marketing) await noteConsent(tx, { ...said, purpose: 'marketing-mail', email: customer.email, wording: words.marketing })
  if (directoryEntry) await noteConsent(tx, { ...said, purpose: 'directory-entry', email: null, wording: words.directoryEntry })
  return ''
}

/**
 * The itemised bill (BIL-06), for calls to come only (§ 11 (1) TDDDG): a new customer's from its first month on, others' from the next one. Where it needs a
 * declaration it waits for that.
 */
export async function chooseItemisedBill({ tx, order, form, tenantId, now, by }: ChoiceWork, version: ProfileVersion): Promise<string> {
  const today = orderDay(now)
  const terms = itemisedBillTermsOf(version.file)
  const choice = {
    ...{ choice: form.itemisedBill, withFlat: !terms.chargeableOnly },
    validFrom: form.sipDomain === undefined ? nextMonth(today.toString()) : today.with({ day: 1 }).toString(),
    ...{ chosenBy: `${by} (${order.number})`, chosenAt: now },
  }
  return (await insertChoice(tx, tenantId, choice)).id
}

/**
 * The usual entry in directories of the first number of the order (ORD-04): of those that are assigned, else of those that are ported in, which is listed once
 * calls reach it. `named`: another one instead. Throws `NumberNotListable`.
 */
export async function listInDirectory(
  { tx, form, tenantId, now }: ChoiceWork,
  version: ProfileVersion,
  done: readonly StoredTask[],
  named: string | null,
): Promise<string> {
  const assigned = done.find(({ task }) => task.kind === 'numbers')?.result
  const number = named ?? assigned ?? form.portings[0]?.number
  const terms = version.file.directoryEntry
  if (number === undefined || terms === undefined) return ''
  return (await listNumber(tx, tenantId, number, terms, now.getTime())).id
}
