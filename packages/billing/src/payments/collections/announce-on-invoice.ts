import { findTenant } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import type { DebitNotice } from '../../invoices/invoice.ts'
import type { DebitedInvoice, DebitSource } from '../../invoices/sources.ts'
import { findAccount } from '../../prepaid/store.ts'
import { findCreditor } from '../creditor.ts'
import { bankDay } from '../day.ts'
import { hasUnusedCredit } from '../open-items/invoices.ts'
import { postOpenItem } from '../open-items/store.ts'
import { veiledIban } from '../sepa/account.ts'
import { termsOf } from '../terms.ts'
import { mandateFor } from './announce.ts'
import { announcementText } from './announcement-mail.ts'
import { insertDebit } from './debits.ts'
import { nextDebit } from './next-debit.ts'
import { postponed } from './notice-by-invoice.ts'

/** Invoices of this installation announce their direct debits themselves (BIL-08). */
export function invoiceDebits(clock: Clock): DebitSource {
  return { announced: (tx, invoice) => announceOnInvoice(tx, invoice, clock.epochMs()), postponed }
}

/**
 * Posts what is owed with its debit announced: mandate, amount and day are those on the invoice, whatever changes until the file is made. Undefined where a
 * mail announces what is left, if anything is collected: of who pays before calling, or has credit that pays a part first.
 */
async function announceOnInvoice(tx: Tx, invoice: DebitedInvoice, epochMs: number): Promise<DebitNotice | undefined> {
  const { tenantId, number, grossMicros, currency, issuedOn, dueOn } = invoice
  const today = bankDay(epochMs)
  const mandate = await mandateFor(tx, tenantId, today)
  if (mandate === undefined || (await isPaidOtherwise(tx, tenantId))) return undefined
  const [creditor, tenant] = [await findCreditor(tx), await findTenant(tx, tenantId)]
  if (creditor === undefined || tenant === undefined) return undefined
  // Nobody has read an invoice before it was issued, whatever date it bears.
  const announcedOn = [today.toString(), issuedOn].toSorted().at(-1) ?? issuedOn
  const owed = { openMicros: grossMicros, currency, dueOn, announcedOn }
  const next = nextDebit({ item: owed, past: [], mandate, terms: termsOf(tenant.profile), today })
  if (typeof next === 'string') return undefined
  const item = { tenantId, kind: 'invoice', number, amountMicros: grossMicros, currency, issuedOn, dueOn: next.dueOn, announcedOn } as const
  const { attempt, amountMicros, dueOn: collectedOn } = next
  const itemId = await postOpenItem(tx, item)
  const debit = { tenantId, itemId, mandateId: mandate.id, amountMicros, currency, dueOn: collectedOn, attempt }
  await insertDebit(tx, { ...debit, announcedAt: new Date(epochMs) })
  const told = { item, mandate, next, creditor }
  return {
    ...{ mandateReference: mandate.reference, creditorId: creditor.creditorId, account: veiledIban(mandate.iban), collectedOn },
    text: { de: announcementText(told, 'de'), en: announcementText(told, 'en') },
  }
}

async function isPaidOtherwise(tx: Tx, tenantId: string): Promise<boolean> {
  const account = await findAccount(tx, tenantId)
  return (account !== undefined && account.endedOn === null) || (await hasUnusedCredit(tx, tenantId))
}
