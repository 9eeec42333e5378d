import type { Clock, Scope } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import {
  type LocalDialog,
  type OutgoingInvite,
  type PendingInvite,
  parseSip,
  type RequestOutcome,
  type SipResponse,
  To,
  tagOf,
  type UserAgent,
} from '@klinke/sip'
import type { CallParty, LegMedia } from '../call-records.ts'
import type { LegState } from '../live-call.ts'
import { unattended } from '../unattended.ts'
import { type NamesConnected, type SaidOfItself, saidIn } from './connected.ts'
import { Digits } from './digits.ts'
import type { Leg, UnsettledMedia } from './leg.ts'
import { LegDialog } from './leg-dialog.ts'

export type DialOutcome =
  | { readonly kind: 'answered' }
  /** `cancelled`: we gave up; otherwise the peer's refusal or silence. */
  | { readonly kind: 'failed'; readonly outcome: RequestOutcome }
  | { readonly kind: 'cancelled' }

/** Told of each provisional response above 100; with `sdp` on the first that carries one. */
export type ProgressListener = (status: number, sdp: string | undefined) => void

export interface OutboundLegParts {
  /** How the record names it; absent `called`. The first party of a call that the exchange makes itself is its caller. */
  readonly role?: Leg['role']
  readonly party: CallParty
  readonly endpoint: Endpoint
  readonly unsettled: UnsettledMedia
  readonly owner: Scope
  readonly userAgent: UserAgent
  readonly invite: OutgoingInvite
  readonly clock: Clock
  readonly namesConnected?: NamesConnected | undefined
}

/** A party we call: an INVITE we send (UAC). */
export class OutboundLeg implements Leg {
  readonly role: Leg['role']
  readonly party: CallParty
  /** To of its INVITE: its address of record. */
  readonly to: string
  endpoint: Endpoint
  unsettled: UnsettledMedia | undefined
  agreed: string | undefined
  counters: LegMedia | undefined
  counted: Promise<void> | undefined
  arrival: Promise<void> | undefined
  endsAtMs: number | undefined
  holdsByProgram = false
  told: string | undefined
  readonly namesConnected: NamesConnected | undefined
  connectedAs: string | undefined
  said: SaidOfItself | undefined
  /**
   * The peer's newest session description: its answer, or for a late offer its offer. Behind a forking proxy the party that
   * answers may be another than the one that was heard before (RFC 3261 §13.2.2.4), so the newest counts.
   */
  sdp: string | undefined
  readonly pending: PendingInvite
  readonly #clock: Clock
  #provisional: SipResponse | undefined
  #digits: Digits | undefined
  #owner: Scope
  #state: LegState = 'trying'
  #rang = false
  #cancelled = false
  #cancelReason: string | undefined
  #dialog: LegDialog | undefined
  readonly #forgotten = Promise.withResolvers<void>()
  #over: Promise<void> | undefined
  /** Settles when the INVITE transaction is over. */
  readonly #dialled: Promise<DialOutcome>

  constructor(parts: OutboundLegParts, onProgress: ProgressListener) {
    this.role = parts.role ?? 'called'
    this.party = parts.party
    this.namesConnected = parts.namesConnected
    this.to = parts.invite.to
    this.endpoint = parts.endpoint
    this.unsettled = parts.unsettled
    this.#owner = parts.owner
    this.#clock = parts.clock
    this.pending = parts.userAgent.invite(parts.invite)
    parts.owner.own(this)
    this.#dialled = this.#dial(onProgress)
  }

  get id(): string {
    return this.endpoint.id
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

  /** How dialling ended. Never rejects. */
  get dialled(): Promise<DialOutcome> {
    return this.#dialled
  }

  get owner(): Scope {
    return this.#owner
  }

  get dialog(): LegDialog | undefined {
    return this.#dialog
  }

  get givenUp(): boolean {
    return this.#cancelled
  }

  get sipCallId(): string {
    return this.pending.callId
  }

  get sip(): Leg['sip'] {
    const { callId, localTag } = this.pending
    return { callId, localTag, remoteTag: this.#dialog?.session.remoteTag ?? tagOf(this.#provisional?.headers.read(To)) }
  }

  get addressOfRecord(): string | undefined {
    if (this.party.extensionId === undefined) return undefined
    const uri = parseSip(To.parse(this.to)?.uri ?? '')
    return uri?.user === undefined ? undefined : `${uri.user}@${uri.host}`
  }

  is(dialog: LocalDialog): boolean {
    if (dialog.kind === 'session') return this.#dialog?.session === dialog.session
    return dialog.kind === 'calling' && dialog.invite === this.pending
  }

  get state(): LegState {
    return this.#dialog?.over === true ? 'ended' : this.#state
  }

  /** Any response has come, 100 included. */
  get heard(): boolean {
    return this.pending.heard
  }

  /** The party got on with it: a response above 100. */
  get rang(): boolean {
    return this.#rang
  }

  get over(): Promise<void> {
    this.#over ??= Promise.race([this.#forgotten.promise, this.#dialled.then(() => this.#dialog?.ended.then(() => undefined))])
    return this.#over
  }

  adopt(scope: Scope): void {
    scope.adopt(this, this.#owner)
    this.#owner = scope
  }

  async hangUp(reason?: string): Promise<void> {
    if (this.#dialog !== undefined) return this.#dialog.bye(reason)
    if (this.#state !== 'ended' && !this.#cancelled) {
      this.#cancelled = true
      this.#cancelReason = reason
      this.pending.cancel(reason)
      // From whom nothing was heard there is nothing to wait for.
      if (!this.heard) this.#forgotten.resolve()
    }
    await this.#dialled
  }

  close(): void {
    unattended(this.hangUp())
  }

  async #dial(onProgress: ProgressListener): Promise<DialOutcome> {
    for await (const event of this.pending.events) {
      switch (event.kind) {
        case 'provisional':
          this.#provisional = event.response
          this.#progress(event.response.status, event.sdp, onProgress)
          break
        case 'answered':
          this.#provisional = undefined
          this.sdp = event.sdp ?? this.sdp
          this.said = saidIn(event.response)
          this.agreed = this.unsettled?.kind === 'late' ? undefined : this.sdp
          return this.#answered(new LegDialog(event.session))
        case 'failed':
          this.#state = 'ended'
          return this.#cancelled ? { kind: 'cancelled' } : { kind: 'failed', outcome: event.outcome }
      }
    }
    this.#state = 'ended'
    return { kind: 'cancelled' }
  }

  #progress(status: number, sdp: string | undefined, onProgress: ProgressListener): void {
    if (this.#cancelled) return
    this.#state = 'ringing'
    this.#rang = true
    const first = this.sdp === undefined ? sdp : undefined
    this.sdp = sdp ?? this.sdp
    onProgress(status, first)
  }

  /** A 2xx that crossed our CANCEL in the event queue is a call nobody wants any more: BYE (RFC 3261 §9.1, §15). */
  async #answered(dialog: LegDialog): Promise<DialOutcome> {
    this.#dialog = dialog
    if (!this.#cancelled) {
      this.#state = 'answered'
      return { kind: 'answered' }
    }
    this.#state = 'ended'
    await dialog.bye(this.#cancelReason)
    return { kind: 'cancelled' }
  }
}
