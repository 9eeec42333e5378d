import { get } from 'node:http'
import { COMPONENTS, noteRest, tellMaintenance } from '@klinke/accounts'
import type { CarrierDirectory, CarrierLines } from '@klinke/trunks'
import { webAddress } from '../https/listen.ts'
import { ProbeRounds } from '../probes/probe-rounds.ts'
import { type Fault, openSipProbe } from '../probes/sip-probe.ts'
import { addressOfOurs } from './addresses.ts'
import type { RunningExchange } from './exchange.ts'
import type { Ground } from './klinke.ts'
import { mailOf, portalUrl } from './mail.ts'

const WEB_WITHIN_MS = 5_000

/** Probes the exchange (SLA-01), and tells customers of maintenance, until the server stops. */
export async function openProbes(ground: Ground, exchange: RunningExchange, httpPort: number): Promise<void> {
  const { configuration, database, clock, random, logger, scope } = ground
  const mail = mailOf(configuration)
  if (mail !== undefined) scope.own(tellMaintenance({ database, mail, portal: portalUrl(configuration), clock, logger }))
  const { probeSeconds } = configuration
  const listening = exchange.listening.find(({ protocol }) => protocol === 'UDP')
  if (probeSeconds === 0) await restAll(ground)
  if (probeSeconds === 0 || listening === undefined) return
  const server = { address: addressOfOurs(configuration), port: listening.port }
  const sip = await openSipProbe({ account: exchange.probe, server, clock, random, logger })
  scope.own({ close: async () => sip[Symbol.asyncDispose]() })
  scope.own(
    new ProbeRounds({
      ...{ database, clock, logger, sip, everyMs: probeSeconds * 1_000 },
      web: () => webFault(webAddress(configuration.bindAddresses), httpPort),
      upstream: () => carrierFault(exchange.routes.carriers, exchange.lines),
    }).begin(),
  )
}

/** Probes are switched off: until they are on again, nobody measures on purpose. */
export async function restAll({ database, clock }: Pick<Ground, 'database' | 'clock'>): Promise<void> {
  await database.withOperator(async (tx) => {
    for (const component of COMPONENTS) await noteRest(tx, component, clock.epochMs())
  })
}

/** The web server answers its own health check; a redirect to https is an answer, too. */
function webFault(host: string, port: number): Promise<Fault> {
  const address = host === '::' ? '::1' : host === '0.0.0.0' ? '127.0.0.1' : host
  return new Promise((resolve) => {
    const request = get({ host: address, port, path: '/health/live', timeout: WEB_WITHIN_MS }, (response) => {
      response.resume()
      const { statusCode = 0 } = response
      resolve(statusCode >= 500 ? `HTTP ${statusCode}` : undefined)
    })
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', (error) => resolve(String(error)))
  })
}

/** Other networks are reached while one carrier of the operator's is; customers' own providers are theirs. */
export function carrierFault(carriers: CarrierDirectory, lines: Pick<CarrierLines, 'isUp'>): Fault | null {
  const ours = carriers.carriers().filter(({ tenantId }) => tenantId === undefined)
  if (ours.length === 0) return null
  return ours.some(({ id }) => lines.isUp(id)) ? undefined : 'no carrier is reachable'
}
