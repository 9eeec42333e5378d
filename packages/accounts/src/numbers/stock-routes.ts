import { type ApiRoutes, type Database, NotFound } from '@klinke/platform'
import { z } from 'zod'
import { ortsnetzOf } from '../sites/emergency-line.ts'
import { assertAligned, blockSize, e164, NoGeographicNumber } from './rules.ts'
import { deleteStock, insertStock, listStock, type StockRange } from './stock-store.ts'

const tags = ['number-stock']
const config = { access: 'operator' } as const
const first = e164.describe('The first number')
const newStock = z.strictObject({
  e164: first,
  size: blockSize.meta({ examples: [1] }),
  upstreamCarrier: z.string().trim().min(1).max(100).nullable().default(null).describe('The carrier that the numbers lie with (NUM-08)'),
})
const stockView = z.object({
  ...{ e164: z.string(), size: z.int(), areaCode: z.string().describe('Of the Ortsnetz, without the leading zero') },
  upstreamCarrier: z.string().nullable(),
})

/** Numbers that the operator has, and that orders are served from (NUM-01, NUM-09). */
export function stockRoutes(database: Database): ApiRoutes {
  return (api) => {
    const list = {
      tags,
      summary: 'List the ranges that orders get their numbers from',
      response: { 200: z.object({ items: z.array(stockView) }) },
    }
    api.get('/number-stock', { config, schema: list }, async () => ({
      items: (await database.withOperator((tx) => listStock(tx))).map(viewOfStock),
    }))
    const add = { tags, summary: 'Add a range that orders get their numbers from', body: newStock, response: { 201: stockView } }
    api.post('/number-stock', { config, schema: add }, async (request, reply) => {
      const { e164: begin, size, upstreamCarrier } = request.body
      assertAligned(begin, size)
      const areaCode = ortsnetzOf(begin)
      if (areaCode === undefined) throw new NoGeographicNumber(begin)
      const range = { first: begin, size, areaCode, upstreamCarrier }
      await database.withOperator((tx) => insertStock(tx, range))
      return reply.code(201).send(viewOfStock(range))
    })
    const params = z.object({ e164: first })
    const remove = { tags, summary: 'Take a range out of the stock; what was assigned stays', params, response: { 204: z.null() } }
    api.delete('/number-stock/:e164', { config, schema: remove }, async (request, reply) => {
      if (!(await database.withOperator((tx) => deleteStock(tx, request.params.e164))))
        throw new NotFound('range in the stock', request.params.e164)
      return reply.code(204).send(null)
    })
  }
}

function viewOfStock({ first: begin, ...range }: StockRange): z.infer<typeof stockView> {
  return { ...range, e164: begin }
}
