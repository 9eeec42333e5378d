import { consentingTenants } from '@klinke/accounts'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  InvalidRequest,
  inScope,
  NotFound,
  owningTenant,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { type KeptCall, listRatedCalls } from './list-calls.ts'
import { callsShownTo, listShownCalls } from './shown-calls.ts'
import type { TariffBooks } from './tariff-books.ts'
import { callView, explained, explainedCallView, viewOfCall } from './views.ts'

const tags = ['rated calls']
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ examples: ['2026-11'] })
const listQuery = z.strictObject({
  ...pageQuery,
  tenantId: z.uuid().optional(),
  month: month.optional().describe('Such as 2026-11'),
  outcome: z.enum(['rated', 'free', 'put-aside']).optional(),
})

/** Calls with their prices: the customer's own without those to lines for people in need, of all customers for the operator. */
export function ratedCallRoutes(database: Database, books: TariffBooks): ApiRoutes {
  return (api) => {
    addList(api, database)
    addOne(api, database, books)
  }
}

function addList(api: Api, database: Database): void {
  const schema = {
    tags,
    summary: 'List calls with their prices, in the order of time',
    querystring: listQuery,
    response: { 200: pageOf(callView) },
  }
  api.get('/rated-calls', { schema }, async (request) => {
    const { limit, cursor, tenantId, month: wanted, outcome } = request.query
    const principal = principalOf(request)
    const isShown = await callsShownTo(database, principal)
    const { calls, shows } = await inScope(database, principal, tenantId, async (tx) => {
      const filter = { tenantId, outcome, month: wanted && `${wanted}-01`, after: placeOf(cursor), limit: limit + 1 }
      return { calls: await listShownCalls(tx, filter, isShown), shows: await shownOf(database, principal) }
    })
    return page(
      calls,
      limit,
      (call) => viewOfCall(call, shows(call)),
      ({ usage }) => [new Date(usage.endedAtMs).toISOString(), usage.id],
    )
  })
}

function addOne(api: Api, database: Database, books: TariffBooks): void {
  const params = z.object({ usageId: z.string().max(200) })
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required for a reseller') })
  const schema = {
    tags,
    summary: 'Get a call with its price, and why it costs that',
    params,
    querystring,
    response: { 200: explainedCallView },
  }
  api.get('/rated-calls/:usageId', { schema }, async (request) => {
    const { usageId } = request.params
    const principal = principalOf(request)
    const [call] = await inScope(database, principal, request.query.tenantId, (tx) => listRatedCalls(tx, { usageId, limit: 1 }))
    const isShown = await callsShownTo(database, principal)
    if (call === undefined || !isShown(call)) throw new NotFound('rated call', usageId)
    const shows = await shownOf(database, principal)
    const { rating } = call
    const versions = rating.outcome === 'rated' ? [...new Set(rating.pieces.map(({ version }) => version))] : []
    const held = await database.withOperator(async (tx) => {
      const read = []
      for (const version of versions) read.push([version, (await books.book(tx, version))?.tariff] as const)
      return new Map(read)
    })
    return explained(call, shows(call), (version) => held.get(version))
  })
}

/** Whole numbers for the operator, and where the company's management has agreed (BIL-06). */
async function shownOf(database: Database, principal: Principal): Promise<(call: KeptCall) => boolean> {
  if (principal.kind === 'operator') return () => true
  const tenantId = principal.tenantId === undefined ? [] : [owningTenant(principal, undefined)]
  const consenting = await database.withOperator((tx) => consentingTenants(tx, tenantId, 'reports'))
  return ({ usage }) => consenting.has(usage.tenantId)
}

function placeOf(cursor: string | undefined): { readonly endedAt: Date; readonly usageId: string } | undefined {
  const [time = '', usageId = ''] = decodeCursor(cursor, 2) ?? []
  if (time === '') return undefined
  const endedAt = new Date(time)
  if (!Number.isNaN(endedAt.getTime())) return { endedAt, usageId }
  throw new InvalidRequest({
    en: 'The cursor is not one of ours. Leave it out to begin anew.',
    de: 'Der Cursor ist keiner von uns. Lassen Sie ihn weg, um von vorn zu beginnen.',
  })
}
