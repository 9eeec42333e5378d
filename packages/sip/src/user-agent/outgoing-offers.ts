import { below } from '@klinke/foundation'
import { refreshed } from '../dialog/dialog.ts'
import { CSeq } from '../header/cseq.ts'
import type { SipResponse } from '../message/message.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import { sdpOf } from './body.ts'
import { ALLOW, type Core } from './core.ts'
import type { DialogPeer } from './dialog-peer.ts'
import { SUPPORTED_IN_DIALOG } from './incoming-offers.ts'
import type { OfferState } from './offer-state.ts'
import type { RequestAttempts } from './request-attempts.ts'
import type { OfferOutcome } from './session.ts'
import {
  agreedSessionInterval,
  raisedSessionSeconds,
  type SessionInterval,
  type SessionTimer,
  sessionTimerFields,
} from './session-timer.ts'
import { SuccessAck } from './success-ack.ts'
import type { HeaderField, RequestOutcome } from './user-agent.ts'

/** Tries of one offer before the peer's 491, or our own engagement, counts as a refusal. */
const MAX_TRIES = 8

/** What the session behind the offers does for them. */
export interface OfferSender {
  readonly offers: OfferState
  readonly over: boolean
  /** RFC 3261 §14.1: who chose the Call-ID waits longer after a glare. */
  readonly ownsCallId: boolean
  readonly timer: SessionTimer | undefined
  /** Settles when the first handshake is done. */
  readonly established: Promise<unknown>
  /** Resolves after `ms`, or at once when the session ends. */
  pause(ms: number): Promise<void>
  /** Settles when the session ends. */
  readonly whenOver: Promise<unknown>
  /** A request was accepted; `interval` is its session timer, `role` ours in it. */
  refreshed(interval: SessionInterval | undefined, role: 'uac' | 'uas'): void
  described(sdp: string): void
  /** A request failed: ends the session if that is what the failure means. */
  judge(method: string, outcome: RequestOutcome): void
}

type Try = { readonly kind: 'again'; readonly afterMs: number } | { readonly kind: 'done'; readonly outcome: OfferOutcome }

/** Our re-INVITEs and UPDATEs, one after the other (RFC 3261 §14.1, RFC 3311 §5.1). */
export class OutgoingOffers {
  readonly #core: Core
  readonly #peer: DialogPeer
  readonly #sender: OfferSender
  #queue: Promise<unknown> = Promise.resolve()
  /** The ACK that waits for our answer to the peer's offer. */
  #owedAck: SuccessAck | undefined

  constructor(core: Core, peer: DialogPeer, sender: OfferSender) {
    this.#core = core
    this.#peer = peer
    this.#sender = sender
  }

  /** Sends `sdp` as offer, or asks for one. */
  offer(method: 'INVITE' | 'UPDATE', sdp: string | undefined): Promise<OfferOutcome> {
    const outcome = this.#queue.then(() => this.#run(method, sdp))
    this.#queue = outcome
    return outcome
  }

