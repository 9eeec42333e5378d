import { CSeq } from '../header/cseq.ts'
import { From, To, tagOf } from '../header/from-to.ts'
import { isRfc3261Branch, Via } from '../header/via.ts'
import type { SipRequest } from '../message/message.ts'

/** How the client transaction of a response is found (RFC 3261 §17.1.3): the branch is ours and unique, but CANCEL shares its INVITE's. */
export function clientKey(branch: string, method: string): string {
  return method === 'CANCEL' ? `${branch} CANCEL` : branch
}

/**
 * What a request and its retransmissions have in common (RFC 3261 §17.2.3). An ACK has the key of its INVITE;
 * with `method` INVITE, a CANCEL has that of the INVITE it cancels. `undefined` when the top Via is malformed.
 */
export function serverKey(request: SipRequest, method = request.method): string | undefined {
  const via = request.headers.read(Via)
  if (via === undefined) return undefined
  const matched = method === 'ACK' ? 'INVITE' : method
  if (isRfc3261Branch(via.branch)) return `${via.branch} ${via.host}:${via.port ?? ''} ${matched}`
  return rfc2543Key(request, via, matched)
}

/** A peer older than RFC 3261 has no unique branch: Request-URI, From tag, Call-ID, CSeq and top Via stand for it. */
function rfc2543Key(request: SipRequest, via: Via, method: string): string {
  const { headers } = request
  const sequence = headers.read(CSeq)?.sequence ?? 0
  const sentBy = `${via.host}:${via.port ?? ''};${via.branch ?? ''}`
  return `2543 ${request.uri} ${tagOf(headers.read(From)) ?? ''} ${headers.get('Call-ID') ?? ''} ${sequence} ${sentBy} ${method}`
}

/**
 * What the copies of a request have in common that reached us on different ways (RFC 3261 §8.2.2.2); `undefined`
 * for a request inside a dialog, which no proxy forks.
 */
export function mergeKey(request: SipRequest): string | undefined {
  const { headers } = request
  const { method } = request
  if (method === 'ACK' || method === 'CANCEL' || tagOf(headers.read(To)) !== undefined) return undefined
  const fromTag = tagOf(headers.read(From))
  return fromTag === undefined ? undefined : `${headers.get('CSeq') ?? ''} ${fromTag} ${headers.get('Call-ID') ?? ''}`
}
