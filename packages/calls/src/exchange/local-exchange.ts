import type { Clock, Logger, Random } from '@klinke/foundation'
import type { EndpointProfile } from '@klinke/rtp'
import type { DialogName, Flow, LocalDialog, UserAgent } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallParty } from '../call-records.ts'
import type { OriginatedCall, OriginatePlan } from '../control/originate.ts'
import { ring } from '../dial/ring.ts'
import type { CallPlan, DialPlan } from '../dial-plan.ts'
import type { Leg } from '../leg/leg.ts'
import { type PickUp, pickUp } from '../moves/pick-up.ts'
import { replaceLeg } from '../moves/replace-leg.ts'
import { type NotMoved, takeOver } from '../moves/take-over.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import type { Binding, Registrar } from '../registrar/registrar.ts'
import { type ConverseOptions, converse } from '../transfer/converse.ts'
import { dialOn } from '../transfer/dial-on.ts'
import { inviteOf, planFor } from '../transfer/on-behalf.ts'
import type { Calls } from './calls.ts'
import type { Device, DialTarget, Exchange, RingOptions, RingOutcome } from './exchange.ts'

export interface LocalExchangeParts {
  readonly userAgent: UserAgent
  readonly registrar: Pick<Registrar, 'lookup'>
  /** The open flow with that id (`Transport.flow`). */
  readonly flow: (flowId: string) => Flow | undefined
  /** The address of ours that the peer of a flow reaches (`Transport.advertised`); absent: the media engine's own. */
  readonly localAddress?: (flow: Flow) => string
  readonly dialPlan: DialPlan
  readonly calls: Calls
  readonly originate: Exchange['originate']
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

  get calls(): Calls {
    return this.#parts.calls
  }

  get dialPlan(): DialPlan {
    return this.#parts.dialPlan
  }

  converse(call: Call, leg: Leg, options: ConverseOptions = {}): Promise<Outcome> {
    return converse(call, leg, this, options)
  }

  planFor(by: Leg, dialled: string): CallPlan | Refusal {
    return planFor(by, dialled, inviteOf(by, dialled), this.dialPlan)
  }

  dialOn(call: Call, dialled: string): Promise<Outcome> {
    return dialOn(call, dialled, this)
  }

  originate(plan: OriginatePlan): OriginatedCall | Refusal {
    return this.#parts.originate(plan)
  }

  takeOver(leg: Leg, from: Call, to: Call): NotMoved | undefined {
    return takeOver(leg, from, to)
  }

  pickUp(call: Call, ringing: Call, as: CallParty): Promise<PickUp> {
    return pickUp(call, ringing, as)
  }

  replace(call: Call, old: Leg, leg: Leg): boolean {
    return replaceLeg(call, old, leg)
  }

  findDialog(name: DialogName): LocalDialog | undefined {
    return this.#parts.userAgent.findDialog(name)
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
    media: speaksWebRtc(binding, flow) ? { ...mediaOver(flow, localAddress), srtp: 'dtls' } : mediaOver(flow, localAddress),
    addressOfRecord: binding.addressOfRecord,
  }
}

/** A browser registers over WebSocket and says that it has ICE (RFC 7118, RFC 5768): it takes WebRTC and nothing else. */
function speaksWebRtc({ parameters = '' }: Binding, flow: Flow | undefined): boolean {
  return (flow?.protocol === 'WS' || flow?.protocol === 'WSS') && /;\s*\+sip\.ice(?:[;=]|$)/i.test(parameters)
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
