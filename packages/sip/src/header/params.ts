import { isSpace, isToken, skipSpace } from './characters.ts'
import { quote, quotedEnd, unquote } from './quoted-string.ts'

/** `;name` or `;name=value` behind a header value or a URI. */
export interface Param {
  /** In small letters: names are compared without case. */
  readonly name: string
  /** As written, with the quotes of a quoted string; `undefined` for a parameter without value. */
  readonly value: string | undefined
}

export type Params = readonly Param[]

/** Parameters of one value or URI; more of them make it malformed. Comparing URIs takes time by the square of their number. */
export const MAX_PARAMS = 64

export const NO_PARAMS: Params = Object.freeze([])

const EQUALS = 0x3d
const QUOTE = 0x22
const SEMICOLON = 0x3b

/** Reads `*( SEMI generic-param )` from `from` to the end of the text (RFC 3261 §25.1); `undefined` when it is anything else. */
export function parseParams(text: string, from: number): Params | undefined {
  let at = skipSpace(text, from)
  if (at === text.length) return NO_PARAMS
  const params: Param[] = []
  while (at < text.length) {
    if (text.charCodeAt(at) !== SEMICOLON) return undefined
    const start = skipSpace(text, at + 1)
    const nameEnd = wordEnd(text, start)
    if (nameEnd === start) return undefined
    const name = text.slice(start, nameEnd).toLowerCase()
    at = skipSpace(text, nameEnd)
    if (text.charCodeAt(at) !== EQUALS) {
      params.push({ name, value: undefined })
      continue
    }
    const valueStart = skipSpace(text, at + 1)
    const valueEnd = text.charCodeAt(valueStart) === QUOTE ? quotedEnd(text, valueStart) : wordEnd(text, valueStart)
    if (valueEnd === undefined || valueEnd === valueStart) return undefined
    params.push({ name, value: text.slice(valueStart, valueEnd) })
    at = skipSpace(text, valueEnd)
  }
  return acceptable(params) ? params : undefined
}

/** False when there are too many, or a name appears twice, which RFC 3261 §7.3.1 and §19.1.1 forbid: which one would count? */
export function acceptable(params: Params): boolean {
  if (params.length < 2) return true
  return params.length <= MAX_PARAMS && params.every(({ name }, i) => params.findIndex((other) => other.name === name) === i)
}

/** Where a run of characters that may stand in a token, a host or an IPv6 reference ends. */
function wordEnd(text: string, from: number): number {
  let i = from
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SEMICOLON || code === EQUALS || code === QUOTE || isSpace(code)) break
    // , < > \
    if (code === 0x2c || code === 0x3c || code === 0x3e || code === 0x5c) break
  }
  return i
}

/** `;name=value…` as printed behind a value. */
export function printParams(params: Params): string {
  let out = ''
  for (const { name, value } of params) out += value === undefined ? `;${name}` : `;${name}=${value}`
  return out
}

/** The text of a parameter, without the quotes of a quoted string; `''` for one without value, `undefined` when absent. */
export function paramText(params: Params, name: string): string | undefined {
  for (const param of params) {
    if (param.name !== name) continue
    if (param.value === undefined) return ''
    return param.value.charCodeAt(0) === QUOTE ? unquote(param.value) : param.value
  }
  return undefined
}

/** The value of a parameter that must be a token, so that it prints without quotes; `undefined` when it is absent or anything else. */
export function paramToken(params: Params, name: string): string | undefined {
  const value = params.find((param) => param.name === name)?.value
  return value !== undefined && isToken(value) ? value : undefined
}

export function hasParam(params: Params, name: string): boolean {
  return params.some((param) => param.name === name)
}

/** `params` with one of that name: replaced in place, or added at the end. The value is raw text; `quote` it when it needs quotes. */
export function withParam(params: Params, name: string, value: string | undefined): Params {
  if (!hasParam(params, name)) return [...params, { name, value }]
  return params.map((param) => (param.name === name ? { name, value } : param))
}

/** `params` without those of that name. */
export function withoutParam(params: Params, name: string): Params {
  return hasParam(params, name) ? params.filter((param) => param.name !== name) : params
}

/** A parameter whose value is printed as a quoted string. */
export function quotedParam(name: string, text: string): Param {
  return { name, value: quote(text) }
}
