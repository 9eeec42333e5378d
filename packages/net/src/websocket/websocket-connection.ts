import { Buffer, isUtf8 } from 'node:buffer'
import type { Flow, SendFailure } from '@klinke/sip'
import type { RawData, WebSocket } from 'ws'
import type { Connection } from '../stream/connection.ts'
import { Deadline } from '../stream/deadline.ts'
import type { TransportCore } from '../transport-core.ts'
import { datagramKind } from '../udp/datagram.ts'

/** WebSocket status codes, RFC 6455 §7.4.1. */
const POLICY_VIOLATION = 1008
const CRLF_PONG = '\r\n'

/** A SIP over WebSocket connection (RFC 7118): one SIP message in each WebSocket message. */
export class WebSocketConnection implements Connection {
  readonly flow: Flow
  readonly #core: TransportCore
  readonly #socket: WebSocket
  readonly #patience: Deadline
  readonly #pingTime: Deadline
  #answered = true

  constructor(core: TransportCore, socket: WebSocket, flow: Flow, closed: (connection: WebSocketConnection) => void) {
    this.flow = flow
    this.#core = core
    this.#socket = socket
    this.#patience = new Deadline(core.clock, () => this.#socket.close(POLICY_VIOLATION, 'no SIP message'))
    this.#pingTime = new Deadline(core.clock, () => this.#ping())
    this.#patience.set(core.limits.firstMessageTimeoutMs)
    this.#pingTime.set(core.limits.pingIntervalMs)
    socket.on('message', (data: RawData) => this.#received(whole(data)))
    socket.on('pong', () => {
      this.#answered = true
    })
    // 'close' follows an error and is all that matters.
    socket.on('error', () => undefined)
    socket.once('close', () => {
      this.#patience.cancel()
      this.#pingTime.cancel()
      closed(this)
    })
  }

  send(message: Uint8Array, failed: ((failure: SendFailure) => void) | undefined): void {
    if (this.#socket.readyState !== this.#socket.OPEN) {
      this.#core.counters.sendFailures++
      queueMicrotask(() => failed?.({ kind: 'flow-gone', detail: 'the connection is closed' }))
      return
    }
    // A body in another encoding cannot go into a text message (RFC 7118 §4.2).
    this.#socket.send(message, { binary: !isUtf8(message) })
    this.#core.counters.messagesSent++
    if (this.#socket.bufferedAmount > this.#core.limits.maxUnsentBytes) this.#break('it does not read what we send')
  }

  destroy(): void {
    this.#socket.terminate()
  }

  #received(message: Buffer): void {
    const kind = datagramKind(message)
    if (kind === 'sip') {
      this.#patience.cancel()
      this.#core.received(message, this.flow)
    } else if (kind === 'keep-alive') {
      this.#core.counters.keepAlives++
      // RFC 5626 §4.4.1, which RFC 7118 §6 allows besides WebSocket's own ping.
      if (message.length === 4) this.#socket.send(CRLF_PONG)
    } else this.#core.counters.garbage++
    this.#limitRate()
  }

  #limitRate(): void {
    const nowMs = this.#core.clock.nowMs()
    const pauseMs = this.#core.sources.at(this.flow.remote.address, nowMs).pauseMs(1, nowMs)
    if (pauseMs === 0) return
    this.#core.counters.rateLimited++
    this.#socket.pause()
    this.#core.clock.after(pauseMs, () => this.#socket.resume())
  }

  /** A browser answers pings by itself; one that did not since the last is gone. */
  #ping(): void {
    if (!this.#answered) {
      this.#socket.terminate()
      return
    }
    this.#answered = false
    this.#socket.ping()
    this.#pingTime.set(this.#core.limits.pingIntervalMs)
  }

  #break(why: string): void {
    this.#core.counters.connectionsBroken++
    this.#core.logger.info('A SIP connection is closed', { flow: this.flow.id, remote: this.flow.remote.address, why })
    this.#socket.terminate()
  }
}

function whole(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}
