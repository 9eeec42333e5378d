import type { Timer } from '@klinke/foundation'
import type { UserAgent } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import { CallOver } from '../call/call-over.ts'
import { mediaRefusal } from '../call/media-failure.ts'
import type { DialTarget, RingOptions, RingOutcome } from '../exchange/exchange.ts'
import type { Leg } from '../leg/leg.ts'
import { type DialOutcome, OutboundLeg } from '../leg/outbound-leg.ts'
import type { Seat } from '../leg/seat.ts'
import { type Refusal, refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import { bestRefusal } from './best-refusal.ts'
import { BranchRecord } from './branch-record.ts'
import { callerHears, hearsFromHere } from './caller-hears.ts'
import { confirmed } from './confirm.ts'
import { redirectionOf, refusalOf } from './failure.ts'
import { inviteFor, offerFor } from './invite-for.ts'
import { atOtherPlace } from './other-place.ts'
import { otherSrtp } from './other-srtp.ts'
import { unlessSilent } from './unless-silent.ts'

/** Devices rung at a time for one call; further ones are left out. */
export const MAX_BRANCHES = 50

/** RFC 3326 §2 and TS 24.229: the other phones show "answered elsewhere", not a missed call. */
const COMPLETED_ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"'

/** A forking dial: all branches of one `ring`, until the first answer, a final no, or the end of the ringing time. */
export class Ringing {
  /** Rejects when a branch failed in a way nobody foresaw. */
  readonly outcome: Promise<RingOutcome>
  readonly #call: Call
  readonly #userAgent: UserAgent
  readonly #options: RingOptions
  readonly #settle: (outcome: RingOutcome) => void
  readonly #fail: (error: unknown) => void
  readonly #legs = new Set<OutboundLeg>()
  readonly #refusals: Refusal[] = []
  readonly #declinedByProgram = new Set<Leg>()
  #timer: Timer | undefined
  #open = 0
  #rang = false
  #settled = false
  #claimed = false

  constructor(call: Call, userAgent: UserAgent, options: RingOptions) {
    this.#call = call
    this.#userAgent = userAgent
    this.#options = options
    const { promise, resolve, reject } = Promise.withResolvers<RingOutcome>()
    this.outcome = promise
    this.#settle = resolve
    this.#fail = reject
  }

  start(targets: readonly DialTarget[], arm: (wake: () => void) => Timer): void {
    const branches = targets.slice(0, MAX_BRANCHES)
    if (branches.length === 0) {
      this.#end(refused('unreachable', 480))
      return
    }
    this.#timer = arm(() => this.#end(refused(this.#rang ? 'no-answer' : 'unreachable', 480)))
    this.#open = branches.length
    for (const target of branches) void this.#branch(target)
  }

  /** Gives up what still rings. */
  stop(reason?: string): void {
    this.#settled = true
    this.#timer?.cancel()
    for (const leg of this.#legs) void this.#giveUp(leg, reason)
    this.#legs.clear()
  }

  async #branch(target: DialTarget): Promise<void> {
    const record = BranchRecord.of(this.#call, target, this.#options.as)
    try {
      const refusal = await this.#seated(target, record)
      record?.over(refusal)
      if (refusal !== undefined) this.#refused(refusal)
    } catch (error) {
      this.stop()
      this.#fail(error)
    }
  }

  /** The room that the party takes is had for all places at which it is tried. */
  async #seated(target: DialTarget, record: BranchRecord | undefined): Promise<Refusal | undefined> {
    if (target.seat === undefined) return this.#atEachPlace(target, record, undefined)
    const seat = await target.seat(this.#call)
    if (seat.kind === 'refused') return seat
    try {
      return this.#settled ? undefined : await this.#atEachPlace(target, record, seat)
    } finally {
      seat.leave()
    }
  }

  /** Where the way to the party has failed it is called at its next place. */
  async #atEachPlace(first: DialTarget, record: BranchRecord | undefined, seat: Seat | undefined): Promise<Refusal | undefined> {
    for (let target = first; ; ) {
      let refusal = await this.#attempt(target, record, seat)
      const other = refusal?.cause === 'incompatible' && !this.#settled ? otherSrtp(target) : undefined
      if (other !== undefined) refusal = await this.#attempt(other, record, seat)
      const next = refusal?.tryElsewhere === true ? atOtherPlace(target) : undefined
      if (refusal !== undefined && refusal.tryElsewhere === true) record?.failed(target, refusal)
      if (next === undefined || this.#settled) return refusal
      target = next
    }
  }

  /** A target that no media can be had for is out, but not the others: it may be the only one that has an IPv6 address. */
  async #attempt(target: DialTarget, record: BranchRecord | undefined, seat: Seat | undefined): Promise<Refusal | undefined> {
    const there = await target.placeSeat?.(this.#call)
    if (there?.kind === 'refused') return there
    const seats = [seat, there].filter((each) => each !== undefined)
    try {
      return this.#settled ? undefined : await this.#dial(target, record, seats)
    } catch (error) {
      const refusal = mediaRefusal(error)
      if (refusal === undefined) throw error
      this.#call.note('branch-failed', `${target.party.number}: ${refusal.cause}`)
      return refusal.cause === 'congestion' ? { ...refusal, tryElsewhere: true } : refusal
    } finally {
      there?.leave()
    }
  }

  /** Calls one target. The refusal, or `undefined` when it answered or is not wanted any more. */
  async #dial(target: DialTarget, record: BranchRecord | undefined, seats: readonly Seat[]): Promise<Refusal | undefined> {
    const call = this.#call
    if (target.confirm !== undefined && !call.anchored) return this.#unasked(target)
    const endpoint = call.newEndpoint(target.media)
    const { offer, unsettled } = await offerFor(call, endpoint, target.confirm !== undefined)
    if (this.#settled || call.scope.closed) return undefined
    const invite = inviteFor(call, target, this.#options, offer)
    const { party, namesConnected } = target
    const parts = { party, namesConnected, endpoint, unsettled, owner: call.scope, userAgent: this.#userAgent, invite, clock: call.clock }
    const { as: role } = this.#options
    const leg = new OutboundLeg(role === undefined ? parts : { ...parts, role }, (...heard) =>
      this.#progress(leg, ...earlyOf(target, ...heard)),
    )
    this.#legs.add(leg)
    call.parties.dials(leg)
    for (const seat of seats) seat.holds(leg, call)
    record?.tries(target, leg)
    const dialled = await unlessSilent(call, leg, patienceWith(target, this.#options), () => this.#settled)
    if (dialled.kind === 'answered') for (const seat of seats) seat.answered?.(leg, call)
    const isTaken = dialled.kind !== 'answered' || target.confirm === undefined || (await confirmed(call, leg, target.confirm))
    return isTaken ? this.#dialled(leg, dialled, target) : this.#declined(leg)
  }

  /** Where the parties' media passes by nobody can be asked, and a mailbox would take the call. */
  #unasked({ party }: DialTarget): Refusal {
    this.#call.note('not-rung', `${party.number} could not be asked whether it accepts`)
    return refused('unreachable', 480)
  }

  #progress(leg: OutboundLeg, status: number, sdp: string | undefined): void {
    this.#rang = true
    this.#call.parties.changed(leg)
    if (this.#settled) return
    this.#call.early.progress(leg, status, sdp)
    this.#options.onRinging?.(leg)
    this.#call.undertaking?.ringing()
  }

  #dialled(leg: OutboundLeg, dialled: DialOutcome, { isFaultOfTheWay }: DialTarget): Refusal | undefined {
    if (!this.#legs.delete(leg)) return undefined
    if (dialled.kind === 'answered') {
      this.#answered(leg)
      return undefined
    }
    const rang = leg.rang
    this.#call.parties.dismiss(leg)
    const refusal = dialled.kind === 'failed' ? refusalOf(dialled.outcome, rang, isFaultOfTheWay) : this.#refusalOfCancelled(leg)
    // No message could be sent at all: a name without an address, a certificate that is not the right one.
    if (dialled.kind === 'failed' && dialled.outcome.kind === 'transport-error') this.#call.note('way-failed', dialled.outcome.detail)
    const redirected = dialled.kind === 'failed' ? redirectionOf(dialled.outcome) : undefined
    if (redirected !== undefined) this.#call.note('redirect-refused', redirected)
    this.#call.note('branch-failed', `${leg.party.number}: ${refusal.cause}`)
    return refusal
  }

  /** The user of that phone declines the call by other means than the phone. False when it does not ring here. */
  decline(leg: Leg): boolean {
    const own = [...this.#legs].find((each) => each === leg)
    if (own === undefined || own.dialog !== undefined) return false
    this.#declinedByProgram.add(own)
    unattended(own.hangUp())
    return true
  }

  #refusalOfCancelled(leg: Leg): Refusal {
    return this.#declinedByProgram.has(leg) ? refused('declined', 603) : refused('cancelled', 487)
  }

  /** Somebody answered and did not accept: a mailbox, most likely. */
  #declined(leg: OutboundLeg): Refusal | undefined {
    if (!this.#legs.delete(leg)) return undefined
    this.#call.note('not-accepted', leg.party.number)
    void this.#giveUp(leg, undefined)
    return refused('no-answer', 480)
  }

  #answered(leg: Leg): void {
    this.stop(COMPLETED_ELSEWHERE)
    // Who was asked first is part of the call already.
    if (leg.unsettled !== undefined) this.#call.parties.joined(leg)
    this.#settle({ kind: 'answered', leg })
  }

  /** Another party answers in place of those who ring: pickup. It is in the call already. False when that is settled. */
  pickedUp(leg: Leg): boolean {
    if (this.#settled) return false
    this.stop(COMPLETED_ELSEWHERE)
    this.#settle({ kind: 'answered', leg })
    return true
  }

  get settled(): boolean {
    return this.#settled
  }

  /** Only one at a time may try to pick this call up. False when it is settled, or somebody does already. */
  claim(): boolean {
    if (this.#settled || this.#claimed) return false
    this.#claimed = true
    return true
  }

  /** Nobody is to be rung any more. */
  giveUp(): void {
    this.#end(refused('cancelled', 487))
  }

  unclaim(): void {
    this.#claimed = false
  }

  #refused(refusal: Refusal): void {
    if (this.#settled) return
    this.#open--
    this.#refusals.push(refusal)
    // A 6xx speaks for the person, not for the phone: nobody else shall ring (RFC 3261 §16.7 step 5).
    if (refusal.status >= 600 && this.#options.eachForItself !== true) this.#end(refusal)
    else if (this.#open === 0) this.#end(bestRefusal(this.#refusals) ?? refusal)
  }

  #end(refusal: Refusal): void {
    if (this.#settled) return
    this.stop()
    this.#settle(refusal)
  }

  async #giveUp(leg: OutboundLeg, reason: string | undefined): Promise<void> {
    // A phone that does not take the CANCEL is forgotten all the same.
    await leg.hangUp(reason).catch(() => undefined)
    this.#call.parties.dismiss(leg)
  }
}

/** Where early media is not heard the caller's own phone rings, also for a peer that says only that the call makes progress. */
function earlyOf({ ignoresEarlyMedia }: DialTarget, status: number, sdp: string | undefined): [status: number, sdp: string | undefined] {
  return ignoresEarlyMedia === true ? [status === 183 ? 180 : status, undefined] : [status, sdp]
}

/** How long this place may be silent, and how long it may ring nobody. */
function patienceWith({ silentAfterSeconds }: DialTarget, options: RingOptions): RingOptions {
  return silentAfterSeconds === undefined ? options : { ...options, silentAfterSeconds }
}

/** Rings all targets at once. See `Exchange.ring`. */
export async function ring(call: Call, targets: readonly DialTarget[], options: RingOptions, userAgent: UserAgent): Promise<RingOutcome> {
  if (call.scope.closed) throw new CallOver(refused('cancelled', 487))
  if (call.ringsNobody) return refused('cancelled', 487)
  const ringing = new Ringing(call, userAgent, options)
  const withinSeconds = options.withinSeconds ?? call.profile.ringTimeoutSeconds
  call.parties.releaseEnded()
  const hearing = hearsFromHere(call, options) ? await callerHears(call, options) : undefined
  call.ringing = ringing
  ringing.start(targets, (wake) => call.after(withinSeconds * 1000, wake))
  try {
    return await call.scope.race(ringing.outcome)
  } finally {
    ringing.stop()
    hearing?.stop()
    if (call.ringing === ringing) call.ringing = undefined
  }
}
