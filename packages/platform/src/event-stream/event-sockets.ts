import type { IncomingMessage } from 'node:http'
import type { Clock, Timer } from '@klinke/foundation'
import { type WebSocket, WebSocketServer } from 'ws'
import type { RemembersHolders } from '../http/follow-holders.ts'
import type { Hearer } from './audience.ts'
import { CLOSE, EventClient, HEARTBEAT_SECONDS, type Subscribed } from './event-client.ts'
import type { EventHub } from './event-hub.ts'
import type { Upgrade } from './upgrades.ts'

export const MAX_EVENT_CLIENTS = 5_000
/** Windows and programs of one person or key. */
export const MAX_CLIENTS_PER_HOLDER = 50
const MAX_MESSAGE_BYTES = 16_384
/** So long a client has to take its goodbye. */
const CLOSE_WITHIN_MS = 2_000

export interface Connecting {
  readonly holderId: string
  /** Session, key and login: when one of them changes, it is looked at once who the client is now. */
  readonly endsWith: readonly (string | undefined)[]
  readonly hearer: Hearer
  readonly subscribed: Subscribed
  /** Who the client is now; undefined when signed out. Rejects when that cannot be told at present. */
  readonly again: () => Promise<Hearer | undefined>
}

interface Open {
  readonly client: EventClient
  readonly socket: WebSocket
  readonly connecting: Connecting
  answered: boolean
}

/** All WebSockets of the event stream. One heartbeat for all shows who is gone; who has been signed out is so at once. */
export class EventSockets implements RemembersHolders {
  readonly #hub: EventHub
  readonly #clock: Clock
  readonly #open = new Set<Open>()
  readonly #handshakes = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  #timer: Timer | undefined

  constructor(hub: EventHub, clock: Clock) {
    this.#hub = hub
    this.#clock = clock
  }

  /** Whether one more may come. */
  hasRoomFor(holderId: string): boolean {
    if (this.#open.size >= MAX_EVENT_CLIENTS) return false
    let own = 0
    for (const { connecting } of this.#open) if (connecting.holderId === holderId) own++
    return own < MAX_CLIENTS_PER_HOLDER
  }

  accept(request: IncomingMessage, { socket, head }: Upgrade, connecting: Connecting): void {
    socket.setNoDelay(true)
    this.#handshakes.handleUpgrade(request, socket, head, (webSocket) => this.#begin(webSocket, connecting))
  }

  /** Whose that session, key or login is loses the stream, or hears what he may hear from now on. Not told whose: the next heartbeat shows it. */
  forget(id: string | undefined): void {
    if (id === undefined) return
    for (const { client, connecting } of this.#open) if (connecting.endsWith.includes(id)) void client.beatAs(connecting.again)
  }

  close(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    for (const { client, socket } of this.#open) {
      client.close(CLOSE.goingAway, 'the server stops')
      socket.terminate()
    }
    this.#open.clear()
  }

  #begin(socket: WebSocket, connecting: Connecting): void {
    const closing = (code: number, reason: string): void => {
      socket.close(code, reason)
      this.#clock.after(CLOSE_WITHIN_MS, () => socket.terminate())
    }
    const eventSocket = {
      get bufferedAmount() {
        return socket.bufferedAmount
      },
      send: (text: string) => socket.send(text),
      close: closing,
    }
    const client = new EventClient(this.#hub, eventSocket, connecting.hearer)
    const open: Open = { client, socket, connecting, answered: true }
    this.#open.add(open)
    socket.on('message', (data) => client.received(String(data)))
    socket.on('pong', () => {
      open.answered = true
    })
    // 'close' follows, and is all that matters.
    socket.on('error', () => undefined)
    socket.once('close', () => {
      client.gone()
      this.#open.delete(open)
    })
    client.subscribe(connecting.subscribed)
    this.#beatLater()
  }

  #beatLater(): void {
    if (this.#open.size === 0) return
    this.#timer ??= this.#clock.after(HEARTBEAT_SECONDS * 1_000, () => {
      this.#timer = undefined
      for (const open of this.#open) void this.#beat(open)
      this.#beatLater()
    })
  }

  async #beat(open: Open): Promise<void> {
    if (!open.answered) {
      open.socket.terminate()
      return
    }
    open.answered = false
    open.socket.ping()
    await open.client.beatAs(open.connecting.again)
  }
}
