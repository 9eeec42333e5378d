import { type Api, type ApiRoutes, type Database, decodeCursor, NotFound, page, pageOf, pageQuery, type SecretBox } from '@klinke/platform'
import { z } from 'zod'
import { CarrierInRules } from '../routing/rules.ts'
import { prefixesWith } from '../routing/store.ts'
import { addProfiles } from './profile-routes.ts'
import { type CarrierChange, carrierChange, carrierView, type NewCarrier, newCarrier } from './rules.ts'
import { deleteCarrier, findCarrier, insertCarrier, listCarriers, replaceCarrier, type StoredCarrier, unsealCarrier } from './store.ts'

const params = z.object({ carrierId: z.uuid() })
const tags = ['carriers']
const config = { access: 'operator' } as const

function view({ authentication, port, channels, createdAt, ...carrier }: StoredCarrier): z.infer<typeof carrierView> {
  const common = { ...carrier, port: port ?? null, channels: channels ?? null, createdAt: createdAt.toISOString() }
  if (authentication.kind === 'fixed-ip')
    return { ...common, authentication: { kind: authentication.kind, addresses: [...authentication.addresses] } }
  const { kind, username, expiresSeconds } = authentication
  return { ...common, authentication: { kind, username, expiresSeconds } }
}

function found<T>(carrier: T | undefined, id: string): T {
  if (carrier === undefined) throw new NotFound('carrier', id)
  return carrier
}

/** Carriers: the operator's alone. */
export function carrierRoutes(database: Database, secrets: SecretBox): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addProfiles(api)
    addCreation(api, database, secrets)
    addChanges(api, database, secrets)
  }
}

function addReading(api: Api, database: Database): void {
  api.get(
    '/carriers',
    { config, schema: { tags, summary: 'List carriers', querystring: z.strictObject(pageQuery), response: { 200: pageOf(carrierView) } } },
    async (request) => {
      const { limit, cursor } = request.query
      const after = decodeCursor(cursor, 1)?.[0]
      const carriers = await database.withOperator((tx) => listCarriers(tx, limit + 1, after))
      return page(carriers, limit, view, (carrier) => [carrier.id])
    },
  )
  api.get(
    '/carriers/:carrierId',
    { config, schema: { tags, summary: 'Get a carrier', params, response: { 200: carrierView } } },
    async (request) => {
      const id = request.params.carrierId
      return view(found(await database.withOperator((tx) => findCarrier(tx, id)), id))
    },
  )
}

function addCreation(api: Api, database: Database, secrets: SecretBox): void {
  api.post(
    '/carriers',
    { config, schema: { tags, summary: 'Create a carrier', body: newCarrier, response: { 201: carrierView } } },
    async (request, reply) => reply.code(201).send(view(await database.withOperator((tx) => insertCarrier(tx, request.body, secrets)))),
  )
}

function addChanges(api: Api, database: Database, secrets: SecretBox): void {
  api.patch(
    '/carriers/:carrierId',
    { config, schema: { tags, summary: 'Change a carrier', params, body: carrierChange, response: { 200: carrierView } } },
    async (request) => {
      const id = request.params.carrierId
      const changed = await database.withOperator(async (tx) => {
        const before = await findCarrier(tx, id)
        return before && replaceCarrier(tx, id, changedCarrier(before, request.body, secrets), secrets)
      })
      return view(found(changed, id))
    },
  )
  api.delete(
    '/carriers/:carrierId',
    { config, schema: { tags, summary: 'Delete a carrier', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const id = request.params.carrierId
      const isDeleted = await database.withOperator(async (tx) => {
        const prefixes = await prefixesWith(tx, id)
        if (prefixes.length > 0) throw new CarrierInRules(prefixes)
        return deleteCarrier(tx, id)
      })
      if (!isDeleted) throw new NotFound('carrier', id)
      return reply.code(204).send(null)
    },
  )
}

function changedCarrier(before: StoredCarrier, change: CarrierChange, secrets: SecretBox): NewCarrier {
  return {
    name: change.name ?? before.name,
    host: change.host ?? before.host,
    port: change.port === undefined ? (before.port ?? null) : change.port,
    transport: change.transport ?? before.transport,
    authentication: change.authentication ?? authenticationBefore(before, secrets),
    outboundFormat: change.outboundFormat ?? before.outboundFormat,
    priority: change.priority ?? before.priority,
    srtp: change.srtp ?? before.srtp,
    profile: change.profile === undefined ? before.profile : change.profile,
    profileChanges: change.profileChanges ?? before.profileChanges,
    share: change.share ?? before.share,
    channels: change.channels === undefined ? (before.channels ?? null) : change.channels,
    emergencyLocation: change.emergencyLocation ?? before.emergencyLocation,
    foreign: change.foreign ?? before.foreign,
  }
}

/** Unsealed only to be sealed again: the store knows one way in. */
function authenticationBefore(before: StoredCarrier, secrets: SecretBox): NewCarrier['authentication'] {
  const { authentication } = unsealCarrier(before, secrets)
  return authentication.kind === 'fixed-ip' ? { ...authentication, addresses: [...authentication.addresses] } : authentication
}
