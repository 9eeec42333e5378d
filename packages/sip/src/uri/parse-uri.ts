import { MAX_PARAMS } from '../header/params.ts'
import { normaliseEscapes, unescapeUri } from './escape.ts'
import { parseHostPort } from './host.ts'
import { parseTelUri } from './tel-uri.ts'
import type { SipUri, Uri } from './uri.ts'
import { FORBIDDEN, parseUriParams } from './uri-params.ts'

const SCHEME = /^[a-z][a-z\d+.-]*$/i

/** Reads a URI; `undefined` when it breaks the grammar of its scheme. Never throws. */
export function parseUri(text: string): Uri | undefined {
  if (text.startsWith('sip:')) return parseSipUri('sip', text.slice(4))
  const colon = text.indexOf(':')
  const name = text.slice(0, Math.max(0, colon)).toLowerCase()
  const rest = text.slice(colon + 1)
  if (!SCHEME.test(name) || rest === '' || FORBIDDEN.test(rest)) return undefined
  switch (name) {
    case 'sip':
    case 'sips':
      return parseSipUri(name, rest)
    case 'tel':
      return parseTelUri(rest)
    default:
      return { scheme: 'other', name, rest }
  }
}

/** The SIP or SIPS URI that `text` is, if it is one. */
export function parseSip(text: string): SipUri | undefined {
  const uri = parseUri(text)
  return uri?.scheme === 'sip' || uri?.scheme === 'sips' ? uri : undefined
}

function parseSipUri(scheme: 'sip' | 'sips', rest: string): SipUri | undefined {
  // No part but the userinfo can hold an @ (RFC 3261 §25.1), and that only as its end.
  const at = rest.indexOf('@')
  const userInfo = at < 0 ? NO_USER : parseUserInfo(rest.slice(0, at))
  const by = parseHostPort(rest, at + 1)
  if (userInfo === undefined || by === undefined) return undefined
  const question = rest.indexOf('?', by.end)
  const params = parseUriParams(rest.slice(by.end, question < 0 ? undefined : question))
  const headers = question < 0 ? NO_HEADERS : parseUriHeaders(rest.slice(question + 1))
  if (params === undefined || headers === undefined) return undefined
  return { scheme, user: userInfo.user, password: userInfo.password, host: by.host, port: by.port, params, headers }
}

const NO_USER = { user: undefined, password: undefined }
const NO_HEADERS: SipUri['headers'] = []

function parseUserInfo(text: string): { user: string; password: string | undefined } | undefined {
  const colon = text.indexOf(':')
  const user = normaliseEscapes(colon < 0 ? text : text.slice(0, colon), 'user')
  if (user === undefined || user === '' || FORBIDDEN.test(text)) return undefined
  if (colon < 0) return { user, password: undefined }
  const password = normaliseEscapes(text.slice(colon + 1), 'password')
  return password === undefined ? undefined : { user, password }
}

function parseUriHeaders(text: string): SipUri['headers'] | undefined {
  const headers: [string, string][] = []
  if (text.split('&', MAX_PARAMS + 1).length > MAX_PARAMS) return undefined
  for (const part of text.split('&')) {
    const equals = part.indexOf('=')
    const value = normaliseEscapes(part.slice(equals + 1), 'header')
    if (equals < 1 || value === undefined || FORBIDDEN.test(part)) return undefined
    headers.push([unescapeUri(part.slice(0, equals)), unescapeUri(value)])
  }
  return headers
}
