import { Via } from '../header/via.ts'
import type { SocketAddress } from '../transport/transport.ts'
import { editHeaders } from './header-editor.ts'
import type { SipRequest } from './message.ts'

/**
 * Notes in the top Via where a request really came from, so that responses find back: `received` when the host differs
 * (RFC 3261 §18.2.1), `received` and `rport` when the sender asked for it (RFC 3581 §4). What the sender wrote there itself
 * is replaced or taken out, or it could have us answer a victim.
 */
export function stampReceived(request: SipRequest, source: SocketAddress): SipRequest {
  const via = request.headers.read(Via)
  if (via === undefined) return request
  const asked = via.rport !== undefined
  const received = asked || via.host !== source.address ? source.address : undefined
  if (!asked && via.received === received) return request
  const stamped: Via = { ...via, received, rport: asked ? source.port : undefined }
  return { ...request, headers: editHeaders(request.headers).replaceFirst('Via', Via.print(stamped)).done() }
}
