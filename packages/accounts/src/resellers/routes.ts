import { KlinkeError } from '@klinke/foundation'
import {
  type ApiRoutes,
  type Database,
  decodeCursor,
  NotFound,
  type ProblemTable,
  page,
  pageOf,
  pageQuery,
  violatedConstraint,
} from '@klinke/platform'
import { z } from 'zod'
import { deleteReseller, findReseller, insertReseller, listResellers, type Reseller, renameReseller } from './store.ts'

const resellerView = z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime() })
const body = z.strictObject({ name: z.string().trim().min(1).max(100) })
const params = z.object({ resellerId: z.uuid() })
const tags = ['resellers']
const config = { access: 'operator', area: 'settings' } as const

/** Resellers (PORT-07): the operator makes them and gives them tenants (`resellerId` of a tenant). */
export function resellerRoutes(database: Database): ApiRoutes {
  return (api) => {
    const list = { tags, summary: 'List resellers', querystring: z.strictObject(pageQuery), response: { 200: pageOf(resellerView) } }
    api.get('/resellers', { config, schema: list }, async (request) => {
      const { limit, cursor } = request.query
      const after = decodeCursor(cursor, 1)?.[0]
      return page(await database.withOperator((tx) => listResellers(tx, limit + 1, after)), limit, view, ({ id }) => [id])
    })
    const get = { tags, summary: 'Get a reseller', params, response: { 200: resellerView } }
    api.get('/resellers/:resellerId', { config, schema: get }, async (request) => {
      const { resellerId } = request.params
      return orNotFound(await database.withOperator((tx) => findReseller(tx, resellerId)), resellerId)
    })
    const create = { tags, summary: 'Create a reseller', body, response: { 201: resellerView } }
    api.post('/resellers', { config, schema: create }, async (request, reply) =>
      reply.code(201).send(view(await database.withOperator((tx) => insertReseller(tx, request.body.name)))),
    )
    const change = { tags, summary: 'Rename a reseller', params, body, response: { 200: resellerView } }
    api.patch('/resellers/:resellerId', { config, schema: change }, async (request) => {
      const { resellerId } = request.params
      return orNotFound(await database.withOperator((tx) => renameReseller(tx, resellerId, request.body.name)), resellerId)
    })
    const remove = { tags, summary: 'Delete a reseller with its logins and keys', params, response: { 204: z.null() } }
    api.delete('/resellers/:resellerId', { config, schema: remove }, async (request, reply) => {
      const { resellerId } = request.params
      const gone = await database.withOperator((tx) => deleteReseller(tx, resellerId)).catch(refused)
      if (!gone) throw new NotFound('reseller', resellerId)
      return reply.code(204).send(null)
    })
  }
}

function refused(error: unknown): never {
  throw violatedConstraint(error) === 'tenant_reseller' ? new ResellerHasTenants() : error
}

function view({ createdAt, ...shown }: Reseller): z.infer<typeof resellerView> {
  return { ...shown, createdAt: createdAt.toISOString() }
}

function orNotFound(reseller: Reseller | undefined, id: string): z.infer<typeof resellerView> {
  if (!reseller) throw new NotFound('reseller', id)
  return view(reseller)
}

export class ResellerHasTenants extends KlinkeError {
  constructor() {
    super('reseller-has-tenants', 'This reseller still looks after tenants. Give them to another one, or to none, first.')
  }
}

export const resellerProblems: ProblemTable = {
  'reseller-has-tenants': {
    status: 409,
    title: { en: 'The reseller has tenants', de: 'Der Wiederverkäufer betreut Kunden' },
    germanDetail: 'Dieser Wiederverkäufer betreut noch Kunden. Geben Sie diese zuerst einem anderen oder niemandem.',
  },
}
