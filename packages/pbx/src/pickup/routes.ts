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
} from '@klinke/platform'
import { z } from 'zod'
import { newPickupGroup, pickupGroupChange, pickupPolicy } from './rules.ts'
import {
  deletePickupGroup,
  findPickupGroup,
  findPickupPolicy,
  insertPickupGroup,
  listPickupGroups,
  type StoredPickupGroup,
  savePickupPolicy,
  updatePickupGroup,
} from './store.ts'

const groupView = z.object({ id: z.uuid(), tenantId: z.uuid(), name: z.string(), members: z.array(z.uuid()) })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
const params = z.object({ groupId: z.uuid() })
const tags = ['pickup']

function view({ members, ...group }: StoredPickupGroup): z.infer<typeof groupView> {
  return { ...group, members: [...members] }
}

/** Pickup groups, and whom extensions may pick up by naming it. */
export function pickupRoutes(database: Database): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database)
    addPolicy(api, database)
  }
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List pickup groups', querystring: listQuery, response: { 200: pageOf(groupView) } }
  api.get('/pickup-groups', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const after = decodeCursor(cursor, 1)?.[0]
    const groups = await inScope(database, principalOf(request), tenantId, (tx) => listPickupGroups(tx, limit + 1, after))
    return page(groups, limit, view, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get a pickup group', params, response: { 200: groupView } }
  api.get('/pickup-groups/:groupId', { schema: get }, async (request) => {
    const id = request.params.groupId
    const group = await inScope(database, principalOf(request), undefined, (tx) => findPickupGroup(tx, id))
    if (group === undefined) throw new NotFound('pickup group', id)
    return view(group)
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Create a pickup group', body: newPickupGroup, response: { 201: groupView } }
  api.post('/pickup-groups', { schema: create }, async (request, reply) => {
    const { tenantId: named, ...group } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    return reply.code(201).send(view(await database.withTenant(tenantId, (tx) => insertPickupGroup(tx, { tenantId, ...group }))))
  })
  const change = { tags, summary: 'Change a pickup group', params, body: pickupGroupChange, response: { 200: groupView } }
  api.patch('/pickup-groups/:groupId', { schema: change }, async (request) => {
    const id = request.params.groupId
    const { name, members } = request.body
    const changed = await inScope(database, principalOf(request), undefined, async (tx) => {
      const before = await findPickupGroup(tx, id)
      return before && updatePickupGroup(tx, { ...before, name: name ?? before.name, members: members ?? before.members })
    })
    if (changed === undefined) throw new NotFound('pickup group', id)
    return view(changed)
  })
  const remove = { tags, summary: 'Delete a pickup group', params, response: { 204: z.null() } }
  api.delete('/pickup-groups/:groupId', { schema: remove }, async (request, reply) => {
    const id = request.params.groupId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deletePickupGroup(tx, id)))) {
      throw new NotFound('pickup group', id)
    }
    return reply.code(204).send(null)
  })
}

function addPolicy(api: Api, database: Database): void {
  const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
  const get = { tags, summary: 'Get whom extensions may pick up', querystring, response: { 200: pickupPolicy } }
  api.get('/pickup-policy', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return { directed: await database.withTenant(tenantId, (tx) => findPickupPolicy(tx, tenantId)) }
  })
  const change = { tags, summary: 'Change whom extensions may pick up', querystring, body: pickupPolicy, response: { 200: pickupPolicy } }
  api.patch('/pickup-policy', { schema: change }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    await database.withTenant(tenantId, (tx) => savePickupPolicy(tx, tenantId, request.body.directed))
    return request.body
  })
}
