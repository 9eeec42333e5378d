import { allIn, characterTable, parseNumber, skipSpace } from '../header/characters.ts'

/** Letters, digits, `-` and `.` of RFC 3261 §25.1; `_` is not in the grammar but in many networks' names. */
const NAME_CHARACTERS = characterTable('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._')
const IPV6_CHARACTERS = characterTable('abcdefABCDEF0123456789:.')
const MAX_PORT = 65_535
const OPEN_BRACKET = 0x5b
const COLON = 0x3a

export interface HostPort {
  /** Small letters; IPv6 without brackets. */
  readonly host: string
  readonly port: number | undefined
  /** Position behind the last character read. */
  readonly end: number
}

/** Reads `host [ ":" port ]` at `from`, in a URI or a Via (where white space may surround the colon). */
export function parseHostPort(text: string, from: number): HostPort | undefined {
  const hostEnd = text.charCodeAt(from) === OPEN_BRACKET ? referenceEnd(text, from) : nameEnd(text, from)
  if (hostEnd === undefined || hostEnd === from) return undefined
  const raw = text.charCodeAt(from) === OPEN_BRACKET ? text.slice(from + 1, hostEnd - 1) : text.slice(from, hostEnd)
  const host = raw.toLowerCase()
  const colon = skipSpace(text, hostEnd)
  if (text.charCodeAt(colon) !== COLON) return { host, port: undefined, end: hostEnd }
  const portStart = skipSpace(text, colon + 1)
  let end = portStart
  while (isDigit(text.charCodeAt(end))) end++
  const port = parseNumber(text.slice(portStart, end), MAX_PORT)
  return port === undefined ? undefined : { host, port, end }
}

/** `host` in brackets when it is an IPv6 address, and the port. */
export function printHostPort(host: string, port: number | undefined): string {
  const reference = host.includes(':') ? `[${host}]` : host
  return port === undefined ? reference : `${reference}:${port}`
}

/** An address without the brackets of an IPv6 reference. */
export function withoutBrackets(host: string): string {
  return host.charCodeAt(0) === OPEN_BRACKET && host.endsWith(']') ? host.slice(1, -1) : host
}

function nameEnd(text: string, from: number): number {
  let i = from
  while (i < text.length && NAME_CHARACTERS[text.charCodeAt(i)] === 1) i++
  return i
}

/** The position behind the `]` of an IPv6 reference. */
function referenceEnd(text: string, from: number): number | undefined {
  const close = text.indexOf(']', from)
  if (close < from + 3 || !allIn(IPV6_CHARACTERS, text, from + 1, close)) return undefined
  return text.slice(from + 1, close).includes(':') ? close + 1 : undefined
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
