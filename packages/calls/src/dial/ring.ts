import type { Timer } from '@klinke/foundation'
import type { Endpoint, MediaSource, Playback } from '@klinke/rtp'
import { From, type HeaderField, type OutgoingInvite, parseSip, type UserAgent } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import { CallOver } from '../call/call-over.ts'
import { mediaRefusal } from '../call/media-failure.ts'
import type { DialTarget, RingOptions, RingOutcome } from '../exchange/exchange.ts'
import { headersForInvite, hopsLeft, inPlaceOf } from '../header-policy.ts'
import type { Leg, UnsettledMedia } from '../leg/leg.ts'
import { type DialOutcome, OutboundLeg } from '../leg/outbound-leg.ts'
import { type Refusal, refused } from '../outcome.ts'
import { partyAddress } from '../party-address.ts'
import { unattended } from '../unattended.ts'
import { bestRefusal } from './best-refusal.ts'
import { refusalOf } from './failure.ts'
import { otherSrtp } from './other-srtp.ts'

/** Devices rung at a time for one call; further ones are left out. */
export const MAX_BRANCHES = 50

/** RFC 3326 §2 and TS 24.229: the other phones show "answered elsewhere", not a missed call. */
const COMPLETED_ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"'

const RINGBACK: MediaSource = { kind: 'signal', signal: 'ringback' }

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
    try {
      let refusal = await this.#attempt(target)
      const other = refusal?.cause === 'incompatible' && !this.#settled ? otherSrtp(target) : undefined
      if (other !== undefined) refusal = await this.#attempt(other)
      if (refusal !== undefined) this.#refused(refusal)
    } catch (error) {
      this.stop()
      this.#fail(error)
    }
  }

  /** A target that no media can be had for is out, but not the others: it may be the only one that has an IPv6 address. */
  async #attempt(target: DialTarget): Promise<Refusal | undefined> {
    try {
      return await this.#dial(target)
    } catch (error) {
      const refusal = mediaRefusal(error)
      if (refusal === undefined) throw error
      this.#call.note('branch-failed', `${target.party.number}: ${refusal.cause}`)
      return refusal.cause === 'congestion' ? { ...refusal, tryElsewhere: true } : refusal
    }
  }

  /** Calls one target. The refusal, or `undefined` when it answered or is not wanted any more. */
  async #dial(target: DialTarget): Promise<Refusal | undefined> {
    const call = this.#call
    const endpoint = call.newEndpoint(target.media)
    const { offer, unsettled } = await offerFor(call, endpoint)
    if (this.#settled || call.scope.closed) return undefined
    const invite = inviteFor(call, target, this.#options, offer)
    const parts = { party: target.party, endpoint, unsettled, owner: call.scope, userAgent: this.#userAgent, invite, clock: call.clock }
    const { as: role } = this.#options
    const leg = new OutboundLeg(role === undefined ? parts : { ...parts, role }, (status, sdp) => this.#progress(leg, status, sdp))
    this.#legs.add(leg)
    call.parties.dials(leg)
    return this.#dialled(leg, await this.#unlessSilent(leg))
  }

  #progress(leg: OutboundLeg, status: number, sdp: string | undefined): void {
    this.#rang = true
    this.#call.parties.changed(leg)
    if (this.#settled) return
    this.#call.early.progress(leg, status, sdp)
    this.#options.onRinging?.(leg)
    this.#call.undertaking?.ringing()
  }

  /** Gives up a leg from which nothing is heard in time. */
  async #unlessSilent(leg: OutboundLeg): Promise<DialOutcome> {
    const { silentAfterSeconds } = this.#options
    if (silentAfterSeconds === undefined) return leg.dialled
    const { promise, resolve } = Promise.withResolvers<DialOutcome>()
    const timer = this.#call.after(silentAfterSeconds * 1000, () => {
      if (leg.heard || this.#settled) return
      unattended(leg.hangUp())
      resolve({ kind: 'failed', outcome: { kind: 'timeout' } })
    })
    try {
      return await Promise.race([leg.dialled, promise])
    } finally {
      timer.cancel()
    }
  }

  #dialled(leg: OutboundLeg, dialled: DialOutcome): Refusal | undefined {
    if (!this.#legs.delete(leg)) return undefined
    if (dialled.kind === 'answered') {
      this.#answered(leg)
      return undefined
    }
    const rang = leg.rang
    this.#call.parties.dismiss(leg)
    const refusal = dialled.kind === 'failed' ? refusalOf(dialled.outcome, rang) : refused('cancelled', 487)
    this.#call.note('branch-failed', `${leg.party.number}: ${refusal.cause}`)
    return refusal
  }

  #answered(leg: Leg): void {
    this.stop(COMPLETED_ELSEWHERE)
    this.#call.parties.joined(leg)
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
    if (refusal.status >= 600) this.#end(refusal)
    else if (this.#open === 0) this.#end(bestRefusal(this.#refusals) ?? refusal)
  }

  #end(refusal: Refusal): void {
    if (this.#settled) return
    this.stop()
    this.#settle(refusal)
  }

  async #giveUp(leg: OutboundLeg, reason: string | undefined): Promise<void> {
    await leg.hangUp(reason).catch(() => undefined)
    this.#call.parties.dismiss(leg)
  }
}

