import { TurnoverMap } from '@klinke/foundation'
import { To, tagOf } from '../header/from-to.ts'
import { buildResponse, type ResponseParts } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import { unpark } from '../message/parked-message.ts'
import { printMessage } from '../message/print-message.ts'
import { stampReceived } from '../message/stamp-received.ts'
import type { Flow } from '../transport/transport.ts'
import type { FinishedRequest } from './finished-request.ts'
import { FlowIndex } from './flow-index.ts'
import { Lingering } from './lingering.ts'
import { responseFlow, responseTarget } from './response-flow.ts'
import { ServerTransaction, type ServerTransactionHost } from './server-transaction.ts'
import { SourceShares } from './source-shares.ts'
import { timerMs, transactionTimeoutMs } from './timers.ts'
import type { TransactionEnvironment } from './transaction-environment.ts'
import { mergeKey, serverKey } from './transaction-key.ts'

/** What stands above the transaction layer (RFC 3261 §5 "transaction user"). */
export interface TransactionUser {
  /** Asked for each request outside dialogs before it gets a transaction: the seconds for which there is no time for it, if so. */
  busySeconds(request: SipRequest, flow: Flow): number | undefined
  /** A new request, neither ACK nor CANCEL. */
  incoming(request: SipRequest, transaction: ServerTransaction): void
  /** An ACK that belongs to no transaction: that of a 2xx. */
  ack(request: SipRequest, flow: Flow): void
  /** A CANCEL with the INVITE it means, if that is known. */
  cancel(request: SipRequest, transaction: ServerTransaction, invite: CancelTarget | undefined): void
}

/** The INVITE that a CANCEL means; one that is not half open has its answer already (RFC 3261 §9.2). */
export type CancelTarget = Pick<ServerTransaction, 'halfOpen' | 'owner'>

/** Answered transactions that are kept to absorb repetitions; beyond that the oldest are forgotten, whose clients have their answers by then. */
const MAX_ANSWERED_TRANSACTIONS = 100_000

export interface ServerLimits {
  /**
   * Requests without a final response. What is more is refused with 503 at no cost of memory, and so is who holds as many of them
   * as are left to all.
   */
  readonly maxHalfOpen: number
  readonly retryAfterSeconds: number
}

/** The server half of the transaction layer (RFC 3261 §17.2). */
export class ServerTransactions implements ServerTransactionHost {
  readonly #environment: TransactionEnvironment
  readonly #limits: ServerLimits
  readonly #user: TransactionUser
  readonly #table = new TurnoverMap<string, ServerTransaction>()
  /** Key of the transaction by what it has in common with copies of its request. */
  readonly #merging = new TurnoverMap<string, string>()
  /** Those of `#table` that are answered, the oldest first: they wait for an ACK. */
  readonly #answered = new TurnoverMap<string, ServerTransaction>()
  readonly #finished: Lingering<FinishedRequest>
  /** Refused and acknowledged INVITEs; they are waited for much shorter. */
  readonly #confirmed: Lingering<FinishedRequest>
  /** Requests that succeeded: one more copy of them is a loop. */
  readonly #merged: Lingering<true>
  readonly #flows = new FlowIndex()
  /** Half-open ones by where they came from. */
  readonly #shares = new SourceShares()

  constructor(environment: TransactionEnvironment, limits: ServerLimits, user: TransactionUser) {
    this.#environment = environment
    this.#limits = limits
    this.#user = user
    const { clock, timers } = environment
    const longMs = transactionTimeoutMs(timers)
    this.#finished = new Lingering(clock, longMs, MAX_ANSWERED_TRANSACTIONS)
    this.#merged = new Lingering(clock, longMs, MAX_ANSWERED_TRANSACTIONS)
    this.#confirmed = new Lingering(clock, timerMs('I', false, timers) ?? longMs, MAX_ANSWERED_TRANSACTIONS)
  }

  get size(): number {
    return this.#table.size + this.#finished.size + this.#confirmed.size
  }

  get halfOpen(): number {
    return this.#table.size - this.#answered.size
  }

  /** A request from the network, new or not. */
  received(request: SipRequest, flow: Flow): void {
    const key = serverKey(request)
    if (key === undefined) return
    const known = this.#table.get(key)
    if (known === undefined) this.#unknown(key, request, flow)
    else if (request.method === 'ACK') known.acknowledged(request)
    else known.repeated()
  }

  /** Answers a request without keeping anything of it. */
  refuse(request: SipRequest, flow: Flow, status: number, parts: ResponseParts = {}): void {
    if (request.method === 'ACK') return
    this.#respond(request, flow, printMessage(buildResponse(stampReceived(request, flow.remote), status, { toTag: 'stateless', ...parts })))
  }

  flowClosed(flow: Flow): void {
    this.#flows.flowClosed(flow)
  }

