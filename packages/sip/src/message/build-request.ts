import { Buffer } from 'node:buffer'
import { CSeq } from '../header/cseq.ts'
import { type Field, field, HeaderFields } from './header-fields.ts'
import type { SipMethod, SipRequest } from './message.ts'

/** RFC 3261 §8.1.1.6. */
export const DEFAULT_MAX_FORWARDS = 70

export interface RequestParts {
  readonly method: SipMethod
  readonly uri: string
  /** Value of the Via; absent when the transaction layer adds it. */
  readonly via?: string
  /** Default 70. */
  readonly maxForwards?: number
  /** Whole values, with tag where there is one. */
  readonly from: string
  readonly to: string
  readonly callId: string
  readonly cseq: number
  /** Route set, first hop first; one field each. */
  readonly route?: readonly string[]
  readonly contact?: string
  /** Further headers, after those above. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string | Uint8Array
  /** Goes with a body. */
  readonly contentType?: string
}

/** A new request (RFC 3261 §8.1.1). Content-Length is added on printing. */
export function buildRequest(parts: RequestParts): SipRequest {
  const fields: Field[] = []
  if (parts.via !== undefined) fields.push(field('Via', parts.via))
  for (const hop of parts.route ?? []) fields.push(field('Route', hop))
  fields.push(
    field('Max-Forwards', String(parts.maxForwards ?? DEFAULT_MAX_FORWARDS)),
    field('From', parts.from),
    field('To', parts.to),
    field('Call-ID', parts.callId),
    field('CSeq', CSeq.print({ sequence: parts.cseq, method: parts.method })),
  )
  if (parts.contact !== undefined) fields.push(field('Contact', parts.contact))
  for (const [name, value] of parts.headers ?? []) fields.push(field(name, value))
  if (parts.contentType !== undefined) fields.push(field('Content-Type', parts.contentType))
  return { kind: 'request', method: parts.method, uri: parts.uri, headers: new HeaderFields(fields), body: bodyBytes(parts.body) }
}

const NO_BODY = new Uint8Array(0)

/** A body as bytes; text becomes UTF-8. */
export function bodyBytes(body: string | Uint8Array | undefined): Uint8Array {
  if (body === undefined) return NO_BODY
  return typeof body === 'string' ? Buffer.from(body) : body
}
