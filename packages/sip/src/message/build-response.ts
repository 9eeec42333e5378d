import { To, tagOf } from '../header/from-to.ts'
import { bodyBytes } from './build-request.ts'
import { type Field, field, fieldsOf, HeaderFields, oneLine } from './header-fields.ts'
import type { SipRequest, SipResponse } from './message.ts'
import { reasonPhrase } from './reason-phrases.ts'

export interface ResponseParts {
  /** Default: the standard phrase. */
  readonly reason?: string
  /** Added to To unless it has a tag or the response is a 100 (RFC 3261 §8.2.6.2). */
  readonly toTag?: string
  readonly contact?: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string | Uint8Array
  readonly contentType?: string
}

/**
 * The response to a request (RFC 3261 §8.2.6): Via, From, To, Call-ID and CSeq come from it; Record-Route too in a 101–2xx
 * (§12.1.1), Timestamp in a 100. A header that a broken request lacks is left out.
 */
export function buildResponse(request: SipRequest, status: number, parts: ResponseParts = {}): SipResponse {
  const fields: Field[] = []
  for (const original of fieldsOf(request.headers)) {
    if (!isCopied(original.key, status)) continue
    fields.push(original.key === 'To' ? { ...original, value: taggedTo(request, original.value, status, parts.toTag) } : original)
  }
  if (parts.contact !== undefined) fields.push(field('Contact', parts.contact))
  for (const [name, value] of parts.headers ?? []) fields.push(field(name, value))
  if (parts.contentType !== undefined) fields.push(field('Content-Type', parts.contentType))
  const reason = parts.reason === undefined ? reasonPhrase(status) : oneLine(parts.reason)
  return { kind: 'response', status, reason, headers: new HeaderFields(fields), body: bodyBytes(parts.body) }
}

function isCopied(key: string, status: number): boolean {
  switch (key) {
    case 'Via':
    case 'From':
    case 'To':
    case 'Call-ID':
    case 'CSeq':
      return true
    case 'Record-Route':
      return status > 100 && status < 300
    case 'Timestamp':
      return status === 100
    default:
      return false
  }
}

function taggedTo(request: SipRequest, value: string, status: number, tag: string | undefined): string {
  if (tag === undefined || status === 100) return value
  const to = request.headers.read(To)
  if (to === undefined) return value
  // Behind an addr-spec without brackets a parameter is the header's own, so text may simply be added.
  return tagOf(to) === undefined ? `${value};tag=${tag}` : value
}
