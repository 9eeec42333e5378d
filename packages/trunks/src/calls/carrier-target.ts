import { type DialTarget, partyAddress } from '@klinke/calls'
import { formatNumber, isE164 } from '@klinke/numbering'
import type { CallerIdentity } from '../carriers/profiles/identity-towards.ts'
import { USER_IS_PHONE } from '../carriers/profiles/identity-towards.ts'
import { mediaWith, profileOf } from '../carriers/profiles/profile-of.ts'
import { carrierUri } from '../lines/carrier-address.ts'
import { goesOnAfter } from '../routing/failover.ts'
import type { CarrierPlace } from './carrier-places.ts'

/** A number at a carrier, as something to ring. Short codes and emergency numbers look the same in every format. */
export function carrierTarget(place: CarrierPlace, number: string, identity: CallerIdentity, areaCode: string | undefined): DialTarget {
  const { carrier, destination, route } = place
  const { authentication, host, outboundFormat, srtp } = carrier
  const profile = profileOf(carrier)
  const { earlyMedia, reliableProvisional, sessionTimerSeconds, userIsPhone } = profile
  const user = isE164(number) ? formatNumber(number, outboundFormat, areaCode) : number
  const params = userIsPhone ? USER_IS_PHONE : []
  return {
    party: { tenantId: undefined, extensionId: undefined, number, displayName: undefined },
    uri: place.uri ?? carrierUri(carrier, user, params),
    to: place.uri === undefined ? partyAddress(undefined, user, host, params) : `<${place.uri}>`,
    from: identity.from,
    headers: identity.headers,
    destination,
    route,
    media: { ...mediaWith(carrier), srtp, addressFamily: isIPv6(place) ? 'IPv6' : 'IPv4' },
    fixedSrtp: true,
    reliableProvisional,
    ...(sessionTimerSeconds !== undefined && { sessionExpiresSeconds: sessionTimerSeconds }),
    ignoresEarlyMedia: earlyMedia === 'ringing',
    isFaultOfTheWay: (response) => goesOnAfter(response, profile),
    ...(authentication.kind === 'registration' && {
      credentials: { username: authentication.username, password: authentication.password },
    }),
  }
}

function isIPv6({ carrier, destination }: CarrierPlace): boolean {
  return (addressOf(destination) ?? carrier.host).includes(':')
}

function addressOf(destination: CarrierPlace['destination']): string | undefined {
  if (destination === 'resolve') return undefined
  return 'flow' in destination ? destination.flow.remote.address : destination.targets[0]?.remote.address
}
