import type { Params } from '../header/params.ts'

/** SIP or SIPS URI, RFC 3261 §19.1. */
export interface SipUri {
  readonly scheme: 'sip' | 'sips'
  /** With escapes, in the one spelling of `normaliseEscapes`, so that equal users are equal text; `userText` undoes the escapes. */
  readonly user: string | undefined
  readonly password: string | undefined
  /** Small letters; IPv6 without brackets. */
  readonly host: string
  readonly port: number | undefined
  readonly params: Params
  /** URI headers in order, escapes undone. They belong to Contact, Refer-To and redirection, not to a Request-URI (§19.1.1). */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Telephone number, RFC 3966. */
export interface TelUri {
  readonly scheme: 'tel'
  /** As written: `+` for a global number, visual separators kept; `telDigits` takes them out. */
  readonly number: string
  readonly params: Params
}

/** A URI of another scheme (urn, mailto, http …). */
export interface OtherUri {
  readonly scheme: 'other'
  /** In small letters, without colon. */
  readonly name: string
  /** What follows the colon. */
  readonly rest: string
}

export type Uri = SipUri | TelUri | OtherUri
