import { type ChannelLimits, channelLimits } from '@klinke/accounts'
import {
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { findPlace, type LimitedPlace, listLimits, putLimits } from './limit-store.ts'

const tags = ['channels']
const count = channelLimits.shape.both.unwrap().nullable()
const fields = {
  both: count.describe('Calls in and out together; null: no limit'),
  in: count.describe('Calls that come in; null: no limit'),
  out: count.describe('Calls that go out; null: no limit'),
}
const view = z.object({
  id: z.uuid().describe('The site, or the extension'),
  scope: z.enum(['link', 'device']).describe('"link": the data link of a site; "device": an extension'),
  tenantId: z.uuid(),
  name: z.string(),
  ...fields,
})

/** Channels of data links and devices (TRK-06). */
export function channelLimitRoutes(database: Database): ApiRoutes {
  return (api) => {
    const list = {
      ...{ tags, summary: 'List sites and extensions with a limit of calls at a time' },
      querystring: z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() }),
      response: { 200: pageOf(view) },
    }
    api.get('/channel-limits', { schema: list }, async (request) => {
      const { limit, cursor, tenantId } = request.query
      const after = decodeCursor(cursor, 1)?.[0]
      const found = await inScope(database, principalOf(request), tenantId, (tx) => listLimits(tx, limit + 1, after))
      return page(found, limit, viewOf, ({ id }) => [id])
    })
    const one = { tags, params: z.object({ placeId: z.uuid() }), response: { 200: view } }
    api.get(
      '/channel-limits/:placeId',
      { schema: { ...one, summary: 'Get how many calls at a time a site or an extension may have' } },
      async (request) => {
        const { placeId } = request.params
        return viewOf(await inScope(database, principalOf(request), undefined, (tx) => known(tx, placeId)))
      },
    )
    const put = { ...one, summary: 'Set how many calls at a time a site or an extension may have', body: z.strictObject(fields) }
    api.put('/channel-limits/:placeId', { schema: put }, async (request) => {
      const { placeId } = request.params
      const set = await inScope(database, principalOf(request), undefined, async (tx) => {
        await putLimits(tx, await known(tx, placeId), given(request.body))
        return known(tx, placeId)
      })
      return viewOf(set)
    })
  }
}

async function known(tx: Tx, id: string): Promise<LimitedPlace> {
  const place = await findPlace(tx, id)
  if (place === undefined) throw new NotFound('site or extension', id)
  return place
}

function given(body: Readonly<Record<keyof ChannelLimits, number | null>>): ChannelLimits {
  return {
    ...(body.both !== null && { both: body.both }),
    ...(body.in !== null && { in: body.in }),
    ...(body.out !== null && { out: body.out }),
  }
}

function viewOf({ scope, id, tenantId, name, limits }: LimitedPlace): z.infer<typeof view> {
  return { scope, id, tenantId, name, both: limits.both ?? null, in: limits.in ?? null, out: limits.out ?? null }
}
