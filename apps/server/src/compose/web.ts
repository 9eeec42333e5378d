import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { consentingTenants, customerIds, endDemos, isCustomer } from '@klinke/accounts'
import { openBilling } from '@klinke/billing'
import { extensionNames, usedCalls } from '@klinke/pbx'
import { type Api, createApiServer, EventSockets, SignIn, Upgrades } from '@klinke/platform'
import { CreditLocks, warnOfExpiry } from '@klinke/trunks'
import { germanWords } from '../api-words/index.ts'
import { httpsOnly, isFromThisMachine } from '../https/https-only.ts'
import { listenAt, listenRefused, webAddress } from '../https/listen.ts'
import { closeServer, httpsServer, openRedirects } from '../https/open-https.ts'
import type { PlainOptions } from '../https/plain-answer.ts'
import type { NodeParts } from '../operation/operation-routes.ts'
import { apiDocs } from '../portal/api-docs.ts'
import { portalPages } from '../portal/portal-pages.ts'
import { StatusCache } from '../status-page/status-cache.ts'
import { statusRoutes } from '../status-page/status-routes.ts'
import { addressesOf } from './addresses.ts'
import { apiParts } from './api.ts'
import type { Certificates } from './certificates.ts'
import type { RunningExchange } from './exchange.ts'
import type { Ground } from './klinke.ts'
import { mailOf, portalUrl } from './mail.ts'
import { openPortings, portingDesk } from './portings.ts'
import { openPrivacy } from './privacy.ts'
import { openProbes } from './probes.ts'
import { provisioningOf } from './provisioning.ts'
import { openRetention } from './retention.ts'
import { trunkOutagesOf } from './service-levels.ts'
import { whereaboutsIn } from './sign-in.ts'
import { thingsInUse } from './things-in-use.ts'
import { openTickets, ticketDesk } from './tickets.ts'
import { openWebhooks } from './webhooks.ts'

export interface RunningWeb {
  readonly port: number
}

/** Where `scripts/build-portal.ts` leaves the portal. */
const PORTAL = join(import.meta.dirname, '../../../portal/dist')

/** So long after the start billing begins what it does by itself. */
const BILLING_BEGINS_MS = 2_000

/** Serves the REST API and the portal, and SIP over WebSocket beside them. */
export async function openWeb(ground: Ground, exchange: RunningExchange, certificates: Certificates): Promise<RunningWeb> {
  const { configuration, database, secrets, clock, logger, hasher, faults, scope } = ground
  let port = configuration.httpPort
  const upgrades = new Upgrades()
  const plain = plainOptions(configuration, certificates)
  const mail = mailOf(configuration)
  const usage = usedCalls(database)
  const signIn = {
    ...{ signIn: new SignIn({ database, clock, hasher }), hasher, secrets, clock, logger, mailer: mail },
    whereabouts: whereaboutsIn(database),
    providersInPrivateNetworks: configuration.lookupsInPrivateNetworks,
    publicUrl: () => configuration.publicUrl ?? `http://localhost:${port}`,
  }
  const provisioning = provisioningOf({ ...ground, invitations: signIn })
  const billing = openBilling({
    ...ground,
    extensionNames: extensionNames(database),
    blobs: exchange.blobs,
    mail,
    portalUrl: portalUrl(configuration),
    usage,
    provisioning,
    ...trunkOutagesOf(clock),
    thingsInUse: thingsInUse(database, exchange.registrar),
    heldOf: exchange.prepaid.heldOf,
    creditLocks: new CreditLocks({ database, clock, notices: exchange.guard.notices }),
  })
  const customersOf = (resellerId: string) => database.withOperator((tx) => customerIds(tx, resellerId))
  const consentingOf = (tenantIds: readonly string[]) => database.withOperator((tx) => consentingTenants(tx, tenantIds, 'reports'))
  const server = await createApiServer({
    ...{ database, secrets, clock, logger },
    ...apiParts(
      ground,
      {
        ...exchange,
        addresses: () => addressesOf(configuration, exchange.listening, port),
        portings: portingDesk(configuration, clock),
        tickets: ticketDesk(configuration),
        node: nodeParts(ground, exchange, certificates),
        reports: openPrivacy(ground, exchange.blobs, mail),
      },
      {
        signIn,
        events: { sockets: new EventSockets(ground.events, clock), upgrades, customersOf, consentingOf },
        webhooks: openWebhooks(ground, signIn.mailer, consentingOf),
      },
      billing,
    ),
    pages: (api) => {
      statusRoutes(new StatusCache(ground))(api)
      portalPages(PORTAL)(api)
      apiDocs(germanWords)(api)
    },
    ...(plain && { before: httpsOnly(plain) }),
    certificates: certificates.states,
    trustedProxies: configuration.trustedProxies,
    isReady: () => exchange.control.accepting,
    faults: () => faults.count,
    customersOf: (resellerId) => database.withOperator((tx) => customerIds(tx, resellerId)),
    isCustomer: (resellerId, tenantId) => database.withOperator((tx) => isCustomer(tx, resellerId, tenantId)),
  })
  scope.own(endDemos(database, clock, logger))
  openPortings(ground)
  openTickets(ground, exchange.blobs)
  openRetention(ground, { blobs: exchange.blobs, mail })
  // Phones come back at once after a restart: what can wait lets them go first.
  const later = clock.after(BILLING_BEGINS_MS, () => {
    for (const room of billing.begin()) scope.own(room)
  })
  scope.own({ close: () => later.cancel() })
  if (mail !== undefined) scope.own(warnOfExpiry({ database, mail, portal: portalUrl(configuration), clock, logger }))
  scope.own({ close: () => server.close() })
  const { webSocket } = exchange.transport
  webSocket.attach(server.server, plain && (({ socket }) => isFromThisMachine(socket)))
  upgrades.attach(server, ['/sip'])
  port = await listen(server, ground)
  await openProbes(ground, exchange, port)
  if (plain) await openSecured(ground, certificates, plain, { server, upgrades, webSocket })
  return { port }
}

