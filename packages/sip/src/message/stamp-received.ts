import { Via } from '../header/via.ts'
import type { SocketAddress } from '../transport/transport.ts'
import { editHeaders } from './header-editor.ts'
import type { SipRequest } from './message.ts'

/**
 * Notes in the top Via where a request really came from, so that responses find back: `received` when the host differs
 * (RFC 3261 §18.2.1), `received` and `rport` when the sender asked for it (RFC 3581 §4).
 */
export function stampReceived(request: SipRequest, source: SocketAddress): SipRequest {
  const via = request.headers.read(Via)
  if (via === undefined) return request
  const asked = via.rport !== undefined
  if (!asked && via.host === source.address) return request
  const stamped: Via = { ...via, received: source.address, rport: asked ? source.port : undefined }
  return { ...request, headers: editHeaders(request.headers).replaceFirst('Via', Via.print(stamped)).done() }
}
