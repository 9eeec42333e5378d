import { Buffer } from 'node:buffer'
import type { Socket } from 'node:net'
import { type Flow, type FramedEvent, MessageFramer, type SendFailure } from '@klinke/sip'
import type { TransportCore } from '../transport-core.ts'
import type { Connection } from './connection.ts'
import { Deadline } from './deadline.ts'
import { refusalOf } from './refusal.ts'

const PING = Buffer.from('\r\n\r\n')
const PONG = Buffer.from('\r\n')

/** `client`: we opened the connection. */
export type ConnectionRole = 'client' | 'server'

/** A TCP or TLS connection: messages cut out of its stream, and the time and space the peer may take. */
export class StreamConnection implements Connection {
  readonly flow: Flow
  readonly #core: TransportCore
  readonly #socket: Socket
  readonly #framer: MessageFramer
  readonly #patience: Deadline
  readonly #pingTime: Deadline
  #partial = false

  /** `closed` is called once, when the connection is gone. The socket must be connected and, for TLS, verified. */
  constructor(core: TransportCore, socket: Socket, flow: Flow, role: ConnectionRole, closed: (connection: StreamConnection) => void) {
    this.flow = flow
    this.#core = core
    this.#socket = socket
    this.#framer = new MessageFramer(role)
    this.#patience = new Deadline(core.clock, () => this.#lostPatience())
    this.#pingTime = new Deadline(core.clock, () => this.#ping())
    this.#patience.set(role === 'client' ? core.limits.idleTimeoutMs : core.limits.firstMessageTimeoutMs)
    if (role === 'client') this.#pingTime.set(core.limits.pingIntervalMs)
    socket.setNoDelay(true)
    socket.setKeepAlive(true, 60_000)
    socket.on('data', (chunk: Buffer) => this.#received(chunk))
    // 'close' follows an error and is all that matters.
    socket.on('error', () => undefined)
    socket.on('end', () => socket.end())
    socket.once('close', () => {
      this.#patience.cancel()
      this.#pingTime.cancel()
      closed(this)
    })
  }

  send(message: Uint8Array, failed: ((failure: SendFailure) => void) | undefined): void {
    if (!this.#socket.writable) {
      this.#core.counters.sendFailures++
      queueMicrotask(() => failed?.({ kind: 'flow-gone', detail: 'the connection is closed' }))
      return
    }
    this.#socket.write(message)
    this.#core.counters.messagesSent++
    if (this.#socket.writableLength > this.#core.limits.maxUnsentBytes) this.#break('it does not read what we send')
  }

  destroy(): void {
    this.#socket.destroy()
  }

  #received(chunk: Buffer): void {
    const events = this.#framer.push(chunk)
    for (const event of events) this.#handle(event)
    this.#setPatience(events.length > 0)
    const nowMs = this.#core.clock.nowMs()
    const pauseMs = events.length === 0 ? 0 : this.#core.sources.at(this.flow.remote.address, nowMs).pauseMs(events.length, nowMs)
    if (pauseMs > 0) this.#pause(pauseMs)
  }

  #handle(event: FramedEvent): void {
    switch (event.kind) {
      case 'message':
        this.#core.received(event.bytes, this.flow)
        break
      case 'ping':
        this.#core.counters.keepAlives++
        this.#socket.write(PONG)
        break
      case 'pong':
        this.#core.counters.keepAlives++
        break
      case 'broken':
        this.#refuse(event)
    }
  }

  /** An unfinished message must be whole in time, counted from its first byte; a connection without one may idle. */
  #setPatience(progress: boolean): void {
    const partial = this.#framer.pendingBytes > 0
    if (partial && (progress || !this.#partial)) this.#patience.set(this.#core.limits.messageTimeoutMs)
    else if (!partial) this.#patience.set(this.#core.limits.idleTimeoutMs)
    this.#partial = partial
  }

  /** Stops reading: the peer's own send buffer fills and slows it down. */
  #pause(pauseMs: number): void {
    this.#core.counters.rateLimited++
    this.#socket.pause()
    this.#core.clock.after(pauseMs, () => this.#socket.resume())
  }

  #refuse({ head, status, detail }: Extract<FramedEvent, { kind: 'broken' }>): void {
    const answer = refusalOf(head, status, detail, this.flow.remote)
    this.#core.counters.connectionsBroken++
    this.#core.logger.info('A SIP connection cannot be read any more', {
      flow: this.flow.id,
      remote: this.flow.remote.address,
      why: detail,
    })
    if (answer) this.#socket.end(answer)
    else this.#socket.destroy()
    // What still comes is not read, and the peer gets a moment to take the answer.
    this.#socket.removeAllListeners('data')
    this.#socket.resume()
    this.#patience.set(this.#core.limits.messageTimeoutMs)
  }

  #ping(): void {
    if (this.#socket.writable) this.#socket.write(PING)
    this.#pingTime.set(this.#core.limits.pingIntervalMs)
  }

  #lostPatience(): void {
    if (this.#partial) this.#break('a message took too long')
    else this.#socket.destroy()
  }

  #break(why: string): void {
    this.#core.counters.connectionsBroken++
    this.#core.logger.info('A SIP connection is closed', { flow: this.flow.id, remote: this.flow.remote.address, why })
    this.#socket.destroy()
  }
}
