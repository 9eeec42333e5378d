import { parseSip, type SipRequest, To, userText } from '@klinke/sip'
import type { RegistrarAccount } from '../admission/subscriber.ts'
import type { KeptRegistration } from './registrar.ts'

/** Whether the address of record in To is the subscriber's own (RFC 3261 §10.3 steps 4 and 5): his number or user name, in his domain or at our address. */
export function isForSubscriber(request: SipRequest, { extensionNumber, username, domain }: RegistrarAccount): boolean {
  const to = parseSip(request.headers.read(To)?.uri ?? '')
  const registrar = parseSip(request.uri)
  if (to === undefined || registrar === undefined) return false
  const user = userText(to)
  // A phone that knows us by address only writes the address into both.
  return (user === extensionNumber || user === username) && (to.host === domain || to.host === registrar.host)
}

/**
 * Whether a device is out of reach once its connection is gone. A TCP device may be dialled again if it has no NAT before it:
 * its contact is where it came from. TLS and WebSocket clients have no certificate or no listener, and an outbound flow that
 * failed is given up by rule (RFC 5626 §5.3). What came through another proxy is reached by its Path.
 */
export function needsItsFlow({ protocol, regId, path, contactUri, remote }: KeptRegistration): boolean {
  if (regId !== undefined) return true
  if (path.length > 0) return false
  return protocol !== 'TCP' || parseSip(contactUri)?.host !== remote.address
}

/** Whether a registration outlives the process it was made with: a UDP flow is there again with its socket, a connection is not. */
export function outlivesProcess(binding: KeptRegistration): boolean {
  return binding.protocol === 'UDP' || !needsItsFlow(binding)
}
