import type { IncomingReferral, SessionRequest } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import { mediaRefusal } from '../call/media-failure.ts'
import { watchForStops } from '../call/media-stops.ts'
import type { EndCause } from '../call-records.ts'
import { readableReason } from '../header-policy.ts'
import { tellConnected } from '../leg/connected.ts'
import type { Leg } from '../leg/leg.ts'
import type { LegDialog, PartyEnd } from '../leg/leg-dialog.ts'
import { unattended } from '../unattended.ts'
import { listenForCodes } from './in-call-codes.ts'
import { OfferRelay } from './offer-relay.ts'
import { carriesFax } from './same-lines.ts'
import type { Attendance, Talk } from './talk.ts'
import { whatTheyHear } from './what-they-hear.ts'

/** What ended a conversation of two. What comes next is the flow's decision. */
export type BridgeEnd =
  | {
      readonly kind: 'hung-up'
      /** The party whose dialog ended first. */
      readonly by: Leg
      readonly cause: EndCause
      /** Reason header of its BYE (RFC 3326), for the other party. */
      readonly reason: string | undefined
    }
  /** A phone, or a customer's PBX, asks to connect the other party with somebody else (RFC 3515); `referral` waits for an answer. */
  | { readonly kind: 'transfer'; readonly by: Leg; readonly remaining: Leg; readonly referral: IncomingReferral }
  /** An extension dialled one of `TalkOptions.codes`. */
  | { readonly kind: 'dialled-code'; readonly by: Leg; readonly remaining: Leg; readonly code: string }
  /** A program asks for what the user of `by` could dial a code for. */
  | { readonly kind: 'commanded'; readonly by: Leg; readonly remaining: Leg; readonly command: TalkCommand }
  /** Another call has taken `leg` over: pickup, park, attended transfer. */
  | { readonly kind: 'taken'; readonly leg: Leg; readonly remaining: Leg }

/** What a program may ask for in a conversation, in place of its party's user. */
export type TalkCommand =
  /** The other party waits, and this one calls somebody else. */
  | { readonly kind: 'consult'; readonly dialled: string }
  /** Those whom it talks to in turn are brought together, and it leaves. */
  | { readonly kind: 'connect' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'conference' }
  /** Who was consulted is given up. */
  | { readonly kind: 'back' }

export interface TalkOptions {
  /** Digits that extensions dial during the conversation to get something done, such as `*2`. */
  readonly codes?: readonly string[]
  /** Programs may ask for something by `Bridge.command`. */
  readonly commands?: boolean
}

/** Two answered parties of a call that talk to each other, until one is gone or something else is to happen. */
export class Bridge implements Talk {
  readonly ended: Promise<BridgeEnd>
  readonly #call: Call
  readonly #options: TalkOptions
  readonly #offers: OfferRelay
  readonly #settle: (end: BridgeEnd) => void
  readonly #stopListening: (() => void)[] = []
  readonly #changed: (() => void)[] = []
  #legs: readonly [Leg, Leg]
  #arranging: Promise<void> = Promise.resolve()
  #attendance: Attendance | undefined
  /** Parties that send nothing any more, though they should. */
  readonly #stopped = new Set<Leg>()
  #over = false
  /** A fax has been carried by T.38. */
  #faxed = false

  constructor(call: Call, principal: Leg, leg: Leg, options: TalkOptions) {
    this.#call = call
    this.#options = options
    this.#offers = new OfferRelay(call.media)
    this.#legs = [principal, leg]
    const ended = Promise.withResolvers<BridgeEnd>()
    this.ended = ended.promise
    this.#settle = ended.resolve
    this.#watch(principal)
    this.#watch(leg)
    tellConnected(this)
  }

  get legs(): readonly [Leg, Leg] {
    return this.#legs
  }

  get over(): boolean {
    return this.#over
  }

  onChange(listener: () => void): void {
    this.#changed.push(listener)
  }

  /** True while the leg talks here. */
  joins(leg: Leg): boolean {
    return !this.#over && this.#legs.includes(leg)
  }

  other(leg: Leg): Leg {
    return leg === this.#legs[0] ? this.#legs[1] : this.#legs[0]
  }

  dialogOf(leg: Leg): LegDialog {
    if (leg.dialog === undefined) throw new Error('A party that talks is answered.')
    return leg.dialog
  }

  /** One of the two holds the other. */
  get held(): boolean {
    return this.#legs.some((leg) => holds(this.#call, leg))
  }