/** How plain HTTP leads to https, where that is served. */
function plainOptions({ tls, publicUrl }: Ground['configuration'], { challenge }: Certificates): PlainOptions | undefined {
  return tls && publicUrl !== undefined ? { publicUrl, challenge } : undefined
}

/** The web server, its upgrades and SIP over WebSocket by https, and the way there from plain HTTP. */
async function openSecured(
  { configuration: { tls, bindAddresses }, scope }: Ground,
  { web, begin }: Certificates,
  plain: PlainOptions,
  { server, upgrades, webSocket }: { readonly server: Api; readonly upgrades: Upgrades } & Pick<RunningExchange['transport'], 'webSocket'>,
): Promise<void> {
  if (tls === undefined || web === undefined) return
  const host = webAddress(bindAddresses)
  const secured = httpsServer(web, (request, response) => server.routing(request, response))
  scope.own({ close: () => closeServer(secured) })
  webSocket.attach(secured)
  upgrades.attach(server, ['/sip'], secured)
  await listenAt(secured, host, tls.httpsPort, 'KLINKE_HTTPS_PORT')
  scope.own(await openRedirects(host, tls.redirectPort, plain))
  begin()
}

async function listen(server: Api, { configuration: { bindAddresses, httpPort } }: Ground): Promise<number> {
  const host = webAddress(bindAddresses)
  try {
    await server.listen({ host, port: httpPort })
  } catch (error) {
    throw listenRefused(error, host, httpPort, 'KLINKE_HTTP_PORT')
  }
  return (server.server.address() as AddressInfo).port
}

/** What the operator sees of this node's health. */
function nodeParts({ configuration, database, clock, faults }: Ground, exchange: RunningExchange, certificates: Certificates): NodeParts {
  const { control, transport, traffic, registered } = exchange
  return {
    ...{ database, clock, callsOf: (tenantId: string) => control.liveCalls(tenantId).length },
    ...{ dataDir: configuration.dataDir, startedAtMs: clock.epochMs(), traffic, registrations: registered },
    ...{ faults: () => faults.count, certificates: certificates.states, isAccepting: () => control.accepting },
    ...{ signallingDelayMs: () => transport.queueDelayMs(), calls: () => control.size },
  }
}
