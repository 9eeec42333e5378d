import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type BlobStore,
  type Database,
  holderOf,
  inScope,
  NotFound,
  owningTenant,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { corrected, withoutMove } from './address-history.ts'
import { assertUnusedSite, firstNumbers, type SiteUsers } from './at-site.ts'
import { changeSite } from './change-site.ts'
import { MoveOrdered } from './leaving.ts'
import { planMove } from './plan-move.ts'
import { addProofRoutes } from './proof-routes.ts'
import { listProofs } from './proofs.ts'
import { newSite, siteChange, siteMove } from './rules.ts'
import { deleteSite, findSite, insertSite, listSites, type StoredSite, updateSite } from './store.ts'
import { assertStaysInOrtsnetz } from './town.ts'
import { siteView, viewOfSite } from './views.ts'

export interface SiteParts {
  readonly database: Database
  readonly blobs: BlobStore
  readonly clock: Clock
  /** Who stands at a site, and so keeps it from being deleted. */
  readonly users: SiteUsers
  /** Number of the order that moves the site into another Ortsnetz and has not done so yet: its day is the order's. Undefined: there is none. */
  readonly orderedMove: (tx: Tx, siteId: string) => Promise<string | undefined>
}

const params = z.object({ siteId: z.uuid() })
const tags = ['sites']

/** The sites of a tenant, for its administrators: whoever works there can call for help and be found (EMG-01). */
export function siteRoutes(parts: SiteParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addCreation(api, parts)
    addChanges(api, parts)
    addMoves(api, parts)
    addDeletion(api, parts)
    addProofRoutes(api, parts)
  }
}

async function shown(tx: Tx, site: StoredSite, { clock }: SiteParts): Promise<z.infer<typeof siteView>> {
  const [first, proofs] = [await firstNumbers(tx), await listProofs(tx, site.id)]
  return viewOfSite(site, { first: first.get(site.id), proofs, epochMs: clock.epochMs() })
}

function addReading(api: Api, parts: SiteParts): void {
  const { database, clock } = parts
  const querystring = z.strictObject({ tenantId: z.uuid().optional() })
  const list = { tags, summary: 'List sites, the main one first', querystring, response: { 200: z.object({ items: z.array(siteView) }) } }
  api.get('/sites', { schema: list }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, async (tx) => {
      const [first, proofs] = [await firstNumbers(tx), Map.groupBy(await listProofs(tx), ({ siteId }) => siteId)]
      const sites = await listSites(tx)
      return {
        items: sites.map((site) =>
          viewOfSite(site, { first: first.get(site.id), proofs: proofs.get(site.id) ?? [], epochMs: clock.epochMs() }),
        ),
      }
    })
  })
  api.get('/sites/:siteId', { schema: { tags, summary: 'Get a site', params, response: { 200: siteView } } }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => shown(tx, await found(tx, request.params.siteId), parts)),
  )
}

function addCreation(api: Api, parts: SiteParts): void {
  const create = { tags, summary: 'Create a site; the first one is the main site', body: newSite, response: { 201: siteView } }
  api.post('/sites', { schema: create }, async (request, reply) => {
    const { tenantId: named, name, areaCode, address } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const recording = { epochMs: parts.clock.epochMs(), by: holderOf(request).name }
    const addresses = address === undefined || address === null ? [] : corrected([], address, recording)
    const created = await parts.database.withTenant(tenantId, async (tx) =>
      shown(tx, await insertSite(tx, { tenantId, name, areaCode, addresses }), parts),
    )
    return reply.code(201).send(created)
  })
}

function addChanges(api: Api, parts: SiteParts): void {
  const change = { tags, summary: 'Change a site, or correct its address at once', params, body: siteChange, response: { 200: siteView } }
  api.patch('/sites/:siteId', { schema: change }, (request) => {
    const recording = { epochMs: parts.clock.epochMs(), by: holderOf(request).name }
    return inScope(parts.database, principalOf(request), undefined, async (tx) =>
      shown(tx, await changeSite(tx, await found(tx, request.params.siteId, 'for update'), request.body, recording), parts),
    )
  })
}

function addMoves(api: Api, parts: SiteParts): void {
  const { database, clock, orderedMove } = parts
  const plan = { tags, summary: 'Plan a move: a new address from a day on', params, body: siteMove, response: { 200: siteView } }
  api.post('/sites/:siteId/move', { schema: plan }, (request) => {
    const recording = { epochMs: clock.epochMs(), by: holderOf(request).name }
    return inScope(database, principalOf(request), undefined, async (tx) => {
      assertStaysInOrtsnetz(await assertNotOrdered(tx, request.params.siteId), request.body)
      return shown(tx, await planMove(tx, request.params.siteId, request.body, recording), parts)
    })
  })
  const giveUp = { tags, summary: 'Give up a planned move', params, response: { 204: z.null() } }
  api.delete('/sites/:siteId/move', { schema: giveUp }, async (request, reply) => {
    await inScope(database, principalOf(request), undefined, async (tx) => {
      const { siteId } = request.params
      await assertNotOrdered(tx, siteId)
      const site = await found(tx, siteId)
      const addresses = withoutMove(site.addresses, clock.epochMs())
      if (addresses.length === site.addresses.length) throw new NotFound('planned move of site', site.id)
      await updateSite(tx, site.id, { addresses })
    })
    return reply.code(204).send(null)
  })

  async function assertNotOrdered(tx: Tx, siteId: string): Promise<StoredSite> {
    const site = await found(tx, siteId, 'for update')
    const order = await orderedMove(tx, siteId)
    if (order !== undefined) throw new MoveOrdered(order)
    return site
  }
}

function addDeletion(api: Api, { database, blobs, users }: SiteParts): void {
  const remove = { tags, summary: 'Delete a site where nothing is', params, response: { 204: z.null() } }
  api.delete('/sites/:siteId', { schema: remove }, async (request, reply) => {
    const proofs = await inScope(database, principalOf(request), undefined, async (tx) => {
      const site = await found(tx, request.params.siteId, 'for update')
      await assertUnusedSite(tx, site, users)
      const lost = await listProofs(tx, site.id)
      await deleteSite(tx, site.id)
      return lost
    })
    // The rows are gone before: whoever reads the database finds no file missing.
    for (const { key } of proofs) await blobs.remove(key)
    return reply.code(204).send(null)
  })
}

async function found(tx: Tx, id: string, lock?: 'for update'): Promise<StoredSite> {
  const site = await findSite(tx, id, lock)
  if (site === undefined) throw new NotFound('site', id)
  return site
}
