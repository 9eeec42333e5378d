import { siteOf } from '@klinke/accounts'
import type { Destination } from '@klinke/sip'
import type { CallAdmission } from '../admission/call-admission.ts'
import type { Barring } from '../barring/barring.ts'
import type { Carrier } from '../carrier.ts'
import type { CarrierDirectory } from '../carrier-directory.ts'
import type { EnumLookup } from '../enum/enum-lookup.ts'
import type { CostGuard } from '../guard/cost-guard.ts'
import type { ConnectedNumbers } from '../identity/connected-numbers.ts'
import type { Identities } from '../identity/identity.ts'
import type { CarrierWay } from '../lines/carrier-line.ts'
import { carrierOfSite, type OwnCarrier, type OwnCarriers } from '../own-carriers/own-carrier.ts'
import type { PrepaidCalls } from '../prepaid/prepaid-calls.ts'
import type { CarrierRoute, CarrierRouting } from '../routing/carrier-routing.ts'
import type { InsideLine } from './inside-line.ts'
import type { OutboundCall } from './outbound-call.ts'

/** What calls out need of the carriers. */
export interface OutboundParts {
  readonly carriers: CarrierDirectory
  /** What may be dialled; emergency calls never ask it. */
  readonly barring: Pick<Barring, 'refusal'>
  /** Channels and call rate of the contract; emergency calls always have a channel. */
  readonly admission: Pick<CallAdmission, 'out' | 'in' | 'inCalledBack' | 'preemptFor' | 'onTrunk' | 'toCarrier' | 'fromCarrier'>
  /** Guards customers against costs; absent: nobody counts. Emergency calls never ask it. */
  readonly guard?: Pick<CostGuard, 'admit' | 'locked' | 'incoming'>
  /** Credit of customers who pay before they call; absent: nobody does. Emergency calls never ask it. */
  readonly credit?: Pick<PrepaidCalls, 'admit'>
  /** In which order carriers are tried, and which; absent: by rank alone. */
  readonly routing?: Pick<CarrierRouting, 'route' | 'seen'>
  /** Who is shown and who pays; emergency calls never ask it. */
  readonly identity: Pick<Identities, 'shownCaller' | 'shownInside' | 'numberShown'>
  /** Tells carriers and PBXs with whom they are connected (COLP); absent: nobody does. */
  readonly connected?: Pick<ConnectedNumbers, 'towardsCarrier' | 'towardsPbx'>
  /** The customers' own carriers; absent: there are none. */
  readonly ownCarriers?: OwnCarriers
  /** Numbers whose holders say in the DNS where they are reached; absent: nobody is asked. */
  readonly enumLookup?: Pick<EnumLookup, 'find'>
  /** False while a carrier is known to be down: it is tried last. */
  readonly isUp: (carrierId: string) => boolean
  /** Where a carrier is reached now (`CarrierLines.way`); absent: by its name. */
  readonly way?: (carrierId: string) => CarrierWay | undefined
  /** Told of a carrier that did not answer a call (`CarrierLines.suspect`). */
  readonly suspect?: (carrierId: string) => void
  /** Absent: numbers of ours that are rung beside others go over carriers, too. */
  readonly insideLine?: InsideLine
}

/** One place to try a call at. */
export interface CarrierPlace {
  readonly carrier: Carrier
  /** For the call's record. */
  readonly name: string
  readonly destination: Destination
  readonly route: readonly string[]
  /** Whom to call there; absent: the number at the carrier. */
  readonly uri?: string
  /** Its holder has said so in the DNS; absent: a carrier's. */
  readonly way?: 'enum'
}

/** A name may stand for many addresses; a caller does not wait for more of them than this. */
const MAX_PLACES_PER_CARRIER = 3

/** Where a call is tried, in order, and why there. */
export interface CarrierPlaces {
  readonly places: readonly CarrierPlace[]
  readonly rule: CarrierRoute['rule']
  /** The customer's own carrier of the site from which it comes; undefined: there is none. */
  readonly own: OwnCarrier | undefined
}

/** What of a call says over which carriers it goes. */
export type RoutedCall = Pick<OutboundCall, 'number' | 'tenant' | 'extension' | 'trunk'>

/**
 * All places to try: those of the customer's own carrier for the site, if there is one, and the operator's carriers in the order of their route.
 * A site with a carrier of its own has not bought the operator's ways: they follow only for help, or where the product says so.
 */
export function carrierPlaces(parts: OutboundParts, call: RoutedCall, isEmergency: boolean): CarrierPlaces {
  const own = ownCarrierFor(call, parts)
  const ownPlaces = own === undefined ? [] : placesOf(own, parts.way?.(own.id))
  if (own !== undefined && !isEmergency && call.tenant.profile.ownCarriersFallBack !== true)
    return { places: ownPlaces, rule: undefined, own }
  const { carriers, rule } = parts.routing?.route(call.number, parts.carriers.carriers(), parts.isUp) ?? byRank(parts)
  const others = carriers.flatMap(({ carrier }) => placesOf(carrier, parts.way?.(carrier.id)))
  // Nobody who calls for help waits first for a provider that is known to be away.
  const isAway = isEmergency && own !== undefined && !parts.isUp(own.id)
  return { places: isAway ? [...others, ...ownPlaces] : [...ownPlaces, ...others], rule, own }
}

/** A trunk is sold with the operator's ways, wherever its PBX stands. */
function ownCarrierFor({ tenant, extension, trunk }: RoutedCall, { ownCarriers }: OutboundParts): OwnCarrier | undefined {
  if (ownCarriers === undefined || trunk !== undefined) return undefined
  return carrierOfSite(ownCarriers, tenant.id, siteOf(tenant, extension ?? {})?.id)
}

function byRank(parts: OutboundParts): {
  readonly carriers: readonly Pick<CarrierRoute['carriers'][number], 'carrier'>[]
  readonly rule: undefined
} {
  const all = parts.carriers.carriers()
  const up = all.filter((carrier) => parts.isUp(carrier.id))
  const ordered = up.length === all.length ? all : [...up, ...all.filter((carrier) => !up.includes(carrier))]
  return { carriers: ordered.map((carrier) => ({ carrier })), rule: undefined }
}

function placesOf(carrier: Carrier, way: CarrierWay | undefined): readonly CarrierPlace[] {
  // Where a customer's name leads is looked at by its line alone, which keeps it out of networks of ours.
  if (way === undefined && carrier.tenantId !== undefined) return []
  if (way === undefined) return [{ carrier, name: carrier.name, destination: 'resolve', route: [] }]
  const targets = way.targets.slice(0, MAX_PLACES_PER_CARRIER)
  return targets.map((target, i) => ({
    carrier,
    name: i === 0 ? carrier.name : `${carrier.name} at ${target.remote.address}`,
    destination: { targets: [target] },
    route: way.route,
  }))
}
