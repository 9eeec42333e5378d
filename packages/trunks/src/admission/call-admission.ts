import {
  type AdmissionProfile,
  type CallRateProfile,
  type ChannelLimits,
  type Extension,
  siteOf,
  type TenantSnapshot,
} from '@klinke/accounts'
import { type Call, type Refusal, refused, type Seat } from '@klinke/calls'
import { sleep } from '@klinke/foundation'
import { CallPacer } from './call-pacer.ts'
import { type CallRate, callRate } from './call-rate.ts'
import { ChannelLedger, type LeaseForHelp } from './channel-ledger.ts'
import { type ChannelPlace, type FullPlace, NO_LIMITS } from './channel-place.ts'
import { fullWords, pacedWords, tooFastWords } from './refusal-words.ts'

/** Who takes a channel. */
export interface ChannelUser {
  readonly tenant: Pick<TenantSnapshot, 'id' | 'name' | 'profile' | 'sites'>
  /** Whose device calls; absent: nobody's. */
  readonly extension?: Pick<Extension, 'id' | 'number' | 'siteId'> | undefined
  /** Where the number called has its line; absent: where the extension stands, or at the main site. */
  readonly siteId?: string | undefined
  /** The customer's own PBX calls, or is called, over this trunk. */
  readonly trunk?: AdmittedTrunk | undefined
}

/** What admission reads of a trunk with a PBX behind it. */
export interface AdmittedTrunk {
  readonly id: string
  readonly name: string
  readonly limits: ChannelLimits
  readonly callRate?: CallRateProfile
}

/** What admission reads of one of the operator's carriers. */
export interface CountedCarrier {
  readonly id: string
  readonly name: string
  /** Calls at a time, in and out together; absent: nobody has said. */
  readonly channels?: number | undefined
}

/** Channels of data links, by site, and of devices, by extension. */
export interface TenantChannels {
  readonly links: ReadonlyMap<string, ChannelLimits>
  readonly devices: ReadonlyMap<string, ChannelLimits>
}

export interface CallAdmissionParts {
  /** Undefined: neither data links nor devices have limits. */
  readonly channelsOf?: (tenantId: string) => TenantChannels | undefined
  /** Minutes that a customer has used in a month for each of its channels; undefined: not known. */
  readonly minutesPerChannel?: (tenantId: string) => number | undefined
  readonly ledger?: ChannelLedger
  /** Told of each call out that asks to be admitted. */
  readonly attempted?: (tenantId: string) => void
}

/** Admission of calls to and from outside: channels (TRK-06) and call rate (TRK-04). What stays inside takes neither. */
export class CallAdmission {
  readonly ledger: ChannelLedger
  readonly #parts: CallAdmissionParts
  readonly #pacer = new CallPacer()

  constructor(parts: CallAdmissionParts = {}) {
    this.#parts = parts
    this.ledger = parts.ledger ?? new ChannelLedger()
  }

  /** A call that leaves: it waits for its turn if need be. Emergency calls never come here. */
  async out(call: Call, user: ChannelUser): Promise<Seat | Refusal> {
    this.#parts.attempted?.(user.tenant.id)
    const places = this.placesOf(user)
    // Who finds no channel has no turn to wait for.
    const full = this.ledger.full('out', places)
    if (full !== undefined) return noChannel(call, full)
    const tooFast = await this.#turn(call, user)
    if (tooFast !== undefined) return tooFast
    const lease = this.ledger.take('out', places)
    return lease.kind === 'full' ? noChannel(call, lease) : lease.sit()
  }

  /** A call that comes. */
  in(call: Call, user: ChannelUser): Seat | Refusal {
    const lease = this.ledger.take('in', this.placesOf(user))
    return lease.kind === 'full' ? noChannel(call, lease) : lease.sit()
  }

  /**
   * The channel of a call for help: there always is one. Where all are in use the youngest ordinary calls end at once, one at each place that
   * is full (EMG-01).
   */
  preemptFor(call: Call, user: ChannelUser): Seat {
    return seatForHelp(call, this.ledger.takeForHelp('out', this.placesOf(user)))
  }

  /**
   * A call that comes to a number with which help was called a moment ago. A control centre that calls back always finds a channel, but whoever
   * calls that number might be one: nobody's call ends while there is a channel, and of those callers one at a time ends another's (EMG-01).
   */
  inCalledBack(call: Call, user: ChannelUser, e164: string): Seat | Refusal {
    const taken = this.ledger.takeCalledBack(this.placesOf(user), e164)
    return taken.kind === 'full' ? noChannel(call, taken) : seatForHelp(call, taken)
  }

  /**
   * The channel of a trunk that a call takes which stays on this exchange, to the PBX behind it or from there: it takes none of the contract.
   * Undefined: it has one there already, by which it came from outside.
   */
  onTrunk(
    call: Call,
    { tenant, trunk }: Pick<ChannelUser, 'tenant'> & { readonly trunk: AdmittedTrunk },
    direction: 'in' | 'out',
  ): Seat | Refusal | undefined {
    const place: ChannelPlace = { scope: 'trunk', id: trunk.id, tenantId: tenant.id, name: trunk.name, limits: trunk.limits }
    if (this.ledger.isHeldBy(call, direction, place)) return undefined
    const lease = this.ledger.take(direction, [place])
    return lease.kind === 'full' ? noChannel(call, lease) : lease.sit()
  }

