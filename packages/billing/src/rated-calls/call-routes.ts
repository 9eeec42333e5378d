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
import { invoiceFor } from '../invoices/invoice-routes.ts'
import { keyOfLine, monthsOfCalls } from './line-reference.ts'
import { type KeptCall, listRatedCalls, type StandingCalls } from './list-calls.ts'
import { pricedBy } from './price-rule.ts'
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
  invoiceId: z.uuid().optional().describe('Only what stands on this invoice'),
  line: z.coerce.number().int().min(1).max(10_000).optional().describe('With `invoiceId`: only calls of this line of it, counted from one'),
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
    const { limit, cursor, tenantId, month: wanted, outcome, invoiceId, line } = request.query
    const principal = principalOf(request)
    const standing = await standingOn(database, principal, { invoiceId, line })
    const isShown = await callsShownTo(database, principal)
    const { calls, shows } = await inScope(database, principal, tenantId, async (tx) => {
      const filter = { tenantId, outcome, standing, month: wanted && `${wanted}-01`, after: placeOf(cursor), limit: limit + 1 }
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
    return explained(call, shows(call), await pricedBy(database, books, call.rating))
  })
}

/** Of which invoice somebody wants calls. Throws `NotFound` for one that is not his. */
async function standingOn(
  database: Database,
  principal: Principal,
  { invoiceId, line }: { readonly invoiceId: string | undefined; readonly line: number | undefined },
): Promise<StandingCalls | undefined> {
  if (invoiceId === undefined && line !== undefined)
    throw new InvalidRequest(
      { en: 'A line is one of an invoice: say which.', de: 'Eine Zeile gehört zu einer Rechnung: Sagen Sie, zu welcher.' },
      [{ pointer: '/invoiceId', detail: { en: 'required with a line', de: 'Zu einer Zeile nötig' } }],
    )
  if (invoiceId === undefined) return undefined
  const { tenantId, content } = await invoiceFor(database, principal, invoiceId)
  const reference = line === undefined ? undefined : keyOfLine(content.lines, line)
  return { tenantId, invoiceId, months: monthsOfCalls(content.lines), reference }
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
