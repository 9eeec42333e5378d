import { Buffer } from 'node:buffer'
import { parseNumber, trimSpace } from '../header/characters.ts'
import { MAX_HEAD_BYTES, MAX_MESSAGE_BYTES } from '../message/limits.ts'

/** What a stream holds, in order. */
export type FramedEvent =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  /** Double CRLF of the side that opened the connection; answer with one CRLF (RFC 5626 §4.4.1). */
  | { readonly kind: 'ping' }
  /** Single CRLF: the answer to our ping. */
  | { readonly kind: 'pong' }
  /**
   * The stream cannot be cut into messages any more: answer `head` if it is a request (`parseMessage` reads it), then close.
   */
  | { readonly kind: 'broken'; readonly status: 400 | 513; readonly detail: string; readonly head: Uint8Array }

const EMPTY = Buffer.alloc(0)
const CR = 0x0d
const LF = 0x0a
/** Content-Length or its compact form at the start of a line, the value possibly on a continuation line. */
const CONTENT_LENGTH = /\r\n(?:content-length|l)[ \t]*:(?:[ \t]|\r\n[ \t])*([^\r\n]*)/gi

/**
 * Cuts a TCP or TLS stream into messages by Content-Length (RFC 3261 §18.3) and finds keep-alives between them
 * (RFC 5626 §3.5.1). Holds at most one unfinished message. After `broken` it stays broken.
 */
export class MessageFramer {
  readonly #peerPings: boolean
  /** What is not cut off yet: a view of the last chunk, or of the end of `#store`. */
  #pending: Buffer = EMPTY
  /** Where pieces of an unfinished message are put together; grows by doubling, so that many tiny pieces cost little. */
  #store: Buffer = EMPTY
  #storeEnd = 0
  /** Bytes that the message at the start of `#pending` has in all, once its head is complete. */
  #wanted = 0
  /** Where the search for the end of the head goes on. */
  #searched = 0
  #loneCrlf = false
  #broken = false

  /** `role`: which side of the connection we are; only the client pings. */
  constructor(role: 'client' | 'server') {
    this.#peerPings = role === 'server'
  }

  /** Bytes kept for a message that is not complete yet. */
  get pendingBytes(): number {
    return this.#pending.length
  }

  /** Takes the next bytes of the stream. Messages in the result are views of the input or of the framer's own memory, never reused. */
  push(chunk: Uint8Array): FramedEvent[] {
    const events: FramedEvent[] = []
    if (this.#broken) return events
    this.#append(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    while (this.#pending.length > 0 && !this.#broken) {
      if (this.#wanted === 0) this.#skipKeepAlives(events)
      if (!this.#takeMessage(events)) break
    }
    return events
  }

  #append(chunk: Buffer): void {
    const held = this.#pending.length
    if (held === 0) {
      this.#pending = chunk
      this.#store = EMPTY
      this.#storeEnd = 0
      return
    }
    if (this.#store.length - this.#storeEnd < chunk.length) {
      const grown = Buffer.allocUnsafe(2 * (held + chunk.length))
      grown.set(this.#pending)
      this.#store = grown
      this.#storeEnd = held
    }
    this.#store.set(chunk, this.#storeEnd)
    this.#storeEnd += chunk.length
    this.#pending = this.#store.subarray(this.#storeEnd - held - chunk.length, this.#storeEnd)
  }

  #skipKeepAlives(events: FramedEvent[]): void {
    let at = 0
    while (this.#pending[at] === CR && this.#pending[at + 1] === LF) {
      at += 2
      if (!this.#peerPings) events.push({ kind: 'pong' })
      else if (this.#loneCrlf) events.push({ kind: 'ping' })
      this.#loneCrlf = this.#peerPings && !this.#loneCrlf
    }
    if (at > 0) this.#consume(at)
  }

  /** True when a message was cut off, so that there may be another one. */
  #takeMessage(events: FramedEvent[]): boolean {
    if (this.#wanted === 0 && !this.#findLength(events)) return false
    if (this.#pending.length < this.#wanted) return false
    events.push({ kind: 'message', bytes: this.#pending.subarray(0, this.#wanted) })
    this.#consume(this.#wanted)
    this.#loneCrlf = false
    return true
  }

  /** Sets `#wanted` from the head; false while the head is incomplete or when it is unusable. */
  #findLength(events: FramedEvent[]): boolean {
    const pending = this.#pending
    const blank = pending.indexOf('\r\n\r\n', this.#searched, 'latin1')
    const headBytes = blank < 0 ? pending.length : blank + 4
    if (headBytes > MAX_HEAD_BYTES) return this.#fail(events, 513, 'Message Too Large', headBytes)
    if (blank < 0) {
      this.#searched = Math.max(0, pending.length - 3)
      return false
    }
    const length = contentLength(pending.toString('latin1', 0, headBytes))
    if (length === undefined) return this.#fail(events, 400, 'Missing or Malformed Content-Length', headBytes)
    if (headBytes + length > MAX_MESSAGE_BYTES) return this.#fail(events, 513, 'Message Too Large', headBytes)
    this.#wanted = headBytes + length
    return true
  }

  #fail(events: FramedEvent[], status: 400 | 513, detail: string, headBytes: number): false {
    events.push({ kind: 'broken', status, detail, head: this.#pending.subarray(0, Math.min(headBytes, MAX_HEAD_BYTES)) })
    this.#broken = true
    this.#pending = EMPTY
    this.#store = EMPTY
    return false
  }

  #consume(count: number): void {
    this.#pending = this.#pending.subarray(count)
    this.#wanted = 0
    this.#searched = 0
  }
}

/** The one Content-Length of a head; `undefined` when there is none, it is no number, or two contradict. */
function contentLength(head: string): number | undefined {
  let length: number | undefined
  for (const match of head.matchAll(CONTENT_LENGTH)) {
    const value = parseNumber(trimSpace(match[1] ?? ''), Number.MAX_SAFE_INTEGER)
    if (value === undefined || (length !== undefined && length !== value)) return undefined
    length = value
  }
  return length
}
