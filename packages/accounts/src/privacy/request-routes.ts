import {
  type Api,
  type ApiRoutes,
  checkedByHandler,
  decodeCursor,
  holderOf,
  inScope,
  owningTenant,
  type Principal,
  page,
  pageOf,
  pageQuery,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { assertConsent } from '../consents/store.ts'
import { addAnswering } from './answer-routes.ts'
import { addOwnRequests } from './own-request-routes.ts'
import { askedAbout, askedKind, type PrivacyRequestParts, reportHeaders, reportOf, requestParams } from './request-parts.ts'
import { findRequest, hasReport, insertRequest, listRequests } from './request-store.ts'
import { requestView, shownRequest, shownRequests } from './request-views.ts'
import { type Person, personOf, subjectSchema } from './subject.ts'

const tags = ['privacy']
const newRequest = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  kind: askedKind,
  subject: subjectSchema.default({}).describe('Whom it is about; empty: the customer itself. Of users always the own extension'),
  about: askedAbout,
  replyTo: z
    .email()
    .toLowerCase()
    .optional()
    .describe('Where the answer goes; absent: to the address of the person, if one is known. Of users always their own'),
})

/** What people ask for about their data, and what became of it (Art. 12, 15 to 17, 20 and 21 GDPR, PRI-02). */
export function privacyRequestRoutes(parts: PrivacyRequestParts): ApiRoutes {
  return (api) => {
    addAsking(api, parts)
    addReport(api, parts)
    addOwnRequests(api, parts)
    addAnswering(api, parts)
  }
}

const ownOf = (principal: Principal): string | undefined => (principal.kind === 'user' ? principal.extensionId : undefined)

function addAsking(api: Api, { database, clock, jobs }: PrivacyRequestParts): void {
  const shown = () => ({ nowMs: clock.epochMs(), jobs })
  const querystring = z.strictObject({
    ...pageQuery,
    tenantId: z.uuid().optional(),
    open: z.stringbool().optional().describe('Only those that wait for an answer'),
  })
  const list = { tags, summary: 'List requests about personal data, the newest first', querystring, response: { 200: pageOf(requestView) } }
  api.get('/privacy-requests', { config: checkedByHandler, schema: list }, async (request) => {
    const { limit, cursor, tenantId, open } = request.query
    const principal = principalOf(request)
    const part = { limit: limit + 1, before: decodeCursor(cursor, 1)?.[0], open, asker: { extensionId: ownOf(principal) } }
    const found = await inScope(database, principal, tenantId, async (tx) => shownRequests(tx, await listRequests(tx, part), shown()))
    return page(
      found,
      limit,
      (each) => each,
      ({ id }) => [id],
    )
  })
  const make = { tags, summary: 'Ask for something about personal data', body: newRequest, response: { 201: requestView } }
  api.post('/privacy-requests', { config: checkedByHandler, schema: make }, async (request, reply) => {
    const principal = principalOf(request)
    const { kind, about, replyTo, ...asked } = request.body
    const tenantId = owningTenant(principal, asked.tenantId)
    const extensionId = ownOf(principal) ?? null
    const subject = extensionId === null ? asked.subject : { extensionId }
    // Whoever might read what a customer's people have done in this way needs what it needs for it in any other (PORT-04).
    if (hasReport(kind)) await database.withTenant(tenantId, (tx) => assertConsent(tx, principal, 'reports'))
    const made = await database.withOperator(async (tx) => {
      const person = await personOf(tx, tenantId, subject)
      const known = onlyAddress(person)
      const to = extensionId === null ? (replyTo ?? known) : known
      const who = { askedBy: holderOf(request).name, extensionId, loginId: null, replyTo: to }
      return shownRequest(
        tx,
        await insertRequest(tx, { tenantId, kind, subject, about, ...who, askedAt: new Date(clock.epochMs()) }),
        shown(),
      )
    })
    if (hasReport(kind)) void jobs?.look()
    return reply.code(201).send(made)
  })
  const get = { tags, summary: 'Get a request about personal data', params: requestParams, response: { 200: requestView } }
  api.get('/privacy-requests/:requestId', { config: checkedByHandler, schema: get }, async (request) => {
    const principal = principalOf(request)
    const asker = { extensionId: ownOf(principal) }
    return inScope(database, principal, undefined, async (tx) =>
      shownRequest(tx, await findRequest(tx, request.params.requestId, asker), shown()),
    )
  })
}

/** Of several people with one extension nobody knows who asks. */
function onlyAddress(person: Person | undefined): string | null {
  return person?.emails.length === 1 ? (person.emails[0] ?? null) : null
}

function addReport(api: Api, parts: PrivacyRequestParts): void {
  const { database } = parts
  const download = {
    ...{ tags, summary: 'Download a report on personal data: JSON and PDF in an archive', params: requestParams },
    produces: ['application/zip'],
  }
  api.get('/privacy-requests/:requestId/report', { config: checkedByHandler, schema: download }, async (request, reply) => {
    const { requestId } = requestParams.parse(request.params)
    const principal = principalOf(request)
    const asker = { extensionId: ownOf(principal) }
    const found = await inScope(database, principal, undefined, (tx) => findRequest(tx, requestId, asker))
    // Also for what a user has asked about itself: only the user reads it without (PORT-04).
    await database.withTenant(found.tenant_id, (tx) => assertConsent(tx, principal, 'reports'))
    return reply
      .headers(reportHeaders(found))
      .type('application/zip')
      .send(await reportOf(parts, found))
  })
}
