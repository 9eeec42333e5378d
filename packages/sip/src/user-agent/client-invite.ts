import { Channel, type Timer } from '@klinke/foundation'
import type { DialogOrigin } from '../dialog/dialog.ts'
import { To, tagOf } from '../header/from-to.ts'
import type { SipResponse } from '../message/message.ts'
import { reasonPhrase } from '../message/reason-phrases.ts'
import type { BodyPart } from '../mime/multipart.ts'
import type { ClientFailure } from '../transaction/client-transaction.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import type { Flow } from '../transport/transport.ts'
import { AcceptedInvite, type InviteOrigin, refuseFork } from './accepted-invite.ts'
import { Authenticator } from './authenticator.ts'
import { sdpOf } from './body.ts'
import { ClientForks, type Fork } from './client-forks.ts'
import { userOf } from './contact.ts'
import { ALLOW, type Core, newTag } from './core.ts'
import { type EarlyOffer, REFUSED_HERE } from './early-offers.ts'
import { outgoingPlan } from './outgoing-plan.ts'
import { RequestAttempts, type RequestListener } from './request-attempts.ts'
import type { InviteSession, OfferOutcome } from './session.ts'
import { mayBeLeftOut, sessionContent, withoutReferences } from './session-content.ts'
import { agreedSessionInterval, raisedSessionSeconds, sessionTimerFields } from './session-timer.ts'
import { SessionUsage } from './session-usage.ts'
import type { SuccessAck } from './success-ack.ts'
import type { HeaderField, InviteEvent, OutgoingInvite, PendingInvite, RequestOutcome } from './user-agent.ts'

/** Provisional responses that are passed on; a peer that sends more is not heard further until its final one. */
const MAX_PROVISIONAL_EVENTS = 64

/** How often a 422 may raise the session interval (RFC 4028 §7.3). */
const MAX_INTERVAL_RAISES = 3

/** The client side of an INVITE outside a dialog until its outcome (RFC 3261 §13.2). */
export class ClientInvite implements PendingInvite, RequestListener {
  readonly callId: string
  readonly localTag: string
  readonly #core: Core
  readonly #invite: OutgoingInvite
  readonly #channel = new Channel<InviteEvent>(MAX_PROVISIONAL_EVENTS + 1)
  readonly #authenticator: Authenticator
  readonly #forks: ClientForks
  readonly #offered: boolean
  #attempts: RequestAttempts
  #sessionSeconds: number | undefined
  #parts: readonly BodyPart[]
  #raises = 0
  #told = 0
  #heard = false
  #decided = false
  #cancel: { readonly headers: readonly HeaderField[] } | undefined
  #giveUp: Timer | undefined

