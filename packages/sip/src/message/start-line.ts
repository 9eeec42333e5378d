import { isToken, parseNumber } from '../header/characters.ts'
import { FORBIDDEN } from '../uri/uri-params.ts'
import type { SipMethod } from './message.ts'

export interface RequestLine {
  readonly kind: 'request'
  readonly method: SipMethod
  readonly uri: string
  readonly fault: StartLineFault | undefined
}

export interface StatusLine {
  readonly kind: 'response'
  readonly status: number
  readonly reason: string
}

/** What is wrong with a request line of which method and version could still be told. */
export interface StartLineFault {
  readonly status: number
  readonly detail: string
}

/** Reads the first line of a message; `undefined` when it is neither a request nor a response of SIP/2.0. */
export function parseStartLine(line: string): RequestLine | StatusLine | undefined {
  return line.startsWith('SIP/') ? parseStatusLine(line) : parseRequestLine(line)
}

/** Status-Line of RFC 3261 §7.2. Codes outside 100–699 belong to no class a client could act on. */
function parseStatusLine(line: string): StatusLine | undefined {
  if (!line.startsWith('SIP/2.0 ')) return undefined
  const status = parseNumber(line.slice(8, 11), 699)
  if (status === undefined || status < 100) return undefined
  // A missing space before an empty phrase is common and harmless.
  if (line.length > 11 && line.charCodeAt(11) !== 0x20) return undefined
  const reason = line.slice(12)
  return reason.includes('\r') || reason.includes('\n') ? undefined : { kind: 'response', status, reason }
}

/** Request-Line of RFC 3261 §7.1: exactly one space between the parts, none within the URI or at the end. */
function parseRequestLine(line: string): RequestLine | undefined {
  const first = line.indexOf(' ')
  const method = line.slice(0, first)
  if (first < 1 || !isToken(method)) return undefined
  const last = line.lastIndexOf(' ')
  const version = line.slice(last + 1)
  if (version === 'SIP/2.0' && last > first) {
    const uri = line.slice(first + 1, last)
    return { kind: 'request', method, uri, fault: requestUriFault(uri) }
  }
  return brokenRequestLine(line, method, first)
}

function brokenRequestLine(line: string, method: SipMethod, first: number): RequestLine | undefined {
  const parts = line
    .slice(first + 1)
    .trim()
    .split(/[ \t]+/)
  const version = parts.at(-1) ?? ''
  if (!/^SIP\/\d+\.\d+$/i.test(version)) return undefined
  const fault =
    version.toUpperCase() === 'SIP/2.0'
      ? { status: 400, detail: 'Malformed Request-Line' }
      : { status: 505, detail: 'Version Not Supported' }
  return { kind: 'request', method, uri: parts.slice(0, -1).join(' '), fault }
}

/** RFC 3261 §25.1: a Request-URI has no white space and no angle brackets around it. */
function requestUriFault(uri: string): StartLineFault | undefined {
  return uri === '' || FORBIDDEN.test(uri) ? { status: 400, detail: 'Malformed Request-URI' } : undefined
}
