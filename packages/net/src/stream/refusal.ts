import { buildResponse, parseMessage, printMessage, type SipRequest, type SocketAddress, stampReceived } from '@klinke/sip'

/** The response to a request that cannot be read to its end (400, 513), or `undefined` when none is due (a response, an ACK, no SIP at all). */
export function refusalOf(head: Uint8Array, status: number, detail: string, from: SocketAddress): Uint8Array | undefined {
  const request = requestIn(head)
  return request && printMessage(buildResponse(stampReceived(request, from), status, { reason: detail }))
}

/** The request that can be answered, however broken. The body it announces is not there, which is a fault by itself. */
function requestIn(head: Uint8Array): SipRequest | undefined {
  const parsed = parseMessage(head)
  if (!parsed.ok) return parsed.error.verdict === 'reject' ? parsed.error.request : undefined
  return parsed.value.kind === 'request' && parsed.value.method !== 'ACK' ? parsed.value : undefined
}
