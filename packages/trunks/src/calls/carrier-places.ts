import type { Destination } from '@klinke/sip'
import type { CallAdmission } from '../admission/call-admission.ts'
import type { Barring } from '../barring/barring.ts'
import type { Carrier } from '../carrier.ts'
import type { CarrierDirectory } from '../carrier-directory.ts'
import type { Identities } from '../identity/identity.ts'
import type { CarrierWay } from '../lines/carrier-line.ts'
import type { CarrierRoute, CarrierRouting } from '../routing/carrier-routing.ts'
import type { InsideLine } from './inside-line.ts'

/** What calls out need of the carriers. */
export interface OutboundParts {
  readonly carriers: CarrierDirectory
  /** What may be dialled; emergency calls never ask it. */
  readonly barring: Pick<Barring, 'refusal'>
  /** Channels and call rate of the contract; emergency calls always have a channel. */
  readonly admission: Pick<CallAdmission, 'out' | 'in' | 'preemptFor'>
  /** In which order carriers are tried, and which; absent: by rank alone. */
  readonly routing?: Pick<CarrierRouting, 'route' | 'seen'>
  /** Who is shown and who pays; emergency calls never ask it. */
  readonly identity: Pick<Identities, 'shownCaller' | 'numberShown'>
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
}

/** A name may stand for many addresses; a caller does not wait for more of them than this. */
const MAX_PLACES_PER_CARRIER = 3

/** Where a call is tried, in order, and by which rule for its number. */
export interface CarrierPlaces {
  readonly places: readonly CarrierPlace[]
  readonly rule: CarrierRoute['rule']
}

/** All places to try, in the order of the carriers' route; those known to be down last, since what we know may be old. */
export function carrierPlaces(parts: OutboundParts, number: string): CarrierPlaces {
  const { carriers, rule } = parts.routing?.route(number, parts.carriers.carriers(), parts.isUp) ?? byRank(parts)
  return { places: carriers.flatMap(({ carrier }) => placesOf(carrier, parts.way?.(carrier.id))), rule }
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
  if (way === undefined) return [{ carrier, name: carrier.name, destination: 'resolve', route: [] }]
  const targets = way.targets.slice(0, MAX_PLACES_PER_CARRIER)
  return targets.map((target, i) => ({
    carrier,
    name: i === 0 ? carrier.name : `${carrier.name} at ${target.remote.address}`,
    destination: { targets: [target] },
    route: way.route,
  }))
}
