import type { Call, Leg } from '@klinke/calls'
import { ChannelLease, type LeasedFor } from './channel-lease.ts'
import type { AdmissionScope, ChannelDirection, ChannelPlace, FullPlace } from './channel-place.ts'

/** Channels in use at a place. */
export interface ChannelsInUse {
  readonly in: number
  readonly out: number
}

/** A channel, and how many calls are ending for it. */
export interface LeaseForHelp {
  readonly kind: 'taken'
  readonly lease: ChannelLease
  readonly ended: number
}

interface Counter extends ChannelsInUse {
  in: number
  out: number
  /** Of those, promised to calls for help: their calls are being ended. */
  readonly promised: { in: number; out: number }
  /** The oldest first. */
  readonly leases: Set<ChannelLease>
  readonly place: ChannelPlace
}

const NOBODY: ChannelsInUse = { in: 0, out: 0 }

/** Told of each place at which the number of channels in use has changed. */
export type ChannelsChanged = (place: ChannelPlace, inUse: ChannelsInUse) => void

/**
 * How many channels are in use where (TRK-06). It keeps places at which there is a call, and no others: as many as calls, four of each. What a
 * call takes it takes at all its places or at none.
 */
export class ChannelLedger {
  readonly #counters = new Map<string, Counter>()
  readonly #changed: ChannelsChanged | undefined
  /** Parties that were ended for calls for help, until they are gone. */
  readonly #ending = new WeakSet<Leg>()

  constructor(changed?: ChannelsChanged) {
    this.#changed = changed
  }

  /** A channel at each of the places; or the first of them that has none left. */
  take(direction: ChannelDirection, places: readonly ChannelPlace[]): ChannelLease | FullPlace {
    return this.full(direction, places) ?? this.#add(new ChannelLease(places, direction, this.#remove))
  }

  /** A channel whether there is one or not. Where there is none, the youngest ordinary call gives its own up (EMG-01). */
  takeForHelp(direction: ChannelDirection, places: readonly ChannelPlace[], calledBack?: string): LeaseForHelp {
    let ended = 0
    for (const place of places) {
      const limit = this.#limitReached(direction, place)
      if (limit !== undefined && !this.#promiseEndingAt(place, limit) && this.#preemptAt(place, limit, calledBack)) ended++
    }
    return { kind: 'taken', lease: this.#add(new ChannelLease(places, direction, this.#remove, { isEmergency: true, calledBack })), ended }
  }

  /**
   * A channel of a call in to a number that a control centre may call back: as any other while there is one, else as for help. Nobody can tell
   * who calls, so one such call at a time ends another: the next is told that the place is full, as any caller is.
   */
  takeCalledBack(places: readonly ChannelPlace[], number: string): LeaseForHelp | FullPlace {
    const full = this.full('in', places)
    if (full === undefined) {
      return { kind: 'taken', lease: this.#add(new ChannelLease(places, 'in', this.#remove, { calledBack: number })), ended: 0 }
    }
    const isTaken = places.some((place) =>
      this.#leasesAt(place).some(({ isEmergency, calledBack }) => isEmergency && calledBack === number),
    )
    return isTaken ? full : this.takeForHelp('in', places, number)
  }

  /** A channel that is in use already, whatever the limits say. */
  count(direction: ChannelDirection, places: readonly ChannelPlace[], leasedFor: LeasedFor = {}): ChannelLease {
    return this.#add(new ChannelLease(places, direction, this.#remove, leasedFor))
  }

  /** The first of the places that has no channel left. */
  full(direction: ChannelDirection, places: readonly ChannelPlace[]): FullPlace | undefined {
    for (const place of places) {
      const limit = this.#limitReached(direction, place)
      if (limit !== undefined) return { kind: 'full', place, limit, channels: place.limits[limit] ?? 0 }
    }
    return undefined
  }

  inUse(scope: AdmissionScope, id: string): ChannelsInUse {
    return this.#counters.get(keyOf({ scope, id })) ?? NOBODY
  }

  /** A party of that call has a channel there. */
  isHeldBy(call: Call, direction: ChannelDirection, place: Pick<ChannelPlace, 'scope' | 'id'>): boolean {
    const leases = this.#counters.get(keyOf(place))?.leases ?? []
    return Iterator.from(leases).some((lease) => lease.direction === direction && lease.isOf(call))
  }

  /** Places of a tenant at which there is a call. */
  placesOf(tenantId: string): readonly { readonly place: ChannelPlace; readonly inUse: ChannelsInUse }[] {
    const counters = [...this.#counters.values()].filter(({ place }) => place.tenantId === tenantId)
    return counters.map(({ place, in: coming, out }) => ({ place, inUse: { in: coming, out } }))
  }

  /** Places at which there is a call. */
  get size(): number {
    return this.#counters.size
  }

  /** Channels that calls give up for calls for help are free already. */
  #limitReached(direction: ChannelDirection, place: ChannelPlace): ChannelDirection | 'both' | undefined {
    const counter = this.#counters.get(keyOf(place))
    const { limits } = place
    if (counter === undefined) return undefined
    const own = limits[direction]
    if (own !== undefined && used(counter, direction) >= own) return direction
    return limits.both !== undefined && used(counter, 'both') >= limits.both ? 'both' : undefined
  }

  /** `calledBack`: other calls to that number are left alone, one of them may be the control centre's; for others they are the last to end. */
  #preemptAt(place: ChannelPlace, limit: ChannelDirection | 'both', calledBack: string | undefined): boolean {
    const leases = this.#leasesAt(place).toReversed()
    const ordinary = leases.filter((lease) => lease.calledBack === undefined)
    const maybeBack = leases.filter((lease) => lease.calledBack !== undefined && lease.calledBack !== calledBack)
    const ended = [...ordinary, ...maybeBack].find((lease) => (limit === 'both' || lease.direction === limit) && lease.preempt())
    if (ended === undefined) return false
    if (ended.leg !== undefined) this.#ending.add(ended.leg)
    this.#promise(ended)
    return true
  }

  /** A party that has been ended for a channel of another place leaves here, too. */
  #promiseEndingAt(place: ChannelPlace, limit: ChannelDirection | 'both'): boolean {
    const isEnding = ({ isPreempted, leg }: ChannelLease): boolean => !isPreempted && leg !== undefined && this.#ending.has(leg)
    const ending = this.#leasesAt(place).find((lease) => (limit === 'both' || lease.direction === limit) && isEnding(lease))
    if (ending === undefined) return false
    ending.promise()
    this.#promise(ending)
    return true
  }

  #promise({ places, direction }: ChannelLease): void {
    for (const place of places) {
      const promised = this.#counters.get(keyOf(place))?.promised
      if (promised !== undefined) promised[direction]++
    }
  }

