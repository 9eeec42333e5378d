import type { Clock, Logger, Random } from '@klinke/foundation'
import type { MediaEngine } from '@klinke/rtp'
import type { Flow, IncomingRequest, SipRequest, UserAgent, UserAgentHandler } from '@klinke/sip'
import type { Admission } from '../admission/admission.ts'
import type { TrunkAccount } from '../admission/customer-trunks.ts'
import type { LoadShedding } from '../admission/load-shedding.ts'
import type { Subscriber } from '../admission/subscriber.ts'
import type { TalkObserver } from '../bridge/talk.ts'
import type { CallRecords } from '../call-records.ts'
import type { DialPlan } from '../dial-plan.ts'
import type { Calls } from '../exchange/calls.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { LiveCall } from '../live-call.ts'
import type { MessagePlan } from '../messages/message-plan.ts'
import type { Refusal } from '../outcome.ts'
import type { RegisterAnswer, Registrar } from '../registrar/registrar.ts'
import type { DrainLimits } from './drain.ts'
import { LocalCallControl } from './local-call-control.ts'
import type { OriginatedCall, OriginatePlan } from './originate.ts'
import type { MayReplace } from './replacing-invite.ts'

/** What call control stands on. */
export interface CallControlParts {
  readonly userAgent: UserAgent
  readonly media: MediaEngine
  /** For tenants whose parties exchange media themselves; absent: `media` for all. */
  readonly directMedia?: MediaEngine
  readonly records: CallRecords
  readonly admission: Admission
  /** Refuses what is new while the node is late; absent: nothing is. */
  readonly loadShedding?: Pick<LoadShedding, 'busySeconds'>
  readonly registrar: Pick<Registrar, 'register' | 'lookup'>
  /** Answers the REGISTER of a customer's PBX that has proved itself; absent: 403. */
  readonly registerTrunk?: (request: SipRequest, flow: Flow, account: TrunkAccount) => RegisterAnswer
  /** The open flow with that id (`Transport.flow`). */
  readonly flow: (flowId: string) => Flow | undefined
  /** The address of ours that the peer of a flow reaches, for its media; absent: the media engine's own. */
  readonly localAddress?: (flow: Flow) => string
  readonly dialPlan: DialPlan
  /** Which extensions may pick up or take over which parties by INVITE with Replaces; absent: all of the same customer. */
  readonly mayReplace?: MayReplace
  /** Goes along with conversations (recording). */
  readonly talks?: TalkObserver
  /** To whom extensions' messages go; absent: they are answered 405. */
  readonly messagePlan?: MessagePlan
  /** Answers what an extension publishes (RFC 3903); absent: 489. */
  readonly published?: (incoming: IncomingRequest, by: Subscriber) => void
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** Call control of one node: what the user agent hands its requests to. */
export interface CallControl extends UserAgentHandler {
  /** Calls in progress of one tenant, or of all. For lists, not for the path of a call. */
  liveCalls(tenantId?: string): LiveCall[]
  /** The calls themselves, and the feed of their states. */
  readonly calls: Calls
  /** What flows use, for those who make calls of their own. */
  readonly exchange: Exchange
  /** See `Exchange.originate`. */
  originate(plan: OriginatePlan): OriginatedCall | Refusal
  /** False while draining or full: then only emergency calls are taken. */
  readonly accepting: boolean
  /** Calls in progress. */
  readonly size: number
  /**
   * No new calls (503) but emergency calls. Running ones get `withinMs`, then BYE with cause `drained`; emergency calls get
   * `emergencyWithinMs`. Settles when all are over, or their peers given up. Further calls wait for the first.
   */
  drain(limits: DrainLimits): Promise<void>
}

/** Calls one node holds at a time; the next is refused with 503. A bound on memory, far beyond what one core carries. */
export const MAX_CALLS = 50_000

export function callControl(parts: CallControlParts): CallControl {
  return new LocalCallControl(parts)
}
