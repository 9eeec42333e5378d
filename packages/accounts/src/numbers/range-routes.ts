import {
  type Api,
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
import { assertMayStandAt } from '../sites/at-site.ts'
import { findRange, listRanges, type RangeChange, type StoredRange, updateRange } from './range-store.ts'
import { e164, rangeFacts, TemporaryForNothing } from './rules.ts'
import { assertMayBecome, NUMBER_STATES } from './states.ts'
import { findNumber } from './store.ts'

const rangeView = z.object({
  e164: z.string().describe('The number, or the first one of the block'),
  tenantId: z.uuid(),
  size: z.int(),
  state: z.enum(NUMBER_STATES),
  stateSince: z.iso.datetime(),
  due: z.iso.date().nullable(),
  ported: z.boolean().describe('It came from another provider'),
  siteId: z.uuid().nullable(),
  upstreamCarrier: z.string().nullable(),
  temporaryFor: z.string().nullable(),
  notes: z.string(),
  digitsBeyond: z.enum(['allowed', 'forbidden']).describe('Whether calls with more digits than the block has reach its numbers'),
  beyondCalls: z.int().describe('Calls that came with more digits than the block has (NUM-05)'),
  lastBeyondAt: z.iso.datetime().nullable(),
})
const rangeChange = z.strictObject({ ...rangeFacts, state: rangeFacts.state.optional(), notes: rangeFacts.notes.optional() })
const listQuery = z.strictObject({
  ...pageQuery,
  tenantId: z.uuid().optional(),
  state: z.enum(NUMBER_STATES).optional(),
  siteId: z.uuid().optional(),
})
const params = z.object({ e164 })
const tags = ['numbers']

/** What was assigned together, with its life: the operator keeps it, the tenant reads it. */
export function rangeRoutes(database: Database): ApiRoutes {
  return (api) => {
    addReading(api, database)
    const change = {
      ...{ tags, summary: 'Change state, site, carrier or notes of a number or block' },
      ...{ params, body: rangeChange, response: { 200: rangeView } },
    }
    api.patch('/number-ranges/:e164', { config: { access: 'operator' }, schema: change }, async (request) => {
      const { e164: first } = request.params
      const changed = await database.withOperator((tx) => changeRange(tx, first, given(request.body)))
      if (changed === undefined) throw new NotFound('number range', first)
      return view(changed)
    })
  }
}

function addReading(api: Api, database: Database): void {
  const list = {
    tags,
    summary: 'List single numbers and blocks with their state',
    querystring: listQuery,
    response: { 200: pageOf(rangeView) },
  }
  api.get('/number-ranges', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, state, siteId } = request.query
    const filter = { limit: limit + 1, state, siteId, after: decodeCursor(cursor, 1)?.[0] }
    const ranges = await inScope(database, principalOf(request), tenantId, (tx) => listRanges(tx, filter))
    return page(ranges, limit, view, (range) => [range.e164])
  })
  const get = { tags, summary: 'Get a single number or a block by its first number', params, response: { 200: rangeView } }
  api.get('/number-ranges/:e164', { schema: get }, async (request) => {
    const { e164: first } = request.params
    const range = await inScope(database, principalOf(request), undefined, (tx) => findRange(tx, first))
    if (range === undefined) throw new NotFound('number range', first)
    return view(range)
  })
}

/** Throws `StateImpossible`, `NoSuchSite`, `WrongOrtsnetz` or `TemporaryForNothing`; undefined when there is none. */
async function changeRange(tx: Tx, first: string, change: RangeChange): Promise<StoredRange | undefined> {
  const before = await findRange(tx, first)
  if (before === undefined) return undefined
  const { state, siteId, temporaryFor } = change
  if (state !== undefined) assertMayBecome(first, before.state, state)
  if (siteId !== undefined && siteId !== null) await assertMayStandAt(tx, before.tenantId, siteId, first)
  if (temporaryFor !== undefined && temporaryFor !== null && (await findNumber(tx, temporaryFor))?.tenantId !== before.tenantId)
    throw new TemporaryForNothing(temporaryFor)
  return updateRange(tx, first, change)
}

/** Without what the request does not name. */
function given(body: z.infer<typeof rangeChange>): RangeChange {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

function view({ stateSince, beyond, ...range }: StoredRange): z.infer<typeof rangeView> {
  return {
    ...range,
    stateSince: stateSince.toISOString(),
    beyondCalls: beyond.calls,
    lastBeyondAt: beyond.lastAt?.toISOString() ?? null,
  }
}
