import { z } from 'zod'
import { amountOf, amountSchema } from '../amounts.ts'
import { DOCUMENT_KINDS } from './documents/document-kind.ts'
import { type DebitNotice, INVOICE_STATES } from './invoice.ts'
import type { StoredInvoice } from './invoice-store.ts'
import { LINE_UNITS, VAT_CATEGORIES } from './line.ts'
import { recipientDetails } from './party.ts'

const lineView = z.object({
  text: z.object({ de: z.string(), en: z.string() }),
  quantity: z.int(),
  unit: z.enum(LINE_UNITS),
  unitPrice: z.string().describe('Decimal with two to six places'),
  amount: z.string().describe('Net, whole cents'),
  vatPercent: z.number(),
  site: z.string().nullable(),
  basis: z.object({ source: z.string(), reference: z.string() }).describe('What the line is made of'),
})

const vatView = z.object({ category: z.enum(VAT_CATEGORIES), percent: z.number(), base: z.string(), tax: z.string() })

/** An invoice in a list. */
export const invoiceView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  kind: z.enum(['invoice', 'credit-note']),
  state: z.enum(INVOICE_STATES),
  number: z.string().nullable().describe('null: a draft'),
  issuedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  periodFrom: z.string(),
  periodUntil: z.string(),
  customer: z.string(),
  site: z.string().nullable().describe('null: of all sites'),
  net: amountSchema,
  gross: amountSchema,
  open: amountSchema.describe('What is still to be paid'),
  corrects: z.string().nullable().describe('Number of the invoice that a credit note takes back'),
  objectionUntil: z.string().nullable().describe('Last day for objections; null: not received yet'),
  documents: z.enum(['ready', 'waiting', 'failed']),
  documentProblem: z.string().nullable(),
})

/** An invoice, whole. */
export const wholeInvoiceView = invoiceView.extend({
  lines: z.array(lineView),
  vat: z.array(vatView),
  recipient: recipientDetails,
  dunningLevel: z.int(),
  debit: z
    .object({ mandateReference: z.string(), creditorId: z.string(), account: z.string(), collectedOn: z.iso.date() })
    .nullable()
    .describe(
      'The direct debit that the invoice announces (BIL-08), with the account as far as it is shown; null: the customer pays by itself',
    ),
  releasedAt: z.iso.datetime().nullable().describe('Since when its month is released to be billed once more; null: it is not'),
  files: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), octets: z.int() })),
})

type InvoiceView = z.infer<typeof invoiceView>

export function viewOfInvoice(invoice: StoredInvoice): InvoiceView {
  const { content, paid, credited } = invoice
  const { totals, currency, period } = content
  const open = invoice.number === null || content.kind === 'credit-note' ? 0n : totals.gross - paid - credited
  const money = (micros: bigint) => ({ amount: amountOf(micros), currency })
  return {
    ...{ id: invoice.id, tenantId: invoice.tenantId, kind: content.kind, state: invoice.state, number: invoice.number },
    ...{ issuedOn: invoice.issuedOn, dueOn: invoice.dueOn, periodFrom: period.from, periodUntil: period.until },
    ...{ customer: content.recipient.company, site: content.site?.name ?? null },
    ...{ net: money(totals.net), gross: money(totals.gross), open: money(open < 0n ? 0n : open) },
    ...{ corrects: content.corrects?.number ?? null, objectionUntil: invoice.objectionUntil },
    ...{ documents: documentState(invoice), documentProblem: invoice.documentProblem },
  }
}

/** What is kept beside an invoice. */
export interface BesideInvoice extends Pick<z.infer<typeof wholeInvoiceView>, 'files'> {
  readonly releasedAt: Date | null
}

export function viewOfWhole(invoice: StoredInvoice, { files, releasedAt }: BesideInvoice): z.infer<typeof wholeInvoiceView> {
  const { lines, totals, recipient, siteNames, debit } = invoice.content
  return {
    ...viewOfInvoice(invoice),
    lines: lines.map(({ text, quantity, unit, unitMicros, amount, vat, siteId, basis }) => ({
      ...{ text: { ...text }, quantity, unit, unitPrice: amountOf(unitMicros), amount: amountOf(amount), vatPercent: vat.permille / 10 },
      ...{ site: siteId === null ? null : (siteNames[siteId] ?? siteId), basis: { ...basis } },
    })),
    vat: totals.vat.map(({ category, permille, base, tax }) => ({
      category,
      percent: permille / 10,
      base: amountOf(base),
      tax: amountOf(tax),
    })),
    ...{ recipient, dunningLevel: invoice.dunningLevel, files, releasedAt: releasedAt?.toISOString() ?? null },
    debit: debit === undefined ? null : viewOfDebit(debit),
  }
}

function viewOfDebit({
  mandateReference,
  creditorId,
  account,
  collectedOn,
}: DebitNotice): NonNullable<z.infer<typeof wholeInvoiceView>['debit']> {
  return { mandateReference, creditorId, account, collectedOn }
}

function documentState({ hasDocuments, documentProblem }: StoredInvoice): InvoiceView['documents'] {
  if (hasDocuments) return 'ready'
  return documentProblem === null ? 'waiting' : 'failed'
}
