import { type Api, type ApiRoutes, type Database, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { ParkLot } from './lot.ts'
import { newParkSlot, parkSettings } from './rules.ts'
import { deleteParkSlot, findReturnSeconds, insertParkSlot, listParkSlots, type StoredParkSlot, saveReturnSeconds } from './store.ts'

const slotView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  name: z.string(),
  number: z.string(),
  parked: z
    .object({ number: z.string(), name: z.string().nullable(), by: z.string(), since: z.iso.datetime() })
    .nullable()
    .describe('Who waits there, and which extension parked the call'),
})
const params = z.object({ slotId: z.uuid() })
const tenantQuery = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const tags = ['park']

/** Park slots, and who waits in them now. */
export function parkRoutes(database: Database, lot: ParkLot): ApiRoutes {
  return (api) => {
    addSlots(api, database, lot)
    addSettings(api, database)
  }
}

function addSlots(api: Api, database: Database, lot: ParkLot): void {
  const view = (slot: StoredParkSlot): z.infer<typeof slotView> => ({ ...slot, parked: parkedIn(lot, slot.id) })
  const response = { 200: z.object({ items: z.array(slotView) }) }
  api.get('/park-slots', { schema: { tags, summary: 'List park slots', querystring: tenantQuery, response } }, async (request) => {
    const slots = await inScope(database, principalOf(request), request.query.tenantId, listParkSlots)
    return { items: slots.map(view) }
  })
  const create = { tags, summary: 'Create a park slot', body: newParkSlot, response: { 201: slotView } }
  api.post('/park-slots', { schema: create }, async (request, reply) => {
    const { tenantId: named, number, name = `Park ${number}` } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    return reply.code(201).send(view(await database.withTenant(tenantId, (tx) => insertParkSlot(tx, { tenantId, number, name }))))
  })
  const remove = { tags, summary: 'Delete a park slot', params, response: { 204: z.null() } }
  api.delete('/park-slots/:slotId', { schema: remove }, async (request, reply) => {
    const id = request.params.slotId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteParkSlot(tx, id)))) throw new NotFound('park slot', id)
    return reply.code(204).send(null)
  })
}

function addSettings(api: Api, database: Database): void {
  const get = { tags, summary: 'Get how long calls are parked', querystring: tenantQuery, response: { 200: parkSettings } }
  api.get('/park-settings', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return { returnSeconds: await database.withTenant(tenantId, (tx) => findReturnSeconds(tx, tenantId)) }
  })
  const summary = 'Change how long calls are parked'
  const change = { tags, summary, querystring: tenantQuery, body: parkSettings, response: { 200: parkSettings } }
  api.patch('/park-settings', { schema: change }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    await database.withTenant(tenantId, (tx) => saveReturnSeconds(tx, tenantId, request.body.returnSeconds))
    return request.body
  })
}

function parkedIn(lot: ParkLot, slotId: string): z.infer<typeof slotView>['parked'] {
  const parked = lot.at(slotId)
  if (parked === undefined) return null
  const { leg, by, sinceMs } = parked
  return { number: leg.party.number, name: leg.party.displayName ?? null, by: by.number, since: new Date(sinceMs).toISOString() }
}
