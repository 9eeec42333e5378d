import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { consentingTenants, customerIds, endDemos, isCustomer } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { type Api, createApiServer, EventSockets, SignIn, Upgrades } from '@klinke/platform'
import { portalPages } from '../portal/portal-pages.ts'
import { addressesOf, usable } from './addresses.ts'
import { apiParts } from './api.ts'
import type { RunningExchange } from './exchange.ts'
import type { Ground } from './klinke.ts'
import { mailOf } from './mail.ts'
import { whereaboutsIn } from './sign-in.ts'
import { openWebhooks } from './webhooks.ts'

export interface RunningWeb {
  readonly port: number
}

/** Where `scripts/build-portal.ts` leaves the portal. */
const PORTAL = join(import.meta.dirname, '../../../portal/dist')

/** Serves the REST API and the portal, and SIP over WebSocket beside them. */
export async function openWeb(ground: Ground, exchange: RunningExchange): Promise<RunningWeb> {
  const { configuration, database, secrets, clock, logger, hasher, faults, scope } = ground
  let port = configuration.httpPort
  const upgrades = new Upgrades()
  const signIn = {
    ...{ signIn: new SignIn({ database, clock, hasher }), hasher, secrets, clock, logger, mailer: mailOf(configuration) },
    whereabouts: whereaboutsIn(database),
    providersInPrivateNetworks: configuration.lookupsInPrivateNetworks,
    publicUrl: () => configuration.publicUrl ?? `http://localhost:${port}`,
  }
  const customersOf = (resellerId: string) => database.withOperator((tx) => customerIds(tx, resellerId))
  const consentingOf = (tenantIds: readonly string[]) => database.withOperator((tx) => consentingTenants(tx, tenantIds, 'reports'))
  const server = await createApiServer({
    ...{ database, secrets, clock, logger },
    ...apiParts(
      ground,
      { ...exchange, addresses: () => addressesOf(configuration, exchange.listening, port) },
      {
        signIn,
        events: { sockets: new EventSockets(ground.events, clock), upgrades, customersOf, consentingOf },
        webhooks: openWebhooks(ground, signIn.mailer, consentingOf),
      },
    ),
    pages: portalPages(PORTAL),
    isReady: () => exchange.control.accepting,
    faults: () => faults.count,
    customersOf: (resellerId) => database.withOperator((tx) => customerIds(tx, resellerId)),
    isCustomer: (resellerId, tenantId) => database.withOperator((tx) => isCustomer(tx, resellerId, tenantId)),
  })
  scope.own(endDemos(database, clock, logger))
  scope.own({ close: () => server.close() })
  exchange.transport.webSocket.attach(server.server)
  upgrades.attach(server, ['/sip'])
  port = await listen(server, ground)
  return { port }
}

/** On all addresses when a wildcard is among them, else on the first. */
async function listen(server: Api, { configuration }: Ground): Promise<number> {
  const bound = usable(configuration.bindAddresses)
  const host = ['::', '0.0.0.0'].find((wildcard) => bound.includes(wildcard)) ?? bound[0] ?? '127.0.0.1'
  try {
    await server.listen({ host, port: configuration.httpPort })
  } catch (error) {
    throw refused(error, host, configuration.httpPort)
  }
  return (server.server.address() as AddressInfo).port
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'this user may not open it (ports below 1024 need rights of their own)',
}

function refused(error: unknown, address: string, port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  return new KlinkeError(
    'cannot-listen',
    `The web server cannot listen on TCP port ${port} of ${address}: ${REASONS[String(error.code)] ?? error.message}. ` +
      'Choose another port with KLINKE_HTTP_PORT.',
  )
}
