import type { Scope } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import { type IncomingInvite, Require, Supported } from '@klinke/sip'
import { CallOver } from '../call/call-over.ts'
import type { CallParty } from '../call-records.ts'
import type { LegState } from '../live-call.ts'
import { type Refusal, refusalOptions, refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { Leg } from './leg.ts'
import { LegDialog } from './leg-dialog.ts'

/** The party that called us: an INVITE we answer (UAS). */
export class CallerLeg implements Leg {
  readonly id: string
  readonly role = 'caller'
  readonly party: CallParty
  readonly endpoint: Endpoint
  readonly invite: IncomingInvite
  /** The caller's offer; undefined when it wants ours. */
  readonly offer: string | undefined
  /** SDP that a reliable provisional response carried: the offer is answered, the 2xx must not answer again (RFC 3262 §5). */
  #answeredReliably = false
  #ringing = false
  #refused = false
  #dialog: LegDialog | undefined
  #owner: Scope

  constructor(id: string, invite: IncomingInvite, party: CallParty, endpoint: Endpoint, owner: Scope) {
    this.id = id
    this.invite = invite
    this.offer = invite.offer
    this.party = party
    this.endpoint = endpoint
    this.#owner = owner
    owner.own(this)
  }

  get owner(): Scope {
    return this.#owner
  }

  get dialog(): LegDialog | undefined {
    return this.#dialog
  }

  get sipCallId(): string {
    return this.invite.request.headers.get('Call-ID') ?? ''
  }

  get state(): LegState {
    if (this.#dialog !== undefined) return this.#dialog.over ? 'ended' : 'answered'
    if (this.#refused || this.invite.abandoned.aborted) return 'ended'
    return this.#ringing ? 'ringing' : 'trying'
  }

  adopt(scope: Scope): void {
    scope.adopt(this, this.#owner)
    this.#owner = scope
  }

  /** Tells the caller how the called side gets on: ringing, or early media with `sdp`. Nothing after the final response. */
  progress(status: number, sdp?: string): void {
    if (this.#finallyAnswered) return
    this.#ringing = true
    const reliable = this.#wantsReliable(sdp !== undefined)
    if (reliable && sdp !== undefined) this.#answeredReliably = true
    this.invite.progress(status, sdp === undefined ? { reliable } : { sdp, reliable })
  }

  /** Answers the call. `sdp` is the answer, or for a late offer the offer. Throws `CallOver` when the caller is gone. */
  answer(sdp: string, sessionExpiresSeconds: number): LegDialog {
    if (this.#finallyAnswered) throw new CallOver(refused('cancelled', 487))
    const session = this.invite.accept(this.#answeredReliably ? { sessionExpiresSeconds } : { sdp, sessionExpiresSeconds })
    this.#dialog = new LegDialog(session)
    return this.#dialog
  }

  /** Refuses the call. Without effect once it is answered or abandoned. */
  refuse(refusal: Refusal): void {
    if (this.#finallyAnswered) return
    this.#refused = true
    this.invite.reject(refusal.status, refusalOptions(refusal))
  }

  async hangUp(reason?: string): Promise<void> {
    if (this.#dialog === undefined) this.refuse(refused('error', 500))
    else await this.#dialog.bye(reason)
  }

  close(): void {
    unattended(this.hangUp())
  }

  get #finallyAnswered(): boolean {
    return this.#dialog !== undefined || this.#refused || this.invite.abandoned.aborted
  }

  /** RFC 3262 §3: always when required; when supported, for what must not get lost. */
  #wantsReliable(important: boolean): boolean {
    const headers = this.invite.request.headers
    if (headers.readAll(Require)?.includes('100rel')) return true
    return important && headers.readAll(Supported)?.includes('100rel') === true
  }
}
