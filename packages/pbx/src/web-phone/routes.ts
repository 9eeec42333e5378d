import { type Extension, mayUse, NotInPackage, siteOf, whereabouts } from '@klinke/accounts'
import {
  type ApiRoutes,
  type Database,
  type FastifyRequest,
  inScope,
  NotFound,
  noteDeed,
  ofOwnExtension,
  principalOf,
  sessionOf,
} from '@klinke/platform'
import { z } from 'zod'
import { findExtension, type StoredExtension } from '../extensions/store.ts'
import type { PbxDirectory, PbxSnapshot } from '../snapshot.ts'
import type { WebPhones } from './web-phones.ts'

const place = z.object({
  site: z.string().nullable().describe('Where 110 and 112 send help; null: nobody knows'),
  whereabouts: z
    .enum(['here', 'elsewhere', 'unknown'])
    .describe(
      'Whether this browser is at the site, by its address and the networks of the site: elsewhere help is called by mobile phone (EMG-04)',
    ),
})
const credentials = z.object({
  username: z.string().describe('Digest user name; it goes with this session only'),
  password: z.string().describe('Shown this once; valid until the session ends, or `expiresAt`'),
  domain: z.string(),
  number: z.string().describe('Of the extension: the user of its address, `sip:number@domain`'),
  name: z.string(),
  webSocketPath: z.string().describe('SIP over WebSocket, at this web server'),
  expiresAt: z.iso.datetime(),
  ...place.shape,
})
const tags = ['web phone']
const WHERE = '/extensions/:extensionId/web-phones'

export interface WebPhoneRoutesOptions {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly webPhones: WebPhones
}

/** How a browser that is signed in becomes a telephone of an extension: a user of the own one, an administrator of any of the customer. */
export function webPhoneRoutes({ database, directory, webPhones }: WebPhoneRoutesOptions): ApiRoutes {
  return (api) => {
    const params = z.object({ extensionId: z.uuid() })
    const schema = {
      tags,
      summary: 'Get SIP credentials for this browser, which end with its session',
      params,
      response: { 200: credentials },
    }
    api.post(WHERE, { config: ofOwnExtension, schema }, async (request) => {
      const { id: sessionId } = sessionOf(request)
      const { extensionId } = request.params
      const stored = await inScope(database, principalOf(request), undefined, (tx) => findExtension(tx, extensionId))
      const tenant = stored && directory.tenant(stored.tenantId)
      const extension = stored && tenant?.extensions.get(stored.number)
      // A suspended customer has extensions, but no calls.
      if (stored === undefined || tenant === undefined || extension?.id !== extensionId) throw new NotFound('extension', extensionId)
      if (!mayUse(tenant.profile, extension, 'web-phone')) throw new NotInPackage(extension.number, 'web-phone')
      await noteTaken(request, database, stored)
      const { account, password } = webPhones.issue(tenant, extension, sessionId)
      const { username, domain, expiresAtMs } = account
      const { number, name } = extension
      return {
        ...placeOf(tenant, extension, request.ip),
        username,
        password,
        domain,
        number,
        name,
        webSocketPath: '/sip',
        expiresAt: new Date(expiresAtMs).toISOString(),
      }
    })
    const seen = {
      tags,
      summary: 'Tell where 110 and 112 of an extension send help, and whether this client is there',
      params,
      response: { 200: place },
    }
    api.get('/extensions/:extensionId/whereabouts', { config: ofOwnExtension, schema: seen }, async (request) => {
      const { extensionId } = request.params
      const stored = await inScope(database, principalOf(request), undefined, (tx) => findExtension(tx, extensionId))
      const tenant = stored && (directory.forHelp ?? directory).tenant(stored.tenantId)
      const extension = stored && tenant?.extensions.get(stored.number)
      if (tenant === undefined || extension === undefined) throw new NotFound('extension', extensionId)
      return placeOf(tenant, extension, request.ip)
    })
    const ofOne = params.extend({ username: z.string().max(64) })
    const withdrawal = {
      tags,
      summary: 'Withdraw credentials of this session: the window is closed',
      params: ofOne,
      response: { 204: z.null() },
    }
    api.delete(`${WHERE}/:username`, { config: ofOwnExtension, schema: withdrawal }, async (request, reply) => {
      const { username } = request.params
      if (!webPhones.withdraw(sessionOf(request).id, username)) throw new NotFound('web phone', username)
      return reply.code(204).send(null)
    })
  }
}

/** By the address that the server sees. */
function placeOf(tenant: PbxSnapshot, extension: Extension, address: string): z.infer<typeof place> {
  const site = siteOf(tenant, extension)
  return { site: site?.name ?? null, whereabouts: whereabouts(site, address) }
}

/** Who is not the user of the extension takes somebody's: that stands in the audit log, before it rings there. */
async function noteTaken(request: FastifyRequest, database: Database, { id, tenantId, number, name }: StoredExtension): Promise<void> {
  const { holder, ip: address, id: requestId, routeOptions } = request
  if (holder === undefined || holder.principal.kind === 'user') return
  const actor = { kind: holder.principal.kind, id: holder.id, name: holder.name, address }
  const deed = {
    tenantId,
    actor,
    requestId,
    route: `POST ${routeOptions.url ?? ''}`,
    action: 'taken',
    subject: 'web_phone',
    subjectId: null,
  }
  await database.withOperator((tx) => noteDeed(tx, { ...deed, after: { extensionId: id, number, name } }))
}
