import type { Registration } from '@klinke/calls'
import { legible } from '@klinke/foundation'
import {
  type ApiRoutes,
  checkedByHandler,
  decodeCursor,
  isOwn,
  matcher,
  NotFound,
  ofOwnExtension,
  page,
  pageOf,
  pageQuery,
  principalOf,
  searchQuery,
  seenTenant,
  seenTenants,
} from '@klinke/platform'
import { z } from 'zod'
import { smallest } from '../smallest.ts'

/** The registrations of this node, in any order: `Registrar`, as far as these routes need it. */
export interface RegistrationList {
  list(tenantId?: string): Iterable<Registration>
  remove(bindingId: string): boolean
}

/** Of what a device says of itself. */
const MAX_USER_AGENT_CHARACTERS = 300

const registrationView = z.object({
  id: z.string(),
  tenantId: z.uuid(),
  extensionId: z.uuid(),
  addressOfRecord: z.string().describe('Extension number and SIP domain'),
  contact: z.string().describe('SIP URI that the device gave'),
  transport: z.enum(['UDP', 'TCP', 'TLS', 'WS', 'WSS']),
  remoteAddress: z.string().describe('Where the device registers from'),
  remotePort: z.int(),
  userAgent: z.string().nullable(),
  registeredAt: z.iso.datetime(),
  refreshedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
const listQuery = z.strictObject({ ...pageQuery, ...searchQuery, tenantId: z.uuid().optional(), extensionId: z.uuid().optional() })
const tags = ['registrations']

/** Who is registered, from where, and for how long (DEV-01). */
export function registrationRoutes(registrations: RegistrationList): ApiRoutes {
  return (api) => {
    api.get(
      '/registrations',
      {
        config: ofOwnExtension,
        schema: { tags, summary: 'List registered devices', querystring: listQuery, response: { 200: pageOf(registrationView) } },
      },
      (request) => {
        const { limit, cursor, tenantId, extensionId, q } = request.query
        const fits = matcher(q)
        const after = decodeCursor(cursor, 2)
        const seen = registrations.list(seenTenant(principalOf(request), tenantId))
        const wanted = Iterator.from(seen).filter(
          (item) =>
            (extensionId === undefined || item.extensionId === extensionId) &&
            (!after || compare(positionOf(item), after) > 0) &&
            fits(...searchedTexts(item)),
        )
        const first = smallest(wanted, limit + 1, (a, b) => compare(positionOf(a), positionOf(b)))
        return page(first, limit, viewRegistration, positionOf)
      },
    )
    const params = z.object({ registrationId: z.string() })
    api.delete(
      '/registrations/:registrationId',
      {
        config: checkedByHandler,
        schema: { tags, summary: 'Remove a registration; the device may register again', params, response: { 204: z.null() } },
      },
      async (request, reply) => {
        const id = request.params.registrationId
        const seen = seenTenants(principalOf(request))
        const own = Iterator.from(registrations.list()).find((item) => item.id === id && seen?.has(item.tenantId) !== false)
        if (own === undefined || !isOwn(request, own.extensionId) || !registrations.remove(own.id)) throw new NotFound('registration', id)
        return reply.code(204).send(null)
      },
    )
  }
}

function searchedTexts({ addressOfRecord, remote, userAgent }: Registration): readonly (string | undefined)[] {
  return [addressOfRecord, remote.address, userAgent]
}

function positionOf({ addressOfRecord, id }: Registration): readonly string[] {
  return [addressOfRecord, id]
}

function compare([recordA = '', idA = '']: readonly string[], [recordB = '', idB = '']: readonly string[]): number {
  if (recordA !== recordB) return recordA < recordB ? -1 : 1
  return idA === idB ? 0 : idA < idB ? -1 : 1
}

/** A registration as the API shows it. */
export function viewRegistration(item: Registration): z.infer<typeof registrationView> {
  const time = (epochMs: number): string => new Date(epochMs).toISOString()
  return {
    id: item.id,
    tenantId: item.tenantId,
    extensionId: item.extensionId,
    addressOfRecord: item.addressOfRecord,
    contact: item.contactUri,
    transport: item.protocol,
    remoteAddress: item.remote.address,
    remotePort: item.remote.port,
    userAgent: item.userAgent === undefined ? null : legible(item.userAgent, MAX_USER_AGENT_CHARACTERS),
    registeredAt: time(item.registeredAtMs),
    refreshedAt: time(item.refreshedAtMs),
    expiresAt: time(item.expiresAtMs),
  }
}
