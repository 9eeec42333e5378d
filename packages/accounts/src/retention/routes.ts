import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inBoth,
  inScope,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { NoSuchTenant } from '../numbers/rules.ts'
import { findTenant } from '../tenants/store.ts'
import type { DataKind } from './data-kind.ts'
import { type Deletion, type DisputeHold, endHold, insertHold, listDeletions, listHolds } from './store.ts'

export interface RetentionRouteParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly kinds: readonly DataKind[]
}

const tags = ['retention']
const ofTenant = z.strictObject({ tenantId: z.uuid().optional() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const words = z.object({ de: z.string(), en: z.string() })
const ruleView = z.object({ kind: z.string(), name: words, rule: words })
const deletionView = z.object({
  ...{ tenantId: z.uuid(), kind: z.string(), count: z.int(), at: z.iso.datetime() },
  olderThan: z.iso.datetime().describe('Of that kind, all that was older might go'),
})
const holdView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), from: z.iso.date(), until: z.iso.date(), reason: z.string(), madeBy: z.string() },
  ...{ madeAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable() },
})
const newHold = z
  .strictObject({
    tenantId: z.uuid(),
    from: z.iso
      .date()
      .describe('First day of the calls')
      .meta({ examples: ['2030-01-01'] }),
    until: z.iso
      .date()
      .describe('Last day of the calls')
      .meta({ examples: ['2030-01-31'] }),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .meta({ examples: ['Einwendung gegen die Rechnung vom 5. Februar'] }),
  })
  .refine(({ from, until }) => from <= until, {
    ...{ path: ['until'], message: inBoth({ en: 'must not be before the first day', de: 'darf nicht vor dem ersten Tag liegen' }) },
  })

/** How long personal data is kept, what was deleted, and what is kept longer because of a dispute (PRI-01). */
export function retentionRoutes(parts: RetentionRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addHolds(api, parts)
  }
}

function addReading(api: Api, { database, kinds }: RetentionRouteParts): void {
  const rules = {
    ...{ tags, summary: 'List how long each kind of personal data is kept', querystring: ofTenant },
    response: { 200: z.object({ items: z.array(ruleView) }) },
  }
  api.get('/retention-rules', { schema: rules }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const tenant = await database.withTenant(tenantId, (tx) => findTenant(tx, tenantId))
    if (tenant === undefined) throw new NoSuchTenant(tenantId)
    return { items: kinds.map((kind) => ({ kind: kind.name, name: kind.words, rule: kind.rule(tenant.profile.retention ?? {}) })) }
  })
  const log = {
    tags,
    summary: 'List what was deleted, because its time was over or on request, the newest first',
    querystring: listQuery,
    response: { 200: pageOf(deletionView) },
  }
  api.get('/deletion-log', { schema: log }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const part = { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0] }
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listDeletions(tx, part))
    return page(found, limit, viewOfDeletion, ({ id }) => [id])
  })
}

function addHolds(api: Api, { database, clock }: RetentionRouteParts): void {
  const config = { access: 'operator' } as const
  const list = {
    tags,
    summary: 'List invoices in dispute whose calls are kept longer',
    querystring: listQuery,
    response: { 200: pageOf(holdView) },
  }
  api.get('/dispute-holds', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const part = { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0] }
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listHolds(tx, part))
    return page(found, limit, viewOfHold, ({ id }) => [id])
  })
  const make = { tags, summary: 'Keep the charged calls of some days until a dispute is over', body: newHold, response: { 201: holdView } }
  api.post('/dispute-holds', { config, schema: make }, async (request, reply) => {
    const { tenantId } = request.body
    const madeBy = holderOf(request).name
    const made = await database.withOperator(async (tx) => {
      if ((await findTenant(tx, tenantId)) === undefined) throw new NoSuchTenant(tenantId)
      return insertHold(tx, { ...request.body, madeBy })
    })
    return reply.code(201).send(viewOfHold(made))
  })
  const end = { tags, summary: 'Say that a dispute is over', params: z.object({ holdId: z.uuid() }), response: { 200: holdView } }
  api.post('/dispute-holds/:holdId/end', { config, schema: end }, async (request) =>
    viewOfHold(await database.withOperator((tx) => endHold(tx, request.params.holdId, new Date(clock.epochMs())))),
  )
}

function viewOfDeletion({ tenantId, kind, count, olderThan, at }: Deletion): z.infer<typeof deletionView> {
  return { tenantId, kind, count, olderThan: olderThan.toISOString(), at: at.toISOString() }
}

function viewOfHold({ madeAt, endedAt, ...hold }: DisputeHold): z.infer<typeof holdView> {
  return { ...hold, madeAt: madeAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
}
