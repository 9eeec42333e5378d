import type { DialTarget } from '@klinke/calls'
import { formatNumber, isE164 } from '@klinke/numbering'
import { forwardingHeaders } from '@klinke/sip'
import { identityTowards } from '../carriers/profiles/identity-towards.ts'
import { profileOf } from '../carriers/profiles/profile-of.ts'
import { withLocation } from '../emergency/location.ts'
import { recordedIdentity } from '../identity/identity.ts'
import { carrierUri } from '../lines/carrier-address.ts'
import type { ShownCaller } from './caller-identity.ts'
import type { CarrierPlace } from './carrier-places.ts'
import { carrierTarget } from './carrier-target.ts'
import type { OutboundCall } from './outbound-call.ts'
import { areaCodeOfCall } from './site-of-call.ts'

/** The call as it goes to a place. */
export function targetAt(place: CarrierPlace, wanted: OutboundCall, shown: ShownCaller): DialTarget {
  const { number, forwards = [], location } = wanted
  const areaCode = areaCodeOfCall(wanted)
  const target = carrierTarget(place, number, identityTowards(place.carrier, shown, areaCode), areaCode)
  const uriOf = (e164: string): string =>
    carrierUri(place.carrier, isE164(e164) ? formatNumber(e164, place.carrier.outboundFormat, areaCode) : e164)
  const told = forwardingHeaders(
    forwards.map((forward) => ({ uri: uriOf(forward.number), reason: forward.reason })),
    target.uri,
  )
  const identity = recordedIdentity(shown)
  const heard = told.filter(([name]) => isToldTo(place, name))
  const complete = { ...target, headers: [...(target.headers ?? []), ...heard], ...(identity && { identity }) }
  return withLocation(complete, place.carrier, location)
}

/** A carrier is told of forwardings in the header that it reads. */
function isToldTo({ carrier }: CarrierPlace, header: string): boolean {
  const { forwardings } = profileOf(carrier)
  return forwardings === 'both' || forwardings === header.toLowerCase()
}
