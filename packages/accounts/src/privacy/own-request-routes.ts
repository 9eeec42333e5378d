import { type Api, type FastifyRequest, holderOf, InvalidRequest, principalOf, sessionOf } from '@klinke/platform'
import { z } from 'zod'
import { askedAbout, askedKind, type PrivacyRequestParts, reportHeaders, reportOf, requestParams } from './request-parts.ts'
import { findRequest, hasReport, insertRequest, listRequests } from './request-store.ts'
import { requestView, shownRequest, shownRequests } from './request-views.ts'
import { personOf } from './subject.ts'

const tags = ['privacy']
/** Whatever somebody may do otherwise: everybody has these rights about the own data. */
const config = { access: 'signed-in' } as const
/** Of one person; older ones are with whoever administers. */
const SHOWN = 50

/** What somebody who is signed in asks about the own data: only that login sees it here, also of several with one extension, and nobody's consent is needed. */
export function addOwnRequests(api: Api, parts: PrivacyRequestParts): void {
  const { database, clock, jobs } = parts
  const shown = () => ({ nowMs: clock.epochMs(), jobs })
  const list = {
    ...{ tags, summary: 'List what was asked about the own data, the newest first' },
    response: { 200: z.object({ items: z.array(requestView) }) },
  }
  api.get('/me/privacy-requests', { config, schema: list }, async (request) => {
    const { loginId, tenantId } = ownLogin(request)
    const found = await database.withTenant(tenantId, async (tx) =>
      shownRequests(tx, await listRequests(tx, { limit: SHOWN, asker: { loginId } }), shown()),
    )
    return { items: [...found] }
  })
  const newRequest = z.strictObject({ kind: askedKind, about: askedAbout })
  const make = { tags, summary: 'Ask for something about the own data', body: newRequest, response: { 201: requestView } }
  api.post('/me/privacy-requests', { config, schema: make }, async (request, reply) => {
    const { kind, about } = request.body
    const { loginId, tenantId } = ownLogin(request)
    const made = await database.withOperator(async (tx) => {
      const person = await personOf(tx, tenantId, { loginId })
      const who = { askedBy: holderOf(request).name, extensionId: null, loginId, replyTo: person?.emails[0] ?? null }
      const asked = { tenantId, kind, subject: { loginId }, about, ...who, askedAt: new Date(clock.epochMs()) }
      return shownRequest(tx, await insertRequest(tx, asked), shown())
    })
    if (hasReport(kind)) void jobs?.look()
    return reply.code(201).send(made)
  })
  const download = {
    ...{ tags, summary: 'Download the report on the own data', params: requestParams, produces: ['application/zip'] },
  }
  api.get('/me/privacy-requests/:requestId/report', { config, schema: download }, async (request, reply) => {
    const { requestId } = requestParams.parse(request.params)
    const { loginId, tenantId } = ownLogin(request)
    const found = await database.withTenant(tenantId, (tx) => findRequest(tx, requestId, { loginId }))
    return reply
      .headers(reportHeaders(found))
      .type('application/zip')
      .send(await reportOf(parts, found))
  })
}

interface OwnLogin {
  readonly loginId: string
  readonly tenantId: string
}

/** Throws `SessionOnly` for a key, and `InvalidRequest` for a login that is no customer's. */
function ownLogin(request: FastifyRequest): OwnLogin {
  const { loginId } = sessionOf(request)
  const principal = principalOf(request)
  if (principal.kind === 'operator' || principal.kind === 'reseller')
    throw new InvalidRequest({
      en: 'This login belongs to no customer. Ask whoever runs the exchange.',
      de: 'Dieser Zugang gehört zu keinem Kunden. Fragen Sie den Betreiber.',
    })
  return { loginId, tenantId: principal.tenantId }
}
