import type { Call } from '@klinke/calls'
import { isE164 } from '@klinke/numbering'
import type { CarrierPlace, OutboundParts } from '../calls/carrier-places.ts'
import type { OutboundCall } from '../calls/outbound-call.ts'
import type { Carrier } from '../carrier.ts'
import type { CarrierProfile } from '../carriers/profiles/carrier-profile.ts'

/** To strangers the caller is shown as to anybody else: who hides stays hidden, as nobody there is trusted with more (RFC 3325 §7). */
const STRANGER: CarrierProfile = {
  identity: { from: 'shown', asserted: 'none', preferred: 'none', hiddenFrom: 'anonymous', privacy: 'id' },
  ...{ forwardings: 'none', userIsPhone: false, fax: 't38', earlyMedia: 'heard', reliableProvisional: 'supported' },
}

/** Places at which the holder of the number wants to be called (ENUM, TRK-14), noted in the call's record; none when nobody says so. */
export async function enumPlaces(
  call: Call,
  { number, tenant }: OutboundCall,
  { enumLookup }: OutboundParts,
): Promise<readonly CarrierPlace[]> {
  if (enumLookup === undefined || !isE164(number)) return []
  const answer = await enumLookup.find(number)
  if (answer.kind === 'silent') call.note('enum-silent', number)
  if (answer.kind === 'forbidden') call.note('enum-forbidden', `${number} → ${answer.uri}`)
  if (answer.kind !== 'listed') return []
  call.note('enum', `on-net/enum: ${number} → ${answer.places.map(({ uri }) => uri).join(', ')}`)
  return answer.places.flatMap(({ uri, targets }) =>
    targets.slice(0, 1).map((target) => ({
      ...{ carrier: strangerFrom(tenant.sipDomain), name: `ENUM ${uri}`, uri, route: [], way: 'enum' as const },
      destination: { targets: [target] },
    })),
  )
}

/** The caller is named at our own domain: theirs is not ours to speak for. */
function strangerFrom(host: string): Carrier {
  return {
    ...{ id: 'enum', name: 'ENUM', host, port: undefined, transport: 'UDP', authentication: { kind: 'fixed-ip', addresses: [] } },
    ...{ outboundFormat: 'e164', priority: 0, srtp: 'offered', profile: STRANGER },
  }
}
