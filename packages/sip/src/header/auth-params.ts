import { isSpace, skipSpace, tokenEnd } from './characters.ts'
import type { HeaderType } from './header-type.ts'
import { quote, quotedEnd, unquote } from './quoted-string.ts'

const QUOTE = 0x22
const COMMA = 0x2c

/** One `name=value` of a challenge or of credentials (RFC 3261 §25.1 `auth-param`). */
export interface AuthParam {
  /** In small letters. */
  readonly name: string
  /** Without quotes. */
  readonly value: string
  readonly quoted: boolean
}

/** A challenge, or the credentials that answer it: a scheme and its parameters. */
export interface AuthValue {
  /** In small letters: `digest`. */
  readonly scheme: string
  readonly params: readonly AuthParam[]
}

/** The type of a header that holds a challenge or credentials. */
export function authHeader(name: string): HeaderType<AuthValue> {
  return { name, parse: parseAuthValue, print: printAuthValue }
}

/** The text of a parameter, `undefined` when it is absent. */
export function authParam(value: AuthValue, name: string): string | undefined {
  return value.params.find((param) => param.name === name)?.value
}

/** Values of schemes unknown here read too: their parameters only have to have the common form (RFC 4475 §3.3.7). */
function parseAuthValue(text: string): AuthValue | undefined {
  const schemeEnd = tokenEnd(text, 0)
  const start = skipSpace(text, schemeEnd)
  if (schemeEnd === 0 || start === schemeEnd) return undefined
  const params: AuthParam[] = []
  for (let at = start; at < text.length; ) {
    const read = parseAuthParam(text, at)
    if (read === undefined) return undefined
    params.push(read.param)
    at = skipSpace(text, read.end)
    if (at === text.length) break
    if (text.charCodeAt(at) !== COMMA) return undefined
    at = skipSpace(text, at + 1)
  }
  return params.length === 0 ? undefined : { scheme: text.slice(0, schemeEnd).toLowerCase(), params }
}

function parseAuthParam(text: string, from: number): { param: AuthParam; end: number } | undefined {
  const nameEnd = tokenEnd(text, from)
  const equals = skipSpace(text, nameEnd)
  if (nameEnd === from || text.charCodeAt(equals) !== 0x3d) return undefined
  const start = skipSpace(text, equals + 1)
  const quoted = text.charCodeAt(start) === QUOTE
  const end = quoted ? quotedEnd(text, start) : plainEnd(text, start)
  if (end === undefined || end === start) return undefined
  const raw = text.slice(start, end)
  return { param: { name: text.slice(from, nameEnd).toLowerCase(), value: quoted ? unquote(raw) : raw, quoted }, end }
}

/** A value without quotes: a token, or a URI or number that a peer forgot to quote. */
function plainEnd(text: string, from: number): number {
  let i = from
  while (i < text.length && !isSpace(text.charCodeAt(i)) && text.charCodeAt(i) !== COMMA && text.charCodeAt(i) !== QUOTE) i++
  return i
}

function printAuthValue({ scheme, params }: AuthValue): string {
  const name = scheme.charAt(0).toUpperCase() + scheme.slice(1)
  return `${name} ${params.map((param) => `${param.name}=${param.quoted ? quote(param.value) : param.value}`).join(', ')}`
}
