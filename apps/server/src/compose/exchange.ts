import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { type CallControl, type CallRecords, callControl, createRegistrar, digestAdmission, type Registrar } from '@klinke/calls'
import { DnsResolver, type ListenAddress, NodeDns, ownCertificate, SipTransport } from '@klinke/net'
import { pbxCalls, StoredDirectory } from '@klinke/pbx'
import { createSipStack, DigestServer, type SipStack } from '@klinke/sip'
import { CarrierLines, dialPlan, outsideLines, StoredCarriers } from '@klinke/trunks'
import { DEMO_DOMAIN } from '../demo/demo-domain.ts'
import { listenAddresses, reachableHost } from './addresses.ts'
import type { Ground } from './klinke.ts'
import { openMedia } from './media.ts'
import { subscribersOf } from './subscribers.ts'

const PRODUCT = 'Klinke'

/** The telephone part of the server. */
export interface RunningExchange {
  readonly control: CallControl
  readonly registrar: Registrar
  readonly transport: SipTransport
  readonly stack: SipStack
  readonly lines: CarrierLines
  readonly listening: readonly ListenAddress[]
}

/** Opens sockets, SIP, media and call control, and connects them with the tenants' and carriers' configuration. */
export async function openExchange(ground: Ground, records: CallRecords): Promise<RunningExchange> {
  const { clock, random, logger, database, secrets, scope } = ground
  const registrar = createRegistrar(clock)
  scope.own({ close: () => registrar.close() })
  const transport = await openTransport(ground, registrar)
  const resolver = new DnsResolver({ dns: new NodeDns({ clock }), random })
  const stack = createSipStack({ transport, resolver, clock, random, logger, settings: { product: PRODUCT } })
  transport.attach({
    received: (message, flow) => stack.receiver.received(message, flow),
    flowClosed: (flow) => {
      registrar.flowClosed(flow)
      stack.receiver.flowClosed(flow)
    },
  })
  const directory = await StoredDirectory.open({ database, clock, logger })
  scope.own({ close: () => directory[Symbol.asyncDispose]() })
  const lines = new CarrierLines({ userAgent: stack.userAgent, transport, resolver, clock, random, logger })
  scope.own({ close: () => lines.close() })
  // Until the first set of carriers is complete there is nothing to follow.
  let follow = (): void => undefined
  const carriers = await StoredCarriers.open({ database, secrets, clock, logger, replaced: () => follow() })
  scope.own({ close: () => carriers[Symbol.asyncDispose]() })
  const outbound = {
    carriers,
    isUp: (id: string) => lines.isUp(id),
    way: (id: string) => lines.way(id),
    suspect: (id: string) => lines.suspect(id),
  }
  const inside = pbxCalls({ directory, outside: outsideLines(outbound) })
  const { media, directMedia } = openMedia(ground)
  const control = callControl({
    ...{ userAgent: stack.userAgent, media, directMedia, records, registrar, clock, random, logger },
    admission: digestAdmission({
      ...{ subscribers: subscribersOf(directory), carriers: lines, clock },
      digest: new DigestServer({ secret: randomBytes(32), random, algorithms: ground.configuration.digestAlgorithms }),
      holdsRegistration: (address) => registrar.holdsFrom(address),
      domainOf: domainOf(ground),
    }),
    flow: (id) => transport.flow(id),
    localAddress: (flow) => transport.advertised(flow).address,
    dialPlan: dialPlan({ ...outbound, directory, inside }),
  })
  stack.serve(control)
  follow = () => lines.update(carriers.carriers())
  follow()
  return { control, registrar, transport, stack, lines, listening: transport.listening }
}

async function openTransport({ configuration, clock, logger, scope }: Ground, registrar: Registrar): Promise<SipTransport> {
  const host = configuration.publicAddress ?? reachableHost(configuration)
  const identity = await ownCertificate(join(configuration.dataDir, 'tls'), [DEMO_DOMAIN, host, 'localhost'], clock.epochMs())
  const transport = await SipTransport.open({
    ...{ clock, logger, listen: listenAddresses(configuration), tls: { identity } },
    ...(configuration.publicAddress !== undefined && { publicAddress: configuration.publicAddress }),
    exempt: (address) => registrar.holdsFrom(address),
  })
  scope.own({ close: () => transport.close() })
  return transport
}

/** Phones that know only an IP address of ours belong to the domain that is configured for them. */
function domainOf({ configuration }: Ground): (host: string) => string {
  const { defaultDomain } = configuration
  return (host) => (defaultDomain !== undefined && (isIP(host) !== 0 || host === 'localhost') ? defaultDomain : host)
}
