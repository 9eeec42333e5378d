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
import { deleteException, findException, insertException, listExceptions } from './exception-store.ts'
import { exceptionView, newException } from './rules.ts'
import { assertOwner } from './settings-store.ts'

const tags = ['outbound-rules']
const params = z.object({ exceptionId: z.uuid() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional(), extensionId: z.uuid().optional() })

/** Numbers and countries that are allowed or barred in spite of the class; never more than the contract allows. */
export function exceptionRoutes(database: Database): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database)
  }
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List exceptions from barring classes', querystring: listQuery, response: { 200: pageOf(exceptionView) } }
  api.get('/outbound-rules/exceptions', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, extensionId } = request.query
    const part = { limit: limit + 1, after: decodeCursor(cursor, 1)?.[0], extensionId }
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listExceptions(tx, part))
    return page(
      found,
      limit,
      (each) => each,
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get an exception', params, response: { 200: exceptionView } }
  api.get('/outbound-rules/exceptions/:exceptionId', { schema: get }, async (request) => {
    const id = request.params.exceptionId
    const found = await inScope(database, principalOf(request), undefined, (tx) => findException(tx, id))
    if (found === undefined) throw new NotFound('exception', id)
    return found
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Allow or bar numbers or a country', body: newException, response: { 201: exceptionView } }
  api.post('/outbound-rules/exceptions', { schema: create }, async (request, reply) => {
    const { tenantId: named, ...exception } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const inserted = await database.withTenant(tenantId, async (tx) => {
      await assertOwner(tx, exception)
      return insertException(tx, { tenantId, ...exception })
    })
    return reply.code(201).send(inserted)
  })
  const remove = { tags, summary: 'Delete an exception', params, response: { 204: z.null() } }
  api.delete('/outbound-rules/exceptions/:exceptionId', { schema: remove }, async (request, reply) => {
    const id = request.params.exceptionId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteException(tx, id)))) throw new NotFound('exception', id)
    return reply.code(204).send(null)
  })
}
