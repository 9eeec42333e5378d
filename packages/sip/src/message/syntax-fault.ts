import { CallId } from '../header/call-id.ts'
import { Contact, isWildcardContact } from '../header/contact.ts'
import { From, To } from '../header/from-to.ts'
import { MaxForwards } from '../header/max-forwards.ts'
import { ContentType } from '../header/media-type.ts'
import type { NameAddr } from '../header/name-addr.ts'
import { ProxyRequire, Require } from '../header/option-tags.ts'
import { RecordRoute, Route } from '../header/route.ts'
import { isRfc3261Branch, Via } from '../header/via.ts'
import { parseUri } from '../uri/parse-uri.ts'
import type { Headers, SipRequest } from './message.ts'

/**
 * What breaks the grammar in the headers that a user agent server reads, in words for the reason phrase; `undefined` when
 * nothing does. Headers that nobody here acts on (Date, Subject, unknown ones) may hold anything (RFC 3261 §8.2.2).
 */
export function syntaxFault(request: SipRequest): string | undefined {
  const { headers } = request
  return (
    requestUriFault(request.uri) ??
    viaFault(headers) ??
    partyFault('From', headers.read(From)) ??
    partyFault('To', headers.read(To)) ??
    registrationFault(request) ??
    (headers.read(CallId) === undefined ? malformed('Call-ID') : undefined) ??
    (headers.has('Max-Forwards') && headers.read(MaxForwards) === undefined ? malformed('Max-Forwards') : undefined) ??
    listFault(headers) ??
    (headers.has('Content-Type') && headers.read(ContentType) === undefined ? malformed('Content-Type') : undefined)
  )
}

/** RFC 3261 §19.1.1: no URI headers in a Request-URI. */
function requestUriFault(text: string): string | undefined {
  const uri = parseUri(text)
  const plain = uri !== undefined && (uri.scheme === 'tel' || uri.scheme === 'other' || uri.headers.length === 0)
  return plain ? undefined : 'Malformed Request-URI'
}

/** A branch that is the cookie alone promises to identify the transaction and does not (RFC 4475 §3.2.1). */
function viaFault(headers: Headers): string | undefined {
  const vias = headers.readAll(Via)
  if (vias === undefined) return malformed('Via')
  const branch = vias[0]?.branch
  return branch?.startsWith('z9hG4bK') && !isRfc3261Branch(branch) ? 'Missing Transaction Identifier' : undefined
}

function partyFault(name: string, party: NameAddr | undefined): string | undefined {
  return party === undefined || parseUri(party.uri) === undefined ? malformed(name) : undefined
}

/** The address of record is a SIP or SIPS URI (RFC 3261 §10.2). */
function registrationFault({ method, headers }: SipRequest): string | undefined {
  const to = method === 'REGISTER' ? parseUri(headers.read(To)?.uri ?? '') : undefined
  return to?.scheme === 'other' || to?.scheme === 'tel' ? 'Address of Record Is No SIP URI' : undefined
}

const LISTS = [Route, RecordRoute, Require, ProxyRequire] as const

function listFault(headers: Headers): string | undefined {
  for (const type of LISTS) {
    if (headers.has(type.name) && headers.readAll<unknown>(type) === undefined) return malformed(type.name)
  }
  const contacts = isWildcardContact(headers) ? [] : headers.readAll(Contact)
  return contacts === undefined || contacts.some(({ uri }) => parseUri(uri) === undefined) ? malformed('Contact') : undefined
}

function malformed(name: string): string {
  return `Malformed ${name} Header Field`
}
