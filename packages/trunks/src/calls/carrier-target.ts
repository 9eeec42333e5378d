import { type DialTarget, partyAddress } from '@klinke/calls'
import { formatNumber, isE164 } from '@klinke/numbering'
import { printUri, sipUri } from '@klinke/sip'
import type { Carrier } from '../carrier.ts'
import type { CallerIdentity } from './caller-identity.ts'

const TRANSPORT_PARAMS = { UDP: [], TCP: [{ name: 'transport', value: 'tcp' }], TLS: [{ name: 'transport', value: 'tls' }] } as const

/** A number at a carrier, as something to ring. Short codes and emergency numbers look the same in every format. */
export function carrierTarget(carrier: Carrier, number: string, identity: CallerIdentity, areaCode: string | undefined): DialTarget {
  const user = isE164(number) ? formatNumber(number, carrier.outboundFormat, areaCode) : number
  const { authentication, host, port, srtp } = carrier
  return {
    party: { tenantId: undefined, extensionId: undefined, number, displayName: undefined },
    uri: printUri(sipUri({ user, host, params: TRANSPORT_PARAMS[carrier.transport], ...(port !== undefined && { port }) })),
    to: partyAddress(undefined, user, host),
    from: identity.from,
    headers: identity.headers,
    destination: 'resolve',
    route: [],
    media: { srtp, addressFamily: host.includes(':') ? 'IPv6' : 'IPv4' },
    fixedSrtp: true,
    ...(authentication.kind === 'registration' && {
      credentials: { username: authentication.username, password: authentication.password },
    }),
  }
}
