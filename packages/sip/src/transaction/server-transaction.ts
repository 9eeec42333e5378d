import type { SipRequest, SipResponse } from '../message/message.ts'
import { park } from '../message/parked-message.ts'
import { printMessage } from '../message/print-message.ts'
import type { Flow, SendFailure, TransportTarget } from '../transport/transport.ts'
import type { FinishedRequest } from './finished-request.ts'
import { type InviteServerEffect, type InviteServerEvent, type InviteServerState, inviteServer } from './invite-server.ts'
import { type NonInviteServerEffect, type NonInviteServerEvent, type NonInviteServerState, nonInviteServer } from './non-invite-server.ts'
import { TimerPair, type TimerPairOwner } from './timer-pair.ts'
import { isReliable } from './timers.ts'
import type { TransactionEnvironment } from './transaction-environment.ts'

type ServerState = InviteServerState | NonInviteServerState
type ServerEvent = InviteServerEvent | NonInviteServerEvent
type ServerEffect = InviteServerEffect | NonInviteServerEffect

const END_TIMERS = { 'arm H': 'H', 'arm L': 'L' } as const
/** The states these end are those of a finished request, which has its time elsewhere; only when they are 0 the machine goes on at once. */
const FINISHED_TIMERS = { 'arm I': 'I', 'arm J': 'J' } as const

type ServerTimer = 'G' | 'H' | 'I' | 'J' | 'L'

interface ServerMachine {
  step(state: ServerState, event: ServerEvent): readonly [ServerState, readonly ServerEffect[]]
}

/** Who answers the request. Set by whoever takes the transaction on. */
export interface ServerTransactionOwner {
  /** The tag of its responses, which the answer to a CANCEL shares (RFC 3261 §9.2). */
  readonly localTag?: string
  /** The client cancelled the INVITE before its final response. */
  cancelled?(request: SipRequest): void
  /** A final response other than 2xx was not acknowledged (timer H), or a response could not be sent. */
  failed?(detail: string): void
}

/** What a server transaction tells the layer that made it. */
export interface ServerTransactionHost {
  /** It has its final response: no longer half open. */
  answered(transaction: ServerTransaction): void
  /** Nothing is left to do but to recognise repetitions: `finished` stands for the transaction until they can no longer come. */
  finished(transaction: ServerTransaction, finished: FinishedRequest): void
  ended(transaction: ServerTransaction): void
  passAck(request: SipRequest, flow: Flow): void
}

/** Drives the server machine of one request: absorbs repetitions, repeats responses. */
export class ServerTransaction implements TimerPairOwner<ServerTimer> {
  readonly key: string
  readonly mergeKey: string | undefined
  readonly method: string
  /** Where the request came from. */
  readonly flow: Flow
  /** Where responses go: the same flow, except for an old peer that listens elsewhere, or when that connection is gone. */
  #responseFlow: Flow
  /** Where to go once when the connection is gone. */
  #fallback: TransportTarget | undefined
  owner: ServerTransactionOwner | undefined
  readonly #environment: TransactionEnvironment
  readonly #host: ServerTransactionHost
  readonly #machine: ServerMachine
  readonly #timers: TimerPair<ServerTimer>
  #state: ServerState = 'initial'
  #request: SipRequest | undefined
  #bytes: Uint8Array | undefined
  #ack: SipRequest | undefined
  #succeeded = false
  #failure = ''

  constructor(
    environment: TransactionEnvironment,
    host: ServerTransactionHost,
    keys: { readonly key: string; readonly mergeKey: string | undefined },
    request: SipRequest,
    flow: Flow,
    way: { readonly flow: Flow; readonly fallback: TransportTarget | undefined },
  ) {
    this.#environment = environment
    this.#host = host
    this.key = keys.key
    this.mergeKey = keys.mergeKey
    this.method = request.method
    this.flow = flow
    this.#responseFlow = way.flow
    this.#fallback = way.fallback
    this.#request = request
    this.#machine = request.method === 'INVITE' ? inviteServer : nonInviteServer
    this.#timers = new TimerPair(environment, flow.protocol, this)
    this.#step(this.#machine === inviteServer ? 'INVITE' : 'request')
  }

  /** The request, until it is finally answered. */
  get request(): SipRequest | undefined {
    return this.#request
  }

  get state(): ServerState {
    return this.#state
  }

  /** True as long as a final response is owed. */
  get halfOpen(): boolean {
    return this.#state === 'proceeding' || this.#state === 'trying'
  }

  /** True when the final response was a 2xx. */
  get succeeded(): boolean {
    return this.#succeeded
  }

  /** True when no response at all has been sent. */
  get unanswered(): boolean {
    return this.#bytes === undefined && this.halfOpen
  }

