import type { Timer } from '@klinke/foundation'
import type { OutgoingInvite, UserAgent } from '@klinke/sip'
import type { Call } from '../call/call.ts'
import { CallOver } from '../call/call-over.ts'
import { mediaRefusal } from '../call/media-failure.ts'
import type { DialTarget, RingOptions, RingOutcome } from '../exchange/exchange.ts'
import { headersForInvite, hopsLeft, inPlaceOf } from '../header-policy.ts'
import { type DialOutcome, OutboundLeg } from '../leg/outbound-leg.ts'
import { type Refusal, refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import { bestRefusal } from './best-refusal.ts'
import { refusalOf } from './failure.ts'
import { otherSrtp } from './other-srtp.ts'

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
  #timer: Timer | undefined
  #open = 0
  #rang = false
  #settled = false

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
    const { caller, media } = this.#call
    const endpoint = this.#call.newEndpoint(target.media)
    const offer = caller.offer === undefined ? undefined : await media.relayOffer(caller.endpoint, endpoint, caller.offer)
    if (this.#settled || this.#call.scope.closed) return undefined
    const invite = inviteFor(this.#call, target, this.#options, offer)
    const leg = new OutboundLeg(endpoint.id, target.party, endpoint, this.#call.scope, this.#userAgent, invite, (status, sdp) => {
      this.#rang = true
      if (!this.#settled) this.#call.early.progress(leg, status, sdp)
    })
    this.#legs.add(leg)
    this.#call.dials(leg)
    return this.#dialled(leg, await this.#unlessSilent(leg))
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
    this.#call.dismiss(leg)
    const refusal = dialled.kind === 'failed' ? refusalOf(dialled.outcome, rang) : refused('cancelled', 487)
    this.#call.note('branch-failed', `${leg.party.number}: ${refusal.cause}`)
    return refusal
  }

  #answered(leg: OutboundLeg): void {
    this.stop(COMPLETED_ELSEWHERE)
    this.#settle({ kind: 'answered', leg })
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
    this.#call.dismiss(leg)
  }
}

/** Rings all targets at once. See `Exchange.ring`. */
export async function ring(call: Call, targets: readonly DialTarget[], options: RingOptions, userAgent: UserAgent): Promise<RingOutcome> {
  if (call.scope.closed) throw new CallOver(refused('cancelled', 487))
  const ringing = new Ringing(call, userAgent, options)
  const withinSeconds = options.withinSeconds ?? call.profile.ringTimeoutSeconds
  ringing.start(targets, (wake) => call.after(withinSeconds * 1000, wake))
  try {
    return await call.scope.race(ringing.outcome)
  } finally {
    ringing.stop()
  }
}

function inviteFor(call: Call, target: DialTarget, options: RingOptions, offer: string | undefined): OutgoingInvite {
  const { uri, from, to, destination, route, credentials } = target
  return {
    uri,
    from,
    to,
    destination,
    route,
    headers: inPlaceOf(headersForInvite(call.request), [...(target.headers ?? []), ...(options.headers ?? [])]),
    maxForwards: hopsLeft(call.request) - 1,
    sessionExpiresSeconds: call.profile.sessionExpiresSeconds,
    // A late offer leaves no place for an answer before the caller's ACK, so nothing may carry an offer before the 2xx.
    reliableProvisional: offer === undefined ? 'none' : 'supported',
    ...(offer !== undefined && { offer }),
    ...(credentials !== undefined && { credentials }),
  }
}