  /** A channel of a carrier for one leg to it, while there is one (TRK-12). For help there always is one: where all are in use the youngest ordinary call ends (EMG-01). */
  toCarrier(call: Call, carrier: CountedCarrier, forHelp: boolean): Seat | Refusal {
    const place = placeOfCarrier(carrier)
    if (forHelp) return seatForHelp(call, this.ledger.takeForHelp('out', [place]))
    const lease = this.ledger.take('out', [place])
    if (lease.kind === 'lease') return lease.sit()
    call.note('carrier-full', `${carrier.name}: ${lease.channels}`)
    return { ...CARRIER_FULL, tryElsewhere: true }
  }

  /** What a carrier brings it has a channel for: it is counted, and may have to give it up to a call for help. */
  fromCarrier(carrier: CountedCarrier, calledBack?: string): Seat {
    return this.ledger.count('in', [placeOfCarrier(carrier)], { calledBack }).sit()
  }

  /** Where a call of theirs takes a channel. */
  placesOf({ tenant, extension, siteId, trunk }: ChannelUser): readonly ChannelPlace[] {
    const channels = this.#parts.channelsOf?.(tenant.id)
    const of = { tenantId: tenant.id }
    const places: ChannelPlace[] = []
    if (extension !== undefined) {
      const limits = channels?.devices.get(extension.id) ?? NO_LIMITS
      places.push({ ...of, scope: 'device', id: extension.id, name: extension.number, limits })
    }
    if (trunk !== undefined) places.push({ ...of, scope: 'trunk', id: trunk.id, name: trunk.name, limits: trunk.limits })
    const site = siteOf(tenant, { ...((siteId ?? extension?.siteId) && { siteId: siteId ?? extension?.siteId ?? '' }) })
    if (site !== undefined) {
      places.push({ ...of, scope: 'link', id: site.id, name: site.name, limits: channels?.links.get(site.id) ?? NO_LIMITS })
    }
    places.push({ ...of, scope: 'customer', id: tenant.id, name: tenant.name, limits: tenant.profile.admission?.channels ?? NO_LIMITS })
    return places
  }

  /** How fast a customer may call; undefined: as fast as it likes. */
  rateOf({ id, profile }: { readonly id: string; readonly profile: { readonly admission?: AdmissionProfile } }): CallRate | undefined {
    const { callRate: rule, channels } = profile.admission ?? {}
    return callRate(rule, channels, this.#parts.minutesPerChannel?.(id))
  }

  async #turn(call: Call, { tenant, trunk }: ChannelUser): Promise<Refusal | undefined> {
    const ofTrunk = trunk && callRate(trunk.callRate, trunk.limits, this.#parts.minutesPerChannel?.(tenant.id))
    const asked: readonly (readonly [key: string, rate: CallRate | undefined])[] = [
      [`trunk:${trunk?.id}`, ofTrunk],
      [`customer:${tenant.id}`, this.rateOf(tenant)],
    ]
    for (const [key, rate] of asked) {
      const refusal = rate && (await this.#paced(call, key, rate))
      if (refusal !== undefined) return refusal
    }
    return undefined
  }

  async #paced(call: Call, key: string, rate: CallRate): Promise<Refusal | undefined> {
    const turn = this.#pacer.ask(key, rate, call.clock.nowMs())
    const { callsPerSecond } = rate
    if (turn.kind === 'too-fast') {
      const { retryAfterSeconds } = turn
      call.note('call-rate', `${callsPerSecond} a second, again in ${retryAfterSeconds} s`, tooFastWords(retryAfterSeconds, callsPerSecond))
      return { ...refused('congestion', 503), why: 'call-rate', headers: [['Retry-After', String(retryAfterSeconds)]] }
    }
    if (turn.waitMs <= 0) return undefined
    call.note('call-paced', `${Math.round(turn.waitMs)} ms`, pacedWords(turn.waitMs, callsPerSecond))
    await sleep(call.clock, turn.waitMs, call.scope.signal)
    return undefined
  }
}

/** ITU-T Q.850 cause 34: no circuit or channel available. Not 503: a telephone would take its server for dead (RFC 3261 §21.5.4). */
const CARRIER_FULL: Refusal = { ...refused('congestion', 486), headers: [['Reason', 'Q.850;cause=34;text="No channel available"']] }
/** Those are the customer's own. */
const NO_CHANNEL: Refusal = { ...CARRIER_FULL, why: 'channels-in-use' }

function placeOfCarrier({ id, name, channels }: CountedCarrier): ChannelPlace {
  return { scope: 'carrier', id, name, tenantId: undefined, limits: channels === undefined ? NO_LIMITS : { both: channels } }
}

function seatForHelp(call: Call, { lease, ended }: LeaseForHelp): Seat {
  if (ended > 0) call.note('preempts', String(ended))
  return lease.sit()
}

function noChannel(call: Call, full: FullPlace): Refusal {
  const { place, limit, channels } = full
  call.note('channels-in-use', `${place.scope} ${place.name}: ${channels} ${limit}`, fullWords(full))
  return NO_CHANNEL
}
