import { printUri, type Resolver, type SipUri, sipUri, type TransportTarget } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'

/** What of a carrier says where it is. */
export type CarrierPlace = Pick<Carrier, 'host' | 'port' | 'transport'>

const TRANSPORT_PARAMS: Readonly<Record<Carrier['transport'], SipUri['params']>> = {
  // The default of RFC 3261 §19.1.2; some carriers refuse a Request-URI that names it.
  UDP: [],
  TCP: [{ name: 'transport', value: 'tcp' }],
  TLS: [{ name: 'transport', value: 'tls' }],
}

/** The SIP URI of a carrier, or with `user` of someone there. */
export function carrierUri({ host, port, transport }: CarrierPlace, user?: string, more: SipUri['params'] = []): string {
  const params = [...TRANSPORT_PARAMS[transport], ...more]
  return printUri(sipUri({ host, params, ...(user !== undefined && { user }), ...(port !== undefined && { port }) }))
}

/** The places a carrier's name stands for (RFC 3263), over the transport it is configured with. Empty when there are none. */
export function carrierTargets({ host, port, transport }: CarrierPlace, resolver: Resolver): Promise<readonly TransportTarget[]> {
  // Said in the URI, so that NAPTR records do not choose another one (RFC 3263 §4.1).
  const params = [{ name: 'transport', value: transport.toLowerCase() }]
  return resolver.resolve(printUri(sipUri({ host, params, ...(port !== undefined && { port }) })))
}
