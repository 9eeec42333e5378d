import { type ApiRoutes, type Database, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type Consent, listConsents, recordConsent, revokeConsent } from './store.ts'

const consentView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  scope: z.enum(['reports', 'chat-logs']),
  grantedBy: z.string(),
  grantedOn: z.iso.date(),
  document: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable().describe('null: valid'),
})
const newConsent = z.strictObject({
  tenantId: z.uuid(),
  scope: consentView.shape.scope.describe('What is consented to: reports of calls, or logs of chats'),
  grantedBy: z.string().trim().min(1).max(200).describe('Name of the managing director or owner who has consented'),
  grantedOn: z.iso.date(),
  document: z.string().trim().max(500).nullish().describe('Where the signed declaration is filed'),
})
const tags = ['management consents']
const params = z.object({ consentId: z.uuid() })

/** The consent of a customer's management (PORT-04). It is declared towards the operator or reseller, who records it; the customer revokes it at any time. */
export function consentRoutes(database: Database): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject({ tenantId: z.uuid().optional() })
    const response = { 200: z.object({ items: z.array(consentView) }) }
    api.get(
      '/management-consents',
      { schema: { tags, summary: 'List consents, revoked ones too', querystring, response } },
      async (request) => {
        const consents = await inScope(database, principalOf(request), request.query.tenantId, listConsents)
        return { items: consents.map(view) }
      },
    )
    const create = {
      tags,
      summary: 'Record a consent; one that is valid already is replaced',
      body: newConsent,
      response: { 201: consentView },
    }
    api.post('/management-consents', { config: { access: 'reseller' }, schema: create }, async (request, reply) => {
      // Proves that a reseller records it for its own customer; the customer itself cannot.
      const tenantId = owningTenant(principalOf(request), request.body.tenantId)
      const { document, ...given } = request.body
      const recorded = await database.withOperator((tx) => recordConsent(tx, { ...given, tenantId, document: document ?? null }))
      return reply.code(201).send(view(recorded))
    })
    const revoke = { tags, summary: 'Revoke a consent at once', params, response: { 204: z.null() } }
    api.delete('/management-consents/:consentId', { schema: revoke }, async (request, reply) => {
      const { consentId } = request.params
      if (!(await inScope(database, principalOf(request), undefined, (tx) => revokeConsent(tx, consentId))))
        throw new NotFound('consent', consentId)
      return reply.code(204).send(null)
    })
  }
}

function view({ recordedAt, revokedAt, ...shown }: Consent): z.infer<typeof consentView> {
  return { ...shown, recordedAt: recordedAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null }
}