  /** Sends a response. After a final one only a 2xx to INVITE goes out again (the user agent repeats it until the ACK). */
  respond(response: SipResponse): void {
    const wasHalfOpen = this.halfOpen
    if (wasHalfOpen) this.#bytes = printMessage(response)
    this.#step(this.#eventOf(response.status))
    if (!wasHalfOpen || this.halfOpen) return
    this.#succeeded = response.status < 300
    this.#request = undefined
    this.#host.answered(this)
    if (this.#machine === nonInviteServer && this.#state === 'completed' && this.#bytes) {
      this.#finish({ kind: 'completed', response: park(this.#bytes) })
    }
  }

  /** Sends a final response and forgets the request at once, as a stateless server does (RFC 3261 §8.2.7). */
  respondStateless(response: SipResponse): void {
    if (!this.halfOpen) return
    this.#bytes = printMessage(response)
    this.#send()
    this.drop()
  }

  /** Sends the last response again: a reliable provisional one until its PRACK, a 2xx until its ACK. */
  repeatResponse(): void {
    this.#step(this.halfOpen ? '1xx' : '2xx')
  }

  /** The 2xx has its ACK: what is still to come is absorbed without an answer, and nothing of it is needed for that. */
  confirmed(): void {
    if (this.#state === 'accepted') this.#finish({ kind: 'accepted', localTag: this.owner?.localTag })
  }

  timerFired(event: `timer ${ServerTimer}`): void {
    this.#step(event)
  }

  /** The request once more. */
  repeated(): void {
    this.#step(this.#machine === inviteServer ? 'INVITE' : 'request')
  }

  acknowledged(ack: SipRequest): void {
    this.#ack = ack
    this.#step('ACK')
    this.#ack = undefined
    // The response has arrived: it is not sent again (RFC 3261 §17.2.1).
    if (this.#state === 'confirmed') this.#finish({ kind: 'confirmed', localTag: this.owner?.localTag })
  }

  /** Takes the request out of the world without an answer. */
  drop(): void {
    this.#request = undefined
    this.#step('drop')
  }

  flowClosed(): void {
    this.#failure = 'the connection was closed'
    this.#step('transport error')
  }

  close(): void {
    this.#timers.stop()
  }

  #finish(finished: FinishedRequest): void {
    this.#timers.stop()
    this.#bytes = undefined
    this.#host.finished(this, finished)
  }

  #eventOf(status: number): ServerEvent {
    if (status < 200) return '1xx'
    if (this.#machine === nonInviteServer) return '200-699'
    return status < 300 ? '2xx' : '300-699'
  }

  #step(event: ServerEvent): void {
    const previous = this.#state
    const [next, effects] = this.#machine.step(previous, event)
    this.#state = next
    for (const effect of effects) this.#run(effect)
    if (next === 'terminated' && previous !== 'terminated') this.#host.ended(this)
    const due = this.#timers.takeDue()
    if (due !== undefined) this.#step(due)
  }

  #run(effect: ServerEffect): void {
    switch (effect) {
      case 'pass request':
        // The layer passes it once the transaction is in the table.
        break
      case 'pass ACK':
        if (this.#ack) this.#host.passAck(this.#ack, this.flow)
        break
      case 'send response':
      case 'resend response':
        this.#send()
        break
      case 'report no ACK':
        this.owner?.failed?.('the final response was not acknowledged')
        break
      case 'report transport error':
        this.owner?.failed?.(this.#failure)
        break
      case 'arm G':
      case 'rearm G':
        this.#timers.armRetransmission('G')
        break
      case 'stop timers':
        this.#timers.stop()
        break
      case 'arm I':
      case 'arm J':
        if (isReliable(this.flow.protocol)) this.#timers.armEnd(FINISHED_TIMERS[effect])
        break
      default:
        this.#timers.armEnd(END_TIMERS[effect])
    }
  }

  #send(): void {
    const bytes = this.#bytes
    if (bytes === undefined) return
    // Nothing could be done about a lost datagram; the client asks again.
    const { transport } = this.#environment
    if (isReliable(this.#responseFlow.protocol)) transport.send(this.#responseFlow, bytes, (failure) => this.#sendFailed(failure))
    else transport.send(this.#responseFlow, bytes)
  }

  #sendFailed(failure: SendFailure): void {
    const target = this.#fallback
    this.#fallback = undefined
    if (target === undefined || failure.kind !== 'flow-gone') {
      this.#failure = failure.detail
      this.#step('transport error')
      return
    }
    this.#environment.transport.open(target).then(
      (flow) => {
        this.#responseFlow = flow
        this.#send()
      },
      () => this.#sendFailed(failure),
    )
  }
}
