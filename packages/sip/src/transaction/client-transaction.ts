import type { SipRequest, SipResponse } from '../message/message.ts'
import { park } from '../message/parked-message.ts'
import { printMessage } from '../message/print-message.ts'
import type { Flow, SendFailure } from '../transport/transport.ts'
import { ackFor } from './derived-requests.ts'
import { type FinishedInvite, RefusedInvite } from './finished-invite.ts'
import { type InviteClientEffect, type InviteClientEvent, type InviteClientState, inviteClient } from './invite-client.ts'
import { type NonInviteClientEffect, type NonInviteClientEvent, type NonInviteClientState, nonInviteClient } from './non-invite-client.ts'
import { TimerPair, type TimerPairOwner } from './timer-pair.ts'
import { isReliable } from './timers.ts'
import type { TransactionEnvironment } from './transaction-environment.ts'

type ClientState = InviteClientState | NonInviteClientState
type ClientEvent = InviteClientEvent | NonInviteClientEvent
type ClientEffect = InviteClientEffect | NonInviteClientEffect

type ActionEffect = 'send request' | 'resend request' | 'send ACK' | 'pass response' | 'report timeout' | 'report transport error'
type TimerEffect = Exclude<ClientEffect, ActionEffect>

type ClientTimer = 'A' | 'B' | 'E' | 'F'

interface ClientMachine {
  step(state: ClientState, event: ClientEvent): readonly [ClientState, readonly ClientEffect[]]
}

/** Why a client transaction ended without a final response. */
export type ClientFailure = { readonly kind: 'timeout' } | { readonly kind: 'transport-error'; readonly detail: string }

/** Who sent the request and hears what becomes of it: the last call is a final response or `failed`, more 2xx of an INVITE aside. */
export interface ClientTransactionOwner {
  response(response: SipResponse, transaction: ClientTransaction): void
  failed(failure: ClientFailure, transaction: ClientTransaction): void
}

/** What a client transaction tells the layer that made it. */
export interface ClientTransactionHost {
  /** It has its final response; `finished` stands for it while more may come. */
  finished(transaction: ClientTransaction, finished: FinishedInvite | undefined): void
  ended(transaction: ClientTransaction): void
}

/** Waits for nothing any more. */
export const NOBODY: ClientTransactionOwner = {
  response: () => undefined,
  failed: () => undefined,
}

/** Drives the client machine of one request: sends, repeats, and passes on what comes. */
export class ClientTransaction implements TimerPairOwner<ClientTimer>, FinishedInvite {
  readonly key: string
  readonly method: string
  readonly flow: Flow
  readonly #environment: TransactionEnvironment
  readonly #machine: ClientMachine
  #owner: ClientTransactionOwner
  /** Takes what comes after the first 2xx of an INVITE; absent: this transaction itself, for its owner. */
  #successor: FinishedInvite | undefined
  readonly #host: ClientTransactionHost
  readonly #timers: TimerPair<ClientTimer>
  #state: ClientState = 'initial'
  /** Kept until the final response: for repeating it, and for the ACK and CANCEL made from it. */
  #request: SipRequest | undefined
  /** What is sent again: the request, later the ACK of a refusal. */
  #bytes: Uint8Array | undefined
  #response: SipResponse | undefined
  #failure = ''

  constructor(
    environment: TransactionEnvironment,
    key: string,
    request: SipRequest,
    flow: Flow,
    owner: ClientTransactionOwner,
    host: ClientTransactionHost,
  ) {
    this.#environment = environment
    this.key = key
    this.method = request.method
    this.flow = flow
    this.#request = request
    this.#owner = owner
    this.#host = host
    this.#machine = request.method === 'INVITE' ? inviteClient : nonInviteClient
    this.#timers = new TimerPair(environment, flow.protocol, this)
  }

  get state(): ClientState {
    return this.#state
  }

  /** The request as sent, while it has no final response. */
  get request(): SipRequest | undefined {
    return this.#request
  }

  /** How large the request is, before it is sent or while it waits for its answer. */
  get sizeBytes(): number {
    this.#bytes ??= this.#request && printMessage(this.#request)
    return this.#bytes?.length ?? 0
  }

  /** Takes back a transaction that was not started. */
  discard(): void {
    this.#host.ended(this)
  }

