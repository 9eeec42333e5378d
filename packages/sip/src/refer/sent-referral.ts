import { Channel, ChannelFull, type Timer } from '@klinke/foundation'
import { SubscriptionState } from '../header/subscription-state.ts'
import { buildResponse } from '../message/build-response.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import type { ClientFailure } from '../transaction/client-transaction.ts'
import type { ServerTransaction } from '../transaction/server-transaction.ts'
import { transactionTimeoutMs } from '../transaction/timers.ts'
import type { Core } from '../user-agent/core.ts'
import type { DialogPeer } from '../user-agent/dialog-peer.ts'
import type { RequestAttempts, RequestListener } from '../user-agent/request-attempts.ts'
import type { HeaderField, RequestOutcome } from '../user-agent/user-agent.ts'
import { asksForSilence } from './received-referral.ts'
import { printReferTo } from './refer-target.ts'
import type { OutgoingRefer, OutgoingReferral } from './referral.ts'
import { progressOf, type ReferProgress } from './sipfrag.ts'

/** Reports nobody has read; of more the last final one counts all the same. */
const MAX_UNREAD_PROGRESS = 32

/** A peer that says nothing for this long, or promises to for longer, is waited for no further. */
const MAX_SILENCE_SECONDS = 600

/** A REFER of ours inside a dialog and the subscription it makes there, the subscriber's side (RFC 3515 §2.4.4). */
export class SentReferral implements OutgoingReferral, RequestListener {
  readonly answer: Promise<RequestOutcome>
  readonly result: Promise<number | undefined>
  readonly progress = new Channel<ReferProgress>(MAX_UNREAD_PROGRESS)
  readonly #core: Core
  readonly #ended: (referral: SentReferral) => void
  readonly #settleAnswer: (outcome: RequestOutcome) => void
  readonly #settleResult: (status: number | undefined) => void
  #attempts: RequestAttempts | undefined
  #timer: Timer | undefined
  #told = false
  #over = false

  /** @param ready settles when a request may be sent; true: the session is over before that. */
  constructor(core: Core, peer: DialogPeer, wanted: OutgoingRefer, ready: Promise<boolean>, ended: (referral: SentReferral) => void) {
    const answer = Promise.withResolvers<RequestOutcome>()
    const result = Promise.withResolvers<number | undefined>()
    this.#core = core
    this.#ended = ended
    this.answer = answer.promise
    this.result = result.promise
    this.#settleAnswer = answer.resolve
    this.#settleResult = result.resolve
    void ready.then((over) => {
      if (over) this.failed({ kind: 'transport-error', detail: 'the session is over' })
      else this.#attempts = peer.send('REFER', { headers: headersOf(wanted) }, this)
    })
  }

  /** True for a NOTIFY with this id: the CSeq of the REFER (RFC 3515 §2.4.6). */
  isMeantBy(id: string): boolean {
    return id === String(this.#attempts?.sequence)
  }

  provisional(): void {
    // Only the final answer says something.
  }

  final(response: SipResponse): void {
    this.#settleAnswer({ kind: 'response', response })
    if (response.status >= 300 || asksForSilence(response)) this.#end()
    else if (!this.#told) this.#arm(transactionTimeoutMs(this.#core.timers))
  }

  failed(failure: ClientFailure): void {
    this.#settleAnswer(failure)
    if (!this.#told) this.#end()
  }

  /** A NOTIFY about this REFER. */
  notified(request: SipRequest, transaction: ServerTransaction): void {
    const state = request.headers.read(SubscriptionState)
    transaction.respond(buildResponse(request, state === undefined ? 400 : 200, { headers: this.#core.serverHeader }))
    if (state === undefined || this.#over) return
    this.#told = true
    const progress = progressOf(request)
    if (progress) this.#pass(progress)
    if (progress && progress.status >= 200) this.#settleResult(progress.status)
    if (state.state === 'terminated') this.#end()
    else this.#arm(Math.min(state.expiresSeconds ?? MAX_SILENCE_SECONDS, MAX_SILENCE_SECONDS) * 1000)
  }

  #pass(progress: ReferProgress): void {
    try {
      this.progress.send(progress)
    } catch (error) {
      if (!(error instanceof ChannelFull)) throw error
    }
  }

  #arm(ms: number): void {
    this.#timer?.cancel()
    this.#timer = this.#core.clock.after(ms, () => this.#end())
  }

  #end(): void {
    if (this.#over) return
    this.#over = true
    this.#timer?.cancel()
    this.#settleResult(undefined)
    this.progress.close()
    this.#ended(this)
  }
}

function headersOf({ target, referredBy, silent, headers = [] }: OutgoingRefer): readonly HeaderField[] {
  const fields: HeaderField[] = [['Refer-To', printReferTo(target)]]
  if (referredBy !== undefined) fields.push(['Referred-By', referredBy])
  if (silent) fields.push(['Refer-Sub', 'false'], ['Supported', 'norefersub'])
  return [...fields, ...headers]
}
