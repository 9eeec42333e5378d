import { isSpace, skipSpace, trimSpace } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { type Params, parseParams, printParams } from './params.ts'
import { quote, quotedEnd, unquote } from './quoted-string.ts'

/** A party: display name, URI and header parameters (`name-addr` or `addr-spec` of RFC 3261 §20.10). */
export interface NameAddr {
  /** Without quotes; `undefined` when there is none. */
  readonly displayName: string | undefined
  /** As written, without angle brackets; `parseUri` reads it. */
  readonly uri: string
  /** The header's parameters, not the URI's. */
  readonly params: Params
}

const SCHEME = /^[a-z][a-z\d+.-]*:[^\s<>"]+$/i
/** Words between separators. RFC 3261 wants tokens here; letters beyond ASCII are let through, as phones send them unquoted. */
const UNQUOTED_NAME = /^[\w\-.!%*+`'~\u0080-\u{10ffff}\s]*$/u

/** Reads a party; `undefined` when the text breaks the grammar. */
export function parseNameAddr(text: string): NameAddr | undefined {
  const open = text.charCodeAt(0) === 0x22 ? openAfterQuotes(text) : text.indexOf('<')
  if (open === undefined) return undefined
  if (open < 0) return parseAddrSpec(text)
  const displayName = parseDisplayName(text, open)
  const close = text.indexOf('>', open)
  if (displayName === undefined || close < 0) return undefined
  const uri = text.slice(open + 1, close)
  const params = parseParams(text, close + 1)
  if (params === undefined || !SCHEME.test(uri)) return undefined
  return { displayName: displayName === '' ? undefined : displayName, uri, params }
}

/** The party in angle brackets, with the display name quoted. */
export function printNameAddr(party: NameAddr): string {
  const name = party.displayName === undefined ? '' : `${quote(party.displayName)} `
  return `${name}<${party.uri}>${printParams(party.params)}`
}

/** The type of a header whose value is a party and nothing more. */
export function nameAddrHeader(name: string): HeaderType<NameAddr> {
  return { name, parse: parseNameAddr, print: printNameAddr }
}

/** Position of the `<` behind a quoted display name. */
function openAfterQuotes(text: string): number | undefined {
  const end = quotedEnd(text, 0)
  if (end === undefined) return undefined
  const open = skipSpace(text, end)
  return text.charCodeAt(open) === 0x3c ? open : undefined
}

function parseDisplayName(text: string, open: number): string | undefined {
  let end = open
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--
  const name = text.slice(0, end)
  if (name === '') return name
  if (name.charCodeAt(0) === 0x22) return unquote(name)
  return UNQUOTED_NAME.test(name) ? name : undefined
}

/** Without brackets everything behind a semicolon belongs to the header, and the URI has no comma or question mark (RFC 3261 §20). */
function parseAddrSpec(text: string): NameAddr | undefined {
  const semicolon = text.indexOf(';')
  const uri = trimSpace(semicolon < 0 ? text : text.slice(0, semicolon))
  if (!SCHEME.test(uri) || uri.includes('?') || uri.includes(',')) return undefined
  const params = parseParams(text, semicolon < 0 ? text.length : semicolon)
  return params === undefined ? undefined : { displayName: undefined, uri, params }
}
