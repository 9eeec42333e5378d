import type { Clock } from '@klinke/foundation'
import { type Api, type ApiRoutes, type Database, holderOf, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { PbxDirectory } from '../snapshot.ts'
import { ContinuityOwnNumber, continuityDestination, continuityMode } from './rules.ts'
import { deleteContinuity, findContinuity, type StoredContinuity, saveContinuity } from './store.ts'

const view = z.object({
  ...{ trunkId: z.uuid(), mode: continuityMode, destination: continuityDestination },
  changedBy: z.string().nullable().describe('Who has set or switched it last'),
  changedAt: z.iso.datetime().nullable(),
})
const body = z.strictObject({ mode: continuityMode.default('automatic'), destination: continuityDestination })
const params = z.object({ trunkId: z.uuid() })
const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const tags = ['customer-trunks']
/** Named with the trunk's id where there is none. */
const WHAT = 'continuity of trunk'

export interface ContinuityApi {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly clock: Pick<Clock, 'epochMs'>
}

/** Where calls to a customer's PBX go while it is unreachable (BCP-01). */
export function continuityRoutes(parts: ContinuityApi): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addChanges(api, parts)
  }
}

function addReading(api: Api, { database }: ContinuityApi): void {
  const summary = 'Get where calls go while the PBX at a trunk is unreachable'
  const get = { tags, summary, params, querystring, response: { 200: view } }
  api.get('/trunk-continuity/:trunkId', { schema: get }, async (request) => {
    const { trunkId } = request.params
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const found = await database.withTenant(tenantId, (tx) => findContinuity(tx, tenantId, trunkId))
    if (found === undefined) throw new NotFound(WHAT, trunkId)
    return viewOf(trunkId, found)
  })
}

function addChanges(api: Api, { database, directory, clock }: ContinuityApi): void {
  const summary = 'Set where calls go while the PBX at a trunk is unreachable, or switch it on or off'
  const put = { tags, summary, params, querystring, body, response: { 200: view } }
  api.put('/trunk-continuity/:trunkId', { schema: put }, async (request) => {
    const { trunkId } = request.params
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const { destination } = request.body
    if (destination.kind === 'external' && directory.tenantByNumber(destination.number) !== undefined)
      throw new ContinuityOwnNumber(destination.number)
    const wanted = { ...request.body, changedBy: holderOf(request).name, changedAt: new Date(clock.epochMs()) }
    const saved = await database.withTenant(tenantId, (tx) => saveContinuity(tx, tenantId, trunkId, wanted))
    if (!saved) throw new NotFound('customer trunk', trunkId)
    return viewOf(trunkId, wanted)
  })
  const remove = { tags, summary: 'Let calls fail while the PBX is unreachable', params, querystring, response: { 204: z.null() } }
  api.delete('/trunk-continuity/:trunkId', { schema: remove }, async (request, reply) => {
    const { trunkId } = request.params
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    if (!(await database.withTenant(tenantId, (tx) => deleteContinuity(tx, tenantId, trunkId)))) throw new NotFound(WHAT, trunkId)
    return reply.code(204).send(null)
  })
}

function viewOf(trunkId: string, { mode, destination, changedBy, changedAt }: StoredContinuity): z.infer<typeof view> {
  const changed = { changedBy, changedAt: changedAt?.toISOString() ?? null }
  return { trunkId, mode, destination: continuityDestination.parse(destination), ...changed }
}