  /** Carries a change of the media to the other party and its answer back. */
  async carry(request: SessionRequest & { kind: 'offer' | 'offer-wanted' }, from: Leg): Promise<void> {
    try {
      await this.#offers.carry(request, from, this.other(from))
      this.#noteFax(from)
    } catch (error) {
      if (mediaRefusal(error)?.status === 488 && error instanceof Error)
        this.#call.note('media-change-refused', `${from.party.number}: ${error.message}`)
      throw error
    }
    // The media engine has connected the two directly.
    if (this.#attendance !== undefined) await this.arrange()
  }

  /** Once: whoever pays for the call pays for a fax (FAX-04). */
  #noteFax({ agreed, party }: Leg): void {
    if (this.#faxed || !carriesFax(agreed)) return
    this.#faxed = true
    this.#call.note('fax-negotiated', party.number)
  }

  /** Only parties of ours may transfer, and only what passes through our hands. */
  refer(by: Leg, referral: IncomingReferral): void {
    const remaining = this.other(by)
    const { extensionId, trunk } = by.party
    if (!this.#call.anchored || (extensionId === undefined && trunk === undefined)) referral.reject(603)
    else {
      // A phone may hang up in the next packet: the transfer goes on without it.
      if (this.#call.principal === by) this.#call.parties.detachPrincipal()
      this.#end({ kind: 'transfer', by, remaining, referral })
    }
  }

  /** A program asks for something in place of `by`. False when that cannot be done here. */
  command(by: Leg, command: TalkCommand): boolean {
    if (this.#options.commands !== true || !this.#call.anchored || !this.joins(by)) return false
    this.#end({ kind: 'commanded', by, remaining: this.other(by), command })
    return true
  }

  /** Another leg takes the place of `old` in the conversation; the media follows. */
  replace(old: Leg, leg: Leg): Promise<void> {
    this.#legs = old === this.#legs[0] ? [leg, this.#legs[1]] : [this.#legs[0], leg]
    this.#watch(leg)
    tellConnected(this)
    for (const party of this.#legs) this.#call.parties.changed(party)
    const { arrival } = leg
    if (arrival !== undefined) this.#arranging = this.#arranging.then(() => arrival)
    return this.arrange().then(() => watchForStops(this.#call, leg))
  }

  attend(attendance: Attendance | undefined): Promise<void> {
    this.#attendance = attendance
    return this.arrange()
  }

  get attendance(): Attendance | undefined {
    return this.#attendance
  }

  /** A party has fallen silent without a word, or is heard again: only whom it is connected with directly hears the signal of that. */
  stops(leg: Leg, stopped: boolean): void {
    if (stopped) this.#stopped.add(leg)
    else this.#stopped.delete(leg)
    if (this.#attendance !== undefined) unattended(this.arrange())
  }

  /** `leg` belongs to another call now. */
  taken(leg: Leg): void {
    if (this.joins(leg)) this.#end({ kind: 'taken', leg, remaining: this.other(leg) })
  }

  /** Connects both, or plays to who is held: after a party has held or come back. One after the other, so that the last word counts. */
  arrange(): Promise<void> {
    const next = this.#arranging.then(() => (this.#over ? undefined : this.#letHear()))
    // Who asked hears of a failure; what comes next is arranged all the same.
    this.#arranging = next.catch(() => undefined)
    void this.#arranging.then(() => this.#tellChange())
    return next
  }

  /** The conversation is over without a word: the call ends. */
  close(): void {
    this.#over = true
    // Who is held by a program is held in this conversation; the next one begins with both heard.
    for (const leg of this.#legs) leg.holdsByProgram = false
    for (const stop of this.#stopListening.splice(0)) stop()
  }

  /** The dialog of a party of the call is over. */
  legEnded(leg: Leg, end: PartyEnd): void {
    if (this.joins(leg)) this.#end(hungUp(leg, end))
  }

  #letHear(): Promise<void> {
    const attendance = this.held || this.#legs.some((leg) => this.#stopped.has(leg)) ? undefined : this.#attendance
    return attendance === undefined ? whatTheyHear(this.#call, ...this.#legs) : attendance.seat(this.#legs)
  }

  #tellChange(): void {
    if (!this.#over) for (const tell of this.#changed) tell()
  }

  #watch(leg: Leg): void {
    const dialog = this.dialogOf(leg)
    // A party that was gone before it could talk is not told of any more.
    if (dialog.over) void dialog.ended.then((end) => this.legEnded(leg, end))
    const { codes } = this.#options
    // Where the media does not pass through our hands a code could get nothing done.
    if (!this.#call.anchored || codes === undefined || codes.length === 0 || leg.party.extensionId === undefined) return
    const dialled = (code: string): void => {
      if (this.joins(leg)) this.#end({ kind: 'dialled-code', by: leg, remaining: this.other(leg), code })
    }
    this.#stopListening.push(listenForCodes(leg.digits, codes, this.#call.clock, dialled))
  }

  #end(end: BridgeEnd): void {
    this.close()
    for (const leg of this.#legs) if (leg.hasDigits) leg.digits.forget()
    this.#settle(end)
  }
}

/** RFC 3264 §8.4: it sends at most. An outside party that sends while it holds plays music of its own, which is let through. */
export function holds(call: Call, leg: Leg): boolean {
  // What is under way between two calls, or not agreed yet, has no direction.
  if (!call.anchored || leg.arrival !== undefined || leg.unsettled !== undefined) return false
  if (leg.holdsByProgram) return true
  const direction = call.media.direction(leg.endpoint)
  return direction === 'inactive' || (direction === 'sendonly' && leg.party.tenantId !== undefined)
}

/** Lets both talk. Media is connected by then. */
export async function bridge(call: Call, principal: Leg, leg: Leg, options: TalkOptions): Promise<BridgeEnd> {
  const talking = new Bridge(call, principal, leg, options)
  call.bridge = talking
  for (const party of [principal, leg]) {
    call.parties.changed(party)
    watchForStops(call, party)
  }
  if (!call.emergency && !call.carriesFax) call.talks?.began(call, talking)
  const end = await talking.ended
  if (call.bridge === talking) call.bridge = undefined
  return end
}

function hungUp(leg: Leg, end: PartyEnd): BridgeEnd {
  return { kind: 'hung-up', by: leg, cause: causeOf(leg.role, end), reason: end.by === 'remote' ? readableReason(end.reason) : undefined }
}

/** Why the call is over, from how one party's dialog ended. */
export function causeOf(role: Leg['role'], end: PartyEnd): EndCause {
  switch (end.by) {
    case 'remote':
    case 'program':
      return role === 'caller' ? 'hung-up-by-caller' : 'hung-up-by-called'
    case 'session-expired':
      return 'session-expired'
    case 'no-ack':
    case 'dialog-failed':
      return 'unreachable'
    // We ended it ourselves inside a bridge only where the exchange of session descriptions broke down.
    case 'local':
      return 'error'
  }
}
