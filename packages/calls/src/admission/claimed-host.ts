import { type Flow, From, parseSip, type SipRequest, To } from '@klinke/sip'

/**
 * The host that the sender claims to belong to: of the address of record it registers, or of its From. When neither that nor
 * the Request-URI names one, as in a hidden caller's INVITE to urn:service:sos, our address that it talks to stands for it.
 */
export function claimedHost(request: SipRequest, flow: Flow): string {
  const claimed = request.headers.read(request.method === 'REGISTER' ? To : From)
  const named = parseSip(claimed?.uri ?? '')?.host
  // Who hides its name writes anonymous.invalid there (RFC 3323 §4.1.1.3) and still calls within its domain.
  const asked = named === undefined || named.endsWith('.invalid') ? parseSip(request.uri)?.host : named
  return asked ?? flow.local.address
}
