import { Channel } from '@klinke/foundation'
import type {
  Flow,
  IncomingReferral,
  OutgoingRefer,
  OutgoingReferral,
  ReferProgress,
  ReferralProgress,
  ReferTarget,
  RequestOutcome,
  SipRequest,
  SubscriptionEnd,
} from '@klinke/sip'

/** A REFER that the peer on paper sends: what the exchange answered and told, in order: `202`, `100`, `180`, `200`. */
export class PaperRefer implements IncomingReferral {
  readonly kind = 'refer'
  readonly request: SipRequest
  readonly flow: Flow
  readonly target: ReferTarget
  readonly referredBy: string | undefined
  readonly told: number[] = []
  readonly #ended = Promise.withResolvers<SubscriptionEnd>()

  constructor(request: SipRequest, flow: Flow, target: Partial<ReferTarget> & { readonly uri: string }, referredBy?: string) {
    this.request = request
    this.flow = flow
    this.target = { displayName: undefined, method: 'INVITE', replaces: undefined, headers: [], ...target }
    this.referredBy = referredBy
  }

  /** The answer to the REFER itself. */
  get status(): number | undefined {
    return this.told[0]
  }

  accept(): ReferralProgress {
    this.told.push(202, 100)
    return {
      tell: (status) => {
        this.told.push(status)
        if (status >= 200) this.#ended.resolve({ by: 'notifier', reason: 'noresource', retryAfterSeconds: undefined })
      },
      ended: this.#ended.promise,
    }
  }

  reject(status: number): void {
    if (this.told.length === 0) this.told.push(status)
  }
}

/** A REFER that the exchange sent: the test says what the peer answers and tells. */
export class PaperReferral implements OutgoingReferral {
  readonly wanted: OutgoingRefer
  readonly answer: Promise<RequestOutcome>
  readonly result: Promise<number | undefined>
  readonly progress = new Channel<ReferProgress>()
  readonly #settleAnswer: (outcome: RequestOutcome) => void
  readonly #settleResult: (status: number | undefined) => void

  constructor(wanted: OutgoingRefer) {
    this.wanted = wanted
    const answer = Promise.withResolvers<RequestOutcome>()
    const result = Promise.withResolvers<number | undefined>()
    this.answer = answer.promise
    this.result = result.promise
    this.#settleAnswer = answer.resolve
    this.#settleResult = result.resolve
  }

  /** The peer answers the REFER. */
  answered(outcome: RequestOutcome): void {
    this.#settleAnswer(outcome)
    if (outcome.kind !== 'response' || outcome.response.status >= 300) this.#end(undefined)
  }

  /** The peer tells how its call gets on. */
  tells(status: number): void {
    this.progress.send({ status, reason: '' })
    if (status >= 200) this.#end(status)
  }

  #end(result: number | undefined): void {
    this.#settleResult(result)
    this.progress.close()
  }
}
