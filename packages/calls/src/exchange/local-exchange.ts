import type { Clock, Logger, Random } from '@klinke/foundation'
import type { DialogName, Flow, LocalDialog, UserAgent } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallParty } from '../call-records.ts'
import type { OriginatedCall, OriginatePlan } from '../control/originate.ts'
import { ring } from '../dial/ring.ts'
import type { CallPlan, DialPlan, OriginExtension } from '../dial-plan.ts'
import type { Leg } from '../leg/leg.ts'
import { type PickUp, pickUp } from '../moves/pick-up.ts'
import { replaceLeg } from '../moves/replace-leg.ts'
import { type NotMoved, takeOver } from '../moves/take-over.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import type { Registrar } from '../registrar/registrar.ts'
import { type ConverseOptions, converse } from '../transfer/converse.ts'
import { dialOn } from '../transfer/dial-on.ts'
import { inviteOf, planAt, planFor } from '../transfer/on-behalf.ts'
import type { Calls } from './calls.ts'
import { deviceAt } from './device-at.ts'
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

  planAt(extension: OriginExtension, dialled: string): CallPlan | Refusal {
    return planAt(extension, dialled, this.dialPlan)
  }

  dialOn(call: Call, dialled: string, forHelp = false): Promise<Outcome> {
    return dialOn(call, dialled, this, forHelp)
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
