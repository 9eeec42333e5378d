import { KlinkeError } from '@klinke/foundation'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ApiRoutes, Holder } from '../http/api.ts'
import { holderOf } from '../http/authentication.ts'
import { CrossSiteRequest, InvalidRequest, NotFound, TooManyRequests } from '../http/errors.ts'
import type { ProblemTable } from '../http/problem.ts'
import { originOf } from '../http/same-origin.ts'
import type { Hearer } from './audience.ts'
import { eventQuery } from './client-message.ts'
import type { EventSockets } from './event-sockets.ts'
import type { Upgrades } from './upgrades.ts'

/** Seconds after which a client may look for a free place again. */
const FULL_RETRY_SECONDS = 5

export interface EventRoutesParts {
  readonly sockets: EventSockets
  readonly upgrades: Upgrades
  /** The tenants of a reseller. */
  readonly customersOf: (resellerId: string) => Promise<ReadonlySet<string>>
  /** Those of the tenants whose management has consented to evaluations of calls. */
  readonly consentingOf: (tenantIds: readonly string[]) => Promise<ReadonlySet<string>>
}

class UpgradeRequired extends KlinkeError {
  constructor() {
    super('upgrade-required', 'Events come over a WebSocket: connect with ws:// or wss:// to this path.')
  }
}

export const eventProblems: ProblemTable = {
  'upgrade-required': {
    status: 426,
    title: { en: 'A WebSocket is needed', de: 'Hier ist ein WebSocket nötig' },
    germanDetail: 'Ereignisse kommen über einen WebSocket: Verbinden Sie sich mit ws:// oder wss:// zu diesem Pfad.',
  },
}

/** The stream of events: a WebSocket of whoever has signed in, who hears what he may see. */
export function eventRoutes({ sockets, upgrades, customersOf, consentingOf }: EventRoutesParts): ApiRoutes {
  const hearerOf = async ({ principal }: Holder): Promise<Hearer> => {
    const customers = principal.kind === 'reseller' ? await customersOf(principal.resellerId) : new Set<string>()
    const evaluated = principal.kind === 'tenant' ? [principal.tenantId] : [...customers]
    return { principal, customers, consenting: evaluated.length === 0 ? new Set() : await consentingOf(evaluated) }
  }
  return (api) => {
    const schema = {
      tags: ['events'],
      summary: 'Follow events over a WebSocket',
      description:
        'Sends each event as one JSON message, first what came after the id `after`. `{"kind":"resync"}` says that this is not known any more. A heartbeat comes every 10 s. docs/api.md has all kinds of messages and events.',
      querystring: eventQuery,
      response: { 101: z.null().describe('From here on it is a WebSocket (RFC 6455)') },
    }
    api.get('/events', { config: { access: 'signed-in' }, schema }, async (request, reply) => {
      const holder = holderOf(request)
      assertOwnPage(request, holder)
      const hearer = await hearerOf(holder)
      const { topics = [], tenantId, after } = request.query
      assertSees(hearer, tenantId)
      if (!sockets.hasRoomFor(holder.id)) throw new TooManyRequests(FULL_RETRY_SECONDS)
      const upgrade = isHandshake(request) ? upgrades.take(request.raw) : undefined
      if (upgrade === undefined) throw new UpgradeRequired()
      reply.hijack()
      const again = async (): Promise<Hearer | undefined> => {
        const now = await api.identify(request)
        return now && hearerOf(now)
      }
      const { id: holderId, session, madeBy } = holder
      sockets.accept(request.raw, upgrade, {
        holderId,
        endsWith: [holderId, session?.id, madeBy],
        hearer,
        subscribed: { topics, tenantId, after },
        again,
      })
    })
    api.alsoForget(sockets)
    api.addHook('preClose', async () => {
      sockets.close()
    })
  }
}

/** A page of another site may open a WebSocket here, and the browser sends the cookie along: nothing but the origin tells. */
function assertOwnPage({ headers }: FastifyRequest, { session }: Holder): void {
  if (session !== undefined && originOf(headers) !== 'own') throw new CrossSiteRequest()
}

function assertSees({ principal, customers }: Hearer, tenantId: string | undefined): void {
  if (tenantId === undefined || principal.kind === 'operator') return
  const seen = principal.kind === 'reseller' ? customers.has(tenantId) : principal.tenantId === tenantId
  if (!seen) throw new NotFound('tenant', tenantId)
}

/** RFC 6455 §4.2.1; the rest `ws` looks at. */
function isHandshake({ headers }: FastifyRequest): boolean {
  if (headers.upgrade === undefined) return false
  if (headers.upgrade.toLowerCase() === 'websocket' && headers['sec-websocket-version'] === '13') return true
  throw new InvalidRequest({
    en: 'This is no handshake of a WebSocket of version 13 (RFC 6455).',
    de: 'So beginnt kein WebSocket der Version 13 (RFC 6455).',
  })
}
