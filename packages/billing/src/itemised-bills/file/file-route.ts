import { Readable } from 'node:stream'
import { type Api, type ApiRoutes, TooManyRequests } from '@klinke/platform'
import { z } from 'zod'
import { siteNames } from '../../invoices/settings-store.ts'
import { assertAvailable, scopeOf } from '../bill.ts'
import { wholeList } from '../bill-calls.ts'
import { type BillRouteParts, billFor, linesNow, noteWholeNumbers } from '../bill-routes.ts'
import { billSums } from '../bill-sums.ts'
import { STATEMENTS } from '../call-scope.ts'
import { ItemisedBillTooLong } from '../problems.ts'
import { tags } from '../views.ts'
import { ZoneNames } from '../zone-names.ts'
import type { BillFile } from './bill-content.ts'
import { billCsv } from './bill-csv.ts'
import { sheetHead, sheetItems } from './bill-pdf.ts'
import type { BillPress } from './bill-press.ts'

/** Calls of a PDF, some 4,000 pages; a table has no limit. */
const MAX_PDF_CALLS = 200_000
/** PDFs that are made at a time. */
const MAX_AT_A_TIME = 4

const MEDIA_TYPES = { csv: 'text/csv', pdf: 'application/pdf' } as const
const params = z.object({ invoiceId: z.uuid(), format: z.enum(['csv', 'pdf']) })
const querystring = z.strictObject({
  language: z.enum(['de', 'en']).default('de'),
  statement: z.enum(STATEMENTS).default('own').describe('"separate": calls that somebody else bills (BIL-10)'),
})

export interface BillFileParts extends BillRouteParts {
  readonly press: Pick<BillPress, 'print'>
}

/** Itemised bills as files. None is kept: each is made of the calls when it is asked for, and gone with them. */
export function itemisedBillFiles(parts: BillFileParts): ApiRoutes {
  return (api) => addFile(api, parts)
}

function addFile(api: Api, parts: BillFileParts): void {
  let printing = 0
  const summary = 'Download an itemised bill as a table (CSV) or PDF'
  const schema = { tags, summary, params, querystring, produces: Object.values(MEDIA_TYPES) }
  api.get('/itemised-bills/:invoiceId/files/:format', { schema }, async (request, reply) => {
    const { invoiceId, format } = params.parse(request.params)
    const { language, statement } = querystring.parse(request.query)
    const bill = await billFor(parts, request, invoiceId)
    assertAvailable(bill)
    const { tenantId, number } = bill.invoice
    const lines = await linesNow(parts)
    const extensions = await parts.extensionNames(tenantId)
    const found = await parts.database.withTenant(tenantId, async (tx) => {
      const scope = await scopeOf(tx, bill, statement)
      return { scope, sums: await billSums(tx, scope, lines), sites: await siteNames(tx, tenantId) }
    })
    const { scope, sums, sites } = found
    const file: BillFile = { bill, statement, language, zones: new ZoneNames(parts.database, parts.books), sites, extensions }
    const calls = wholeList({ scope, wish: {}, lines, read: (work) => parts.database.withTenant(tenantId, work) })
    const name = `${language === 'de' ? 'Einzelverbindungen' : 'itemised-bill'}-${number ?? invoiceId}.${format}`
    reply.header('content-disposition', `attachment; filename="${name}"`).header('x-content-type-options', 'nosniff')
    if (format === 'csv') {
      await noteWholeNumbers(parts, request, bill)
      return reply.type('text/csv; charset=utf-8').send(Readable.from(billCsv(file, calls, sums)))
    }
    if (sums.groups.reduce((count, group) => count + group.calls, 0) > MAX_PDF_CALLS) throw new ItemisedBillTooLong(MAX_PDF_CALLS)
    if (printing >= MAX_AT_A_TIME) throw new TooManyRequests(RETRY_AFTER_SECONDS)
    await noteWholeNumbers(parts, request, bill)
    printing++
    try {
      const octets = await parts.press.print(sheetHead(file, parts.clock.epochMs()), sheetItems(file, calls, sums))
      return reply.type(MEDIA_TYPES.pdf).send(Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength))
    } finally {
      printing--
    }
  })
}

/** About as long as a long one takes. */
const RETRY_AFTER_SECONDS = 10
