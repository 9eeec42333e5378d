import { type ApiRoutes, type Database, holderOf, InvalidRequest, inBoth } from '@klinke/platform'
import { z } from 'zod'
import { mobilePrefixes, putMobilePrefixes } from './mobile-prefixes.ts'

const tags = ['tariffs']
const config = { access: 'operator' } as const
const MAX_PREFIXES = 20_000
const MAX_OCTETS = 2 * 1_048_576

const list = z.strictObject({
  prefixes: z
    .array(
      z.strictObject({
        prefix: z
          .string()
          .regex(
            /^\+[1-9]\d{0,14}$/,
            inBoth({ en: 'must be digits after a plus, such as +337', de: 'muss aus Ziffern nach einem Plus bestehen, etwa +337' }),
          ),
        country: z.string().regex(/^[A-Z]{2}$/, inBoth({ en: 'must be a country such as FR', de: 'muss ein Land wie FR sein' })),
      }),
    )
    .max(MAX_PREFIXES),
})
const view = list.extend({ changedBy: z.string().nullable() })

/** Prefixes that cost what mobile numbers of their country cost, until a tariff names them (BIL-05). */
export function mobilePrefixRoutes(database: Database): ApiRoutes {
  const viewOf = () =>
    database.withOperator(async (tx) => {
      const { prefixes, changedBy } = await mobilePrefixes(tx)
      return { prefixes: [...prefixes], changedBy }
    })
  return (api) => {
    const get = { tags, summary: 'Get the prefixes that have become mobile', response: { 200: view } }
    api.get('/mobile-prefixes', { config, schema: get }, viewOf)
    const patch = { tags, summary: 'Replace the prefixes that have become mobile', body: list, response: { 200: view } }
    api.patch('/mobile-prefixes', { config, schema: patch, bodyLimit: MAX_OCTETS }, async (request) => {
      const { prefixes } = request.body
      const seen = new Set<string>()
      for (const [index, { prefix }] of prefixes.entries()) if (seen.size === seen.add(prefix).size) throw prefixTwice(index)
      await database.withOperator((tx) => putMobilePrefixes(tx, prefixes, holderOf(request).name))
      return viewOf()
    })
  }
}

function prefixTwice(index: number): InvalidRequest {
  const detail = { en: 'This prefix is there twice.', de: 'Diese Vorwahl ist zweimal da.' }
  return new InvalidRequest(detail, [{ pointer: `/prefixes/${index}/prefix`, detail }])
}
