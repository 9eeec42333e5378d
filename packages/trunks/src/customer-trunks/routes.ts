import {
  type Api,
  type ApiRoutes,
  decodeCursor,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { withNewPassword } from './account.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { changeRoutes } from './change-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { rangesByTrunk, rangesOf } from './ranges.ts'
import { assertSeller, foundTrunk, type TrunkRouteParts, trunkParams, trunkTags } from './route-parts.ts'
import { newTrunk, SOLD_FIELDS, trunkEdit } from './rules.ts'
import { editTrunk, sellTrunk, tenantOf } from './sell-trunk.ts'
import { deleteTrunk, listTrunks, replaceTrunk } from './store.ts'
import { trunkInUse } from './trunk-in-use.ts'
import { accountView, trunkView, trunkWithAccounts, viewOfAccounts, viewOfTrunk } from './views.ts'

const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
/** Who sells the contract sells the trunk; customers see it, and change what is their own of it. */
const seller = { access: 'reseller' } as const

/** Trunks sold to customers with an own PBX. */
export function customerTrunkRoutes(parts: TrunkRouteParts): ApiRoutes {
  return (api) => {
    catalogueRoutes(api)
    addReading(api, parts)
    addSale(api, parts)
    addEdit(api, parts)
    addDeletion(api, parts)
    addPassword(api, parts)
    changeRoutes(api, parts)
    fileRoutes(api, parts)
  }
}

function addReading(api: Api, { database }: TrunkRouteParts): void {
  const list = { tags: trunkTags, summary: 'List customer trunks', querystring: listQuery, response: { 200: pageOf(trunkView) } }
  api.get('/customer-trunks', { schema: list }, (request) => {
    const { limit, cursor, tenantId } = request.query
    return inScope(database, principalOf(request), tenantId, async (tx) => {
      const trunks = await listTrunks(tx, limit + 1, decodeCursor(cursor, 1)?.[0])
      const ranges = await rangesByTrunk(
        tx,
        trunks.map(({ id }) => id),
      )
      return page(
        trunks,
        limit,
        (trunk) => viewOfTrunk(trunk, ranges.get(trunk.id) ?? []),
        ({ id }) => [id],
      )
    })
  })
  const get = { tags: trunkTags, summary: 'Get a customer trunk', params: trunkParams, response: { 200: trunkView } }
  api.get('/customer-trunks/:trunkId', { schema: get }, async (request, reply) => {
    const { trunkId } = request.params
    // RFC 9409: where the PBX finds how to peer (RFC 10006).
    reply.header('link', `</api/v1/customer-trunks/${trunkId}/capability-set>; rel="sip-trunking-capability"; type="application/json"`)
    return inScope(database, principalOf(request), undefined, async (tx) =>
      viewOfTrunk(await foundTrunk(tx, trunkId), await rangesOf(tx, trunkId)),
    )
  })
}

function addSale(api: Api, { database, random }: TrunkRouteParts): void {
  const create = { tags: trunkTags, summary: 'Sell a trunk to a customer', body: newTrunk, response: { 201: trunkWithAccounts } }
  api.post('/customer-trunks', { config: seller, schema: create }, async (request, reply) => {
    const tenantId = owningTenant(principalOf(request), request.body.tenantId)
    const sold = await database.withTenant(tenantId, (tx) => sellTrunk(tx, tenantId, request.body, random))
    return reply.code(201).send({ ...viewOfTrunk(sold.trunk, sold.ranges), accounts: viewOfAccounts(sold) })
  })
}

function addEdit(api: Api, { database }: TrunkRouteParts): void {
  const change = {
    ...{ tags: trunkTags, params: trunkParams, body: trunkEdit, response: { 200: trunkView } },
    summary: 'Change a customer trunk: name, number format and head number; who sells it, also channels, signalling and site',
  }
  api.patch('/customer-trunks/:trunkId', { schema: change }, (request) => {
    const { trunkId } = request.params
    const given = Object.entries(request.body).flatMap(([field, value]) => (value === undefined ? [] : [field]))
    return inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await foundTrunk(tx, trunkId, 'for update')
      if (given.some((field) => SOLD_FIELDS.includes(field))) assertSeller(principalOf(request))
      const ranges = await rangesOf(tx, trunkId)
      return viewOfTrunk(await editTrunk(tx, before, ranges, request.body), ranges)
    })
  })
}

function addDeletion(api: Api, { database }: TrunkRouteParts): void {
  const remove = { tags: trunkTags, summary: 'Delete a trunk to which no numbers lead', params: trunkParams, response: { 204: z.null() } }
  api.delete('/customer-trunks/:trunkId', { config: seller, schema: remove }, async (request, reply) => {
    await inScope(database, principalOf(request), undefined, async (tx) => {
      const trunk = await foundTrunk(tx, request.params.trunkId, 'for update')
      const ranges = await rangesOf(tx, trunk.id)
      if (ranges.length > 0)
        throw trunkInUse(
          trunk.name,
          ranges.map(({ first }) => first),
        )
      await deleteTrunk(tx, trunk.id)
    })
    return reply.code(204).send(null)
  })
}

function addPassword(api: Api, { database, random }: TrunkRouteParts): void {
  const params = z.object({ trunkId: z.uuid(), loginId: z.uuid() })
  const renew = { tags: trunkTags, summary: 'Give an account a new password, shown this once', params, response: { 200: accountView } }
  api.post('/customer-trunks/:trunkId/logins/:loginId/password', { schema: renew }, (request) => {
    const { trunkId, loginId } = request.params
    return inScope(database, principalOf(request), undefined, async (tx) => {
      const trunk = await foundTrunk(tx, trunkId, 'for update')
      const { access } = trunk
      const login = access.kind === 'registration' ? access.logins.find(({ id }) => id === loginId) : undefined
      if (access.kind === 'fixed-ip' || login === undefined) throw new NotFound('account of trunk', loginId)
      const domain = (await tenantOf(tx, trunk.tenantId)).sipDomain
      const renewed = withNewPassword(login, domain, random)
      const logins = access.logins.map((each) => (each === login ? renewed.login : each))
      await replaceTrunk(tx, { ...trunk, access: { kind: access.kind, logins } })
      return { loginId, username: login.username, password: renewed.password, domain, block: login.block ?? null }
    })
  })
}
