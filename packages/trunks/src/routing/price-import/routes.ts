import type { Clock } from '@klinke/foundation'
import {
  type Api,
  addImportJobs,
  type Database,
  type FastifyRequest,
  holderOf,
  type ImportJobs,
  NotFound,
  tableQuery,
} from '@klinke/platform'
import { z } from 'zod'
import { findCarrier } from '../../carriers/store.ts'
import { importPrices } from './import-prices.ts'
import { listPriceImports, type PriceImport, undoPrices } from './import-store.ts'
import { importMode, type PriceReport, priceImportView, priceReport } from './views.ts'

const tags = ['carriers']
const config = { access: 'operator' } as const
const carrierParam = { carrierId: z.uuid() }
const importFields = { ...tableQuery, mode: importMode }
const importQuery = z.object(importFields)

export interface PriceImportParts {
  readonly database: Database
  readonly clock: Clock
  readonly jobs: ImportJobs<PriceReport>
}

/** Price lists from tables, as carriers send them: as jobs, with the list of imports and the way back. */
export function addPriceImports(api: Api, { database, clock, jobs }: PriceImportParts): void {
  const carrierIn = (request: FastifyRequest) => z.object(carrierParam).parse(request.params).carrierId
  addImportJobs(api, {
    ...{ jobs, clock, path: '/carriers/:carrierId/price-imports', tags, things: 'prices', config },
    ...{ params: carrierParam, query: {}, importQuery: importFields, report: priceReport },
    subjectOf: async (request) => {
      const id = carrierIn(request)
      if ((await database.withOperator((tx) => findCarrier(tx, id))) === undefined) throw new NotFound('carrier', id)
      return id
    },
    work: (request, { octets }) => {
      // As the schema of the route has read it.
      const query = request.query as z.output<typeof importQuery>
      const wanted = { database, carrierId: carrierIn(request), octets, query, importedBy: holderOf(request).name, nowMs: clock.epochMs() }
      return (progress) => importPrices(wanted, progress)
    },
  })
  addPast(api, database)
}

function addPast(api: Api, database: Database): void {
  const list = {
    ...{ tags, summary: 'List imports of prices, the newest first', params: z.object(carrierParam) },
    response: { 200: z.object({ items: z.array(priceImportView) }) },
  }
  api.get('/carriers/:carrierId/price-imports', { config, schema: list }, async (request) => ({
    items: (await database.withOperator((tx) => listPriceImports(tx, request.params.carrierId))).map(view),
  }))
  const undo = {
    ...{ tags, summary: 'Put the price list back that an import has replaced' },
    params: z.object({ ...carrierParam, importId: z.uuid() }),
    response: { 200: z.object({ rates: z.int().describe('Prices in the list') }) },
  }
  api.post('/carriers/:carrierId/price-imports/:importId/undo', { config, schema: undo }, async (request) => {
    const { carrierId, importId } = request.params
    return { rates: await database.withOperator((tx) => undoPrices(tx, carrierId, importId)) }
  })
}

function view({ createdAt, undoneAt, ...rest }: PriceImport): z.infer<typeof priceImportView> {
  return { ...rest, createdAt: createdAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null }
}
