import { type Random, TurnoverMap, token } from '@klinke/foundation'
import { CSeq } from '../header/cseq.ts'
import { BRANCH_COOKIE, Via } from '../header/via.ts'
import { editHeaders } from '../message/header-editor.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'
import { printMessage } from '../message/print-message.ts'
import { responseFault } from '../message/response-fault.ts'
import type { Flow } from '../transport/transport.ts'
import { printHostPort } from '../uri/host.ts'
import { ClientTransaction, type ClientTransactionHost, type ClientTransactionOwner, NOBODY } from './client-transaction.ts'
import { cancelFor } from './derived-requests.ts'
import type { FinishedInvite } from './finished-invite.ts'
import { FlowIndex } from './flow-index.ts'
import { Lingering } from './lingering.ts'
import { timerMs, transactionTimeoutMs } from './timers.ts'
import type { TransactionEnvironment } from './transaction-environment.ts'
import { clientKey } from './transaction-key.ts'

/** 96 random bits: a stranger who cannot see the request cannot answer it. */
const BRANCH_CHARACTERS = 16

/** INVITEs with their final response that are kept for repetitions of it; beyond that the oldest are forgotten. */
const MAX_FINISHED_INVITES = 100_000

/** The client half of the transaction layer (RFC 3261 §17.1): sends requests and gives responses to whoever waits. */
export class ClientTransactions implements ClientTransactionHost {
  readonly #environment: TransactionEnvironment
  readonly #random: Random
  readonly #table = new TurnoverMap<string, ClientTransaction>()
  readonly #flows = new FlowIndex()
  readonly #finished: Lingering<FinishedInvite>

  constructor(environment: TransactionEnvironment, random: Random) {
    this.#environment = environment
    this.#random = random
    const { clock, timers } = environment
    const longestMs = Math.max(timerMs('D', false, timers) ?? 0, transactionTimeoutMs(timers))
    this.#finished = new Lingering(clock, longestMs, MAX_FINISHED_INVITES)
  }

  get size(): number {
    return this.#table.size + this.#finished.size
  }

  /**
   * A transaction for a request over `flow`, with a Via of its own on top (RFC 3261 §8.1.1.7, rport RFC 3581 §3). It is sent
   * when the caller starts it.
   */
  prepare(request: SipRequest, flow: Flow, owner: ClientTransactionOwner): ClientTransaction {
    const branch = this.#branch()
    return this.#add(clientKey(branch, request.method), this.#withVia(request, flow, branch), flow, owner)
  }

  /** Sends a request that has no transaction: the ACK of a 2xx. Gives its bytes, for sending them again. */
  sendAck(ack: SipRequest, flow: Flow): Uint8Array {
    const bytes = printMessage(this.#withVia(ack, flow, this.#branch()))
    this.#environment.transport.send(flow, bytes)
    return bytes
  }

  /** Cancels an INVITE that has a provisional but no final response (RFC 3261 §9.1). */
  cancel(invite: ClientTransaction, headers: readonly (readonly [name: string, value: string])[]): void {
    const { request } = invite
    if (!request) return
    this.#add(clientKey(invite.key, 'CANCEL'), cancelFor(request, headers), invite.flow, NOBODY).start()
  }

  /** Gives a response to its transaction. False when there is none: then it is dropped (RFC 3261 §18.1.2). */
  received(response: SipResponse): boolean {
    if (responseFault(response) !== undefined) return false
    const branch = response.headers.read(Via)?.branch
    const cseq = response.headers.read(CSeq)
    if (branch === undefined || cseq === undefined) return false
    const key = clientKey(branch, cseq.method)
    const transaction = this.#table.get(key)
    // The branch is ours, so a finished INVITE with it is the one meant.
    const receiver = transaction ?? (cseq.method === 'INVITE' ? this.#finished.get(key) : undefined)
    if (receiver === undefined || (transaction !== undefined && transaction.method !== cseq.method)) return false
    receiver.received(response)
    return true
  }

  flowClosed(flow: Flow): void {
    this.#flows.flowClosed(flow)
  }

  close(): void {
    for (const transaction of this.#table.values()) transaction.close()
    this.#table.clear()
    this.#finished.clear()
  }

  finished(transaction: ClientTransaction, finished: FinishedInvite | undefined): void {
    this.ended(transaction)
    if (finished) this.#finished.add(transaction.key, finished)
  }

  ended(transaction: ClientTransaction): void {
    this.#table.delete(transaction.key)
    this.#flows.delete(transaction)
  }

  #add(key: string, request: SipRequest, flow: Flow, owner: ClientTransactionOwner): ClientTransaction {
    const transaction = new ClientTransaction(this.#environment, key, request, flow, owner, this)
    this.#table.set(key, transaction)
    this.#flows.add(transaction)
    return transaction
  }

  #branch(): string {
    return BRANCH_COOKIE + token(this.#random, BRANCH_CHARACTERS)
  }

  #withVia(request: SipRequest, flow: Flow, branch: string): SipRequest {
    const { address, port } = this.#environment.transport.advertised(flow)
    const via = `SIP/2.0/${flow.protocol} ${printHostPort(address, port)};rport;branch=${branch}`
    return { ...request, headers: editHeaders(request.headers).prepend('Via', via).done() }
  }
}
