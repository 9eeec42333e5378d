import { type Api, type ApiRoutes, type Database, inScope, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { CustomerTrunkLines } from './lines/customer-trunk-lines.ts'
import { listOutages } from './outage-store.ts'
import { foundTrunk, trunkParams, trunkTags } from './route-parts.ts'

export interface TrunkStateParts {
  readonly database: Database
  /** Asked with each request. */
  readonly lines: Pick<CustomerTrunkLines, 'state' | 'registrations'>
  /** Calls from and to the PBX at a trunk of the customer. */
  readonly callsNow: (tenantId: string, trunkId: string) => number
}

const contactView = z.object({
  contact: z.string(),
  address: z.string().describe('Where the REGISTER came from'),
  transport: z.string(),
  userAgent: z.string().nullable(),
  expiresAt: z.iso.datetime(),
})
const placeView = z.object({
  host: z.string(),
  port: z.int().nullable(),
  state: z
    .enum(['probing', 'up', 'down', 'unasked'])
    .describe('"probing", "up", "down": it is asked by OPTIONS; "unasked": SIP-DDI spares it that, and no call has failed lately'),
  since: z.iso.datetime().describe('When it came into this state'),
  lastError: z.string().nullable(),
})
const stateView = z.object({
  trunkId: z.uuid(),
  reachable: z.boolean().describe('false: calls to it would fail now'),
  contacts: z.array(contactView).describe('Of a PBX that registers'),
  places: z.array(placeView).describe('Of a PBX with fixed addresses, the primary one first'),
  callsNow: z.int(),
})

const outageView = z.object({ id: z.uuid(), beganAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable().describe('null: it lasts') })

/** How the PBX at a trunk can be reached now, how many calls it has, and when it was away. */
export function customerTrunkStateRoutes(parts: TrunkStateParts): ApiRoutes {
  return (api) => {
    addState(api, parts)
    addOutages(api, parts)
  }
}

function addOutages(api: Api, { database }: TrunkStateParts): void {
  const summary = 'List when the PBX at a trunk was unreachable, the newest first'
  const schema = { tags: trunkTags, summary, params: trunkParams, response: { 200: z.object({ items: z.array(outageView) }) } }
  api.get('/customer-trunks/:trunkId/outages', { schema }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const { id } = await foundTrunk(tx, request.params.trunkId)
      const items = (await listOutages(tx, id)).map(({ id: outage, beganAt, endedAt }) => ({
        ...{ id: outage, beganAt: beganAt.toISOString() },
        endedAt: endedAt?.toISOString() ?? null,
      }))
      return { items }
    }),
  )
}

function addState(api: Api, { database, lines, callsNow }: TrunkStateParts): void {
  const summary = 'Show whether the PBX at a trunk is registered or reachable, and its calls now'
  const schema = { tags: trunkTags, summary, params: trunkParams, response: { 200: stateView } }
  api.get('/customer-trunks/:trunkId/state', { schema }, async (request) => {
    const { trunkId } = request.params
    const trunk = await inScope(database, principalOf(request), undefined, (tx) => foundTrunk(tx, trunkId))
    const { isReachable: reachable, places = [] } = lines.state(trunk)
    return {
      ...{ trunkId, reachable, callsNow: callsNow(trunk.tenantId, trunkId) },
      contacts: lines.registrations(trunk).map(({ contactUri: contact, remote, protocol, userAgent, expiresAtMs }) => ({
        ...{ contact, address: remote.address, transport: protocol, userAgent: userAgent ?? null },
        expiresAt: new Date(expiresAtMs).toISOString(),
      })),
      places: places.map(({ host, port, state, sinceMs, lastError }) => ({
        ...{ host, port: port ?? null, state, since: new Date(sinceMs).toISOString(), lastError: lastError ?? null },
      })),
    }
  })
}
