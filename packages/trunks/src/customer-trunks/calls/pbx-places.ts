import type { Binding } from '@klinke/calls'
import { type Destination, type Flow, parseSip, printUri, type SipUri, sipUri } from '@klinke/sip'
import { carrierUri } from '../../lines/carrier-address.ts'
import type { CustomerTrunk, CustomerTrunks } from '../customer-trunk.ts'
import { ADDRESSES_PER_PLACE, type WatchedPlace } from '../lines/watched-place.ts'

/** One place to ring a PBX at. */
export interface PbxPlace {
  /** For the call's record. */
  readonly name: string
  /** Request-URI for the number as it is written towards the PBX. */
  readonly uri: (user: string) => string
  readonly destination: Destination
  readonly route: readonly string[]
  readonly addressFamily: 'IPv4' | 'IPv6'
  /** Of ours, that it reaches; undefined: nobody knows. */
  readonly localAddress: string | undefined
  /** False while it is known to be out of service. */
  readonly isUp: boolean
  /** A call was answered there. */
  answered(): void
  /** A call found nobody there. */
  suspect(): void
}

/** Customers' trunks, as calls use them. */
export interface TrunksAtWork {
  readonly directory: Pick<CustomerTrunks, 'trunk'>
  /** The trunk to which a number of ours is led (NUM-06); undefined: to none. */
  readonly ofNumber: (e164: string) => CustomerTrunk | undefined
  /** Where PBXs are (`CustomerTrunkLines`). */
  readonly lines: {
    contacts(trunk: CustomerTrunk, block: string | undefined): readonly Binding[]
    places(trunkId: string): readonly Pick<WatchedPlace, 'place' | 'targets' | 'isUp' | 'answered' | 'suspect'>[]
  }
  /** The open flow with that id. */
  readonly flow: (flowId: string) => Flow | undefined
  /** The address of ours that the peer of a flow reaches, for its media; absent: the media engine's own. */
  readonly localAddress?: (flow: Flow) => string
}

/** All places of a PBX in the order in which they are tried; empty when it has not registered, or its names have no address. */
export function placesOfPbx(
  trunk: CustomerTrunk,
  block: string | undefined,
  { lines, flow, localAddress }: TrunksAtWork,
): readonly PbxPlace[] {
  if (trunk.access.kind === 'registration') {
    const keepsUser = trunk.product === 'basic'
    return lines.contacts(trunk, block).map((binding) => atContact(binding, flow(binding.flowId), keepsUser, localAddress))
  }
  return lines.places(trunk.id).flatMap((watched) =>
    watched.targets.slice(0, ADDRESSES_PER_PLACE).map((target) => ({
      name: `${watched.place.host} at ${target.remote.address}`,
      uri: (user: string) => carrierUri(watched.place, user),
      destination: { targets: [target] },
      route: [],
      addressFamily: familyOf(target.remote.address),
      localAddress: undefined,
      isUp: watched.isUp,
      answered: () => watched.answered(),
      suspect: () => watched.suspect(),
    })),
  )
}

/**
 * A PBX registers once for all its numbers: which one is called stands in place of the user of its contact (SIPconnect 2.0 §11, RFC 6140
 * §5.2, which names such a contact by `bnc`). A basic trunk is one device with one number, and is called by the contact as it is (RFC 3261 §16.5).
 */
function atContact(binding: Binding, flow: Flow | undefined, keepsUser: boolean, localAddress: TrunksAtWork['localAddress']): PbxPlace {
  const contact = parseSip(binding.contactUri)
  return {
    name: contact?.host ?? binding.contactUri,
    uri: (user) => (contact === undefined || keepsUser ? binding.contactUri : printUri(withUser(contact, user))),
    destination: flow === undefined ? 'resolve' : { flow },
    route: binding.path,
    addressFamily: familyOf(flow?.remote.address ?? contact?.host ?? ''),
    localAddress: flow && localAddress?.(flow),
    isUp: true,
    answered: () => undefined,
    suspect: () => undefined,
  }
}

function familyOf(address: string): 'IPv4' | 'IPv6' {
  return address.includes(':') ? 'IPv6' : 'IPv4'
}

function withUser({ scheme, host, port, params }: SipUri, user: string): SipUri {
  const kept = params.filter(({ name }) => name.toLowerCase() !== 'bnc')
  return { ...sipUri({ user, host, params: kept, ...(port !== undefined && { port }) }), scheme }
}
