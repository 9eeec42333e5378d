import { Accept, ContentType, covers, type MediaType } from '../header/media-type.ts'
import { Require } from '../header/option-tags.ts'
import { ACCEPT, sessionBodyFault } from '../mime/session-body.ts'
import { parseUri } from '../uri/parse-uri.ts'
import { MAX_BODY_BYTES } from './limits.ts'
import type { SipMethod, SipRequest } from './message.ts'
import { syntaxFault } from './syntax-fault.ts'

/** What this server can do; each entry in the spelling of the protocol. */
export interface Capabilities {
  readonly methods: readonly SipMethod[]
  /** URI schemes of a Request-URI that can be routed, such as `sip`, `sips`, `tel`. */
  readonly schemes: readonly string[]
  /** Option tags. */
  readonly extensions: readonly string[]
  /** Content of a session body, such as `application/sdp`; also what our own session bodies are. */
  readonly sessionTypes: readonly string[]
}

/** The error a request gets before anybody looks at what it wants. */
export interface RequestFault {
  readonly status: number
  /** Fit for the reason phrase. */
  readonly detail: string
  /** Headers that the response must carry: Allow, Unsupported, Accept … */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** Requests whose body is a session description; what other bodies mean is their application's matter. */
const SESSION_METHODS: ReadonlySet<SipMethod> = new Set(['INVITE', 'UPDATE', 'PRACK', 'ACK'])

/**
 * Judges a parsed request as a user agent server does before it acts (RFC 3261 §8.2): syntax of the headers it will read,
 * method, Request-URI, Require, content. `undefined`: nothing is wrong with it. An ACK is never answered, whatever this says.
 */
export function requestFault(request: SipRequest, capabilities: Capabilities): RequestFault | undefined {
  return (
    malformed(request) ??
    methodFault(request, capabilities) ??
    schemeFault(request, capabilities) ??
    extensionFault(request, capabilities) ??
    contentFault(request, capabilities) ??
    acceptFault(request, capabilities)
  )
}

function malformed(request: SipRequest): RequestFault | undefined {
  const detail = syntaxFault(request)
  return detail === undefined ? undefined : fault(400, detail)
}

/** RFC 3261 §8.2.1, §21.5.2. */
function methodFault({ method }: SipRequest, { methods }: Capabilities): RequestFault | undefined {
  return methods.includes(method) ? undefined : fault(501, 'Not Implemented', ['Allow', methods.join(', ')])
}

/** RFC 3261 §8.2.2.1. */
function schemeFault({ uri }: SipRequest, { schemes }: Capabilities): RequestFault | undefined {
  const parsed = parseUri(uri)
  const scheme = parsed?.scheme === 'other' ? parsed.name : parsed?.scheme
  return scheme !== undefined && schemes.includes(scheme) ? undefined : fault(416, 'Unsupported URI Scheme')
}

/** RFC 3261 §8.2.2.3; CANCEL and ACK are obeyed whatever they require. Proxy-Require is for proxies, which we are not. */
function extensionFault({ method, headers }: SipRequest, { extensions }: Capabilities): RequestFault | undefined {
  if (method === 'CANCEL' || method === 'ACK') return undefined
  const unknown = (headers.readAll(Require) ?? []).filter((tag) => !extensions.includes(tag))
  return unknown.length === 0 ? undefined : fault(420, 'Bad Extension', ['Unsupported', unknown.join(', ')])
}

/** RFC 3261 §8.2.3. */
function contentFault(request: SipRequest, { sessionTypes }: Capabilities): RequestFault | undefined {
  const { headers, body } = request
  if (body.length === 0) return undefined
  if (body.length > MAX_BODY_BYTES) return fault(413, 'Request Entity Too Large')
  const encoding = headers.get('Content-Encoding')
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return fault(415, 'Unsupported Media Type', ['Accept-Encoding', 'identity'])
  }
  if (!SESSION_METHODS.has(request.method)) return undefined
  if (isOneOf(headers.read(ContentType), sessionTypes)) return undefined
  switch (sessionBodyFault(request)) {
    case 'malformed':
      return fault(400, 'Malformed Multipart Body')
    case 'not understood':
      return fault(415, 'Unsupported Media Type', ACCEPT)
    case undefined:
      return undefined
  }
}

/** The answer to an INVITE is a session description: a caller that reads none cannot be served (RFC 3261 §20.1, RFC 4475 §3.3.15). */
function acceptFault({ method, headers }: SipRequest, { sessionTypes }: Capabilities): RequestFault | undefined {
  const ranges = headers.readAll(Accept)
  if (method !== 'INVITE' || ranges === undefined || !headers.has('Accept')) return undefined
  const acceptable = sessionTypes.some((name) => {
    const [type = '', subtype = ''] = name.split('/')
    return ranges.some((range) => covers(range, type, subtype))
  })
  return acceptable ? undefined : fault(406, 'Not Acceptable')
}

function isOneOf(type: MediaType | undefined, names: readonly string[]): boolean {
  return type !== undefined && names.includes(`${type.type}/${type.subtype}`)
}

function fault(status: number, detail: string, ...headers: readonly (readonly [string, string])[]): RequestFault {
  return { status, detail, headers }
}
