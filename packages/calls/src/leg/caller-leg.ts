import type { Clock, Scope } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import { From, type HeaderField, type IncomingInvite, type LocalDialog, Require, Supported, tagOf } from '@klinke/sip'
import { addressOfRecord } from '../admission/subscriber.ts'
import { CallOver } from '../call/call-over.ts'
import type { CallParty, LegMedia } from '../call-records.ts'
import type { OriginExtension } from '../dial-plan.ts'
import type { LegState } from '../live-call.ts'
import { type Refusal, refusalOptions, refused } from '../outcome.ts'
import { unattended } from '../unattended.ts'
import type { NamesConnected } from './connected.ts'
import { Digits } from './digits.ts'
import type { Leg, UnsettledMedia } from './leg.ts'
import { LegDialog } from './leg-dialog.ts'

export interface CallerLegParts {
  readonly invite: IncomingInvite
  readonly party: CallParty
  readonly endpoint: Endpoint
  readonly owner: Scope
  readonly clock: Clock
  /** Who that is, if it is an extension. */
  readonly extension: OriginExtension | undefined
  readonly namesConnected: NamesConnected | undefined
}

/** The party that called us: an INVITE we answer (UAS). */
export class CallerLeg implements Leg {
  readonly role = 'caller'
  readonly party: CallParty
  unsettled: UnsettledMedia | undefined
  endpoint: Endpoint
  sdp: string | undefined
  agreed: string | undefined
  counters: LegMedia | undefined
  counted: Promise<void> | undefined
  arrival: Promise<void> | undefined
  endsAtMs: number | undefined
  holdsByProgram = false
  told: string | undefined
  readonly said = undefined
  readonly namesConnected: NamesConnected | undefined
  connectedAs: string | undefined
  readonly #extension: OriginExtension | undefined
  readonly invite: IncomingInvite
  /** The caller's offer; undefined when it wants ours. */
  readonly offer: string | undefined
  /** SDP that a reliable provisional response carried: the offer is answered, the 2xx must not answer again (RFC 3262 §5). */
  #answeredReliably = false
  #ringing = false
  #refused = false
  #dialog: LegDialog | undefined
  readonly #clock: Clock
  #digits: Digits | undefined
  /** Somebody waits for its end. */
  #over: PromiseWithResolvers<void> | undefined
  #owner: Scope

  constructor({ invite, party, endpoint, owner, clock, extension, namesConnected }: CallerLegParts) {
    this.namesConnected = namesConnected
    this.invite = invite
    this.offer = invite.offer
    this.sdp = invite.offer
    this.#clock = clock
    this.#extension = extension
    this.party = party
    this.endpoint = endpoint
    this.#owner = owner
    owner.own(this)
  }

  get id(): string {
    return this.endpoint.id
  }

  get owner(): Scope {
    return this.#owner
  }

  get digits(): Digits {
    if (this.#digits === undefined) {
      this.#digits = new Digits(this.#clock)
      if (this.state === 'ended') this.#digits.close()
    }
    return this.#digits
  }

  get hasDigits(): boolean {
    return this.#digits !== undefined
  }

  get dialog(): LegDialog | undefined {
    return this.#dialog
  }

  get sipCallId(): string {
    return this.invite.request.headers.get('Call-ID') ?? ''
  }

  get addressOfRecord(): string | undefined {
    return this.#extension && addressOfRecord(this.#extension)
  }

  get sip(): Leg['sip'] {
    return { callId: this.sipCallId, localTag: this.invite.localTag, remoteTag: tagOf(this.invite.request.headers.read(From)) }
  }

  is(dialog: LocalDialog): boolean {
    if (dialog.kind === 'session') return this.#dialog?.session === dialog.session
    return dialog.kind === 'called' && dialog.invite === this.invite
  }

  get state(): LegState {
    if (this.#dialog !== undefined) return this.#dialog.over ? 'ended' : 'answered'
    if (this.#refused || this.invite.abandoned.aborted) return 'ended'
    return this.#ringing ? 'ringing' : 'trying'
  }

  get over(): Promise<void> {
    if (this.#dialog !== undefined) return this.#dialog.ended.then(() => undefined)
    if (this.state === 'ended') return Promise.resolve()
    if (this.#over === undefined) {
      this.#over = Promise.withResolvers<void>()
      this.invite.abandoned.addEventListener('abort', () => this.#gone(), { once: true })
    }
    return this.#over.promise
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

  /** Answers the call. `sdp` is the answer, or for a late offer the offer; `connected` says with whom (COLP). Throws `CallOver` when the caller is gone. */
  answer(sdp: string, sessionExpiresSeconds: number, connected: readonly HeaderField[] = []): LegDialog {
    if (this.#finallyAnswered) throw new CallOver(refused('cancelled', 487))
    const headers = connected.length > 0 ? { headers: connected } : {}
    const session = this.invite.accept({ ...(this.#answeredReliably ? {} : { sdp }), sessionExpiresSeconds, ...headers })
    if (this.offer !== undefined) this.agreed = sdp
    this.#dialog = new LegDialog(session)
    if (this.#over !== undefined) void this.#dialog.ended.then(() => this.#over?.resolve())
    return this.#dialog
  }

  /** Refuses the call. Without effect once it is answered or abandoned. */
  refuse(refusal: Refusal): void {
    if (this.#finallyAnswered) return
    this.#refused = true
    this.invite.reject(refusal.status, refusalOptions(refusal))
    this.#gone()
  }

  async hangUp(reason?: string): Promise<void> {
    if (this.#dialog === undefined) this.refuse(refused('error', 500))
    else await this.#dialog.bye(reason)
  }

  close(): void {
    unattended(this.hangUp())
  }

  /** It went before it was answered. */
  #gone(): void {
    if (this.#dialog === undefined) this.#over?.resolve()
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
