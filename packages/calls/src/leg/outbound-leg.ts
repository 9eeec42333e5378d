import type { Scope } from '@klinke/foundation'
import type { Endpoint } from '@klinke/rtp'
import type { OutgoingInvite, PendingInvite, RequestOutcome, UserAgent } from '@klinke/sip'
import type { CallParty } from '../call-records.ts'
import type { LegState } from '../live-call.ts'
import { unattended } from '../unattended.ts'
import type { Leg } from './leg.ts'
import { LegDialog } from './leg-dialog.ts'

export type DialOutcome =
  | { readonly kind: 'answered' }
  /** `cancelled`: we gave up; otherwise the peer's refusal or silence. */
  | { readonly kind: 'failed'; readonly outcome: RequestOutcome }
  | { readonly kind: 'cancelled' }

/** Told of each provisional response above 100; with `sdp` on the first that carries one. */
export type ProgressListener = (status: number, sdp: string | undefined) => void

/** A party we call: an INVITE we send (UAC). */
export class OutboundLeg implements Leg {
  readonly id: string
  readonly role = 'called'
  readonly party: CallParty
  readonly endpoint: Endpoint
  /**
   * The peer's newest session description: its answer, or for a late offer its offer. Behind a forking proxy the party that
   * answers may be another than the one that was heard before (RFC 3261 §13.2.2.4), so the newest counts.
   */
  sdp: string | undefined
  readonly #pending: PendingInvite
  #owner: Scope
  #state: LegState = 'trying'
  #rang = false
  #cancelled = false
  #cancelReason: string | undefined
  #dialog: LegDialog | undefined
  /** Settles when the INVITE transaction is over. */
  readonly #dialled: Promise<DialOutcome>

  constructor(
    id: string,
    party: CallParty,
    endpoint: Endpoint,
    owner: Scope,
    userAgent: UserAgent,
    invite: OutgoingInvite,
    onProgress: ProgressListener,
  ) {
    this.id = id
    this.party = party
    this.endpoint = endpoint
    this.#owner = owner
    this.#pending = userAgent.invite(invite)
    owner.own(this)
    this.#dialled = this.#dial(onProgress)
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

  get sipCallId(): string {
    return this.#pending.callId
  }

  get state(): LegState {
    return this.#dialog?.over === true ? 'ended' : this.#state
  }

  /** Any response has come, 100 included. */
  get heard(): boolean {
    return this.#pending.heard
  }

  /** The party got on with it: a response above 100. */
  get rang(): boolean {
    return this.#rang
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
      this.#pending.cancel(reason)
    }
    await this.#dialled
  }

  close(): void {
    unattended(this.hangUp())
  }

  async #dial(onProgress: ProgressListener): Promise<DialOutcome> {
    for await (const event of this.#pending.events) {
      switch (event.kind) {
        case 'provisional':
          this.#progress(event.response.status, event.sdp, onProgress)
          break
        case 'answered':
          this.sdp = event.sdp ?? this.sdp
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
