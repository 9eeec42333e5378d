import { type DialTarget, partyAddress } from '@klinke/calls'
import { formatNumber, isE164 } from '@klinke/numbering'
import type { HeaderField } from '@klinke/sip'
import type { CustomerTrunk } from '../customer-trunk.ts'
import type { TrunkRing } from './call-trunk.ts'
import { areaCodeOfTrunk } from './pbx-caller.ts'
import type { PbxPlace } from './pbx-places.ts'
import { mediaOfTrunk } from './trunk-media.ts'

/** RFC 3323 §4.1.1.3. */
const ANONYMOUS = '"Anonymous" <sip:anonymous@anonymous.invalid>'

/** A number of a PBX at one of its places, as something to ring: written in the trunk's format in Request-URI and To, the caller too (NUM-04). */
export function pbxTarget(
  place: PbxPlace,
  trunk: CustomerTrunk,
  { tenant, number, dialled = number, from, headers = [], forHelp }: TrunkRing,
): DialTarget {
  const areaCode = areaCodeOfTrunk(tenant, trunk)
  const domain = tenant.sipDomain.toLowerCase()
  const written = (text: string): string => (isE164(text) ? formatNumber(text, trunk.numberFormat, areaCode) : text)
  const user = written(dialled)
  const hides = from.number === 'anonymous'
  const caller = hides ? ANONYMOUS : partyAddress(from.displayName, written(from.number), domain)
  // The PBX is within the customer's own walls: it is told that the network vouches for the number (RFC 3325 §5).
  const identity: readonly HeaderField[] = !hides && from.isAsserted === true ? [['P-Asserted-Identity', caller]] : []
  return {
    party: { tenantId: tenant.id, extensionId: undefined, number, displayName: undefined, trunk: { id: trunk.id, name: trunk.name } },
    uri: place.uri(user),
    to: partyAddress(undefined, user, domain),
    from: caller,
    headers: [...identity, ...headers],
    destination: place.destination,
    route: place.route,
    media: {
      // A control centre that calls back is spoken to in whatever it speaks.
      ...(forHelp !== true && mediaOfTrunk(trunk.product)),
      srtp: trunk.srtp,
      addressFamily: place.addressFamily,
      ...(place.localAddress !== undefined && { localAddress: place.localAddress }),
    },
    fixedSrtp: true,
    // A Microsoft server takes no INVITE with Replaces, and none from us is to say that it knows what that is.
    ...(trunk.signalling === 'microsoft' && { withoutReplaces: true }),
  }
}
