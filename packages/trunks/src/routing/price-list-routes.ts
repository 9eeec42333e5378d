import { type Api, type Database, decodeCursor, NotFound, page, pageOf, pageQuery } from '@klinke/platform'
import { z } from 'zod'
import { findCarrier } from '../carriers/store.ts'
import { inOrder } from './price-list.ts'
import { MAX_PRICE_LIST_OCTETS, priceList, type RateFields, rateFields } from './rules.ts'
import { findPrices, keepPrices, putPrices } from './store.ts'

const tags = ['carriers']
const config = { access: 'operator' } as const
const params = z.object({ carrierId: z.uuid() })

/** What minutes cost over a carrier: the list is replaced whole, as carriers send it. */
export function addPriceLists(api: Api, database: Database): void {
  const get = {
    tags,
    summary: 'List the prices of a carrier',
    params,
    querystring: z.strictObject({
      ...pageQuery,
      q: z.string().trim().max(30).optional().describe('Only prefixes that begin with these digits'),
    }),
    response: { 200: pageOf(rateFields) },
  }
  api.get('/carriers/:carrierId/prices', { config, schema: get }, async (request) => {
    const { limit, cursor, q = '' } = request.query
    const wanted = `+${q.replace(/^00/, '').replaceAll(/\D/g, '')}`
    const rates = (await pricesOf(database, request.params.carrierId)).filter(({ prefix }) => prefix.startsWith(wanted))
    const after = decodeCursor(cursor, 1)?.[0]
    const from = after === undefined ? 0 : rates.findIndex((rate) => keyOf(rate) > after)
    return page(
      from < 0 ? [] : rates.slice(from, from + limit + 1),
      limit,
      (rate) => rate,
      (rate) => [keyOf(rate)],
    )
  })
  const change = {
    ...{ tags, summary: 'Replace the prices of a carrier', params, body: priceList },
    response: { 200: z.object({ rates: z.int().describe('Prices in the list') }) },
  }
  api.patch('/carriers/:carrierId/prices', { config, schema: change, bodyLimit: MAX_PRICE_LIST_OCTETS }, async (request) => {
    const rates = inOrder(request.body.rates)
    await database.withOperator(async (tx) => {
      if ((await findCarrier(tx, request.params.carrierId)) === undefined) throw new NotFound('carrier', request.params.carrierId)
      await keepPrices(tx, request.params.carrierId)
      await putPrices(tx, request.params.carrierId, rates)
    })
    return { rates: rates.length }
  })
}

async function pricesOf(database: Database, carrierId: string): Promise<readonly RateFields[]> {
  return database.withOperator(async (tx) => {
    if ((await findCarrier(tx, carrierId)) === undefined) throw new NotFound('carrier', carrierId)
    return (await findPrices(tx, carrierId)) ?? []
  })
}

/** In this order the list is stored. */
function keyOf({ prefix, validFrom }: RateFields): string {
  return `${prefix} ${validFrom ?? ''}`
}
