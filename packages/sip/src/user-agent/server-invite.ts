import { advanced, type Dialog } from '../dialog/dialog.ts'
import type { DialogUsage } from '../dialog/dialog-table.ts'
import { CSeq } from '../header/cseq.ts'
import { Require, understands } from '../header/option-tags.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { BodyPart } from '../mime/multipart.ts'
import { isComposed, sessionBodyOf } from '../mime/session-body.ts'
import type { ServerTransaction, ServerTransactionOwner } from '../transaction/server-transaction.ts'
import type { Flow } from '../transport/transport.ts'
import { Authenticator } from './authenticator.ts'
import { sdpOf } from './body.ts'
import { userOf } from './contact.ts'
import { ALLOW, type Core, SDP } from './core.ts'
import { DialogPeer, isBehindNat } from './dialog-peer.ts'
import { EarlyAnswer } from './early-answer.ts'
import { type EarlyOffer, REFUSED_HERE } from './early-offers.ts'
import { SUPPORTED_IN_DIALOG } from './incoming-offers.ts'
import { InviteAbandoned } from './invite-abandoned.ts'
import { type LocalDialog, type ReplacedDialog, replacedDialog } from './local-dialog.ts'
import { ProgressRepeat } from './progress-repeat.ts'
import { ReliableProvisionals } from './reliable-provisionals.ts'
import { responseParts } from './response-parts.ts'
import type { InviteSession, OfferOutcome } from './session.ts'
import { answerSessionTimer } from './session-timer.ts'
import { SessionUsage } from './session-usage.ts'
import type { AcceptOptions, HeaderField, IncomingInvite, ProgressOptions, ResponseOptions } from './user-agent.ts'

const NO_PARTS: readonly BodyPart[] = []

/** The server side of an INVITE outside a dialog until its final response, and the early dialog it makes (RFC 3261 §13.3). */
export class ServerInvite implements IncomingInvite, ServerTransactionOwner, DialogUsage {
  readonly request: SipRequest
  readonly localTag: string
  readonly #core: Core
  readonly #transaction: ServerTransaction
  readonly #peer: DialogPeer
  readonly #inviteSequence: number
  #abandoned: AbortController | undefined
  #gaveUp: InviteAbandoned | undefined
  #reliable: ReliableProvisionals | undefined
  #early: EarlyAnswer | undefined
  #progressRepeat: ProgressRepeat | undefined
  #inDialog = false
  #decided = false
  /** The session whose 2xx waits for a PRACK. */
  #accepted: SessionUsage | undefined

  constructor(core: Core, request: SipRequest, transaction: ServerTransaction, dialog: Dialog) {
    this.#core = core
    this.request = request
    this.#transaction = transaction
    this.localTag = dialog.localTag
    this.#inviteSequence = dialog.remoteSequence ?? 0
    const way = { flow: transaction.flow, pinned: isBehindNat(request, transaction.flow) }
    this.#peer = new DialogPeer(core, dialog, way, new Authenticator(undefined, core.random), userOf(request.uri))
    transaction.owner = this
    core.calls.began()
  }

  get flow(): Flow {
    return this.#transaction.flow
  }

  get offer(): string | undefined {
    return sdpOf(this.request)
  }

  get parts(): readonly BodyPart[] {
    return isComposed(this.request) ? sessionBodyOf(this.request).parts : NO_PARTS
  }

