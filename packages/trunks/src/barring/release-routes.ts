import { findTenant } from '@klinke/accounts'
import {
  type Api,
  type ApiRoutes,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  NotFound,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { BARRED_RANGES } from './catalogue.ts'
import type { Target } from './level-rules.ts'
import { longestMatch, prefixTable } from './prefix-table.ts'
import { deleteRelease, findRelease, insertRelease, listReleases, type StoredRelease } from './release-store.ts'
import { NeverReleased, newRelease, ReleaseContradictory, releaseView } from './rules.ts'
import { assertOwner } from './settings-store.ts'

const tags = ['outbound-rules']
const params = z.object({ releaseId: z.uuid() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
/** Who sells the contract lifts its bars; customers see them. */
const config = { access: 'reseller' } as const

/** Bars of the product that are lifted for a customer by form (FRD-01, FRD-02). */
export function releaseRoutes(database: Database): ApiRoutes {
  return (api) => {
    addReading(api, database)
    addChanges(api, database)
  }
}

function view({ validFrom, validUntil, ...release }: StoredRelease): z.infer<typeof releaseView> {
  return { ...release, validFrom: validFrom.toISOString(), validUntil: validUntil?.toISOString() ?? null }
}

function addReading(api: Api, database: Database): void {
  const list = { tags, summary: 'List releases of barred numbers', querystring: listQuery, response: { 200: pageOf(releaseView) } }
  api.get('/outbound-rules/releases', { schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const part = { limit: limit + 1, after: decodeCursor(cursor, 1)?.[0] }
    const found = await inScope(database, principalOf(request), tenantId, (tx) => listReleases(tx, part))
    return page(found, limit, view, ({ id }) => [id])
  })
  const get = { tags, summary: 'Get a release', params, response: { 200: releaseView } }
  api.get('/outbound-rules/releases/:releaseId', { schema: get }, async (request) => {
    const id = request.params.releaseId
    const found = await inScope(database, principalOf(request), undefined, (tx) => findRelease(tx, id))
    if (found === undefined) throw new NotFound('release', id)
    return view(found)
  })
}

function addChanges(api: Api, database: Database): void {
  const create = { tags, summary: 'Release barred numbers by form', body: newRelease, response: { 201: releaseView } }
  api.post('/outbound-rules/releases', { config, schema: create }, async (request, reply) => {
    const { tenantId: named, ...release } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    if (release.validUntil !== null && Date.parse(release.validUntil) <= Date.parse(release.validFrom)) throw new ReleaseContradictory()
    const releasedBy = holderOf(request).name
    const inserted = await database.withTenant(tenantId, async (tx) => {
      await assertReleasable(tx, tenantId, release.target)
      await assertOwner(tx, release)
      return insertRelease(tx, { tenantId, ...release, releasedBy })
    })
    return reply.code(201).send(view(inserted))
  })
  const remove = { tags, summary: 'Take a release back', params, response: { 204: z.null() } }
  api.delete('/outbound-rules/releases/:releaseId', { config, schema: remove }, async (request, reply) => {
    const id = request.params.releaseId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteRelease(tx, id)))) throw new NotFound('release', id)
    return reply.code(204).send(null)
  })
}

/** Throws `NeverReleased`. */
async function assertReleasable(tx: Tx, tenantId: string, target: Target): Promise<void> {
  const tenant = await findTenant(tx, tenantId)
  const ranges = tenant?.profile.outbound?.barredRanges ?? BARRED_RANGES
  const range = longestMatch(prefixTable(ranges.map((each) => [each.prefix, each] as const)), target)
  if (range?.releasable === false) throw new NeverReleased(range)
}
