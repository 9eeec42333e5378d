import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type BlobStore,
  checkedByHandler,
  type Database,
  decodeCursor,
  holderOf,
  inScope,
  owningTenant,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
  type Tx,
} from '@klinke/platform'
import { z } from 'zod'
import { assertConsent } from '../consents/store.ts'
import { findTenant } from '../tenants/store.ts'
import { type ErasureParts, erasePerson, erasurePreview } from './erase-person.ts'
import { ErasureNotConfirmed, ReportGone, RequestAnswered } from './problems.ts'
import type { ReportJobs } from './report-jobs.ts'
import {
  answerRequest,
  findRequest,
  insertRequest,
  listRequests,
  type PrivacyRequest,
  REQUEST_KINDS,
  REQUEST_STATES,
} from './request-store.ts'
import { type Person, personOf, subjectSchema } from './subject.ts'

export interface PrivacyRequestParts extends ErasureParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly blobs: Pick<BlobStore, 'read'>
  /** Absent: nobody makes reports here. */
  readonly jobs?: Pick<ReportJobs, 'look' | 'progressOf'> | undefined
}

const tags = ['privacy']
const params = z.object({ requestId: z.uuid() })
const words = z.object({ de: z.string(), en: z.string() })
const requestView = z.object({
  ...{ id: z.uuid(), tenantId: z.uuid(), kind: z.enum(REQUEST_KINDS), subject: subjectSchema, about: z.string(), askedBy: z.string() },
  ...{ askedAt: z.iso.datetime(), state: z.enum(REQUEST_STATES), outcome: z.string() },
  progress: z.int().describe('Of a report that is being made: hundredths'),
  ...{ octets: z.int().nullable(), decidedBy: z.string().nullable(), decidedAt: z.iso.datetime().nullable() },
  expiresAt: z.iso.datetime().nullable().describe('Of a report: until when it can be downloaded'),
})
const newRequest = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  kind: z
    .enum(REQUEST_KINDS)
    .describe('What is asked for: access (Art. 15), rectification (16) or deletion (17 GDPR)')
    .meta({ examples: ['rectification'] }),
  subject: subjectSchema.default({}).describe('Whom it is about; empty: the customer itself. Of users always the own extension'),
  about: z.string().trim().max(2_000).default('').describe('What is wrong, or what is wished'),
})
const answer = z.strictObject({
  state: z.enum(['done', 'refused']).meta({ examples: ['refused'] }),
  outcome: z
    .string()
    .trim()
    .min(1)
    .max(2_000)
    .describe('What was done, or why not (Art. 12 (4) GDPR)')
    .meta({ examples: ['Name berichtigt'] }),
  confirm: z.string().optional().describe('Of a deletion that is done: the name of whom it is about, as `GET …/erasure` gives it'),
})
const erasureView = z.object({
  name: z.string().describe('To be repeated as `confirm`'),
  items: z.array(z.object({ kind: z.string(), name: words, goes: z.int(), stays: z.int(), until: words })),
})

/** What people ask for about their data, and what became of it (Art. 15 to 17 GDPR, PRI-02). */
export function privacyRequestRoutes(parts: PrivacyRequestParts): ApiRoutes {
  return (api) => {
    addAsking(api, parts)
    addReport(api, parts)
    addAnswering(api, parts)
  }
}

const ownOf = (principal: Principal): string | undefined => (principal.kind === 'user' ? principal.extensionId : undefined)

function addAsking(api: Api, parts: PrivacyRequestParts): void {
  const { database, clock, jobs } = parts
  const view = (request: PrivacyRequest) => viewOf(request, jobs)
  const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional() })
  const list = { tags, summary: 'List requests about personal data, the newest first', querystring, response: { 200: pageOf(requestView) } }
  api.get('/privacy-requests', { config: checkedByHandler, schema: list }, async (request) => {
    const { limit, cursor, tenantId } = request.query
    const principal = principalOf(request)
    const part = { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0], extensionId: ownOf(principal) }
    const found = await inScope(database, principal, tenantId, (tx) => listRequests(tx, part))
    return page(found, limit, view, ({ id }) => [id])
  })
  const make = {
    tags,
    summary: 'Ask for access, rectification or deletion of personal data',
    body: newRequest,
    response: { 201: requestView },
  }
  api.post('/privacy-requests', { config: checkedByHandler, schema: make }, async (request, reply) => {
    const principal = principalOf(request)
    const { kind, about, ...asked } = request.body
    const tenantId = owningTenant(principal, asked.tenantId)
    const extensionId = ownOf(principal) ?? null
    const subject = extensionId === null ? asked.subject : { extensionId }
    // Whoever might read what a customer's people have done in this way needs what it needs for it in any other (PORT-04).
    if (kind === 'access') await database.withTenant(tenantId, (tx) => assertConsent(tx, principal, 'reports'))
    const made = await database.withOperator(async (tx) => {
      await personOf(tx, tenantId, subject)
      const row = { tenantId, kind, subject, about, askedBy: holderOf(request).name, extensionId, askedAt: new Date(clock.epochMs()) }
      return insertRequest(tx, row)
    })
    if (kind === 'access') void jobs?.look()
    return reply.code(201).send(view(made))
  })
  const get = { tags, summary: 'Get a request about personal data', params, response: { 200: requestView } }
  api.get('/privacy-requests/:requestId', { config: checkedByHandler, schema: get }, async (request) => {
    const principal = principalOf(request)
    return view(await inScope(database, principal, undefined, (tx) => findRequest(tx, request.params.requestId, ownOf(principal))))
  })
}

