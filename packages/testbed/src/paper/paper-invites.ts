import { Channel } from '@klinke/foundation'
import {
  type AcceptOptions,
  type BodyPart,
  buildRequest,
  buildResponse,
  type EarlyOffer,
  type Flow,
  type HeaderField,
  type IncomingInvite,
  InviteAbandoned,
  type InviteEvent,
  type InviteSession,
  type OfferOutcome,
  type OutgoingInvite,
  type PendingInvite,
  type ProgressOptions,
  type ReplacedDialog,
  type ResponseOptions,
  type SipRequest,
  type SipResponse,
} from '@klinke/sip'
import { PaperDialog, type PeerOutcome } from './paper-dialog.ts'

export interface PaperCall {
  readonly from?: string
  readonly to?: string
  readonly uri?: string
  /** Absent: a late offer. */
  readonly offer?: string
  readonly maxForwards?: number
  /** What comes beside the offer. */
  readonly parts?: readonly BodyPart[]
  /** What its Replaces means. */
  readonly replaced?: ReplacedDialog
  readonly headers?: readonly (readonly [string, string])[]
}

/** A call that the test makes to the exchange: what it answered, in order. */
export class PaperCaller implements IncomingInvite {
  readonly request: SipRequest
  readonly flow: Flow
  readonly offer: string | undefined
  readonly parts: readonly BodyPart[]
  readonly replaced: ReplacedDialog | undefined
  readonly localTag = 'exchange'
  readonly session: PaperDialog
  /** Provisional responses, then the final one: `180`, `183 sdp`, `200 sdp`, `486`, `dropped`. */
  readonly responses: string[] = []
  final: number | undefined
  finalHeaders: readonly (readonly [string, string])[] = []
  /** Offers that the exchange made before the answer. */
  readonly updates: string[] = []
  answersUpdates: (sdp: string) => OfferOutcome = (sdp) => ({ kind: 'answered', sdp: `answer to ${sdp}` })
  #decideEarly: ((offer: EarlyOffer) => void) | undefined
  readonly #abandon = new AbortController()

  constructor(call: PaperCall, callId: string, flow: Flow) {
    this.flow = flow
    this.offer = call.offer
    this.replaced = call.replaced
    this.parts = call.parts ?? []
    this.session = new PaperDialog(callId, flow)
    this.request = buildRequest({
      method: 'INVITE',
      uri: call.uri ?? 'sip:11@customer.example',
      from: `${call.from ?? '<sip:10@customer.example>'};tag=peer`,
      to: call.to ?? `<${call.uri ?? 'sip:11@customer.example'}>`,
      callId,
      cseq: 1,
      maxForwards: call.maxForwards ?? 70,
      headers: call.headers ?? [],
    })
  }

  get abandoned(): AbortSignal {
    return this.#abandon.signal
  }

  admit(): boolean {
    return true
  }

  decideEarlyOffers(decide: (offer: EarlyOffer) => void): void {
    this.#decideEarly = decide
  }

  async update(sdp: string): Promise<OfferOutcome> {
    this.updates.push(sdp)
    return this.answersUpdates(sdp)
  }

  /** The caller makes another offer before the answer. */
  sendUpdate(sdp: string): Promise<PeerOutcome> {
    return earlyOffer(sdp, this.#decideEarly)
  }

  /** The caller gives up before the answer. False when the answer was first. */
  cancel(reason?: string): boolean {
    if (this.final !== undefined) return false
    this.final = 487
    this.responses.push('487')
    this.#abandon.abort(new InviteAbandoned('CANCEL', reason === undefined ? [] : [reason]))
    return true
  }

  progress(status: number, options: ProgressOptions = {}): void {
    if (this.final === undefined) this.responses.push(words(status, options.sdp, options.reliable === true ? 'reliably' : undefined))
  }

  accept(options: AcceptOptions): InviteSession {
    if (this.final !== undefined) throw new Error(`accept after ${this.final}`)
    this.finalHeaders = options.headers ?? []
    this.#final(200, words(200, options.sdp))
    if (this.offer !== undefined) this.session.ack()
    return this.session
  }

  reject(status: number, options: ResponseOptions = {}): void {
    if (this.final !== undefined) return
    this.finalHeaders = options.headers ?? []
    this.#final(status, words(status))
  }

  drop(): void {
    this.#final(0, 'dropped')
  }

  #final(status: number, text: string): void {
    this.final = status
    this.responses.push(text)
  }
}