  answered(transaction: ServerTransaction): void {
    if (!this.#table.has(transaction.key)) return
    this.#answered.set(transaction.key, transaction)
    this.#shares.release(transaction.flow.remote.address)
    // What was refused may be tried again as it is, with a new branch (RFC 3263 §4.3): only success makes a copy a loop.
    if (!transaction.succeeded) this.#forgetMerging(transaction)
    if (this.#answered.size <= MAX_ANSWERED_TRANSACTIONS) return
    const [oldest] = this.#answered.values()
    oldest?.close()
    if (oldest) this.ended(oldest)
  }

  finished(transaction: ServerTransaction, finished: FinishedRequest): void {
    // One that ended with its answer, over TCP, or that was forgotten before its time, leaves nothing.
    if (!this.#table.has(transaction.key)) return
    const { key, mergeKey: merge } = transaction
    if (merge !== undefined && this.#merging.has(merge)) this.#merged.add(merge, true)
    this.ended(transaction)
    if (finished.kind === 'confirmed') this.#confirmed.add(key, finished)
    else this.#finished.add(key, finished)
  }

  ended(transaction: ServerTransaction): void {
    const wasThere = this.#table.delete(transaction.key)
    const wasAnswered = this.#answered.delete(transaction.key)
    if (wasThere && !wasAnswered) this.#shares.release(transaction.flow.remote.address)
    this.#flows.delete(transaction)
    this.#forgetMerging(transaction)
  }

  passAck(request: SipRequest, flow: Flow): void {
    this.#user.ack(request, flow)
  }

  close(): void {
    for (const transaction of this.#table.values()) transaction.close()
    this.#table.clear()
    this.#merging.clear()
    this.#answered.clear()
    this.#shares.clear()
    for (const lingering of [this.#finished, this.#confirmed, this.#merged]) lingering.clear()
  }

  #forgetMerging(transaction: ServerTransaction): void {
    const { key, mergeKey } = transaction
    if (mergeKey !== undefined && this.#merging.get(mergeKey) === key) this.#merging.delete(mergeKey)
  }

  #respond(request: SipRequest, flow: Flow, response: Uint8Array): void {
    const { transport } = this.#environment
    transport.send(responseFlow(request, flow, transport), response)
  }

  #unknown(key: string, request: SipRequest, flow: Flow): void {
    const finished = this.#finishedBy(key)
    if (request.method === 'ACK') {
      if (finished?.kind !== 'confirmed') this.#user.ack(request, flow)
    } else if (finished === undefined) this.#begin(key, request, flow)
    else if (finished.kind === 'completed') this.#respond(request, flow, unpark(finished.response))
  }

  #finishedBy(key: string): FinishedRequest | undefined {
    return this.#finished.get(key) ?? this.#confirmed.get(key)
  }

  #begin(key: string, received: SipRequest, flow: Flow): void {
    const laterSeconds = beginsSomething(received) ? this.#busySeconds(received, flow) : undefined
    if (laterSeconds !== undefined) {
      this.refuse(received, flow, 503, { headers: [['Retry-After', String(laterSeconds)]] })
      return
    }
    const way = { flow: responseFlow(received, flow, this.#environment.transport), fallback: responseTarget(received, flow) }
    const request = stampReceived(received, flow.remote)
    const merge = mergeKey(request)
    if (merge !== undefined && (this.#merging.has(merge) || this.#merged.get(merge))) {
      // RFC 3261 §8.2.2.2: the same request on a second way.
      this.refuse(received, flow, 482)
      return
    }
    const transaction = new ServerTransaction(this.#environment, this, { key, mergeKey: merge }, request, flow, way)
    this.#table.set(key, transaction)
    this.#shares.take(flow.remote.address)
    if (merge !== undefined) this.#merging.set(merge, key)
    // Whoever decides on an INVITE hears that its caller is gone; any other answer just tries to find its way.
    if (request.method === 'INVITE') this.#flows.add(transaction)
    this.#hand(request, transaction)
  }

  #busySeconds(request: SipRequest, flow: Flow): number | undefined {
    const { maxHalfOpen, retryAfterSeconds } = this.#limits
    if (this.#shares.isSpent(flow.remote.address, maxHalfOpen - this.halfOpen)) return retryAfterSeconds
    return this.#user.busySeconds(request, flow)
  }

  #inviteBy(key: string): CancelTarget | undefined {
    const finished = this.#finishedBy(key)
    if (finished === undefined || finished.kind === 'completed') return this.#table.get(key)
    return { halfOpen: false, owner: finished.localTag === undefined ? undefined : { localTag: finished.localTag } }
  }

  #hand(request: SipRequest, transaction: ServerTransaction): void {
    if (request.method === 'CANCEL') {
      const inviteKey = serverKey(request, 'INVITE')
      this.#user.cancel(request, transaction, inviteKey === undefined ? undefined : this.#inviteBy(inviteKey))
      return
    }
    this.#user.incoming(request, transaction)
    // RFC 3261 §17.2.1 allows 200 ms; an answer that is there already makes the 100 needless.
    if (request.method === 'INVITE' && transaction.unanswered) transaction.respond(buildResponse(request, 100))
  }
}

/** A request outside dialogs. Those inside are bounded by their dialogs, and in a flood BYE and CANCEL are the ones that help. */
function beginsSomething(request: SipRequest): boolean {
  return request.method !== 'CANCEL' && tagOf(request.headers.read(To)) === undefined
}
