import { z } from 'zod'
import { amountOf, amountSchema } from '../amounts.ts'
import { DOCUMENT_KINDS } from './documents/document-kind.ts'
import { INVOICE_STATES } from './invoice.ts'
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

export function viewOfWhole(invoice: StoredInvoice, files: z.infer<typeof wholeInvoiceView>['files']): z.infer<typeof wholeInvoiceView> {
  const { lines, totals, recipient, siteNames } = invoice.content
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
    ...{ recipient, dunningLevel: invoice.dunningLevel, files },
  }
}

function documentState({ hasDocuments, documentProblem }: StoredInvoice): InvoiceView['documents'] {
  if (hasDocuments) return 'ready'
  return documentProblem === null ? 'waiting' : 'failed'
}
