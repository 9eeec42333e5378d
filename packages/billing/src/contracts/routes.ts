import { randomUUIDv7 } from 'node:crypto'
import {
  type Api,
  type ApiRoutes,
  decodeCursor,
  inScope,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  seenTenant,
} from '@klinke/platform'
import { z } from 'zod'
import { applySettings } from './apply-settings.ts'
import { changeRoutes } from './change-routes.ts'
import { planBegin } from './changes/begin.ts'
import { assertConditions } from './changes/plan-change.ts'
import { chargeRoutes } from './charge-routes.ts'
import {
  type ContractRouteParts,
  contractIn,
  contractParams,
  contractTags,
  foundHistory,
  foundTenant,
  recordingOf,
  shownWith,
  soldOn,
  todayOf,
} from './route-parts.ts'
import { insertContract, listHistories, record } from './store.ts'
import { contractView, viewOfContract } from './views.ts'
import { newContract } from './wanted.ts'

/** Contracts (ORD-02): the operator makes and changes them, the customer sees its own with all dates. */
export function contractRoutes(parts: ContractRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addBeginning(api, parts)
    changeRoutes(api, parts)
    chargeRoutes(api, parts)
  }
}

function addReading(api: Api, { database, catalogue, clock }: ContractRouteParts): void {
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const list = { tags: contractTags, summary: 'List contracts', querystring, response: { 200: pageOf(contractView) } }
  api.get('/contracts', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const found = await inScope(database, principalOf(request), tenantId, async (tx) => {
      const histories = await listHistories(tx, { tenantId: seenTenant(principalOf(request), tenantId), after, limit: limit + 1 })
      const tenants = new Map<string, Awaited<ReturnType<typeof foundTenant>>>()
      for (const { tenantId: id } of histories) if (!tenants.has(id)) tenants.set(id, await foundTenant(tx, id))
      return histories.flatMap((history) => {
        const tenant = tenants.get(history.tenantId)
        return tenant === undefined ? [] : [{ history, today: todayOf(tenant, clock) }]
      })
    })
    const views = await Promise.all(
      found.map(async ({ history, today }) => viewOfContract(contractIn(history), await shownWith(history, catalogue, today))),
    )
    return page(
      views,
      limit,
      (view) => view,
      ({ id }) => [id],
    )
  })
  const get = {
    tags: contractTags,
    summary: 'Get a contract with its items and earliest dates',
    params: contractParams,
    response: { 200: contractView },
  }
  api.get('/contracts/:contractId', { schema: get }, async (request) => {
    const { history, today } = await inScope(database, principalOf(request), undefined, async (tx) => {
      const found = await foundHistory(tx, request.params.contractId)
      return { history: found, today: todayOf(await foundTenant(tx, found.tenantId), clock) }
    })
    return viewOfContract(contractIn(history), await shownWith(history, catalogue, today))
  })
}

function addBeginning(api: Api, { database, catalogue, clock }: ContractRouteParts): void {
  const begin = { tags: contractTags, summary: 'Make a contract with a customer', body: newContract, response: { 201: contractView } }
  api.post('/contracts', { config: { access: 'operator' }, schema: begin }, async (request, reply) => {
    const { profileId, begins: text, termMonths, items } = request.body
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const begins = Temporal.PlainDate.from(text)
    const tenant = await database.withOperator((tx) => foundTenant(tx, tenantId))
    const today = todayOf(tenant, clock)
    const on = Temporal.PlainDate.compare(begins, today) < 0 ? today : begins
    const version = await soldOn(catalogue, profileId, on, '/profileId')
    const { customerKind } = tenant.profile
    const wanted = {
      begins,
      termMonths,
      customerKind,
      items: items.map(({ siteId, ...item }) => ({ ...item, siteId: siteId ?? undefined })),
    }
    const deeds = planBegin(version, wanted, { today, newId: randomUUIDv7 })
    const recording = recordingOf(request, clock)
    const history = await database.withOperator(async (tx) => {
      const empty = await insertContract(tx, { tenantId, profile: version.profile, begins }, recording)
      const begun = await record(tx, empty, deeds, recording)
      assertConditions(contractIn(begun), version.file, on)
      if (Temporal.PlainDate.compare(begins, today) <= 0) await applySettings(tx, begun, version.file, recording.atMs)
      return begun
    })
    return reply.code(201).send(viewOfContract(contractIn(history), await shownWith(history, catalogue, today)))
  })
}
