import { type Api, type Database, NotFound, type Tx } from '@klinke/platform'
import { z } from 'zod'
import { findCarrier } from '../carriers/store.ts'
import { inOrder } from './price-list.ts'
import { MAX_RATES, prefix, prefixRates, type RateFields, rateFields, TooManyRates } from './rules.ts'
import { findPrices, keepPrices, putPrices } from './store.ts'

const tags = ['carriers']
const config = { access: 'operator' } as const
const params = z.object({ carrierId: z.uuid(), prefix: prefix.meta({ examples: ['+4930'] }) })
const path = '/carriers/:carrierId/prices/:prefix'
const view = z.object({
  prefix,
  rates: z.array(rateFields.omit({ prefix: true })).describe('In the order of time; none: a shorter prefix decides'),
})

/** What one prefix costs: single prices of a list are looked at and changed without sending all of it. */
export function addPricesOfPrefix(api: Api, database: Database): void {
  const get = { tags, summary: 'Get the prices of a carrier for one prefix', params, response: { 200: view } }
  api.get(path, { config, schema: get }, (request) => {
    const { carrierId, prefix: wanted } = request.params
    return database.withOperator(async (tx) => viewOf(wanted, await pricesOf(tx, carrierId)))
  })
  const put = { tags, summary: 'Set the prices of a carrier for one prefix', params, body: prefixRates, response: { 200: view } }
  api.put(path, { config, schema: put }, (request) => {
    const { carrierId, prefix: wanted } = request.params
    const rates = request.body.rates.map((rate) => ({ prefix: wanted, ...rate }))
    return database.withOperator(async (tx) => viewOf(wanted, await replaced(tx, carrierId, wanted, rates)))
  })
  const remove = { tags, summary: 'Delete the prices of a carrier for one prefix', params, response: { 204: z.null() } }
  api.delete(path, { config, schema: remove }, async (request, reply) => {
    const { carrierId, prefix: wanted } = request.params
    await database.withOperator((tx) => replaced(tx, carrierId, wanted, []))
    return reply.code(204).send(null)
  })
}

/** Throws `NotFound`. */
async function pricesOf(tx: Tx, carrierId: string): Promise<readonly RateFields[]> {
  if ((await findCarrier(tx, carrierId)) === undefined) throw new NotFound('carrier', carrierId)
  return (await findPrices(tx, carrierId)) ?? []
}

/** The list as it is then. Throws `NotFound`, `RatesOverlap` and `TooManyRates`. */
async function replaced(tx: Tx, carrierId: string, wanted: string, rates: readonly RateFields[]): Promise<readonly RateFields[]> {
  await keepPrices(tx, carrierId)
  const others = (await pricesOf(tx, carrierId)).filter((rate) => rate.prefix !== wanted)
  const all = inOrder([...others, ...rates])
  if (all.length > MAX_RATES) throw new TooManyRates()
  await putPrices(tx, carrierId, all)
  return all
}

function viewOf(wanted: string, list: readonly RateFields[]): z.infer<typeof view> {
  return { prefix: wanted, rates: list.filter((rate) => rate.prefix === wanted).map(({ prefix: _same, ...rate }) => rate) }
}
