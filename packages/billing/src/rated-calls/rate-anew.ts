import { setImmediate } from 'node:timers/promises'
import { Allowances, type Rating, rateLeg, type Sixtieths } from '@klinke/rating'
import type { CustomerBook } from './customer-book.ts'
import type { KeptCall } from './list-calls.ts'
import { Months, type RatedCall } from './rated-call.ts'
import { sameRating } from './same-rating.ts'
import type { CustomerUse } from './use-store.ts'

/** Calls read, rated or kept between two turns of what else this thread does, which is telephone calls. */
export const CALLS_AT_A_TIME = 2_000

/** A call that would cost, or costs now, something else than before. */
export interface Difference {
  readonly before: KeptCall
  readonly after: Rating
}

/** A customer's month as it is kept. */
export interface KeptMonth {
  readonly tenantId: string
  /** Calls that stand on no invoice. */
  readonly open: readonly KeptCall[]
  readonly book: CustomerBook
  /** What bundles have given, to these calls and to others. */
  readonly used: readonly CustomerUse[]
}

export interface RatedAnew {
  readonly differences: readonly Difference[]
  readonly before: Sixtieths
  readonly after: Sixtieths
}

/** In the order of answers, with bundles as they were before any of these calls. */
export async function ratedAnew({ open, book, used, ...customer }: KeptMonth, knownAtMs: number): Promise<RatedAnew> {
  const taken = new Taken()
  for await (const slice of slices(open)) taken.add(slice)
  const anew = new RatingAnew({ ...customer, book, without: taken.from(used) }, knownAtMs)
  const differences: Difference[] = []
  for await (const slice of slices(await inOrder(open))) for (const each of anew.rate(slice).differences) differences.push(each)
  return { differences, before: anew.before, after: anew.after }
}

/** Rates calls of a customer anew, in the order in which they are given to it, with what bundles have left after those before. */
export class RatingAnew {
  readonly #tenantId: string
  readonly #book: CustomerBook
  readonly #without: readonly CustomerUse[]
  readonly #knownAtMs: number
  readonly #allowances: Allowances
  readonly #months = new Months()
  #before: Sixtieths = 0n
  #after: Sixtieths = 0n

  /** `without`: what bundles have given to other calls than these. */
  constructor(
    { tenantId, book, without }: Omit<KeptMonth, 'open' | 'used'> & { readonly without: readonly CustomerUse[] },
    knownAtMs: number,
  ) {
    this.#tenantId = tenantId
    this.#book = book
    this.#without = without
    this.#knownAtMs = knownAtMs
    this.#allowances = new Allowances(book.termsOf, without)
  }

  /** The calls that are different, how, and as they are to be kept. */
  rate(calls: readonly KeptCall[]): { readonly differences: readonly Difference[]; readonly changed: readonly RatedCall[] } {
    const differences: Difference[] = []
    const changed: RatedCall[] = []
    const { tariffs, timeZone } = this.#book
    for (const call of calls) {
      const { usage } = call
      const rounding = this.#book.roundingAt(usage.answeredAtMs ?? usage.endedAtMs)
      const rating = rateLeg(usage, { tariffs, allowances: this.#allowances, rounding, knownAtMs: this.#knownAtMs })
      this.#before += amountOf(call.rating)
      this.#after += amountOf(rating)
      if (sameRating(call.rating, rating)) continue
      differences.push({ before: call, after: rating })
      changed.push({ usage, rating, month: this.#months.firstDay(usage, timeZone) })
    }
    return { differences, changed }
  }

  /** What all calls cost before. */
  get before(): Sixtieths {
    return this.#before
  }

  /** What they cost now. */
  get after(): Sixtieths {
    return this.#after
  }

  /** What bundles have given afterwards. */
  get uses(): readonly CustomerUse[] {
    const changed = this.#allowances.changes.map((use) => ({ tenantId: this.#tenantId, ...use }))
    const isChanged = new Set(changed.map(keyOf))
    // What nothing is taken from any more goes back, too.
    return [...changed, ...this.#without.filter((use) => !isChanged.has(keyOf(use)))]
  }
}

/** What calls have taken from bundles. */
export class Taken {
  readonly #seconds = new Map<string, number>()

  add(calls: readonly KeptCall[]): void {
    for (const { rating } of calls)
      if (rating.outcome === 'rated')
        for (const { month, taken } of rating.pieces)
          for (const { bundle, seat, seconds } of taken) {
            const key = keyOf({ month, bundle, seat })
            this.#seconds.set(key, (this.#seconds.get(key) ?? 0) + seconds)
          }
  }

  /** What is left of the uses without them. */
  from(used: readonly CustomerUse[]): readonly CustomerUse[] {
    return used.map((use) => ({ ...use, seconds: Math.max(0, use.seconds - (this.#seconds.get(keyOf(use)) ?? 0)) }))
  }
}

/** Piece by piece, with a turn for others between two. */
async function* slices<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < all.length; from += CALLS_AT_A_TIME) {
    if (from > 0) await setImmediate()
    yield all.slice(from, from + CALLS_AT_A_TIME)
  }
}

const HOUR_MS = 3_600_000

/** By the answer. Hour by hour: to sort a whole month keeps others waiting. */
async function inOrder(calls: readonly KeptCall[]): Promise<readonly KeptCall[]> {
  const hours = [...Map.groupBy(calls, ({ usage }) => Math.floor(timeOf(usage) / HOUR_MS))].sort(([one], [other]) => one - other)
  const ordered: KeptCall[] = []
  for (const [, ofHour] of hours) {
    for (const call of ofHour.sort(byAnswer)) ordered.push(call)
    await setImmediate()
  }
  return ordered
}

function byAnswer({ usage: a }: KeptCall, { usage: b }: KeptCall): number {
  return timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)
}

function timeOf({ answeredAtMs, endedAtMs }: KeptCall['usage']): number {
  return answeredAtMs ?? endedAtMs
}

function keyOf({ month, bundle, seat }: Pick<CustomerUse, 'month' | 'bundle' | 'seat'>): string {
  return `${month} ${bundle} ${seat}`
}

function amountOf(rating: Rating): Sixtieths {
  return rating.outcome === 'rated' ? rating.amount : 0n
}