  /** The oldest first. */
  #leasesAt(place: ChannelPlace): readonly ChannelLease[] {
    return [...(this.#counters.get(keyOf(place))?.leases ?? [])]
  }

  #add(lease: ChannelLease): ChannelLease {
    for (const place of lease.places) {
      const key = keyOf(place)
      const counter = this.#counters.get(key) ?? { in: 0, out: 0, promised: { in: 0, out: 0 }, leases: new Set(), place }
      this.#counters.set(key, counter)
      counter[lease.direction]++
      counter.leases.add(lease)
    }
    try {
      this.#tell(lease.places)
    } catch (error) {
      // Nobody gets the lease, so nobody would give it back.
      this.#takeOut(lease)
      throw error
    }
    return lease
  }

  readonly #remove = (lease: ChannelLease): void => this.#tell(this.#takeOut(lease))

  #tell(places: readonly ChannelPlace[]): void {
    for (const place of places) this.#changed?.(place, this.#counters.get(keyOf(place)) ?? NOBODY)
  }

  /** At which places it was. */
  #takeOut(lease: ChannelLease): readonly ChannelPlace[] {
    return lease.places.filter((place) => this.#takenOutAt(place, lease))
  }

  #takenOutAt(place: ChannelPlace, lease: ChannelLease): boolean {
    const key = keyOf(place)
    const counter = this.#counters.get(key)
    if (counter === undefined || !counter.leases.delete(lease)) return false
    counter[lease.direction]--
    if (lease.isPreempted) counter.promised[lease.direction]--
    if (counter.leases.size === 0) this.#counters.delete(key)
    return true
  }
}

function used(counter: Counter, limit: ChannelDirection | 'both'): number {
  const { promised } = counter
  return limit === 'both' ? counter.in + counter.out - promised.in - promised.out : counter[limit] - promised[limit]
}

function keyOf({ scope, id }: Pick<ChannelPlace, 'scope' | 'id'>): string {
  return `${scope}:${id}`
}
