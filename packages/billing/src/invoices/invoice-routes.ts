import {
  type Api,
  type ApiRoutes,
  type BlobStore,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { DOCUMENT_KINDS } from './documents/document-kind.ts'
import { documentsOf } from './documents/document-store.ts'
import { INVOICE_STATES } from './invoice.ts'
import { findInvoice, listInvoices, type StoredInvoice } from './invoice-store.ts'
import { releasedAt } from './release.ts'
import { invoiceView, viewOfInvoice, viewOfWhole, wholeInvoiceView } from './views.ts'

export interface InvoiceRouteParts {
  readonly database: Database
  readonly blobs: BlobStore
}

const tags = ['invoices']
const params = z.object({ invoiceId: z.uuid() })
const MEDIA_TYPES = { pdf: 'application/pdf', 'xrechnung-ubl': 'application/xml', 'xrechnung-cii': 'application/xml' } as const

/** Invoices and credit notes: customers see their own once they are issued, the operator all with the drafts of a preview. */
export function invoiceRoutes(parts: InvoiceRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addDownload(api, parts)
  }
}

/** Throws `NotFound`, also for a draft when it is not the operator who asks. */
export async function invoiceFor(database: Database, principal: Principal, id: string): Promise<StoredInvoice> {
  const invoice = await inScope(database, principal, undefined, (tx) => findInvoice(tx, id))
  if (invoice.number === null && principal.kind !== 'operator') throw new NotFound('invoice', id)
  return invoice
}

function addReading(api: Api, { database }: InvoiceRouteParts): void {
  const querystring = z.strictObject({
    ...{ ...pageQuery, ...searchQuery, tenantId: z.uuid().optional(), state: z.enum(INVOICE_STATES).optional() },
    runId: z.uuid().optional().describe('Only of this run'),
  })
  const list = { tags, summary: 'List invoices and credit notes, the newest first', querystring, response: { 200: pageOf(invoiceView) } }
  api.get('/invoices', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, state, runId, q } = request.query
    const principal = principalOf(request)
    const wanted = { state, runId, q, withDrafts: principal.kind === 'operator' }
    const part = { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0] }
    const found = await inScope(database, principal, tenantId, (tx) => listInvoices(tx, wanted, part))
    return page(found, limit, viewOfInvoice, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get an invoice with its lines', params, response: { 200: wholeInvoiceView } }
  api.get('/invoices/:invoiceId', { schema: get }, async (request) => {
    const principal = principalOf(request)
    const invoice = await invoiceFor(database, principal, request.params.invoiceId)
    return inScope(database, principal, undefined, async (tx) => {
      const files = (await documentsOf(tx, invoice.id)).map(({ kind, octets }) => ({ kind, octets }))
      return viewOfWhole(invoice, { files, releasedAt: await releasedAt(tx, invoice.id) })
    })
  })
}

function addDownload(api: Api, { database, blobs }: InvoiceRouteParts): void {
  const ofDocument = params.extend({ kind: z.enum(DOCUMENT_KINDS) })
  const produces = [...new Set(Object.values(MEDIA_TYPES))]
  const download = { tags, summary: 'Download an invoice as PDF or XRechnung', params: ofDocument, produces }
  api.get('/invoices/:invoiceId/documents/:kind', { schema: download }, async (request, reply) => {
    const { invoiceId, kind } = ofDocument.parse(request.params)
    const principal = principalOf(request)
    const { number } = await invoiceFor(database, principal, invoiceId)
    const documents = await inScope(database, principal, undefined, (tx) => documentsOf(tx, invoiceId))
    const document = documents.find((each) => each.kind === kind)
    const content = document && (await blobs.read(document.blobKey))
    if (content === undefined) throw new NotFound('document', kind)
    const name = `${number ?? invoiceId}.${kind === 'pdf' ? 'pdf' : 'xml'}`
    reply.header('content-disposition', `attachment; filename="${name}"`).header('x-content-type-options', 'nosniff')
    return reply.type(MEDIA_TYPES[kind]).send(content)
  })
}
