import type { Destination } from '@klinke/sip'
import type { CallAdmission } from '../admission/call-admission.ts'
import type { Barring } from '../barring/barring.ts'
import type { Carrier } from '../carrier.ts'
import type { CarrierDirectory } from '../carrier-directory.ts'
import type { CarrierWay } from '../lines/carrier-line.ts'
import type { InsideLine } from './inside-line.ts'

/** What calls out need of the carriers. */
export interface OutboundParts {
  readonly carriers: CarrierDirectory
  /** What may be dialled; emergency calls never ask it. */
  readonly barring: Pick<Barring, 'refusal'>
  /** Channels and call rate of the contract; emergency calls always have a channel. */
  readonly admission: Pick<CallAdmission, 'out' | 'in' | 'preemptFor'>
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

/** All places to try, in order: by the carriers' priority, those known to be down last, since what we know may be old. */
export function carrierPlaces(parts: OutboundParts): readonly CarrierPlace[] {
  const all = parts.carriers.carriers()
  const up = all.filter((carrier) => parts.isUp(carrier.id))
  const ordered = up.length === all.length ? all : [...up, ...all.filter((carrier) => !up.includes(carrier))]
  return ordered.flatMap((carrier) => placesOf(carrier, parts.way?.(carrier.id)))
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