  /** Our answer to the offer the peer's 2xx brought; false when none is owed. */
  acknowledge(sdp: string): boolean {
    if (!this.#owedAck) return false
    this.#owedAck.send(sdp)
    this.#owedAck = undefined
    this.#sender.offers.ours = false
    return true
  }

  async #run(method: 'INVITE' | 'UPDATE', sdp: string | undefined): Promise<OfferOutcome> {
    await Promise.race([this.#sender.established, this.#sender.whenOver])
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const { offers, over } = this.#sender
      if (over) return { kind: 'ended' }
      const tried = offers.ours || offers.theirs ? this.#glare() : await this.#try(method, sdp)
      if (tried.kind === 'done') return tried.outcome
      await this.#sender.pause(tried.afterMs)
    }
    return { kind: 'rejected', status: 491 }
  }

  async #try(method: 'INVITE' | 'UPDATE', sdp: string | undefined): Promise<Try> {
    const { offers } = this.#sender
    offers.ours = true
    const { attempts, result } = this.#send(method, sdp)
    const outcome = await Promise.race([result, this.#sender.whenOver.then(() => undefined)])
    if (!this.#owedAck) offers.ours = false
    if (outcome === undefined) {
      this.#abandon(attempts, result)
      return { kind: 'done', outcome: { kind: 'ended' } }
    }
    if (outcome.kind === 'response' && outcome.response.status < 300)
      return { kind: 'done', outcome: this.#accepted(sdp, outcome.response) }
    if (outcome.kind === 'response' && outcome.response.status === 491) return this.#glare()
    if (outcome.kind === 'response' && this.#raisedInterval(outcome.response)) return { kind: 'again', afterMs: 0 }
    this.#sender.judge(method, outcome)
    if (this.#sender.over) return { kind: 'done', outcome: { kind: 'ended' } }
    return { kind: 'done', outcome: { kind: 'rejected', status: outcome.kind === 'response' ? outcome.response.status : 503 } }
  }

  /** Sends one try; acknowledges its 2xx and each repetition of it. */
  #send(method: 'INVITE' | 'UPDATE', sdp: string | undefined): { attempts: RequestAttempts; result: Promise<RequestOutcome> } {
    const { promise, resolve } = Promise.withResolvers<RequestOutcome>()
    let ack: SuccessAck | undefined
    const attempts = this.#peer.send(
      method,
      { headers: this.#headers(), ...(sdp !== undefined && { body: sdp }) },
      {
        provisional: () => undefined,
        final: (response) => {
          if (method === 'INVITE' && response.status < 300) {
            if (ack) {
              ack.repeat()
              return
            }
            this.#peer.dialog = refreshed(this.#peer.dialog, response.headers)
            ack = new SuccessAck(this.#peer, response.headers.read(CSeq)?.sequence ?? 0)
            // An offer in the 2xx is answered in the ACK, by the application; after the end of the session nobody would.
            if (sdp === undefined && sdpOf(response) !== undefined && !this.#sender.over) this.#owedAck = ack
            else ack.send()
          }
          resolve({ kind: 'response', response })
        },
        failed: (failure) => resolve(failure),
      },
    )
    return { attempts, result: promise }
  }

  /** The session is over. The peer owes a final response still, but one that is lost must not be waited for longer than this. */
  #abandon(attempts: RequestAttempts, result: Promise<RequestOutcome>): void {
    const timer = this.#core.clock.after(transactionTimeoutMs(this.#core.timers), () => attempts.giveUp())
    void result.then(() => timer.cancel())
  }

  #accepted(sdp: string | undefined, response: SipResponse): OfferOutcome {
    this.#peer.refreshTarget(response.headers)
    this.#sender.refreshed(agreedSessionInterval(response.headers), 'uac')
    if (sdp !== undefined) this.#sender.described(sdp)
    const theirs = sdpOf(response)
    return theirs === undefined ? { kind: 'rejected', status: response.status } : { kind: 'answered', sdp: theirs }
  }

  /** RFC 4028 §7.3: a 422 names the interval to ask for. */
  #raisedInterval(response: SipResponse): boolean {
    const { timer } = this.#sender
    if (response.status !== 422 || timer?.seconds === undefined) return false
    const seconds = raisedSessionSeconds(response.headers, timer.seconds)
    if (seconds === undefined) return false
    timer.start(seconds, timer.refreshesHere)
    return true
  }

  #headers(): readonly HeaderField[] {
    const { timer } = this.#sender
    const fields = [ALLOW, SUPPORTED_IN_DIALOG]
    if (timer?.seconds === undefined) return fields
    return [...fields, ...sessionTimerFields(timer.seconds, timer.refreshesHere ? 'uac' : 'uas')]
  }

  /** RFC 3261 §14.1: in steps of 10 ms, 2.1–4 s for the owner of the Call-ID, up to 2 s for the other side. */
  #glare(): Try {
    const steps = this.#sender.ownsCallId ? 210 + below(this.#core.random, 191) : below(this.#core.random, 201)
    return { kind: 'again', afterMs: steps * 10 }
  }
}
