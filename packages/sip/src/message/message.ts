import type { HeaderType } from '../header/header-type.ts'

/** Methods that Klinke acts on; any other token is a method too (RFC 3261 §7.1). */
export type SipMethod = string

/**
 * The header fields of one message, in order. Names are compared without case; compact forms are
 * expanded. Values are raw text; `header/` has a typed reader per header. They share memory with the message: `detached`
 * copies what is kept long.
 */
export interface Headers {
  /** The first field's whole raw value. */
  get(name: string): string | undefined
  /** All values in order; the fields of list headers (RFC 3261 §7.3.1) are split at commas. */
  list(name: string): readonly string[]
  has(name: string): boolean
  entries(): Iterable<readonly [name: string, value: string]>
  /**
   * The first value of a header, typed: `headers.read(CSeq)`. Of a list header it is the first element (the top Via).
   * `undefined` when the header is absent or malformed; `has` tells the two apart. Parsed once, then remembered.
   */
  read<T>(type: HeaderType<T>): T | undefined
  /** All values of a header, typed; empty when it is absent, `undefined` when any of them is malformed. Remembered too. */
  readAll<T>(type: HeaderType<T>): readonly T[] | undefined
}

export interface SipRequest {
  readonly kind: 'request'
  readonly method: SipMethod
  /** Request-URI as received. */
  readonly uri: string
  readonly headers: Headers
  readonly body: Uint8Array
}

export interface SipResponse {
  readonly kind: 'response'
  /** 100–699. */
  readonly status: number
  readonly reason: string
  readonly headers: Headers
  readonly body: Uint8Array
}

export type SipMessage = SipRequest | SipResponse
