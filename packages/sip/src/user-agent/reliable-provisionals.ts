import { below } from '@klinke/foundation'
import { RAck } from '../header/rack.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { sdpOf } from './body.ts'
import type { Core } from './core.ts'
import type { EarlyOffers } from './early-offers.ts'
import { ResponseRepeater } from './response-repeater.ts'
import type { HeaderField } from './user-agent.ts'

/** Provisional responses that wait for their turn; of more, those without a description are left out, being news of the past by then. */
const MAX_WAITING = 8

/** RFC 3262 §3: the first RSeq is chosen from 1 to 2^31 − 1; it starts low enough never to wrap. */
const FIRST_RSEQ_BELOW = 2 ** 30

/** The INVITE behind them. */
export interface ProvisionalsOwner {
  /** No PRACK within 64·T1: the INVITE is to be rejected with a 5xx. */
  unconfirmed(): void
  /** A response with a description is confirmed. */
  described(): void
}

type Build = (reliability: readonly HeaderField[]) => SipResponse

interface Waiting {
  readonly build: Build
  /** It carries a description, which answers the caller's offer (RFC 3262 §5). */
  readonly described: boolean
}

/** Reliable provisional responses of one INVITE, server side (RFC 3262 §3): one at a time, repeated until its PRACK. */
export class ReliableProvisionals {
  readonly #core: Core
  readonly #invite: ServerTransaction
  readonly #inviteSequence: number
  readonly #owner: ProvisionalsOwner
  #waiting: readonly Waiting[] = []
  #responseNumber: number
  #outstanding = false
  #repeater: ResponseRepeater | undefined
  #withDescription = false
  #whenConfirmed: (() => void) | undefined

  constructor(core: Core, invite: ServerTransaction, inviteSequence: number, owner: ProvisionalsOwner) {
    this.#core = core
    this.#invite = invite
    this.#inviteSequence = inviteSequence
    this.#owner = owner
    this.#responseNumber = 1 + below(core.random, FIRST_RSEQ_BELOW)
  }

  /** True while a PRACK is due; it is answered even after the final response (§3). */
  get outstanding(): boolean {
    return this.#outstanding
  }

  /** `described`: the response carries a description. */
  send(build: Build, described: boolean): void {
    if (this.#repeater === undefined) this.#transmit(build)
    else this.#queue({ build, described })
  }

  /**
   * Answers a PRACK: 200 when it confirms what waits for it, else 481. A new offer in it (§5) is for whoever `early` gives; where
   * there is nobody yet, or no more, it is refused.
   */
  prack(request: SipRequest, transaction: ServerTransaction, early?: () => EarlyOffers | undefined): void {
    const rack = request.headers.read(RAck)
    const matches =
      this.#outstanding &&
      rack?.responseNumber === this.#responseNumber &&
      rack.cseq.sequence === this.#inviteSequence &&
      rack.cseq.method === 'INVITE'
    const offers = matches && sdpOf(request) !== undefined
    if (matches && this.#withDescription) this.#owner.described()
    const taker = offers ? early?.() : undefined
    const status = !matches ? 481 : offers ? 488 : 200
    if (taker === undefined) transaction.respond(buildResponse(request, status, { headers: this.#core.serverHeader }))
    else taker.received(request, transaction)
    if (matches) this.#confirmed()
  }

  /**
   * Calls `action` as soon as a 2xx may go out: not before a description that was sent reliably is confirmed (§3). One that still
   * waits for its turn goes out first: it is the answer, which the 2xx does not give again (§5).
   */
  whenConfirmed(action: () => void): void {
    this.#waiting = this.#waiting.filter(({ described }) => described)
    if (this.#repeater !== undefined && (this.#withDescription || this.#waiting.length > 0)) {
      this.#whenConfirmed = action
      return
    }
    this.close()
    action()
  }

  /** The INVITE has its final response. */
  close(): void {
    this.#repeater?.stop()
    this.#repeater = undefined
    this.#waiting = []
    this.#whenConfirmed = undefined
  }

  #queue(response: Waiting): void {
    if (this.#waiting.length >= MAX_WAITING) {
      const past = response.described ? this.#waiting.find(({ described }) => !described) : undefined
      if (past === undefined) return
      this.#waiting = this.#waiting.filter((waiting) => waiting !== past)
    }
    this.#waiting = [...this.#waiting, response]
  }

  #transmit(build: Build): void {
    this.#responseNumber++
    this.#outstanding = true
    const response = build([
      ['Require', '100rel'],
      ['RSeq', String(this.#responseNumber)],
    ])
    this.#withDescription = response.body.length > 0
    this.#invite.respond(response)
    const { clock, timers } = this.#core
    this.#repeater = new ResponseRepeater(clock, timers, this.#invite, Number.POSITIVE_INFINITY, () => this.#owner.unconfirmed())
  }

  #confirmed(): void {
    this.#outstanding = false
    this.#repeater?.stop()
    this.#repeater = undefined
    const [next, ...later] = this.#waiting
    this.#waiting = later
    if (next) {
      this.#transmit(next.build)
      return
    }
    const proceed = this.#whenConfirmed
    this.#whenConfirmed = undefined
    proceed?.()
  }
}
