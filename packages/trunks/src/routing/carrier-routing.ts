import { type Clock, type Random, uniform } from '@klinke/foundation'
import type { Carrier } from '../carrier.ts'
import { FlapDamping } from './flap-damping.ts'
import { type PrefixRule, type PrefixRules, ruleFor, standingBy } from './prefix-rules.ts'
import { type PriceList, priceOf } from './rates.ts'

/** What is set about the ways of calls: plain memory that follows the database. */
export interface RoutingTables {
  readonly rules: PrefixRules
  /** The price list of a carrier; undefined: it has none. */
  prices(carrierId: string): PriceList | undefined
}

export interface CarrierRoutingParts {
  readonly tables: () => RoutingTables
  readonly clock: Pick<Clock, 'nowMs' | 'epochMs'>
  readonly random: Random
}

/** One carrier of those that may have a call, with why it stands where it does. */
export interface RoutedCarrier {
  readonly carrier: Carrier
  /** `down`: known to be out of service; `damped`: it comes and goes. */
  readonly state: 'steady' | 'damped' | 'down'
  /** A rule puts it before the others. */
  readonly isFirst: boolean
  /** Millionths of a euro for a minute; undefined: no price is known. */
  readonly microsPerMinute: number | undefined
}

export interface CarrierRoute {
  /** In the order in which they are tried. */
  readonly carriers: readonly RoutedCarrier[]
  /** The rule that the number fell under. */
  readonly rule: PrefixRule | undefined
}

/** What orders carriers of one standing; draws last, so that a share counts only among equals. */
interface Candidate extends RoutedCarrier {
  /** Place in line by chance; drawn when it is needed. */
  draw: number | undefined
}

const STATES = { steady: 0, damped: 1, down: 2 } as const
/** Of a carrier of which none is said. */
export const DEFAULT_SHARE = 100

/**
 * The order in which carriers are tried for a number: those in service first; among them by the rule for the number, by rank, by price, and
 * by chance according to their shares. Least-cost routing is carriers of one rank with price lists; priority routing is ranks.
 */
export class CarrierRouting {
  readonly #parts: CarrierRoutingParts
  readonly damping: FlapDamping

  constructor(parts: CarrierRoutingParts) {
    this.#parts = parts
    this.damping = new FlapDamping(parts.clock)
  }

  /** Carriers for a number, E.164 with `+`; a short code falls under no rule and has no price. */
  route(number: string, carriers: readonly Carrier[], isUp: (carrierId: string) => boolean): CarrierRoute {
    const digits = number.startsWith('+') ? number.slice(1) : ''
    const tables = this.#parts.tables()
    const rule = digits === '' ? undefined : ruleFor(tables.rules, digits)
    const nowMs = this.#parts.clock.epochMs()
    const candidates: Candidate[] = []
    for (const carrier of carriers) {
      const standing = standingBy(rule, carrier.id)
      if (standing === 'excluded') continue
      const list = digits === '' ? undefined : tables.prices(carrier.id)
      const microsPerMinute = list && priceOf(list, digits, nowMs)
      candidates.push({ carrier, state: this.#stateOf(carrier.id, isUp), isFirst: standing === 'first', microsPerMinute, draw: undefined })
    }
    return { carriers: candidates.sort((a, b) => this.#compare(a, b)), rule }
  }

  /** A call tells whether a carrier works. */
  seen(carrierId: string, works: boolean): void {
    this.damping.seen(carrierId, works)
  }

  #stateOf(carrierId: string, isUp: (carrierId: string) => boolean): RoutedCarrier['state'] {
    const works = isUp(carrierId)
    this.damping.seen(carrierId, works)
    if (!works) return 'down'
    return this.damping.isDamped(carrierId) ? 'damped' : 'steady'
  }

  #compare(a: Candidate, b: Candidate): number {
    return (
      STATES[a.state] - STATES[b.state] ||
      Number(b.isFirst) - Number(a.isFirst) ||
      a.carrier.priority - b.carrier.priority ||
      compareNumbers(a.microsPerMinute ?? Number.POSITIVE_INFINITY, b.microsPerMinute ?? Number.POSITIVE_INFINITY) ||
      compareNumbers(this.#drawOf(a), this.#drawOf(b)) ||
      (a.carrier.id < b.carrier.id ? -1 : 1)
    )
  }

  /**
   * A race of exponential clocks: the smallest draw is a carrier's with the probability of its share in the sum of all, and so on among the
   * rest (Efraimidis and Spirakis, weighted sampling without replacement). A share of 0 never wins against another one.
   */
  #drawOf(candidate: Candidate): number {
    const { share = DEFAULT_SHARE } = candidate.carrier
    candidate.draw ??= share === 0 ? Number.POSITIVE_INFINITY : -Math.log(1 - uniform(this.#parts.random)) / share
    return candidate.draw
  }
}

/** Also of infinities, whose difference is no number. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
