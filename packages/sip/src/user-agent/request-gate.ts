import { MaxForwards } from '../header/max-forwards.ts'
import type { SipRequest } from '../message/message.ts'
import { type Capabilities, type RequestFault, requestFault } from '../message/request-fault.ts'
import { parseSip } from '../uri/parse-uri.ts'
import { ALLOWED_METHODS, EXTENSIONS, SDP } from './core.ts'

const CAPABILITIES: Capabilities = {
  methods: ALLOWED_METHODS,
  // `urn` for urn:service:sos (RFC 5031): a phone that names the emergency service so must not meet a 416.
  schemes: ['sip', 'sips', 'tel', 'urn'],
  extensions: EXTENSIONS,
  sessionTypes: [SDP],
}

/** Methods that exist in dialogs only. */
const IN_DIALOG_ONLY: ReadonlySet<string> = new Set(['BYE', 'PRACK', 'UPDATE', 'INFO'])

/** Why a request is refused before anybody looks at what it wants (RFC 3261 §8.2); `undefined`: it passes. */
export function refusal(request: SipRequest): RequestFault | undefined {
  return requestFault(request, CAPABILITIES)
}

/** Why a request outside dialogs is refused. */
export function refusalOutsideDialogs(request: SipRequest): RequestFault | undefined {
  const { method, headers } = request
  if (IN_DIALOG_ONLY.has(method)) return { status: 481, detail: 'Call/Transaction Does Not Exist', headers: [] }
  // RFC 3261 §16.3: what is passed on must end its way here; who asks for our own capabilities has arrived (§11).
  if (headers.read(MaxForwards) === 0 && method !== 'OPTIONS' && method !== 'REGISTER') {
    return { status: 483, detail: 'Too Many Hops', headers: [] }
  }
  if (method === 'INVITE' && !headers.has('Contact')) return { status: 400, detail: 'Missing Contact Header Field', headers: [] }
  return undefined
}

/** True for an OPTIONS to the server itself rather than to one of its users: the keep-alive of phones and carriers. */
export function asksForServer(request: SipRequest): boolean {
  return request.method === 'OPTIONS' && parseSip(request.uri)?.user === undefined
}
