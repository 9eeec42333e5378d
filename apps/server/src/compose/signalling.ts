import { createRegistrar, type Registrar } from '@klinke/calls'
import { DnsResolver, type LiveIdentity, NodeDns, SipTransport } from '@klinke/net'
import { privateAddresses } from '@klinke/platform'
import {
  createSipStack,
  type Flow,
  LoopTransport,
  MessageTrace,
  type Resolver,
  type SipStack,
  type SocketAddress,
  TracedTransport,
} from '@klinke/sip'
import { CarrierLines, guardedResolver } from '@klinke/trunks'
import { addressOfOurs, listenAddresses } from './addresses.ts'
import type { Ground } from './klinke.ts'
import { NamedTransport } from './named-transport.ts'
import { WebClientResolver } from './web-client-resolver.ts'

const PRODUCT = 'Klinke'

/** SIP as far as it knows nothing of calls: sockets, stack, and who is registered on either side. */
export interface Signalling {
  readonly transport: SipTransport
  /** The same with the way back to ourselves. */
  readonly looped: LoopTransport
  readonly stack: SipStack
  readonly registrar: Registrar
  readonly lines: CarrierLines
  /** For names that customers and strangers choose: never leads into networks of ours, unless all tenants are one's own. */
  readonly guardedResolver: Resolver
  readonly resolver: Resolver
  /** Customers' PBXs are opened later; from then on their addresses are known, and they are told of connections that are gone. */
  readonly followTrunks: (trunks: TrunkConnections) => void
  /** The last messages, to explain calls by. */
  readonly messages: MessageTrace
}

/** What sockets tell of customers' PBXs, and need to know of them. */
export interface TrunkConnections {
  /** No limit for strangers holds up who sends from there. */
  hasAddress(address: string): boolean
  flowClosed(flow: Flow): void
  /** What we are called in Via and Contact there; undefined: by our address. */
  nameFor(flow: Flow): SocketAddress | undefined
}

/** Opens the SIP sockets and connects them with the stack. It answers 503 until somebody serves. */
export async function openSignalling(ground: Ground, identity: LiveIdentity): Promise<Signalling> {
  const { clock, random, logger, scope } = ground
  const registrar = createRegistrar(clock)
  scope.own({ close: () => registrar.close() })
  let lines: CarrierLines | undefined
  let trunks: TrunkConnections | undefined
  const isKnown = (address: string): boolean =>
    registrar.holdsFrom(address) || lines?.hasAddress(address) === true || trunks?.hasAddress(address) === true
  const transport = await openTransport(ground, identity, isKnown)
  const { dnsServers: servers, largeSipRequests: largeRequests } = ground.configuration
  const dns = new NodeDns({ clock, ...(servers !== undefined && { servers }) })
  const resolver = new WebClientResolver(new DnsResolver({ dns, random }), registrar)
  const settings = { product: PRODUCT, largeRequests }
  const looped = new LoopTransport(transport, { address: addressOfOurs(ground.configuration), port: ground.configuration.sipPort }, logger)
  const messages = new MessageTrace(clock)
  const stack = createSipStack({
    transport: new NamedTransport(new TracedTransport(looped, messages), (flow) => trunks?.nameFor(flow)),
    resolver,
    clock,
    random,
    logger,
    settings,
  })
  scope.own({ close: () => stack.close() })
  const isForbidden = ground.configuration.lookupsInPrivateNetworks ? () => false : privateAddresses()
  const guarded = guardedResolver(resolver, isForbidden)
  lines = new CarrierLines({ userAgent: stack.userAgent, transport, resolver, guardedResolver: guarded, clock, random, logger })
  scope.own({ close: () => lines.close() })
  looped.attach(stack.receiver)
  transport.attach({
    received: (message, flow) => {
      messages.passed(message, 'received', flow)
      stack.receiver.received(message, flow)
    },
    flowClosed: (flow) => {
      registrar.flowClosed(flow)
      trunks?.flowClosed(flow)
      stack.receiver.flowClosed(flow)
    },
  })
  const followTrunks = (opened: TrunkConnections): void => {
    trunks = opened
  }
  return { transport, looped, stack, registrar, lines, guardedResolver: guarded, resolver, followTrunks, messages }
}

/** `isKnown`: addresses of registered phones and of carriers, which no limit for strangers holds up. */
async function openTransport(
  { configuration, clock, logger, scope }: Ground,
  identity: LiveIdentity,
  isKnown: (address: string) => boolean,
): Promise<SipTransport> {
  const transport = await SipTransport.open({
    ...{ clock, logger, listen: listenAddresses(configuration), tls: { identity: identity.current }, exempt: isKnown },
    ...(configuration.publicAddress !== undefined && { publicAddress: configuration.publicAddress }),
  })
  identity.follow((next) => transport.useIdentity(next))
  scope.own({ close: () => transport.close() })
  return transport
}
