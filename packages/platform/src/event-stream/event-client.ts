import { DatabaseUnavailable } from '../database/errors.ts'
import type { Subscription } from '../database/notification-listener.ts'
import { type Hearer, hears, type Wanted } from './audience.ts'
import { type ClientMessage, readClientMessage } from './client-message.ts'
import type { KeptEvent, Topic } from './event.ts'
import type { EventHub } from './event-hub.ts'

/** Octets that wait for a client; one that lets more wait is cut, and resumes. */
export const MAX_UNSENT_BYTES = 1_048_576
export const HEARTBEAT_SECONDS = 10
/** Messages of a client between two heartbeats. */
const MAX_MESSAGES = 50

/** WebSocket status codes, RFC 6455 §7.4. */
export const CLOSE = { goingAway: 1001, policyViolation: 1008, tryAgainLater: 1013, signedOut: 4401 } as const

/** The client's socket, as far as it is needed. */
export interface EventSocket {
  /** Octets that wait to be sent. */
  readonly bufferedAmount: number
  send(text: string): void
  close(code: number, reason: string): void
}

export interface Subscribed {
  readonly topics: readonly Topic[]
  readonly tenantId?: string | undefined
  readonly after?: string | undefined
}

/**
 * One client of the event stream: hears what it has subscribed to and may see, in order. It never holds anybody up: what it does not read waits
 * up to a limit, then it is told and cut.
 */
export class EventClient {
  readonly #hub: EventHub
  readonly #socket: EventSocket
  readonly #subscription: Subscription
  #hearer: Hearer
  #wanted: Wanted = { topics: new Set() }
  #messages = 0
  #closed = false

  constructor(hub: EventHub, socket: EventSocket, hearer: Hearer) {
    this.#hub = hub
    this.#socket = socket
    this.#hearer = hearer
    this.#subscription = hub.open({ happened: (event) => this.#happened(event), lost: () => this.#resync() })
  }

  /** Sends what was missed, then what happens. */
  subscribe({ topics, tenantId, after }: Subscribed): void {
    this.#wanted = { topics: new Set(topics), tenantId }
    const missed = after === undefined ? [] : this.#hub.after(after)
    this.#say({ kind: 'subscribed', topics, lastId: this.#hub.lastId, heartbeatSeconds: HEARTBEAT_SECONDS })
    if (missed === undefined) this.#resync()
    for (const event of missed ?? []) this.#happened(event)
  }

  received(text: string): void {
    const message = readClientMessage(text)
    if (++this.#messages > MAX_MESSAGES) this.close(CLOSE.policyViolation, 'too many messages')
    else if (message === undefined) this.#say({ kind: 'error', detail: 'Send {"kind":"subscribe","topics":[…]} or {"kind":"ping"}.' })
    else this.#obey(message)
  }

  /** Every `HEARTBEAT_SECONDS`. `hearer`: who it is now; undefined when nobody any more. */
  beat(hearer: Hearer | undefined): void {
    this.#messages = 0
    if (hearer === undefined) {
      this.close(CLOSE.signedOut, 'signed out')
      return
    }
    this.#hearer = hearer
    this.#say({ kind: 'heartbeat', lastId: this.#hub.lastId })
  }

  /**
   * The same, of whom `again` finds. While the database is away everybody stays who he was last; whoever cannot be found for another reason (too many guesses
   * come from there) is not believed, or somebody signed out could stay by making that reason.
   */
  async beatAs(again: () => Promise<Hearer | undefined>): Promise<void> {
    try {
      this.beat(await again())
    } catch (error) {
      if (error instanceof DatabaseUnavailable) this.beat(this.#hearer)
      else this.close(CLOSE.tryAgainLater, 'who you are cannot be told now; connect again')
    }
  }

  close(code: number, reason: string): void {
    if (this.#closed) return
    this.gone()
    this.#socket.close(code, reason)
  }

  /** The socket is closed. */
  gone(): void {
    this.#closed = true
    this.#subscription.close()
  }

  #obey(message: ClientMessage): void {
    if (message.kind === 'ping') this.#say({ kind: 'pong' })
    else this.subscribe(message)
  }

  #happened(event: KeptEvent): void {
    if (hears(this.#hearer, this.#wanted, event)) this.#send(event.text)
  }

  #resync(): void {
    this.#say({ kind: 'resync', lastId: this.#hub.lastId })
  }

  #say(message: Readonly<Record<string, unknown>>): void {
    this.#send(JSON.stringify(message))
  }

  #send(text: string): void {
    if (this.#closed) return
    if (this.#socket.bufferedAmount > MAX_UNSENT_BYTES) this.close(CLOSE.tryAgainLater, 'you read too slowly; resume after the last event')
    else this.#socket.send(text)
  }
}
