import { Channel, ChannelFull } from '@klinke/foundation'
import { advanced } from '../dialog/dialog.ts'
import type { DialogUsage } from '../dialog/dialog-table.ts'
import { failureEffect } from '../dialog/failure-effect.ts'
import { Allow } from '../header/allow.ts'
import { CSeq } from '../header/cseq.ts'
import { understands } from '../header/option-tags.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipMethod, SipRequest } from '../message/message.ts'
import { DialogReferrals } from '../refer/dialog-referrals.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { sdpOf } from './body.ts'
import { CallSession } from './call-session.ts'
import { ALLOW, type Core } from './core.ts'
import type { DialogPeer } from './dialog-peer.ts'
import { forwardedRequest } from './forwarded-request.ts'
import { Handshake } from './handshake.ts'
import { IncomingOffers, type OfferReceiver, SUPPORTED_IN_DIALOG } from './incoming-offers.ts'
import type { LocalDialog } from './local-dialog.ts'
import type { OfferState } from './offer-state.ts'
import { type OfferSender, OutgoingOffers } from './outgoing-offers.ts'
import type { ReliableProvisionals } from './reliable-provisionals.ts'
import { outcomeOf } from './request-outcome.ts'
import type { InviteSession, SessionEnd, SessionRequest } from './session.ts'
import type { SessionOrigin } from './session-origin.ts'
import { type SessionInterval, SessionTimer, type SessionTimerOwner } from './session-timer.ts'
import type { SuccessAck } from './success-ack.ts'
import type { HeaderField, RequestOutcome } from './user-agent.ts'

/** Requests of the peer that the application has not read. */
const MAX_UNREAD_REQUESTS = 16

const USAGE_METHODS: readonly SipMethod[] = ['INVITE', 'UPDATE', 'BYE']

/** The usage that an INVITE makes in its dialog (RFC 5057 §4.1): takes the peer's requests, keeps the timers, ends once. */
export class SessionUsage implements DialogUsage, SessionTimerOwner, OfferReceiver, OfferSender {
  /** The application's side of it. */
  readonly session: InviteSession = new CallSession(this)
  readonly peer: DialogPeer
  readonly requests = new Channel<SessionRequest>(MAX_UNREAD_REQUESTS)
  readonly offers: OfferState = { ours: false, theirs: false }
  readonly ended: Promise<SessionEnd>
  readonly incoming: IncomingOffers
  readonly outgoing: OutgoingOffers
  readonly ownsCallId: boolean
  readonly #core: Core
  readonly #inviteSequence: number
  readonly #peerTakesUpdate: boolean
  /** The peer understands another From in the dialog (RFC 4916 §3), and takes UPDATE. */
  readonly takesFromChange: boolean
  readonly #settleEnd: (end: SessionEnd) => void
  readonly #handshake: Handshake
  #owedAck: SuccessAck | undefined
  #timer: SessionTimer | undefined
  #localSdp: string | undefined
  #over = false
  #withdrawn = false
  #byeDone: Promise<void> | undefined
  #left = false
  #referrals: DialogReferrals | undefined

  constructor(origin: SessionOrigin) {
    const ended = Promise.withResolvers<SessionEnd>()
    this.ended = ended.promise
    this.#settleEnd = ended.resolve
    this.#core = origin.core
    this.peer = origin.peer
    this.ownsCallId = origin.role === 'uac'
    this.#handshake = new Handshake(origin.core, origin.role)
    this.#inviteSequence = origin.inviteSequence
    this.#owedAck = origin.ack
    this.#localSdp = origin.localSdp
    this.#peerTakesUpdate = origin.peerHeaders.readAll(Allow)?.includes('UPDATE') ?? false
    this.takesFromChange = this.#peerTakesUpdate && understands(origin.peerHeaders, 'from-change')
    this.incoming = new IncomingOffers(origin.core, origin.peer, this)
    this.outgoing = new OutgoingOffers(origin.core, origin.peer, this)
    this.refreshed(origin.interval, origin.role)
    origin.core.dialogs.add(origin.peer.dialog, this)
  }

  get established(): Promise<{ readonly sdp: string | undefined }> {
    return this.#handshake.established
  }

  get over(): boolean {
    return this.#over
  }

  get invitation(): LocalDialog {
    return this.#over ? { kind: 'ended' } : { kind: 'session', session: this.session }
  }

  /** Made by the first REFER. */
  get referrals(): DialogReferrals {
    this.#referrals ??= new DialogReferrals(this.#core, this.peer, () => this.#left && this.#forget())
    return this.#referrals
  }

  get whenOver(): Promise<unknown> {
    return this.ended
  }

  get timer(): SessionTimer | undefined {
    return this.#timer
  }

  get sessionSeconds(): number | undefined {
    return this.#timer?.seconds
  }

  /** A reliable provisional response may still get its PRACK. */
  awaitPrack(provisionals: ReliableProvisionals): void {
    this.#handshake.awaitPrack(provisionals)
  }

  /** The 2xx has gone out. */
  awaitAck(transaction: ServerTransaction): void {
    this.#handshake.awaitAck(transaction, () => this.unacknowledged())
  }

  /** The 2xx was never sent, and never will be. */
  withdrawn(): void {
    this.#withdrawn = true
    void this.end({ by: 'no-ack' }, undefined)
    this.#handshake.done(undefined)
  }

