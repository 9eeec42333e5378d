import { findTenant } from '@klinke/accounts'
import { type ApiRoutes, type Database, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { Addresses } from './addresses.ts'

const accessView = z.object({
  domain: z.string().describe('SIP domain of the tenant: what stands behind the @'),
  host: z.string().describe('Server (outbound proxy), from where this server is itself'),
  outwardHost: z.string().nullable().describe('Server for phones on other machines, where `host` is loopback; null: the same'),
  udpPort: z.int(),
  tcpPort: z.int(),
  tlsPort: z.int(),
  webSocketPath: z.string().describe('SIP over WebSocket, at this web server'),
  echoNumber: z.string().nullable().describe('What is dialled to hear oneself'),
})

/** What is entered in a phone beside user name and password: for everyone who has one. */
export function sipAccessRoutes(database: Database, addresses: () => Addresses): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
    const schema = { tags: ['sip access'], summary: 'Tell what is entered in phones', querystring, response: { 200: accessView } }
    api.get('/sip-access', { config: { access: 'signed-in' }, schema }, async (request) => {
      const tenantId = owningTenant(principalOf(request), request.query.tenantId)
      const tenant = await database.withTenant(tenantId, (tx) => findTenant(tx, tenantId))
      if (tenant === undefined) throw new NotFound('tenant', tenantId)
      const { host, outward, sipPort, sipsPort } = addresses()
      return {
        ...{ domain: tenant.sipDomain, host, outwardHost: outward ?? null },
        ...{ udpPort: sipPort, tcpPort: sipPort, tlsPort: sipsPort, webSocketPath: '/sip', echoNumber: tenant.profile.echoNumber },
      }
    })
  }
}
