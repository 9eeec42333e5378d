import { findNumber } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import { isE164 } from '@klinke/numbering'
import {
  type Api,
  type ApiRoutes,
  type BlobStore,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  owningTenant,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { addDocumentRoutes } from './document-routes.ts'
import { listDocuments } from './document-store.ts'
import { neverShown } from './never-shown.ts'
import {
  approval,
  EvidenceMissing,
  NumberIsOwn,
  NumberNeverShown,
  newRight,
  RIGHT_STATES,
  RightInThePast,
  refusal,
  rightView,
} from './rights-rules.ts'
import { decideRight, deleteRight, findRight, insertRight, listRights, type StoredRight } from './rights-store.ts'
import { viewOfDocument } from './views.ts'

export interface RightsParts {
  readonly database: Database
  readonly blobs: BlobStore
  readonly clock: Pick<Clock, 'epochMs'>
  /** Charges a validation, where the customer's product does (NUM-09); absent: nothing is charged. */
  readonly charge?: (tx: Tx, validated: { readonly tenantId: string; readonly number: string; readonly by: string }) => Promise<void>
}

const tags = ['number-rights']
const params = z.object({ rightId: z.uuid() })
const listQuery = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional(), state: z.enum(RIGHT_STATES).optional() })
/** The operator answers for what leaves his network (§ 120 TKG): he validates. */
const operator = { access: 'operator' } as const

/** The ledger of numbers that customers may show though they are not their own (CLI-03): they ask with evidence, the operator decides. */
export function numberRightRoutes(parts: RightsParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addRequests(api, parts)
    addDecisions(api, parts)
    addDocumentRoutes(api, parts)
  }
}

async function viewed(tx: Tx, rights: readonly StoredRight[]): Promise<z.infer<typeof rightView>[]> {
  const documents = Map.groupBy(
    await listDocuments(
      tx,
      rights.map(({ id }) => id),
    ),
    ({ rightId }) => rightId,
  )
  return rights.map(({ requestedAt, decidedAt, validUntil, ...right }) => ({
    ...right,
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    validUntil: validUntil?.toISOString() ?? null,
    documents: (documents.get(right.id) ?? []).map(viewOfDocument),
  }))
}

async function viewedOne(tx: Tx, right: StoredRight): Promise<z.infer<typeof rightView>> {
  const [view] = await viewed(tx, [right])
  if (view === undefined) throw new Error('A right has no view.')
  return view
}

function addReading(api: Api, { database }: RightsParts): void {
  const list = { tags, summary: 'List rights to show numbers', querystring: listQuery, response: { 200: pageOf(rightView) } }
  api.get('/number-rights', { schema: list }, async (request) => {
    const { limit, cursor, tenantId, state } = request.query
    const filter = { state, limit: limit + 1, after: decodeCursor(cursor, 1)?.[0] }
    const found = await inScope(database, principalOf(request), tenantId, async (tx) => viewed(tx, await listRights(tx, filter)))
    return page(
      found,
      limit,
      (right) => right,
      ({ id }) => [id],
    )
  })
  const get = { tags, summary: 'Get a right to show a number', params, response: { 200: rightView } }
  api.get('/number-rights/:rightId', { schema: get }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => viewedOne(tx, await findRight(tx, request.params.rightId))),
  )
}

function addRequests(api: Api, { database, blobs }: RightsParts): void {
  const create = { tags, summary: 'Ask for the right to show a number', body: newRight, response: { 201: rightView } }
  api.post('/number-rights', { schema: create }, async (request, reply) => {
    const { tenantId: named, number, ...fields } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    const row = isE164(number) ? neverShown(number) : undefined
    if (row !== undefined) throw new NumberNeverShown(row)
    const requestedBy = holderOf(request).name
    const view = await database.withTenant(tenantId, async (tx) => {
      if ((await findNumber(tx, number)) !== undefined) throw new NumberIsOwn(number)
      return viewedOne(tx, await insertRight(tx, { tenantId, number, ...fields, requestedBy }))
    })
    return reply.code(201).send(view)
  })
  const remove = { tags, summary: 'Withdraw a request, or give up a right', params, response: { 204: z.null() } }
  api.delete('/number-rights/:rightId', { schema: remove }, async (request, reply) => {
    const { rightId } = request.params
    const documents = await inScope(database, principalOf(request), undefined, async (tx) => {
      const kept = await listDocuments(tx, [rightId])
      await deleteRight(tx, rightId)
      return kept
    })
    for (const { key } of documents) await blobs.remove(key)
    return reply.code(204).send(null)
  })
}

function addDecisions(api: Api, { database, clock, charge }: RightsParts): void {
  const response = { 200: rightView }
  const approve = { tags, summary: 'Approve a right to show a number', params, body: approval, response }
  api.post('/number-rights/:rightId/approval', { config: operator, schema: approve }, (request) => {
    const { rightId } = request.params
    const at = new Date(clock.epochMs())
    const validUntil = request.body.validUntil === null ? null : new Date(request.body.validUntil)
    if (validUntil !== null && validUntil <= at) throw new RightInThePast()
    return database.withOperator(async (tx) => {
      const { state: before } = await findRight(tx, rightId, 'for update')
      if ((await listDocuments(tx, [rightId])).length === 0) throw new EvidenceMissing()
      const decision = { state: 'approved', by: holderOf(request).name, at, reason: null, validUntil } as const
      const right = await decideRight(tx, rightId, decision)
      // Once: another date for what is approved already is no validation.
      if (before !== 'approved') await charge?.(tx, { tenantId: right.tenantId, number: right.number, by: decision.by })
      return viewedOne(tx, right)
    })
  })
  const refuse = { tags, summary: 'Refuse a right to show a number, or take it back', params, body: refusal, response }
  api.post('/number-rights/:rightId/refusal', { config: operator, schema: refuse }, (request) => {
    const { reason } = request.body
    const decision = { state: 'refused', by: holderOf(request).name, at: new Date(clock.epochMs()), reason, validUntil: null } as const
    return database.withOperator(async (tx) => viewedOne(tx, await decideRight(tx, request.params.rightId, decision)))
  })
}
