import { Channel } from '@klinke/foundation'
import {
  buildRequest,
  type Flow,
  type HeaderField,
  type InviteSession,
  type OfferOutcome,
  type OutgoingRefer,
  type ReferTarget,
  type RequestContent,
  type RequestOutcome,
  type SessionEnd,
  type SessionRequest,
  type SipMethod,
} from '@klinke/sip'
import { PaperRefer, PaperReferral } from './paper-refer.ts'

/** What became of a request that the peer on paper sent inside a session. */
export type PeerOutcome = { readonly status: number; readonly sdp?: string | undefined }

/** The session of a peer that a test plays: it records what the exchange does, and does what the test says. */
export class PaperDialog implements InviteSession {
  readonly callId: string
  readonly localTag = 'exchange'
  readonly remoteTag = 'peer'
  readonly flow: Flow
  readonly established: Promise<{ readonly sdp: string | undefined }>
  readonly ended: Promise<SessionEnd>
  readonly requests = new Channel<SessionRequest>()
  /** Offers that the exchange sent, and requests, in order. */
  readonly offered: string[] = []
  readonly requested: string[] = []
  /** Whom the exchange said that the peer is connected with: From, and fields a line. */
  readonly connected: string[] = []
  /** Bodies of those requests, as they went out. */
  readonly bodies: Uint8Array[] = []
  /** REFERs that the exchange sent. */
  readonly referred: PaperReferral[] = []
  /** SDP of our ACK to a late offer. */
  acknowledged: string | undefined
  /** Reason header of the exchange's BYE; `''` when it had none; undefined before one. */
  byeReason: string | undefined
  /** How the peer takes an offer; changed by tests. */
  answersOffers: (sdp: string) => OfferOutcome | Promise<OfferOutcome> = (sdp) => ({ kind: 'answered', sdp: `answer to ${sdp}` })
  over = false
  readonly #settleEnded: (end: SessionEnd) => void
  readonly #settleEstablished: (ack: { sdp: string | undefined }) => void

  constructor(callId: string, flow: Flow) {
    this.callId = callId
    this.flow = flow
    const ended = Promise.withResolvers<SessionEnd>()
    const established = Promise.withResolvers<{ sdp: string | undefined }>()
    this.ended = ended.promise
    this.established = established.promise
    this.#settleEnded = ended.resolve
    this.#settleEstablished = established.resolve
  }

  acknowledge(sdp: string): void {
    this.acknowledged = sdp
  }

  async offer(sdp: string): Promise<OfferOutcome> {
    this.offered.push(sdp)
    return this.over ? { kind: 'ended' } : this.answersOffers(sdp)
  }

  async askForOffer(): Promise<OfferOutcome> {
    this.requested.push('INVITE')
    return this.over ? { kind: 'ended' } : this.answersOffers('')
  }

  async request(method: SipMethod, { body }: RequestContent = {}): Promise<RequestOutcome> {
    if (body !== undefined) this.bodies.push(typeof body === 'string' ? Buffer.from(body) : body)
    this.requested.push(body === undefined ? method : `${method} ${Buffer.from(body).toString()}`)
    return this.over ? { kind: 'timeout' } : { kind: 'response', response: { kind: 'response', status: 200, reason: 'OK', ...EMPTY } }
  }

  connectedWith(from: string, headers: readonly HeaderField[]): void {
    this.connected.push([from, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n'))
  }

  refer(wanted: OutgoingRefer): PaperReferral {
    const referral = new PaperReferral(wanted)
    this.referred.push(referral)
    return referral
  }

  async bye(reason?: string): Promise<void> {
    if (this.over) return
    this.byeReason = reason ?? ''
    this.#end({ by: 'local' })
  }

  /** The peer sends its ACK. */
  ack(sdp?: string): void {
    this.#settleEstablished({ sdp })
  }

  /** The peer hangs up. */
  hangUp(reason?: string): void {
    this.#end({ by: 'remote', reason, request: peerRequest('BYE', '') })
  }

  /** The session ends without anybody's BYE. */
  fail(end: SessionEnd): void {
    this.#end(end)
  }

  /** The peer sends a re-INVITE with an offer. */
  sendOffer(sdp: string): Promise<PeerOutcome> {
    return new Promise((resolve) => {
      this.requests.send({
        kind: 'offer',
        sdp,
        request: peerRequest('INVITE', sdp),
        answer: (answer) => resolve({ status: 200, sdp: answer }),
        reject: (status) => resolve({ status }),
      })
    })
  }

  /** The peer sends a re-INVITE without SDP and answers our offer with `answer` in its ACK. */
  sendOfferWanted(answer: string | undefined): Promise<PeerOutcome> {
    return new Promise((resolve) => {
      this.requests.send({
        kind: 'offer-wanted',
        request: peerRequest('INVITE', ''),
        offer: (sdp) => {
          resolve({ status: 200, sdp })
          return Promise.resolve(answer)
        },
        reject: (status) => resolve({ status }),
      })
    })
  }

  /** The peer sends another request in the dialog. */
  sendRequest(method: SipMethod, body: string | Uint8Array = '', headers: readonly HeaderField[] = []): Promise<PeerOutcome> {
    return new Promise((resolve) => {
      this.requests.send({ kind: 'request', request: peerRequest(method, body, headers), respond: (status) => resolve({ status }) })
    })
  }

  /** The peer sends a REFER. */
  sendRefer(target: Partial<ReferTarget> & { readonly uri: string }, referredBy?: string): PaperRefer {
    const referral = new PaperRefer(peerRequest('REFER', ''), this.flow, target, referredBy)
    this.requests.send(referral)
    return referral
  }

  #end(end: SessionEnd): void {
    if (this.over) return
    this.over = true
    this.requests.close()
    this.#settleEnded(end)
  }
}

const { headers, body } = peerRequest('OPTIONS', '')
const EMPTY = { headers, body }

function peerRequest(method: SipMethod, content: string | Uint8Array, fields: readonly HeaderField[] = []) {
  return buildRequest({
    method,
    uri: 'sip:exchange.example',
    from: '<sip:peer@peer.example>;tag=peer',
    to: '<sip:exchange.example>;tag=exchange',
    callId: 'paper',
    cseq: 2,
    headers: fields,
    body: content,
    contentType: method === 'INFO' ? 'application/dtmf-relay' : 'application/sdp',
  })
}