  constructor(core: Core, invite: OutgoingInvite) {
    this.#core = core
    this.#invite = invite
    this.callId = invite.callId ?? newTag(core)
    this.localTag = newTag(core)
    this.#offered = invite.offer !== undefined
    this.#sessionSeconds = invite.sessionExpiresSeconds
    this.#parts = invite.parts ?? []
    this.#authenticator = new Authenticator(invite.credentials, core.random)
    this.#forks = new ClientForks(core, this.#authenticator, this.#pinned, userOf(invite.contact ?? invite.from), {
      pending: this,
      offered: this.#offered,
    })
    core.calls.began()
    this.#attempts = this.#start(invite.cseq ?? 1)
  }

  /** The application chose the flow. */
  get #pinned(): boolean {
    const { destination } = this.#invite
    return typeof destination === 'object' && 'flow' in destination
  }

  get events(): AsyncIterable<InviteEvent> {
    return this.#channel
  }

  get heard(): boolean {
    return this.#heard
  }

  cancel(reason?: string): void {
    if (this.#decided || this.#cancel) return
    this.#cancel = { headers: reason === undefined ? [] : [['Reason', reason]] }
    this.#attempts.settleForThis()
    if (this.#attempts.transaction === undefined) this.#attempts.giveUp()
    else if (this.#heard) this.#sendCancel()
  }

  decideEarlyOffers(decide: (offer: EarlyOffer) => void): void {
    this.#forks.decideEarly = decide
  }

  async update(sdp: string): Promise<OfferOutcome> {
    if (this.#decided) return { kind: 'ended' }
    const fork = this.#forks.latest
    const outcome = await (fork?.early?.offer(sdp) ?? REFUSED_HERE)
    if (outcome.kind === 'answered' && fork) fork.agreedSdp = outcome.sdp
    return outcome
  }

  provisional(response: SipResponse): void {
    if (this.#decided) return
    this.#heard = true
    if (this.#cancel) {
      this.#sendCancel()
      return
    }
    if (response.status === 100) return
    const hasTag = tagOf(response.headers.read(To)) !== undefined
    const fork = hasTag ? this.#forkOf(response) : undefined
    if (fork && !fork.confirmProvisional(response)) return
    if (this.#told++ < MAX_PROVISIONAL_EVENTS) this.#channel.send({ kind: 'provisional', response, sdp: sdpOf(response) })
  }

  final(response: SipResponse): void {
    if (response.status < 300) this.#succeeded(response)
    else if (!this.#retriedWithLongerInterval(response) && !this.#retriedWithoutParts(response)) this.#fail({ kind: 'response', response })
  }

  failed(failure: ClientFailure): void {
    this.#fail(failure)
  }

  #start(sequence: number): RequestAttempts {
    const { headers: own, contact, offer, parts, ...request } = this.#invite
    const headers = own !== undefined && parts !== undefined && this.#parts.length === 0 ? withoutReferences(own) : own
    const plan = outgoingPlan(
      this.#core,
      { ...request, method: 'INVITE', ...(headers && { headers }), ...sessionContent(this.#core, offer, this.#parts) },
      { callId: this.callId, localTag: this.localTag, sequence },
      { headers: this.#headers(), contact },
    )
    const attempts = new RequestAttempts(this.#core, plan, this.#authenticator, this)
    this.#attempts = attempts
    attempts.start(this.#invite.destination)
    return attempts
  }

  #headers(): readonly HeaderField[] {
    const reliability = this.#invite.reliableProvisional ?? 'supported'
    const fields: HeaderField[] = [ALLOW]
    // A reliable response to an INVITE without offer must bring one, whose answer goes in the PRACK (RFC 3262 §5): such an INVITE does without.
    const withPrack = reliability === 'supported' && this.#offered
    const supported = [...(withPrack ? ['100rel'] : []), ...(this.#invite.withoutReplaces === true ? [] : ['replaces']), 'timer']
    fields.push(['Supported', supported.join(', ')])
    if (reliability === 'required') fields.push(['Require', '100rel'])
    if (this.#sessionSeconds !== undefined) fields.push(...sessionTimerFields(this.#sessionSeconds, undefined))
    return fields
  }

  #succeeded(response: SipResponse): void {
    const fork = this.#forkOf(response)
    const { transaction, flow } = this.#attempts
    if (!fork || !transaction || !flow || this.#decided) return
    const handOver = (ack: SuccessAck): void =>
      transaction.handOver(new AcceptedInvite(this.#core, this.#inviteOrigin(flow), fork, ack, this.#forks))
    if (this.#cancel) {
      handOver(refuseFork(fork, response, this.#cancel.headers))
      // To the application a crossed call is a cancelled one.
      this.#fail({ kind: 'response', response: { ...response, status: 487, reason: reasonPhrase(487), body: new Uint8Array(0) } })
      return
    }
    this.#decide()
    const ack = fork.succeeded(response)
    handOver(ack)
    this.#channel.send({ kind: 'answered', response, session: this.#session(fork, response, ack), sdp: fork.agreedSdp ?? sdpOf(response) })
    this.#close()
  }

  #session(fork: Fork, response: SipResponse, ack: SuccessAck): InviteSession {
    if (this.#offered) ack.send()
    const usage = new SessionUsage({
      core: this.#core,
      peer: fork.peer,
      role: 'uac',
      inviteSequence: this.#attempts.sequence,
      peerHeaders: response.headers,
      ack: this.#offered ? undefined : ack,
      localSdp: fork.early?.localSdp ?? this.#invite.offer,
      interval: agreedSessionInterval(response.headers),
    })
    return usage.session
  }

  #forkOf(response: SipResponse): Fork | undefined {
    const { flow } = this.#attempts
    return flow && this.#forks.of(response, this.#origin(), flow)
  }

  #inviteOrigin(flow: Flow): InviteOrigin {
    return { flow, pinned: this.#pinned, requestUri: this.#invite.uri, credentials: this.#invite.credentials }
  }

  #origin(): DialogOrigin {
    return {
      callId: this.callId,
      localTag: this.localTag,
      localParty: `${this.#invite.from};tag=${this.localTag}`,
      sequence: this.#attempts.sequence,
      requestUri: this.#invite.uri,
    }
  }

  #retriedWithLongerInterval(response: SipResponse): boolean {
    if (response.status !== 422 || this.#cancel || this.#raises === MAX_INTERVAL_RAISES) return false
    const seconds = raisedSessionSeconds(response.headers, this.#sessionSeconds ?? 0)
    if (seconds === undefined || this.#sessionSeconds === undefined) return false
    this.#raises++
    this.#sessionSeconds = seconds
    this.#heard = false
    this.#start(this.#attempts.sequence + 1)
    return true
  }

  /** RFC 5621 §4: a peer that takes no multipart body gets the offer alone. */
  #retriedWithoutParts(response: SipResponse): boolean {
    if (response.status !== 415 || this.#cancel || !mayBeLeftOut(this.#parts)) return false
    this.#parts = []
    this.#heard = false
    this.#start(this.#attempts.sequence + 1)
    return true
  }

  #sendCancel(): void {
    const { transaction } = this.#attempts
    if (this.#giveUp || !transaction || !this.#cancel) return
    this.#core.clients.cancel(transaction, this.#cancel.headers)
    // RFC 3261 §9.1: a server that never answers the INVITE after all is waited for no longer than this.
    this.#giveUp = this.#core.clock.after(transactionTimeoutMs(this.#core.timers), () => this.#attempts.giveUp())
  }

  #fail(outcome: RequestOutcome): void {
    if (this.#decided) return
    this.#decide()
    this.#channel.send({ kind: 'failed', outcome })
    this.#close()
    this.#core.calls.ended()
  }

  #decide(): void {
    this.#decided = true
    this.#giveUp?.cancel()
  }

  #close(): void {
    this.#channel.close()
    this.#forks.close()
  }
}
