import type { AddressInfo } from 'node:net'
import { findTenant, isCustomer, numberProblems, tenantProblems, tenantRoutes } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import { callRecordRoutes, extensionProblems, extensionRoutes, holdingsOf, liveCallRoutes, registrationRoutes } from '@klinke/pbx'
import { type Api, apiKeyRoutes, createApiServer, inArea, SignIn, signInProblems, signInRoutes } from '@klinke/platform'
import { carrierProblems, carrierRoutes } from '@klinke/trunks'
import { usable } from './addresses.ts'
import type { RunningExchange } from './exchange.ts'
import { homePage } from './home-page.ts'
import type { Ground } from './klinke.ts'
import { whereaboutsIn } from './sign-in.ts'

export interface RunningWeb {
  readonly port: number
}

/** Serves the REST API, and SIP over WebSocket beside it. */
export async function openWeb(ground: Ground, { control, registrar, transport, pbx }: RunningExchange): Promise<RunningWeb> {
  const { configuration, database, secrets, clock, logger, random, hasher, faults, scope } = ground
  const signIn = new SignIn({ database, clock, hasher })
  let port = configuration.httpPort
  const publicUrl = () => configuration.publicUrl ?? `http://localhost:${port}`
  const server = await createApiServer({
    ...{ database, secrets, clock, logger },
    routes: [
      apiKeyRoutes(database, async (id) => (await database.withOperator((tx) => findTenant(tx, id))) !== undefined),
      ...signInRoutes({ signIn, hasher, publicUrl, whereabouts: whereaboutsIn(database) }),
      inArea(
        'settings',
        tenantRoutes(database, { holdings: holdingsOf, callsInProgress: (tenantId) => control.liveCalls(tenantId).length }),
      ),
      inArea('extensions', extensionRoutes(database, random)),
      ...pbx.routes,
      carrierRoutes(database, secrets),
      inArea('live', registrationRoutes(registrar)),
      inArea('reports', callRecordRoutes(database)),
      inArea(
        'live',
        liveCallRoutes((tenantId) => control.liveCalls(tenantId)),
      ),
    ],
    problems: [signInProblems, tenantProblems, numberProblems, extensionProblems, ...pbx.problems, carrierProblems],
    pages: homePage,
    isReady: () => control.accepting,
    faults: () => faults.count,
    isCustomer: (resellerId, tenantId) => database.withOperator((tx) => isCustomer(tx, resellerId, tenantId)),
  })
  scope.own({ close: () => server.close() })
  transport.webSocket.attach(server.server)
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
