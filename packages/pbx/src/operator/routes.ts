import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import type { PbxDirectory } from '../snapshot.ts'
import { MODES, type OperatorPosition, operatorPosition, operatorPositionChange, periodOf } from './rules.ts'
import { changeOperator, deleteOperator, findOperator, listSwitches } from './store.ts'

const positionView = operatorPosition.extend({
  id: z.uuid(),
  tenantId: z.uuid(),
  now: z.enum(['day', 'night']).describe('The target that counts now'),
})
const switchView = z.object({
  mode: z.enum(MODES),
  switchedAt: z.iso.datetime(),
  extension: z.string().nullable().describe('Who dialled the code; null: by the API'),
})
const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const tags = ['operator position']
/** Named with the tenant's id where there is none. */
const WHAT = 'operator position of tenant'

export interface OperatorApi {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly clock: Clock
}

/** A tenant's operator position, how it is switched, and who has switched it. */
export function operatorRoutes(parts: OperatorApi): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addChanges(api, parts)
    addSwitches(api, parts)
  }
}

function viewFor({ directory, clock }: OperatorApi) {
  return (tenantId: string, position: OperatorPosition): z.infer<typeof positionView> => {
    const { id, name, number, mode, settings } = position
    const now = periodOf(position, directory.tenant(tenantId)?.schedules ?? new Map(), clock.epochMs())
    return { id, tenantId, name, number, mode, now, ...settings }
  }
}

function addReading(api: Api, parts: OperatorApi): void {
  const view = viewFor(parts)
  const get = { tags, summary: 'Get the operator position', querystring, response: { 200: positionView } }
  api.get('/operator-position', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const position = await parts.database.withTenant(tenantId, (tx) => findOperator(tx, tenantId))
    if (position === undefined) throw new NotFound(WHAT, tenantId)
    return view(tenantId, position)
  })
}

function addChanges(api: Api, parts: OperatorApi): void {
  const view = viewFor(parts)
  const summary = 'Change or switch the operator position: what is given is replaced. The first change makes it'
  const patch = { tags, summary, querystring, body: operatorPositionChange, response: { 200: positionView } }
  api.patch('/operator-position', { schema: patch }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return view(tenantId, await parts.database.withTenant(tenantId, (tx) => changeOperator(tx, tenantId, request.body)))
  })
  const remove = { tags, summary: 'Delete the operator position', querystring, response: { 204: z.null() } }
  api.delete('/operator-position', { schema: remove }, async (request, reply) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    if (!(await parts.database.withTenant(tenantId, (tx) => deleteOperator(tx, tenantId)))) throw new NotFound(WHAT, tenantId)
    return reply.code(204).send(null)
  })
}

function addSwitches(api: Api, { database }: OperatorApi): void {
  const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional().describe('Required with an operator key') })
  const list = {
    tags,
    summary: 'List who has switched the operator position, the newest first',
    querystring: listQuery,
    response: { 200: pageOf(switchView) },
  }
  api.get('/operator-position/switches', { schema: list }, async (request) => {
    const { limit, cursor, tenantId: named } = request.query
    const tenantId = owningTenant(principalOf(request), named)
    const before = decodeCursor(cursor, 1)?.[0]
    const switches = await database.withTenant(tenantId, (tx) => listSwitches(tx, tenantId, limit + 1, before))
    const view = ({ mode, switchedAt, extension }: (typeof switches)[number]) => ({
      mode,
      extension,
      switchedAt: switchedAt.toISOString(),
    })
    return page(switches, limit, view, ({ id }) => [id])
  })
}