  acknowledged(ack: SipRequest): void {
    if (this.incoming.acknowledged(ack)) return
    if (ack.headers.read(CSeq)?.sequence === this.#inviteSequence) this.#handshake.done(sdpOf(ack))
  }

  unacknowledged(): void {
    void this.end({ by: 'no-ack' }, [])
    this.#handshake.done(undefined)
  }

  received(request: SipRequest, transaction: ServerTransaction): void {
    const next = advanced(this.peer.dialog, request)
    if (next === undefined) {
      this.#respond(request, transaction, 500)
      return
    }
    this.peer.dialog = next
    if (request.method === 'BYE') this.#bye(request, transaction)
    else if (request.method === 'PRACK' && this.#handshake.prack(request, transaction)) return
    else if (this.#referrals?.received(request, transaction)) return
    else if (this.#over) this.#respond(request, transaction, 481)
    else this.#take(request, transaction)
  }

  deliver(request: SessionRequest): boolean {
    try {
      return this.requests.send(request)
    } catch (error) {
      if (error instanceof ChannelFull) return false
      throw error
    }
  }

  /** Sends our answer to an offer that a 2xx brought: in the ACK. */
  acknowledge(sdp: string): void {
    this.#localSdp = sdp
    if (this.outgoing.acknowledge(sdp)) return
    this.#owedAck?.send(sdp)
    this.#owedAck = undefined
  }

  described(sdp: string): void {
    this.#localSdp = sdp
  }

  refreshed(interval: SessionInterval | undefined, role: 'uac' | 'uas'): void {
    if (this.#over) return
    if (interval) {
      this.#timer ??= new SessionTimer(this.#core.clock, this)
      this.#timer.start(interval.seconds, interval.refresher === role)
    } else if (!(role === 'uas' && this.#timer?.refreshesHere)) {
      // RFC 4028 §7.2: no interval, no timer; but a peer without timers leaves ours to us.
      this.#timer?.stop()
    }
  }

  refreshSession(): void {
    if (this.#peerTakesUpdate) void this.outgoing.offer('UPDATE', undefined)
    else void this.outgoing.offer('INVITE', this.#localSdp)
  }

  sessionExpired(): void {
    void this.end({ by: 'session-expired' }, [])
  }

  judge(method: string, outcome: RequestOutcome): void {
    if (outcome.kind === 'transport-error') return
    const response = outcome.kind === 'response' ? outcome.response : undefined
    const status = response?.status ?? 408
    if (status < 300 || failureEffect(status, method, USAGE_METHODS) === 'transaction') return
    void this.end({ by: 'dialog-failed', response }, status === 481 ? undefined : [])
  }

  pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = this.#core.clock.after(ms, resolve)
    void this.ended.then(() => {
      timer.cancel()
      resolve()
    })
    return promise
  }

  /**
   * Ends the session; only the first call counts. Settles when the peer knows.
   *
   * @param byeHeaders headers of the BYE; `undefined` sends none, because the peer has ended the session itself.
   */
  end(end: SessionEnd, byeHeaders: readonly HeaderField[] | undefined): Promise<void> {
    if (this.#byeDone) return this.#byeDone
    this.#over = true
    this.#timer?.stop()
    this.requests.close()
    this.incoming.close()
    this.#owedAck?.send()
    this.#owedAck = undefined
    this.#byeDone = byeHeaders === undefined ? Promise.resolve(this.#leave()) : this.#hangUp(byeHeaders)
    this.#settleEnd(end)
    return this.#byeDone
  }

  async #hangUp(headers: readonly HeaderField[]): Promise<void> {
    // RFC 3261 §15: the called side must not send BYE before the ACK, or before it has given it up.
    if (this.#handshake.pending) await this.#handshake.established
    if (!this.#withdrawn) {
      const { listener, outcome } = outcomeOf()
      this.peer.send('BYE', { headers }, listener)
      await outcome
    }
    this.#leave()
  }

  #bye(request: SipRequest, transaction: ServerTransaction): void {
    this.#respond(request, transaction, 200)
    if (this.#over) return
    void this.end({ by: 'remote', reason: request.headers.get('Reason'), request }, undefined)
    this.#handshake.done(undefined)
  }

  #take(request: SipRequest, transaction: ServerTransaction): void {
    switch (request.method) {
      case 'INVITE':
      case 'UPDATE':
        this.incoming.received(request, transaction)
        break
      case 'OPTIONS':
        this.#respond(request, transaction, 200, [ALLOW, SUPPORTED_IN_DIALOG])
        break
      case 'PRACK':
        this.#respond(request, transaction, 481)
        break
      case 'REFER':
        this.#refer(request, transaction)
        break
      default:
        this.#forward(request, transaction)
    }
  }

  #refer(request: SipRequest, transaction: ServerTransaction): void {
    const referral = this.referrals.referred(request, transaction)
    if (referral && !this.deliver(referral)) referral.reject(503, { headers: [['Retry-After', '1']] })
  }

  #forward(request: SipRequest, transaction: ServerTransaction): void {
    const forwarded = forwardedRequest(this.#core, request, transaction)
    if (!this.deliver(forwarded) && forwarded.kind === 'request') forwarded.respond(503, { headers: [['Retry-After', '1']] })
  }

  #respond(request: SipRequest, transaction: ServerTransaction, status: number, headers: readonly HeaderField[] = []): void {
    transaction.respond(buildResponse(request, status, { headers: [...this.#core.serverHeader, ...headers] }))
  }

  #leave(): void {
    this.#handshake.stop()
    this.#left = true
    // What a REFER has begun ends by itself, later (RFC 5057 §3).
    if (!this.#referrals?.open) this.#forget()
    this.#core.calls.ended()
  }

  #forget(): void {
    this.#core.dialogs.delete(this.peer.dialog, this)
  }
}