  get replaced(): ReplacedDialog | undefined {
    return replacedDialog(this.#core.dialogs, this.request.headers)
  }

  get invitation(): LocalDialog {
    return { kind: 'called', invite: this }
  }

  get abandoned(): AbortSignal {
    this.#abandoned ??= new AbortController()
    if (this.#gaveUp && !this.#abandoned.signal.aborted) this.#abandoned.abort(this.#gaveUp)
    return this.#abandoned.signal
  }

  admit(): boolean {
    const timer = answerSessionTimer(this.request.headers, this.#core.minSessionSeconds)
    if (timer.kind === 'too-small') this.reject(422, { headers: [['Min-SE', String(timer.minSeconds)]] })
    return !this.#decided
  }

  progress(status: number, options: ProgressOptions = {}): void {
    const lateOffer = this.offer === undefined
    // RFC 3262 §5: a reliable response would have to bring an offer here, and its PRACK an answer, which nobody waits for. None goes out.
    if (this.#decided || (lateOffer && this.#mustBeReliable())) return
    this.#enterEarlyDialog()
    const build = (more: readonly HeaderField[]) =>
      buildResponse(this.request, status, {
        toTag: this.localTag,
        contact: this.#peer.contact(),
        headers: [ALLOW, ...this.#core.serverHeader, ...more, ...(options.headers ?? [])],
        ...(options.sdp !== undefined && { body: options.sdp, contentType: SDP }),
      })
    if (!lateOffer && this.#sendsReliably(options.reliable === true)) {
      if (options.sdp !== undefined) this.#earlyAnswer.given(options.sdp)
      this.#reliably().send(build, options.sdp !== undefined)
    } else this.#transaction.respond(build([]))
    this.#progressRepeat ??= new ProgressRepeat(this.#core.clock, () => this.#reliable === undefined && this.#transaction.repeatResponse())
    this.#progressRepeat.arm()
  }

  decideEarlyOffers(decide: (offer: EarlyOffer) => void): void {
    this.#earlyAnswer.decide = decide
  }

  async update(sdp: string): Promise<OfferOutcome> {
    return this.#early?.update(sdp) ?? REFUSED_HERE
  }

  accept(options: AcceptOptions): InviteSession {
    const answer = answerSessionTimer(this.request.headers, this.#core.minSessionSeconds, options.sessionExpiresSeconds)
    const agreed = answer.kind === 'agreed' ? answer : undefined
    const late = this.#decided
    if (late) this.#core.calls.began()
    else this.#decide()
    const usage = new SessionUsage({
      core: this.#core,
      peer: this.#peer,
      role: 'uas',
      inviteSequence: this.#inviteSequence,
      peerHeaders: this.request.headers,
      ack: undefined,
      localSdp: options.sdp ?? this.#early?.localSdp,
      interval: agreed?.interval,
    })
    // The caller gave up while the answer was on its way here: the session is over before it began.
    if (late) void usage.end({ by: 'remote', reason: this.#gaveUp?.reasons[0], request: this.request }, undefined)
    else this.#sendSuccess(usage, options, agreed?.headers ?? [])
    return usage.session
  }

  reject(status: number, options?: ResponseOptions): void {
    if (this.#decided) return
    this.#end()
    const parts = responseParts(this.#core, options)
    if (options?.stateless === true && this.#transaction.unanswered) {
      this.#transaction.respondStateless(buildResponse(this.request, status, { ...parts, toTag: this.#core.statelessTag }))
    } else this.#transaction.respond(buildResponse(this.request, status, { ...parts, toTag: this.localTag }))
  }

  drop(): void {
    if (this.#decided) return
    this.#end()
    this.#transaction.drop()
  }

  cancelled(cancel: SipRequest): void {
    this.#abandon(new InviteAbandoned('CANCEL', cancel.headers.list('Reason')))
    this.reject(487)
  }

  failed(detail: string): void {
    if (this.#decided) return
    this.#abandon(new InviteAbandoned(detail))
    // Nobody is there to be answered.
    this.drop()
  }

  received(request: SipRequest, transaction: ServerTransaction): void {
    const next = advanced(this.#peer.dialog, request)
    if (next) this.#peer.dialog = next
    if (next && request.method === 'PRACK' && this.#reliable) {
      this.#reliable.prack(request, transaction, () => this.#early?.offers)
      return
    }
    if (next && request.method === 'UPDATE' && this.#early?.offers) {
      this.#early.offers.received(request, transaction)
      return
    }
    const status = next ? this.#earlyVerdict(request) : 500
    const headers: readonly HeaderField[] = status === 500 ? [['Retry-After', '1']] : [ALLOW, SUPPORTED_IN_DIALOG]
    transaction.respond(buildResponse(request, status, { headers: [...this.#core.serverHeader, ...headers] }))
    if (request.method === 'BYE' && next) {
      this.#abandon(new InviteAbandoned('BYE', request.headers.list('Reason')))
      this.reject(487)
    }
  }

  acknowledged(): void {
    // The ACK of a 2xx finds the session; there is none yet.
  }

  /** What a request in the early dialog gets: nothing is agreed on that it could change, so offers have to wait. */
  #earlyVerdict(request: SipRequest): number {
    switch (request.method) {
      case 'BYE':
      case 'OPTIONS':
        return 200
      case 'UPDATE':
        return request.body.length === 0 ? 200 : 500
      case 'PRACK':
        return 481
      default:
        return 500
    }
  }

  #sendsReliably(wanted: boolean): boolean {
    return this.#reliable !== undefined || this.#mustBeReliable() || (wanted && understands(this.request.headers, '100rel'))
  }

  #mustBeReliable(): boolean {
    return this.request.headers.readAll(Require)?.includes('100rel') === true
  }

  #reliably(): ReliableProvisionals {
    const sequence = this.request.headers.read(CSeq)?.sequence ?? 0
    this.#reliable ??= new ReliableProvisionals(this.#core, this.#transaction, sequence, {
      unconfirmed: () => this.#unconfirmed(),
      described: () => this.#early?.confirmed(),
    })
    return this.#reliable
  }

  get #earlyAnswer(): EarlyAnswer {
    this.#early ??= new EarlyAnswer(this.#core, this.#peer, this.request.headers)
    return this.#early
  }

  /** No PRACK within 64·T1 (RFC 3262 §3). */
  #unconfirmed(): void {
    if (!this.#decided) {
      this.reject(504)
      return
    }
    this.#transaction.respond(buildResponse(this.request, 504, { toTag: this.localTag, headers: this.#core.serverHeader }))
    this.#accepted?.withdrawn()
  }

  #sendSuccess(usage: SessionUsage, options: AcceptOptions, timerFields: readonly HeaderField[]): void {
    const response = buildResponse(this.request, 200, {
      toTag: this.localTag,
      contact: this.#peer.contact(),
      headers: [ALLOW, SUPPORTED_IN_DIALOG, ...this.#core.serverHeader, ...timerFields, ...(options.headers ?? [])],
      ...(options.sdp !== undefined && { body: options.sdp, contentType: SDP }),
    })
    const send = (): void => {
      this.#accepted = undefined
      this.#leaveTag()
      this.#transaction.respond(response)
      usage.awaitAck(this.#transaction)
    }
    this.#accepted = usage
    if (this.#reliable) {
      usage.awaitPrack(this.#reliable)
      this.#reliable.whenConfirmed(send)
    } else send()
  }

  #enterEarlyDialog(): void {
    if (this.#inDialog) return
    this.#inDialog = true
    this.#core.dialogs.add(this.#peer.dialog, this)
  }

  #abandon(why: InviteAbandoned): void {
    if (this.#decided) return
    this.#gaveUp = why
    this.#abandoned?.abort(why)
  }

  /** Final response, no session. */
  #end(): void {
    this.#decide()
    this.#reliable?.close()
    if (this.#inDialog) this.#core.dialogs.delete(this.#peer.dialog, this)
    this.#core.calls.ended()
    this.#leaveTag()
  }

  /** The transaction lives on for some seconds, which the request need not; a late CANCEL is still answered with our tag (RFC 3261 §9.2). */
  #leaveTag(): void {
    this.#transaction.owner = { localTag: this.localTag }
  }

  #decide(): void {
    this.#decided = true
    this.#early?.close()
    this.#progressRepeat?.stop()
  }
}
