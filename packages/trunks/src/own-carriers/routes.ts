import { findTenant } from '@klinke/accounts'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type SecretBox,
} from '@klinke/platform'
import { z } from 'zod'
import type { CarrierStatus } from '../lines/carrier-status.ts'
import { lineState, lineStateOf } from './line-state.ts'
import {
  MAX_OWN_CARRIERS,
  type NewOwnCarrier,
  newOwnCarrier,
  type OwnCarrierChange,
  ownCarrierChange,
  ownCarrierView,
  TooManyOwnCarriers,
} from './rules.ts'
import {
  countOwnCarriers,
  deleteOwnCarrier,
  findOwnCarrier,
  insertOwnCarrier,
  listOwnCarriers,
  replaceOwnCarrier,
  type StoredOwnCarrier,
  unsealOwnCarrier,
} from './store.ts'

export interface OwnCarrierRouteParts {
  readonly database: Database
  readonly secrets: SecretBox
  /** How the lines stand now. */
  readonly lines: { status(carrierId: string): CarrierStatus | undefined }
}

const params = z.object({ carrierId: z.uuid() })
const tags = ['own-carriers']

/** Providers that customers have by themselves (TRK-12). */
export function ownCarrierRoutes(parts: OwnCarrierRouteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addState(api, parts)
    addCreation(api, parts)
    addChanges(api, parts)
  }
}

function view(stored: StoredOwnCarrier): z.infer<typeof ownCarrierView> {
  const { authentication, port, createdAt, priority: _priority, share: _share, alsoServes, ...rest } = stored
  const { foreign: _foreign, emergencyLocation: _location, ...carrier } = rest
  const common = { ...carrier, alsoServes: [...alsoServes], port: port ?? null, createdAt: createdAt.toISOString() }
  if (authentication.kind === 'fixed-ip')
    return { ...common, authentication: { kind: authentication.kind, addresses: [...authentication.addresses] } }
  const { kind, username, expiresSeconds } = authentication
  return { ...common, authentication: { kind, username, expiresSeconds } }
}

function found<T>(carrier: T | undefined, id: string): T {
  if (carrier === undefined) throw new NotFound('provider', id)
  return carrier
}

function addReading(api: Api, { database, lines }: OwnCarrierRouteParts): void {
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const listed = ownCarrierView.extend(lineState.shape)
  const list = { tags, summary: 'List providers of customers', querystring, response: { 200: pageOf(listed) } }
  api.get('/own-carriers', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const carriers = await inScope(database, principalOf(request), tenantId, (tx) => listOwnCarriers(tx, limit + 1, after))
    return page(
      carriers,
      limit,
      (carrier) => ({ ...view(carrier), ...lineStateOf(lines.status(carrier.id)) }),
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get a provider of a customer', params, response: { 200: ownCarrierView } }
  api.get('/own-carriers/:carrierId', { schema: get }, async (request) => {
    const id = request.params.carrierId
    return view(found(await inScope(database, principalOf(request), undefined, (tx) => findOwnCarrier(tx, id)), id))
  })
}

function addState(api: Api, { database, lines }: OwnCarrierRouteParts): void {
  const schema = { tags, summary: 'Show how the line to a provider of a customer stands', params, response: { 200: lineState } }
  api.get('/own-carriers/:carrierId/state', { schema }, async (request) => {
    const id = request.params.carrierId
    found(await inScope(database, principalOf(request), undefined, (tx) => findOwnCarrier(tx, id)), id)
    return lineStateOf(lines.status(id))
  })
}

function addCreation(api: Api, { database, secrets }: OwnCarrierRouteParts): void {
  const create = { tags, summary: 'Add a provider of a customer', body: newOwnCarrier, response: { 201: ownCarrierView } }
  api.post('/own-carriers', { schema: create }, async (request, reply) => {
    const { tenantId: named, ...carrier } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const inserted = await database.withTenant(tenantId, async (tx) => {
      const limit = (await findTenant(tx, tenantId))?.profile.ownCarriers ?? MAX_OWN_CARRIERS
      if ((await countOwnCarriers(tx, tenantId)) >= limit) throw new TooManyOwnCarriers(limit)
      return insertOwnCarrier(tx, tenantId, carrier, secrets)
    })
    return reply.code(201).send(view(inserted))
  })
}

function addChanges(api: Api, { database, secrets }: OwnCarrierRouteParts): void {
  const change = { tags, summary: 'Change a provider of a customer', params, body: ownCarrierChange, response: { 200: ownCarrierView } }
  api.patch('/own-carriers/:carrierId', { schema: change }, async (request) => {
    const id = request.params.carrierId
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = found(await findOwnCarrier(tx, id), id)
      return replaceOwnCarrier(tx, before, changedCarrier(before, request.body, secrets), secrets)
    })
    return view(changed)
  })
  const remove = { tags, summary: 'Delete a provider of a customer', params, response: { 204: z.null() } }
  api.delete('/own-carriers/:carrierId', { schema: remove }, async (request, reply) => {
    const id = request.params.carrierId
    const isDeleted = await inScope(database, principalOf(request), undefined, (tx) => deleteOwnCarrier(tx, id))
    if (!isDeleted) throw new NotFound('provider', id)
    return reply.code(204).send(null)
  })
}

function changedCarrier(before: StoredOwnCarrier, change: OwnCarrierChange, secrets: SecretBox): NewOwnCarrier {
  return {
    name: change.name ?? before.name,
    host: change.host ?? before.host,
    transport: change.transport ?? before.transport,
    outboundFormat: change.outboundFormat ?? before.outboundFormat,
    srtp: change.srtp ?? before.srtp,
    profileChanges: change.profileChanges ?? before.profileChanges,
    siteId: change.siteId ?? before.siteId,
    port: change.port === undefined ? (before.port ?? null) : change.port,
    profile: change.profile === undefined ? before.profile : change.profile,
    alsoServes: change.alsoServes ?? [...before.alsoServes],
    authentication: change.authentication ?? authenticationBefore(before, secrets),
  }
}

/** Unsealed only to be sealed again: the store knows one way in. */
function authenticationBefore(before: StoredOwnCarrier, secrets: SecretBox): NewOwnCarrier['authentication'] {
  const { authentication } = unsealOwnCarrier(before, secrets)
  return authentication.kind === 'fixed-ip' ? { ...authentication, addresses: [...authentication.addresses] } : authentication
}