function addReport(api: Api, { database, clock, blobs }: PrivacyRequestParts): void {
  const download = {
    tags,
    summary: 'Download a report on personal data: JSON and PDF in an archive',
    params,
    produces: ['application/zip'],
  }
  api.get('/privacy-requests/:requestId/report', { config: checkedByHandler, schema: download }, async (request, reply) => {
    const { requestId } = params.parse(request.params)
    const principal = principalOf(request)
    const found = await inScope(database, principal, undefined, (tx) => findRequest(tx, requestId, ownOf(principal)))
    // Also for what a user has asked about itself: only the user reads it without (PORT-04).
    await database.withTenant(found.tenant_id, (tx) => assertConsent(tx, principal, 'reports'))
    const isOver = found.expires_at === null || found.expires_at.getTime() <= clock.epochMs()
    const content = isOver || found.blob_key === null ? undefined : await blobs.read(found.blob_key)
    if (content === undefined) throw new ReportGone()
    const name = `attachment; filename="auskunft-${found.asked_at.toISOString().slice(0, 10)}.zip"`
    reply.header('content-disposition', name).header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
    return reply.type('application/zip').send(Buffer.from(content))
  })
}

function addAnswering(api: Api, parts: PrivacyRequestParts): void {
  const { database, clock, jobs } = parts
  /** Only of one of the customers of whoever asks. */
  const seen = (principal: Principal, requestId: string) => inScope(database, principal, undefined, (tx) => findRequest(tx, requestId))
  const erase = async (tx: Tx, { tenant_id: tenantId, subject }: PrivacyRequest, check: (person: Person) => void) => {
    const person = await personOf(tx, tenantId, subject)
    const tenant = await findTenant(tx, tenantId)
    if (person === undefined || tenant === undefined) return { name: tenant?.name ?? '', items: [] }
    check(person)
    return { name: person.name, items: await erasePerson(tx, parts, tenantId, person, tenant.profile.retention ?? {}) }
  }
  const preview = { tags, summary: 'What a deletion would take, and what stays for how long', params, response: { 200: erasureView } }
  api.get('/privacy-requests/:requestId/erasure', { schema: preview }, async (request) => {
    const found = await seen(principalOf(request), request.params.requestId)
    let name = ''
    const items = await erasurePreview(database, async (tx) => {
      const would = await erase(tx, found, () => undefined)
      name = would.name
      return would.items
    })
    return { name, items: items.map((each) => ({ ...each })) }
  })
  const summary = 'Answer a request; a deletion that is done is done with it, and cannot be undone'
  const schema = { tags, summary, params, body: answer, response: { 200: requestView } }
  api.post('/privacy-requests/:requestId/answer', { schema }, async (request) => {
    const { state, outcome, confirm } = request.body
    const found = await seen(principalOf(request), request.params.requestId)
    if (found.kind === 'access' || found.state !== 'waiting') throw new RequestAnswered()
    const by = holderOf(request).name
    const answered = await database.withOperator(async (tx) => {
      if (found.kind === 'deletion' && state === 'done')
        await erase(tx, found, ({ name }) => {
          if (confirm !== name) throw new ErasureNotConfirmed(name)
        })
      return answerRequest(tx, found.id, { state, outcome, by, at: new Date(clock.epochMs()) })
    })
    if (answered === undefined) throw new RequestAnswered()
    return viewOf(answered, jobs)
  })
}

function viewOf(row: PrivacyRequest, jobs: PrivacyRequestParts['jobs']): z.infer<typeof requestView> {
  const { id, kind, subject, about, state, outcome } = row
  return {
    ...{ id, tenantId: row.tenant_id, kind, subject, about, askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), state, outcome },
    progress: state === 'waiting' ? (jobs?.progressOf(id) ?? 0) : 100,
    ...{ octets: row.octets, decidedBy: row.decided_by, decidedAt: row.decided_at?.toISOString() ?? null },
    expiresAt: row.expires_at?.toISOString() ?? null,
  }
}