  /** To be called while the owner hears the first 2xx of an INVITE: gives all further ones to somebody who needs less memory. */
  handOver(successor: FinishedInvite): void {
    this.#successor = successor
    this.#owner = NOBODY
  }

  timerFired(event: `timer ${ClientTimer}`): void {
    this.#step(event)
  }

  start(): void {
    this.#step('start')
  }

  /** A response that matches this transaction. */
  received(response: SipResponse): void {
    this.#response = response
    this.#step(this.#eventOf(response.status))
    this.#response = undefined
  }

  /** Ends the wait for a final response. */
  giveUp(): void {
    this.#step('give up')
  }

  flowClosed(): void {
    this.#failure = 'the connection was closed'
    this.#step('transport error')
  }

  /** Stops without telling anybody. */
  close(): void {
    this.#timers.stop()
  }

  #eventOf(status: number): ClientEvent {
    if (status < 200) return '1xx'
    if (this.#machine === nonInviteClient) return '200-699'
    return status < 300 ? '2xx' : '300-699'
  }

  #step(event: ClientEvent): void {
    const previous = this.#state
    const [next, effects] = this.#machine.step(previous, event)
    this.#state = next
    try {
      for (const effect of effects) this.#run(effect)
    } finally {
      // Also when the owner has thrown: a transaction that is over must not stay.
      if (next !== previous) this.#leave(next)
    }
  }

  #leave(state: ClientState): void {
    if (state === 'terminated') this.#host.ended(this)
    else if (state === 'completed' || state === 'accepted') this.#host.finished(this, this.#finished())
  }

  #finished(): FinishedInvite | undefined {
    if (this.#state === 'accepted') return this.#successor ?? this
    // A reliable transport repeats no response (timers D and K are 0).
    if (this.#machine === nonInviteClient || isReliable(this.flow.protocol) || this.#bytes === undefined) return undefined
    return new RefusedInvite(this.#environment.transport, this.flow, park(this.#bytes))
  }

  #run(effect: ClientEffect): void {
    switch (effect) {
      case 'send request':
        this.#bytes ??= this.#request && printMessage(this.#request)
        this.#send()
        break
      case 'resend request':
        this.#send()
        break
      case 'send ACK':
        this.#acknowledge()
        break
      case 'pass response':
        this.#pass()
        break
      case 'report timeout':
        this.#owner.failed({ kind: 'timeout' }, this)
        break
      case 'report transport error':
        this.#owner.failed({ kind: 'transport-error', detail: this.#failure }, this)
        break
      default:
        this.#runTimers(effect)
    }
  }

  #runTimers(effect: TimerEffect): void {
    switch (effect) {
      case 'arm A':
      case 'rearm A':
        this.#timers.armRetransmission('A')
        break
      case 'arm E':
      case 'rearm E':
        this.#timers.armRetransmission('E')
        break
      case 'arm E at T2':
        this.#timers.armSlowRetransmission('E')
        break
      case 'stop timers':
        this.#timers.stop()
        break
      case 'arm B':
        this.#timers.armEnd('B')
        break
      case 'arm F':
        this.#timers.armEnd('F')
        break
      case 'arm D':
      case 'arm K':
      case 'arm M':
        // The time of a finished transaction runs where finished ones are kept.
        break
    }
  }

  #acknowledge(): void {
    if (this.#request && this.#response) this.#bytes = printMessage(ackFor(this.#request, this.#response))
    this.#request = undefined
    this.#send()
  }

  #pass(): void {
    const response = this.#response
    if (!response) return
    if (response.status >= 200) {
      if (this.#state !== 'completed' || this.#machine === nonInviteClient) this.#bytes = undefined
      this.#request = undefined
    }
    const owner = this.#owner
    // More to come is only for who sent an INVITE that succeeds; whom nothing more reaches is let go.
    if (response.status >= 300 || (response.status >= 200 && this.#machine === nonInviteClient)) this.#owner = NOBODY
    owner.response(response, this)
  }

  #send(): void {
    if (this.#bytes) this.#environment.transport.send(this.flow, this.#bytes, (failure) => this.#sendFailed(failure))
  }

  #sendFailed(failure: SendFailure): void {
    this.#failure = failure.detail
    this.#step('transport error')
  }
}