/** Rings all targets at once. See `Exchange.ring`. */
export async function ring(call: Call, targets: readonly DialTarget[], options: RingOptions, userAgent: UserAgent): Promise<RingOutcome> {
  if (call.scope.closed) throw new CallOver(refused('cancelled', 487))
  const ringing = new Ringing(call, userAgent, options)
  const withinSeconds = options.withinSeconds ?? call.profile.ringTimeoutSeconds
  call.parties.releaseEnded()
  const hearing = await callerHears(call, options)
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

/** A caller that no offer has been answered to hears the ring-back tone of its own phone; for all others it comes from here. */
async function callerHears(call: Call, { callerHears: wanted }: RingOptions): Promise<Playback | undefined> {
  if (!call.parties.hasPrincipal) return undefined
  if (wanted !== undefined && !call.parties.endsHere) await call.earlyMedia()
  if (!call.parties.endsHere) return undefined
  // Music that a queue plays goes on while its agents are rung.
  if (wanted === undefined && call.parties.background !== undefined) return undefined
  const { principal, media } = call
  return media.play(principal.endpoint, wanted ?? RINGBACK)
}

/** The caller's own offer, relayed; or the media engine's, to a party that is to be connected with one whose media ends here. */
async function offerFor(call: Call, endpoint: Endpoint): Promise<{ offer: string | undefined; unsettled: UnsettledMedia }> {
  const { caller, media } = call
  if (caller === undefined || call.parties.endsHere) {
    const options = call.parties.hasPrincipal ? { like: call.principal.endpoint } : {}
    return { offer: await media.offer(endpoint, options), unsettled: { kind: 'here' } }
  }
  if (caller.offer === undefined) return { offer: undefined, unsettled: { kind: 'late' } }
  const offer = await media.relayOffer(caller.endpoint, endpoint, caller.offer)
  return { offer, unsettled: { kind: 'relayed', from: caller.endpoint } }
}

function inviteFor(call: Call, target: DialTarget, options: RingOptions, offer: string | undefined): OutgoingInvite {
  const { uri, to, destination, route, credentials } = target
  const parts = call.caller?.invite.parts ?? []
  return {
    uri,
    from: fromFor(call, target),
    to,
    destination,
    route,
    headers: inPlaceOf(headersForInvite(call.request), [...referredBy(call), ...(target.headers ?? []), ...(options.headers ?? [])]),
    maxForwards: hopsLeft(call.request) - 1,
    sessionExpiresSeconds: call.profile.sessionExpiresSeconds,
    // A late offer leaves no place for an answer before the caller's ACK, so nothing may carry an offer before the 2xx.
    reliableProvisional: offer === undefined ? 'none' : 'supported',
    ...(offer !== undefined && { offer }),
    ...(parts.length > 0 && { parts }),
    ...(credentials !== undefined && { credentials }),
  }
}

/** An extension to which a party is transferred sees that party as its caller, not the one who transfers. */
function fromFor({ undertaking }: Call, { from, party }: DialTarget): string {
  const shown = undertaking?.shown
  const host = shown === undefined || party.extensionId === undefined ? undefined : parseSip(From.parse(from)?.uri ?? '')?.host
  return shown === undefined || host === undefined ? from : partyAddress(shown.displayName, shown.number, host)
}

/** RFC 3892 §3: who asked for this call. */
function referredBy({ undertaking }: Call): readonly HeaderField[] {
  return undertaking?.referredBy === undefined ? [] : [['Referred-By', undertaking.referredBy]]
}