/** A phone that the exchange calls: the test decides what it answers. */
export class PaperPhone implements PendingInvite {
  readonly invite: OutgoingInvite
  readonly callId: string
  readonly localTag = 'exchange'
  readonly events = new Channel<InviteEvent>()
  readonly session: PaperDialog
  /** Reason header of the CANCEL; `''` when it had none; undefined before one. */
  cancelReason: string | undefined
  heard = false
  over = false
  /** False lets a CANCEL cross with what the phone does; the test then ends the INVITE. */
  obeysCancel = true
  /** Offers that the exchange made before the answer. */
  readonly updates: string[] = []
  answersUpdates: (sdp: string) => OfferOutcome = (sdp) => ({ kind: 'answered', sdp: `answer to ${sdp}` })
  #decideEarly: ((offer: EarlyOffer) => void) | undefined

  constructor(invite: OutgoingInvite, callId: string, flow: Flow) {
    this.invite = invite
    this.callId = callId
    this.session = new PaperDialog(callId, flow)
  }

  cancel(reason?: string): void {
    if (this.over) return
    this.cancelReason = reason ?? ''
    if (this.obeysCancel) this.refuse(487)
  }

  decideEarlyOffers(decide: (offer: EarlyOffer) => void): void {
    this.#decideEarly = decide
  }

  async update(sdp: string): Promise<OfferOutcome> {
    this.updates.push(sdp)
    return this.answersUpdates(sdp)
  }

  /** The phone makes an offer before it answers. */
  sendUpdate(sdp: string): Promise<PeerOutcome> {
    return earlyOffer(sdp, this.#decideEarly)
  }

  ring(status = 180, sdp?: string): void {
    this.heard = true
    this.events.send({ kind: 'provisional', response: this.#response(status), sdp })
  }

  /** Answers; after a CANCEL that crossed the user agent would end the call, so does this. */
  answer(sdp?: string, headers: readonly HeaderField[] = []): void {
    if (this.over) return
    this.over = true
    this.session.ack()
    this.events.send({ kind: 'answered', response: this.#response(200, headers), session: this.session, sdp })
    this.events.close()
  }

  refuse(status: number, headers: readonly HeaderField[] = []): void {
    this.#failed({ kind: 'response', response: this.#response(status, headers) })
  }

  /** Never answers: the INVITE transaction times out. */
  timeOut(): void {
    this.#failed({ kind: 'timeout' })
  }

  #failed(outcome: Extract<InviteEvent, { kind: 'failed' }>['outcome']): void {
    if (this.over) return
    this.over = true
    this.events.send({ kind: 'failed', outcome })
    this.events.close()
  }

  #response(status: number, headers: readonly HeaderField[] = []): SipResponse {
    const { uri, from, to } = this.invite
    const request = buildRequest({ method: 'INVITE', uri, from: `${from};tag=exchange`, to, callId: this.callId, cseq: 1, via: VIA })
    return buildResponse(request, status, { toTag: 'peer', headers })
  }
}

/** An UPDATE of the peer before the answer, and what becomes of it; with nobody to decide the user agent says 488. */
function earlyOffer(sdp: string, decide: ((offer: EarlyOffer) => void) | undefined): Promise<PeerOutcome> {
  if (decide === undefined) return Promise.resolve({ status: 488 })
  const request = buildRequest({ method: 'UPDATE', uri: 'sip:exchange.example', from: PEER, to: PEER, callId: 'paper', cseq: 2, body: sdp })
  const { promise, resolve } = Promise.withResolvers<PeerOutcome>()
  decide({
    kind: 'offer',
    sdp,
    request,
    answer: (answer) => resolve({ status: 200, sdp: answer }),
    reject: (status) => resolve({ status }),
  })
  return promise
}

const PEER = '<sip:peer@peer.example>;tag=peer'
const VIA = 'SIP/2.0/UDP exchange.example;branch=z9hG4bKpaper'

function words(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ')
}
