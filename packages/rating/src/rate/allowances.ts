import type { UsedLeg } from '../leg.ts'
import type { Bundle } from '../tariff/tariff.ts'
import type { Month } from '../time/calendar.ts'
import type { DeclinedReason, Taken } from './rating.ts'

/** A bundle or flat as a customer has it in a month. */
export interface BookedBundle {
  readonly bundle: string
  /** For how many seats. */
  readonly seats: number
  /** Taken away for abuse: list price holds (BIL-04). */
  readonly isWithdrawn?: true
}

/** What a customer has booked in a month. */
export interface MonthTerms {
  /** Extensions that there are, to which a flat for all of them is held. */
  readonly extensions: number
  readonly bundles: readonly BookedBundle[]
}

export const NO_TERMS: MonthTerms = { extensions: 0, bundles: [] }

/** So much of a bundle is used up. */
export interface BundleUse {
  readonly month: Month
  readonly bundle: string
  /** Extension, where each has its own; else empty. */
  readonly seat: string
  readonly seconds: number
}

interface Together {
  /** Seats that have used something. */
  readonly seats: number
  readonly seconds: number
}

interface MonthState {
  readonly extensions: number
  readonly booked: ReadonlyMap<string, BookedBundle>
  /** By bundle and seat. */
  readonly used: Map<string, BundleUse>
  /** What all seats together have used, by bundle. */
  readonly together: Map<string, Together>
}

const NOTHING_USED: Together = { seats: 0, seconds: 0 }

/** What one customer's bundles still give, month by month. It is never less than nothing. */
export class Allowances {
  readonly #termsOf: (month: Month) => MonthTerms
  readonly #months = new Map<Month, MonthState>()
  readonly #changed = new Set<string>()

  /** `used`: what was used up before. */
  constructor(termsOf: (month: Month) => MonthTerms, used: Iterable<BundleUse> = []) {
    this.#termsOf = termsOf
    for (const use of used) keep(this.#month(use.month), use)
  }

  /**
   * Undefined: it is not booked. A reason: it is, and gives nothing to this leg. Else the seconds that are left for it. Where each seat has its own, all get no more
   * than the seats that are booked have together (BIL-04): an extension that is deleted within the month leaves to the next what it has not used. Where there is no
   * limit, so many seats have it as are booked. A call of no extension has that of one.
   */
  left(bundle: Bundle, month: Month, leg: UsedLeg): number | DeclinedReason | undefined {
    const { booked, extensions, used, together } = this.#month(month)
    const own = booked.get(bundle.id)
    if (own === undefined || own.seats <= 0) return undefined
    const objection = objectionTo(bundle, own, extensions, leg)
    if (objection !== undefined) return objection
    const size = bundle.of === 'seats' ? bundle.seconds * own.seats : bundle.seconds
    const gone = used.get(keyOf(bundle.id, seatOf(bundle, leg)))?.seconds ?? 0
    const left = Math.max(0, size - gone)
    if (bundle.of !== 'each-seat') return left
    const all = together.get(bundle.id) ?? NOTHING_USED
    const rest = Number.isFinite(size) ? Math.max(0, size * own.seats - all.seconds) : gone > 0 || all.seats < own.seats ? left : 0
    return left > 0 && rest === 0 ? 'more-seats' : Math.min(left, rest)
  }

  take(bundle: Bundle, month: Month, leg: UsedLeg, seconds: number): Taken {
    const state = this.#month(month)
    const seat = seatOf(bundle, leg)
    const key = keyOf(bundle.id, seat)
    keep(state, { month, bundle: bundle.id, seat, seconds: (state.used.get(key)?.seconds ?? 0) + seconds })
    this.#changed.add(`${month} ${key}`)
    return { bundle: bundle.id, seat, seconds }
  }

  /** Sums that have changed since it was made. */
  get changes(): readonly BundleUse[] {
    return [...this.#months].flatMap(([month, { used }]) =>
      [...used].flatMap(([key, use]) => (this.#changed.has(`${month} ${key}`) ? [use] : [])),
    )
  }

  #month(month: Month): MonthState {
    const known = this.#months.get(month)
    if (known !== undefined) return known
    const { extensions, bundles } = this.#termsOf(month)
    const state = {
      extensions,
      booked: new Map(bundles.map((own) => [own.bundle, own])),
      used: new Map<string, BundleUse>(),
      together: new Map<string, Together>(),
    }
    this.#months.set(month, state)
    return state
  }
}

/** A seat that gave back all that it had used is none of them any more: its months are rated anew. */
function keep({ used, together }: MonthState, use: BundleUse): void {
  const key = keyOf(use.bundle, use.seat)
  const before = used.get(key)?.seconds ?? 0
  used.set(key, use)
  const { seats, seconds } = together.get(use.bundle) ?? NOTHING_USED
  together.set(use.bundle, { seats: seats + Number(use.seconds > 0) - Number(before > 0), seconds: seconds + use.seconds - before })
}

function objectionTo(
  bundle: Bundle,
  own: BookedBundle,
  extensions: number,
  { origin, medium, called }: UsedLeg,
): DeclinedReason | undefined {
  if (own.isWithdrawn) return 'withdrawn'
  if (own.seats < bundle.leastSeats) return 'too-few-seats'
  if (bundle.allSeats && own.seats < extensions) return 'not-all-seats'
  if (!bundle.origins.includes(origin)) return 'origin'
  if (!bundle.media.includes(medium)) return 'medium'
  return bundle.exceptPrefixes.some((prefix) => called.startsWith(prefix)) ? 'excepted' : undefined
}

function seatOf({ of }: Bundle, { extensionId = '' }: UsedLeg): string {
  return of === 'each-seat' ? extensionId : ''
}

function keyOf(bundle: string, seat: string): string {
  return `${bundle} ${seat}`
}
