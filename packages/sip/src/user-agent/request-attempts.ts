import type { SipRequest, SipResponse } from '../message/message.ts'
import type { ClientFailure, ClientTransaction, ClientTransactionOwner } from '../transaction/client-transaction.ts'
import type { Flow, TransportTarget } from '../transport/transport.ts'
import type { Authenticator } from './authenticator.ts'
import type { Core } from './core.ts'
import type { Destination, HeaderField } from './user-agent.ts'

/** A request that may have to be sent more than once: signed, or to the next target. */
export interface RequestPlan {
  readonly method: string
  /** The CSeq of the first try, and of each after a challenge (RFC 3261 §22.2). */
  nextSequence(): number
  /** The Request-URI it will have. */
  readonly uri: string
  /** What `resolve` resolves: the first route or the Request-URI. */
  readonly nextHop: string
  build(flow: Flow, sequence: number, authorization: readonly HeaderField[]): SipRequest
}

export interface RequestListener {
  provisional(response: SipResponse, attempts: RequestAttempts): void
  /** The final response; for an INVITE also each further 2xx. */
  final(response: SipResponse, attempts: RequestAttempts): void
  failed(failure: ClientFailure, attempts: RequestAttempts): void
}

/** A proxy and the user agent behind it may both ask, and a nonce may run out in between. */
const MAX_CHALLENGES = 4

/**
 * Sends one request until it has its answer: over a flow, or to one target after the other (RFC 3263 §4.3), and again
 * with credentials when somebody asks for them.
 */
export class RequestAttempts implements ClientTransactionOwner {
  readonly #core: Core
  readonly #plan: RequestPlan
  readonly #listener: RequestListener
  readonly #authenticator: Authenticator
  #targets: TransportTarget[] = []
  #transaction: ClientTransaction | undefined
  #flow: Flow | undefined
  #sequence = 0
  #challenges = 0
  #heard = false
  /** The application chose the flow. */
  #bound = false
  /** The UDP flow that a large request would have taken. */
  #movedFrom: Flow | undefined
  #staysOnUdp = false
  #over = false
  #failure: ClientFailure = { kind: 'transport-error', detail: 'the destination has no address' }

  constructor(core: Core, plan: RequestPlan, authenticator: Authenticator, listener: RequestListener) {
    this.#core = core
    this.#plan = plan
    this.#authenticator = authenticator
    this.#listener = listener
  }

  /** The flow of the last try. */
  get flow(): Flow | undefined {
    return this.#flow
  }

  /** CSeq of the last try. */
  get sequence(): number {
    return this.#sequence
  }

  /** The transaction that waits for an answer. */
  get transaction(): ClientTransaction | undefined {
    return this.#transaction
  }

  /** Never throws; failure reaches the listener, maybe before this returns. */
  start(destination: Destination): void {
    this.#sequence = this.#plan.nextSequence()
    if (destination === 'resolve') this.#resolve()
    else if ('flow' in destination) {
      this.#bound = true
      this.#sendOver(destination.flow)
    } else {
      this.#targets = [...destination.targets]
      this.#tryNext()
    }
  }

  /** No further try: what the one under way gets is the outcome. */
  settleForThis(): void {
    this.#targets = []
    this.#challenges = MAX_CHALLENGES
  }

  /** Ends the wait: a try under way fails with a timeout, none follows. */
  giveUp(): void {
    this.#targets = []
    if (this.#transaction) this.#transaction.giveUp()
    else this.#end({ kind: 'timeout' })
  }

  response(response: SipResponse, transaction: ClientTransaction): void {
    if (transaction !== this.#transaction) return
    const { status } = response
    this.#heard = true
    if (status < 200) {
      if (!this.#over) this.#listener.provisional(response, this)
      return
    }
    if (this.#retry(response)) return
    if (status < 300) this.#authenticator.accepted()
    if (this.#over && status >= 300) return
    this.#over = true
    this.#listener.final(response, this)
  }

  failed(failure: ClientFailure, transaction: ClientTransaction): void {
    if (transaction !== this.#transaction) return
    this.#transaction = undefined
    this.#failure = failure
    // RFC 3263 §4.3: the next target gets its turn only if this one has said nothing.
    if (this.#heard) this.#end(failure)
    else if (!this.#movedBack(failure)) this.#tryNext()
  }

  #retry(response: SipResponse): boolean {
    if (this.#over) return false
    const { status } = response
    if ((status === 401 || status === 407) && this.#challenges < MAX_CHALLENGES && this.#authenticator.challenged(response)) {
      this.#challenges++
      this.#sequence = this.#plan.nextSequence()
      if (this.#flow) this.#sendOver(this.#flow)
      return true
    }
    if (status === 503 && this.#targets.length > 0) {
      this.#heard = false
      this.#tryNext()
      return true
    }
    return false
  }

  #resolve(): void {
    this.#core.resolver.resolve(this.#plan.nextHop).then(
      (targets) => {
        this.#targets = [...targets]
        this.#tryNext()
      },
      (error: unknown) => this.#end({ kind: 'transport-error', detail: String(error) }),
    )
  }

  #tryNext(): void {
    if (this.#over) return
    const target = this.#targets.shift()
    if (target === undefined) {
      this.#end(this.#failure)
      return
    }
    const open = this.#core.transport.existing(target)
    if (open) {
      this.#sendOver(open)
      return
    }
    this.#core.transport.open(target).then(
      (flow) => {
        if (!this.#over) this.#sendOver(flow)
      },
      (error: unknown) => {
        this.#failure = { kind: 'transport-error', detail: error instanceof Error ? error.message : String(error) }
        this.#tryNext()
      },
    )
  }

  #sendOver(flow: Flow): void {
    this.#flow = flow
    const request = this.#plan.build(flow, this.#sequence, this.#authenticator.fields(this.#plan.method, this.#plan.uri))
    const transaction = this.#core.clients.prepare(request, flow, this)
    const better = this.#staysOnUdp
      ? undefined
      : this.#core.largeRequests.wayFor(transaction.sizeBytes, flow, this.#plan.nextHop, this.#bound)
    if (better !== undefined) {
      transaction.discard()
      void this.#moveTo(better, flow)
      return
    }
    this.#transaction = transaction
    transaction.start()
  }

  /** RFC 3261 §18.1.1: too large for UDP. Over UDP all the same when there is no TCP to be had. */
  async #moveTo(target: TransportTarget, udp: Flow): Promise<void> {
    this.#transaction = undefined
    const tcp = await this.#core.largeRequests.open(target)
    if (this.#over) return
    this.#movedFrom = tcp && udp
    this.#staysOnUdp = tcp === undefined
    this.#sendOver(tcp ?? udp)
  }

  /** A connection that came to nothing: back to where the request came from. */
  #movedBack(failure: ClientFailure): boolean {
    const udp = this.#movedFrom
    if (udp === undefined || this.#heard) return false
    this.#movedFrom = undefined
    this.#staysOnUdp = true
    this.#core.largeRequests.refused(udp)
    if (failure.kind === 'timeout' || this.#over) return false
    this.#sendOver(udp)
    return true
  }

  #end(failure: ClientFailure): void {
    if (this.#over) return
    this.#over = true
    this.#listener.failed(failure, this)
  }
}
