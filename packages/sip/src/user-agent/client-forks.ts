import { advanced, confirmed, type DialogOrigin, dialogOfResponse } from '../dialog/dialog.ts'
import type { DialogUsage } from '../dialog/dialog-table.ts'
import { To, tagOf } from '../header/from-to.ts'
import { Require } from '../header/option-tags.ts'
import { RSeq } from '../header/rseq.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import type { Flow } from '../transport/transport.ts'
import type { Authenticator } from './authenticator.ts'
import { sdpOf } from './body.ts'
import { ALLOW, type Core } from './core.ts'
import { DialogPeer } from './dialog-peer.ts'
import { type EarlyOffer, EarlyOffers } from './early-offers.ts'
import type { LocalDialog } from './local-dialog.ts'
import { outcomeOf } from './request-outcome.ts'
import { SuccessAck } from './success-ack.ts'
import type { HeaderField, PendingInvite } from './user-agent.ts'

/** Branches of one INVITE that may make a dialog of their own; a peer that claims more is heard no further. */
const MAX_FORKS = 16

/** The 2xx that makes the session may be on its way, lost once: the peer shall ask again, not take the dialog for gone. */
const NOT_YET = { status: 500, headers: [['Retry-After', '1']] } as const

/** One answering side of our INVITE: an early dialog, later a session or an unwanted 2xx (RFC 3261 §12.1.2, §13.2.2). */
export class Fork implements DialogUsage {
  readonly peer: DialogPeer
  readonly #core: Core
  readonly #forks: ClientForks
  readonly #inviteSequence: number
  /** RSeq of the last reliable provisional response that was confirmed. */
  #lastResponseNumber: number | undefined
  ack: SuccessAck | undefined
  /** From the moment on that a reliable provisional response has answered our offer. */
  early: EarlyOffers | undefined
  /** What that response said, or an offer since: no description that comes in another one counts (RFC 3261 §13.2.1). */
  agreedSdp: string | undefined

  constructor(core: Core, forks: ClientForks, peer: DialogPeer, inviteSequence: number) {
    this.#core = core
    this.#forks = forks
    this.peer = peer
    this.#inviteSequence = inviteSequence
  }

  get invitation(): LocalDialog {
    const invite = this.#forks.pending
    return invite === undefined ? { kind: 'ended' } : { kind: 'calling', invite }
  }

  /**
   * Confirms a reliable provisional response with a PRACK (RFC 3262 §4). False: it is a repetition or out of order,
   * and nobody is to hear of it.
   */
  confirmProvisional(response: SipResponse): boolean {
    const number = response.headers.read(RSeq)
    if (number === undefined || !response.headers.readAll(Require)?.includes('100rel')) return true
    if (this.#lastResponseNumber !== undefined && number !== this.#lastResponseNumber + 1) return false
    this.#lastResponseNumber = number
    this.peer.send('PRACK', { headers: [['RAck', `${number} ${this.#inviteSequence} INVITE`]] }, outcomeOf().listener)
    this.#answered(response)
    return true
  }

  /** The 2xx of this fork: the ACK that is owed for it. */
  succeeded(response: SipResponse): SuccessAck {
    this.peer.dialog = confirmed(this.peer.dialog, response)
    this.ack = new SuccessAck(this.peer, this.#inviteSequence)
    return this.ack
  }

  received(request: SipRequest, transaction: ServerTransaction): void {
    const next = advanced(this.peer.dialog, request)
    if (next) this.peer.dialog = next
    if (next && request.method === 'UPDATE' && this.early) {
      this.early.received(request, transaction)
      return
    }
    const { status, headers } = next === undefined ? NOT_YET : this.#verdict(request)
    transaction.respond(buildResponse(request, status, { headers: [...this.#core.serverHeader, ...headers] }))
  }

  acknowledged(): void {
    // Nobody acknowledges what we have asked.
  }

  /** Our offer is answered for certain: from now on either side may make another (RFC 3262 §5, RFC 3311 §5.1). */
  #answered(response: SipResponse): void {
    const sdp = sdpOf(response)
    if (sdp === undefined || !this.#forks.offered || this.early) return
    this.agreedSdp = sdp
    this.early = new EarlyOffers(this.#core, this.peer, 'uac', response.headers, () => this.#forks.decideEarly && this.#decide)
    this.#forks.latest = this
  }

  readonly #decide = (offer: EarlyOffer): void => {
    this.#forks.decideEarly?.({
      ...offer,
      answer: (sdp) => {
        this.agreedSdp = offer.sdp
        offer.answer(sdp)
      },
    })
  }

  #verdict({ method, body }: SipRequest): { readonly status: number; readonly headers: readonly HeaderField[] } {
    if (method === 'OPTIONS' || (method === 'UPDATE' && body.length === 0)) return { status: 200, headers: [ALLOW] }
    // RFC 3311 §5.2: while our offer has no answer the peer's must wait.
    return method === 'UPDATE' ? { status: 491, headers: [] } : NOT_YET
  }
}

/** The INVITE of ours that forked. */
export interface ForkedCall {
  readonly pending: PendingInvite
  readonly offered: boolean
}

/** The forks of one INVITE by their To tag. */
export class ClientForks {
  /** The INVITE while it has no outcome. What is left of an answered one for repetitions shall not hold it. */
  pending: PendingInvite | undefined
  /** Our INVITE made an offer. */
  readonly offered: boolean
  /** Who decides on offers in early dialogs. */
  decideEarly: ((offer: EarlyOffer) => void) | undefined
  /** The fork that answered our offer last, before the call is answered. */
  latest: Fork | undefined
  readonly #core: Core
  readonly #authenticator: Authenticator
  readonly #pinned: boolean
  readonly #contactUser: string | undefined
  readonly #forks = new Map<string, Fork>()

  constructor(core: Core, authenticator: Authenticator, pinned: boolean, contactUser: string | undefined, call?: ForkedCall) {
    this.pending = call?.pending
    this.offered = call?.offered ?? false
    this.#core = core
    this.#authenticator = authenticator
    this.#pinned = pinned
    this.#contactUser = contactUser
  }

  get size(): number {
    return this.#forks.size
  }

  /** The fork a response comes from; `undefined` when there are too many. */
  of(response: SipResponse, origin: DialogOrigin, flow: Flow): Fork | undefined {
    const tag = tagOf(response.headers.read(To)) ?? ''
    const known = this.#forks.get(tag)
    if (known || this.#forks.size === MAX_FORKS) return known
    const dialog = dialogOfResponse(origin, response)
    const peer = new DialogPeer(this.#core, dialog, { flow, pinned: this.#pinned }, this.#authenticator, this.#contactUser)
    const fork = new Fork(this.#core, this, peer, origin.sequence)
    this.#forks.set(tag, fork)
    this.#core.dialogs.add(dialog, fork)
    return fork
  }

  /** The INVITE has its outcome: early dialogs are over (RFC 3261 §12.3). A session that took one over stays. */
  close(): void {
    this.pending = undefined
    this.latest = undefined
    for (const fork of this.#forks.values()) {
      fork.early?.close()
      this.#core.dialogs.delete(fork.peer.dialog, fork)
    }
  }
}
