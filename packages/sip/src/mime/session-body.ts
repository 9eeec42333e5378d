import { Buffer } from 'node:buffer'
import { ContentDisposition, isOptional } from '../header/content-disposition.ts'
import { ContentType, type MediaType } from '../header/media-type.ts'
import { makeHeaders } from '../message/header-editor.ts'
import type { Headers, SipMessage } from '../message/message.ts'
import { type BodyPart, parseMultipart } from './multipart.ts'

/** Multipart bodies inside each other; deeper ones are not understood. */
const MAX_DEPTH = 3

/** What a part is understood to be: here, or by the other party to whom it goes on. Location is RFC 6442. */
const UNDERSTOOD_TYPES = ['application/sdp', 'application/pidf+xml'] as const

/** Says so. */
export const ACCEPT = ['Accept', `${UNDERSTOOD_TYPES.join(', ')}, multipart/mixed`] as const

/** What a session request or its answer carries. */
export interface SessionBody {
  readonly sdp: string | undefined
  /** Everything else, to go on as it is. */
  readonly parts: readonly BodyPart[]
}

export type SessionBodyFault = 'malformed' | 'not understood'

const NOTHING: SessionBody = { sdp: undefined, parts: [] }

/** True for a body that is more than one description, or something else. */
export function isComposed(message: SipMessage): boolean {
  const type = message.body.length === 0 ? undefined : message.headers.read(ContentType)
  return type !== undefined && !isSdp(type)
}

/** Takes the description out of a composed body; of one that cannot be read nothing. */
export function sessionBodyOf(message: SipMessage): SessionBody {
  const whole: BodyPart = { headers: contentHeaders(message), body: message.body }
  const parts = opened(whole)
  if (parts === undefined) return isMultipart(whole) ? NOTHING : { sdp: undefined, parts: [whole] }
  return taken(parts, 1)
}

/** What is wrong with a composed body (RFC 5621 §4): only a part that must be understood can make a request fail. */
export function sessionBodyFault(message: SipMessage): SessionBodyFault | undefined {
  const whole: BodyPart = { headers: contentHeaders(message), body: message.body }
  if (isMultipart(whole) && !mayBeIgnored(whole) && opened(whole) === undefined) return 'malformed'
  return isUnderstood(whole, 0) ? undefined : 'not understood'
}

function taken(parts: readonly BodyPart[], depth: number): SessionBody {
  let sdp: string | undefined
  const others: BodyPart[] = []
  for (const part of parts) {
    const inner = depth < MAX_DEPTH ? opened(part) : undefined
    const within = inner && taken(inner, depth + 1)
    if (sdp === undefined && isSession(part)) sdp = Buffer.from(part.body).toString('utf8')
    else if (sdp === undefined && within?.sdp !== undefined) {
      sdp = within.sdp
      // Of alternatives one counts: the others say the same (RFC 2046 §5.1.4).
      if (typeOf(part)?.subtype !== 'alternative') others.push(...within.parts)
    } else others.push(part)
  }
  return { sdp, parts: others }
}

function isUnderstood(part: BodyPart, depth: number): boolean {
  if (mayBeIgnored(part)) return true
  const type = typeOf(part)
  if (type?.type === 'multipart') {
    const inner = depth < MAX_DEPTH ? opened(part) : undefined
    const understood = (within: BodyPart): boolean => isUnderstood(within, depth + 1)
    return inner !== undefined && (type.subtype === 'alternative' ? inner.some(understood) : inner.every(understood))
  }
  if (type !== undefined && isSdp(type)) return isSession(part)
  return UNDERSTOOD_TYPES.some((name) => name === `${type?.type}/${type?.subtype}`)
}

/** A description of the session itself: not one for early media alone (RFC 3959), nor one in an encoding that SIP has no use for. */
function isSession(part: BodyPart): boolean {
  const type = typeOf(part)
  if (type === undefined || !isSdp(type)) return false
  const disposition = part.headers.read(ContentDisposition)
  const encoding = part.headers.get('Content-Transfer-Encoding')?.toLowerCase() ?? 'binary'
  return (disposition?.type ?? 'session') === 'session' && (encoding === 'binary' || encoding === '8bit' || encoding === '7bit')
}

function opened(part: BodyPart): readonly BodyPart[] | undefined {
  const type = typeOf(part)
  return type?.type === 'multipart' ? parseMultipart(part.body, type) : undefined
}

function isMultipart(part: BodyPart): boolean {
  return typeOf(part)?.type === 'multipart'
}

function mayBeIgnored({ headers }: BodyPart): boolean {
  const disposition = headers.read(ContentDisposition)
  return disposition !== undefined && isOptional(disposition)
}

function isSdp({ type, subtype }: MediaType): boolean {
  return type === 'application' && subtype === 'sdp'
}

function typeOf({ headers }: BodyPart): MediaType | undefined {
  return headers.read(ContentType)
}

/** The headers of a message that speak of its body: what they would be as a part's. */
function contentHeaders({ headers }: SipMessage): Headers {
  return makeHeaders(
    Array.from(headers.entries()).filter(([name]) => name.toLowerCase().startsWith('content-') && name !== 'Content-Length'),
  )
}
