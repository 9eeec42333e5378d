import { CSeq } from '../header/cseq.ts'
import { buildRequest } from '../message/build-request.ts'
import type { SipRequest, SipResponse } from '../message/message.ts'

type HeaderFields = readonly (readonly [name: string, value: string])[]

/** The ACK of a final response other than 2xx: it belongs to the INVITE's transaction and hop (RFC 3261 §17.1.1.3). */
export function ackFor(invite: SipRequest, response: SipResponse): SipRequest {
  return derived('ACK', invite, response.headers.get('To'), [])
}

/** The CANCEL of a request (RFC 3261 §9.1). */
export function cancelFor(request: SipRequest, headers: HeaderFields): SipRequest {
  return derived('CANCEL', request, request.headers.get('To'), headers)
}

function derived(method: 'ACK' | 'CANCEL', request: SipRequest, to: string | undefined, headers: HeaderFields): SipRequest {
  const original = request.headers
  return buildRequest({
    method,
    uri: request.uri,
    via: original.list('Via')[0] ?? '',
    from: original.get('From') ?? '',
    to: to ?? original.get('To') ?? '',
    callId: original.get('Call-ID') ?? '',
    cseq: original.read(CSeq)?.sequence ?? 0,
    route: original.list('Route'),
    headers,
  })
}
