import type { Clock, Logger, Random } from '@klinke/foundation'
import type { EndpointProfile, MediaSource } from '@klinke/rtp'
import type { BodyPart, Credentials, Destination, DialogName, HeaderField, LocalDialog, SipResponse } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import type { CallCharge, CallIdentity, CallParty, CallStarted } from '../call-records.ts'
import type { OriginatedCall, OriginatePlan } from '../control/originate.ts'
import type { CallPlan, DialPlan, OriginExtension } from '../dial-plan.ts'
import type { NamesConnected } from '../leg/connected.ts'
import type { Leg } from '../leg/leg.ts'
import type { TakeSeat } from '../leg/seat.ts'
import type { PickUp } from '../moves/pick-up.ts'
import type { NotMoved } from '../moves/take-over.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import type { ConverseOptions } from '../transfer/converse.ts'
import type { Calls } from './calls.ts'

/** What flows can do beside acting on their own call. */
export interface Exchange {
  /**
   * Rings all targets at once; the first to answer wins and the others are told so (RFC 3326).
   * Without an answer gives the best refusal of all (RFC 3261 §16.7 step 6).
   * Rejects only when the call itself ends meanwhile, such as by the caller's CANCEL.
   */
  ring(call: Call, targets: readonly DialTarget[], options?: RingOptions): Promise<RingOutcome>
  /** The devices registered for an extension, to be rung; empty when none is. `addressOfRecord` is `number@domain`. */
  devicesOf(addressOfRecord: string): readonly Device[]
  /**
   * Lets the principal talk to `leg`, answering it if need be, until the call is over: hold, transfers by the phone's keys (REFER) and by
   * code, toggling and three-party are done here. `Call.talkTo` is for flows that decide themselves what comes after a conversation.
   */
  converse(call: Call, leg: Leg, options?: ConverseOptions): Promise<Outcome>
  /** What `by`, a party that is an extension, reaches by dialling that: the dial plan's word. Lead `by` there with `plan.flow`. */
  planFor(by: Leg, dialled: string): CallPlan | Refusal
  /** What an extension that is in no call reaches by dialling that. */
  planAt(extension: OriginExtension, dialled: string): CallPlan | Refusal
  /**
   * The principal, an extension, calls somebody from inside its call, as if it had dialled that, with a record of its own. Talked: it was
   * connected. Refused: it may not, or nobody was reached; then it is still there to be told.
   *
   * @param forHelp its user has dialled that now, so that a control centre may be called; absent: no machine calls one
   */
  dialOn(call: Call, dialled: string, forHelp?: boolean): Promise<Outcome>
  /** Makes a call: rings a first party and leads it by a flow when it has answered. Refused while the exchange drains or is full. */
  originate(plan: OriginatePlan): OriginatedCall | Refusal
  /** Moves an answered leg, with its media and records, from one call to another, if some tenant takes part in both. `undefined` when it has moved. */
  takeOver(leg: Leg, from: Call, to: Call): NotMoved | undefined
  /** The principal of `call` answers the call that rings in `ringing`, in the name of `as`. On success `call` is over. */
  pickUp(call: Call, ringing: Call, as: CallParty): Promise<PickUp>
  /** `leg` takes the place of `old`, which gets BYE, in a call that both are in. False when `old` has no place in it. */
  replace(call: Call, old: Leg, leg: Leg): boolean
  /** All calls of this node. */
  readonly calls: Calls
  /** The INVITE dialog of this exchange that a peer names. */
  findDialog(name: DialogName): LocalDialog | undefined
  readonly dialPlan: DialPlan
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** A registered contact (RFC 3261 §10.3). */
export interface Device {
  readonly uri: string
  readonly destination: Destination
  /** Path (RFC 3327) as route set. */
  readonly route: readonly string[]
  readonly media: EndpointProfile
  /** Of its registration, as lists of registrations name it. */
  readonly registrationId?: string
  /** `number@domain` under which it is registered: a shared phone rings for the extension that is logged in there. */
  readonly addressOfRecord?: string
}

export interface DialTarget extends Device {
  /** `media.srtp` is configured: no other choice is tried when the party refuses it. */
  readonly fixedSrtp?: boolean
  /** Who is rung, for the record. */
  readonly party: CallParty
  /** Value of From without tag: the caller as this party shall see it. */
  readonly from: string
  /** Value of To. */
  readonly to: string
  /** Said on the display before the caller's name: for whom the call is, or where it comes back from. */
  readonly label?: string | undefined
  /** What this party calls another one, which it is shown in place of `from`: who is transferred to it. Undefined: as that party calls itself. */
  readonly nameOf?: (party: CallParty) => string | undefined
  /** Beyond those of the header policy, such as the caller's identity for a carrier. */
  readonly headers?: readonly HeaderField[]
  /** Beside the session description, in place of what the caller sent there: where help is needed (RFC 6442). */
  readonly parts?: readonly BodyPart[]
  readonly credentials?: Credentials
  /** Who answers there must accept the call by a key, so that the mailbox of a mobile never swallows it (CALL-03). */
  readonly confirm?: Confirmation
  /**
   * This branch is a call of its own for whom it is made, and has its own record there; absent: the call's record tells of it. `because`:
   * what has led the call there, and for which record.
   */
  readonly ownRecord?: Pick<CallStarted, 'tenantId' | 'direction' | 'caller'> & { readonly because?: string }
  /** Who is shown there and who pays, for that record. */
  readonly identity?: CallIdentity
  /** How the party there is told whom it is connected with, once that is another one than `from` (COLP); absent: it is not. */
  readonly namesConnected?: NamesConnected
  /** What the call there is rated by, for that record. */
  readonly charge?: CallCharge
  /** The way by which it is called there, for that record, such as the name of a carrier. */
  readonly place?: string
  /** What it takes to call the party there, such as a free channel: taken before, left when it is gone. Absent: nothing. */
  readonly seat?: TakeSeat
  /** Seconds after which this place is given up when it has not said a word; absent: as for all targets. */
  readonly silentAfterSeconds?: number
  /** Whether PRACK is asked for (RFC 3262); absent: it is supported. */
  readonly reliableProvisional?: 'required' | 'supported' | 'none'
  /** It is not told that Replaces (RFC 3891) is known here. */
  readonly withoutReplaces?: true
  /** What it takes to call the party at this place, such as a channel of the carrier there; who refuses is as if the way had failed. Absent: nothing. */
  readonly placeSeat?: TakeSeat
  /** Session timer towards this party, in seconds (RFC 4028); null: none; absent: the profile's. */
  readonly sessionExpiresSeconds?: number | null
  /** What it sends before it answers is not heard: the caller's phone makes the ring-back tone. */
  readonly ignoresEarlyMedia?: boolean
  /** Whether a refusal, from before anybody was rung, speaks of the way there and not of the party; absent: as the status says (`dial/failure.ts`). */
  readonly isFaultOfTheWay?: (response: SipResponse) => boolean
  /** Asked once the way there has failed, which says nothing about the party: the next place to call it at. */
  readonly elsewhere?: () => DialTarget | undefined
}

/** Asked of a party that has answered, while the others ring on. */
export interface Confirmation {
  readonly prompt: MediaSource
  /** The key that accepts; any other one declines. */
  readonly key: string
  /** From the end of the prompt on. */
  readonly withinSeconds: number
}

export interface RingOptions {
  /** Seconds until the targets count as not answering; absent is the profile's time. */
  readonly withinSeconds?: number
  /** Seconds after which a target that has not said a word, not even 100, is given up; absent: those of the SIP timers (32). */
  readonly silentAfterSeconds?: number
  /** Seconds after which a target that has said no more than 100 is given up, too: for calls that cannot wait. Absent: `withinSeconds` alone. */
  readonly unrungAfterSeconds?: number
  /** Call-Info, Alert-Info … for every target. */
  readonly headers?: readonly HeaderField[]
  /**
   * What the principal hears meanwhile. Absent: what was begun by `startPlaying`, else a ring-back tone, from its own phone
   * before the answer. With it an unanswered caller gets early media (LAW-08).
   */
  readonly callerHears?: MediaSource
  /** The targets are different people (a ring group): who declines (6xx) speaks for itself only, and the others ring on. */
  readonly eachForItself?: boolean
  /** How the record names who answers; absent `called`. */
  readonly as?: Leg['role']
  /** Told of each response of a target that gets on with it. */
  readonly onRinging?: (leg: Leg) => void
}

export type RingOutcome = { readonly kind: 'answered'; readonly leg: Leg } | Refusal
