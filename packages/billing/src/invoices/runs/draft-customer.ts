import { findTenant, objectionWeeksFor } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { composed } from '../compose.ts'
import { fingerprintOf } from '../content-json.ts'
import type { InvoiceContent } from '../invoice.ts'
import { type InvoiceTables, insertDraft, invoiceOf, type StoredInvoice, selectInvoices } from '../invoice-store.ts'
import type { IssuerDetails } from '../party.ts'
import { isBilled } from '../release.ts'
import { findRecipient, siteNames } from '../settings-store.ts'
import type { InvoiceSources } from '../sources.ts'
import { treatmentFault } from '../vat.ts'
import type { CustomerState, InvoiceRun, RunProblem } from './run.ts'

/** What a run finds of a customer. */
export type Drafted =
  | { readonly state: Extract<CustomerState, 'drafted' | 'nothing' | 'billed-before'> }
  | { readonly state: 'problem'; readonly problem: RunProblem }

/** What a customer owes for the month of a run, computed from its sources as they are now. */
export async function contentsOf(
  tx: Tx,
  tenantId: string,
  { period, profile }: Pick<InvoiceRun, 'period' | 'profile'>,
  issuer: IssuerDetails,
  { charges, terms }: InvoiceSources,
): Promise<readonly InvoiceContent[] | RunProblem> {
  const lines = []
  for (const source of charges) lines.push(...(await source.of(tx, tenantId, period)))
  const recipient = await findRecipient(tx, tenantId)
  if (recipient === undefined) return lines.length === 0 ? [] : NO_RECIPIENT
  // It has changed to another profile since the run began.
  if (profile !== null && recipient.profile !== profile) return []
  const invoicing = await terms.of(tx, recipient.profile)
  if (invoicing === undefined) return noProfile(recipient.profile)
  if (recipient.treatment.startsWith('reverse-charge') && recipient.vatId === null) return NO_VAT_ID
  const taxFault = treatmentFault(recipient)
  if (taxFault !== undefined) return { code: 'wrong-vat-treatment', ...taxFault.text }
  // XRechnung names an electronic address of the buyer (BT-49, PEPPOL-EN16931-R010).
  const needsMail = recipient.delivery.includes('mail') || recipient.eInvoice.startsWith('xrechnung')
  if (needsMail && recipient.email === null) return NO_ADDRESS
  for (const source of charges) {
    const objection = await source.objection?.(tx, tenantId, period)
    if (objection !== undefined) return objection
  }
  const kind = (await findTenant(tx, tenantId))?.profile.customerKind
  const lawful = { ...invoicing, objectionWeeks: objectionWeeksFor(kind, invoicing.objectionWeeks) }
  return composed({ issuer, recipient, terms: lawful, sites: await siteNames(tx, tenantId) }, period, lines)
}

/** Replaces what the run had drafted for a customer by what it owes now. */
export async function draftCustomer(
  tx: Tx,
  run: InvoiceRun,
  tenantId: string,
  issuer: IssuerDetails,
  sources: InvoiceSources,
): Promise<Drafted> {
  await deleteDrafts(tx, run.id, tenantId)
  if (await isBilled(tx, tenantId, run.period.from)) return { state: 'billed-before' }
  const found = await contentsOf(tx, tenantId, run, issuer, sources)
  if ('code' in found) return { state: 'problem', problem: found }
  for (const content of found) await insertDraft(tx, tenantId, content, { runId: run.id })
  return { state: found.length === 0 ? 'nothing' : 'drafted' }
}

/** Drafts of a run, of one customer. In no order: ids that are made within a millisecond have none (see `inOrderOf`). */
export async function draftsOf(tx: Tx, runId: string, tenantId: string): Promise<readonly StoredInvoice[]> {
  const query = selectInvoices(tx).where('run_id', '=', runId).where('tenant_id', '=', tenantId).where('state', '=', 'draft')
  return (await query.execute()).map(invoiceOf)
}

export async function deleteDrafts(tx: Tx, runId: string, tenantId?: string): Promise<void> {
  const query = tx.tables<InvoiceTables>().deleteFrom('invoice').where('run_id', '=', runId).where('state', '=', 'draft')
  await (tenantId === undefined ? query : query.where('tenant_id', '=', tenantId)).execute()
}

/** The drafts in the order of what the customer owes now, in which they get their numbers; undefined: they do not say the same. */
export function inOrderOf<Draft extends Pick<StoredInvoice, 'fingerprint'>>(
  now: readonly InvoiceContent[],
  drafts: readonly Draft[],
): readonly Draft[] | undefined {
  const left = new Map(drafts.map((draft) => [draft.fingerprint, draft]))
  const ordered = now.flatMap((content) => left.get(fingerprintOf(content)) ?? [])
  const isSame = ordered.length === now.length && new Set(ordered).size === drafts.length
  return isSame ? ordered : undefined
}

const NO_RECIPIENT: RunProblem = {
  code: 'no-recipient',
  de: 'Für den Kunden ist kein Rechnungsempfänger eingetragen. Tragen Sie ihn ein und beginnen Sie den Lauf neu.',
  en: 'Nobody has said to whom invoices of the customer go. Enter it and begin the run anew.',
}
const NO_VAT_ID: RunProblem = {
  code: 'no-vat-id',
  de: 'Der Kunde schuldet die Umsatzsteuer selbst, hat aber keine USt-IdNr.',
  en: 'The customer owes the VAT itself but has no VAT id.',
}
const NO_ADDRESS: RunProblem = {
  code: 'no-mail-address',
  de: 'Rechnungen sollen per E-Mail oder als XRechnung kommen, aber es ist keine E-Mail-Adresse eingetragen.',
  en: 'Invoices are to come by e-mail or as XRechnung, but no e-mail address is entered.',
}
const noProfile = (profile: string): RunProblem => ({
  code: 'no-profile',
  de: `Das Produktprofil „${profile}“ gibt es nicht.`,
  en: `There is no product profile "${profile}".`,
})
