import type { Clock, Logger, Random } from '@klinke/foundation'
import type { EndpointProfile } from '@klinke/rtp'
import type { Flow, UserAgent } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import { ring } from '../dial/ring.ts'
import type { Binding, Registrar } from '../registrar/registrar.ts'
import type { Device, DialTarget, Exchange, RingOptions, RingOutcome } from './exchange.ts'

export interface LocalExchangeParts {
  readonly userAgent: UserAgent
  readonly registrar: Pick<Registrar, 'lookup'>
  /** The open flow with that id (`Transport.flow`). */
  readonly flow: (flowId: string) => Flow | undefined
  /** The address of ours that the peer of a flow reaches (`Transport.advertised`); absent: the media engine's own. */
  readonly localAddress?: (flow: Flow) => string
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** The exchange on this node: its user agent rings, its registrar knows the devices. */
export class LocalExchange implements Exchange {
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly #parts: LocalExchangeParts

  constructor(parts: LocalExchangeParts) {
    this.clock = parts.clock
    this.random = parts.random
    this.logger = parts.logger
    this.#parts = parts
  }

  ring(call: Call, targets: readonly DialTarget[], options: RingOptions = {}): Promise<RingOutcome> {
    return ring(call, targets, options, this.#parts.userAgent)
  }

  devicesOf(addressOfRecord: string): readonly Device[] {
    return this.#parts.registrar
      .lookup(addressOfRecord)
      .map((binding) => deviceAt(binding, this.#parts.flow(binding.flowId), this.#parts.localAddress))
  }
}

/** Over the flow it registered on a phone is reached behind NAT (RFC 5626 §5.3); with the flow gone only its address is left. */
function deviceAt(binding: Binding, flow: Flow | undefined, localAddress: LocalExchangeParts['localAddress']): Device {
  return {
    uri: binding.contactUri,
    destination: flow === undefined ? 'resolve' : { flow },
    route: binding.path,
    media: mediaOver(flow, localAddress),
  }
}

/** A phone with encrypted signalling gets encrypted media (RFC 4568 §8.3: the key is in the signalling); otherwise plain first. */
export function mediaOver(flow: Flow | undefined, localAddress: LocalExchangeParts['localAddress']): EndpointProfile {
  const encrypted = flow?.protocol === 'TLS' || flow?.protocol === 'WSS'
  return {
    srtp: encrypted ? 'required' : 'offered',
    addressFamily: flow?.remote.address.includes(':') ? 'IPv6' : 'IPv4',
    ...(flow !== undefined && localAddress !== undefined && { localAddress: localAddress(flow) }),
  }
}
