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
  /** The calls that are different, and what bundles have given afterwards. */
  readonly changed: readonly RatedCall[]
  readonly uses: readonly CustomerUse[]
}

/** In the order of answers, with bundles as they were before any of these calls. */
export async function ratedAnew({ tenantId, open, book, used }: KeptMonth, knownAtMs: number): Promise<RatedAnew> {
  const without = await withoutTheirs(used, open)
  const allowances = new Allowances(book.termsOf, without)
  const months = new Months()
  const differences: Difference[] = []
  const changed: RatedCall[] = []
  let [before, after] = [0n, 0n]
  for await (const slice of slices(await inOrder(open)))
    for (const call of slice) {
      const { usage } = call
      const rounding = book.roundingAt(usage.answeredAtMs ?? usage.endedAtMs)
      const rating = rateLeg(usage, { tariffs: book.tariffs, allowances, rounding, knownAtMs })
      before += amountOf(call.rating)
      after += amountOf(rating)
      if (sameRating(call.rating, rating)) continue
      differences.push({ before: call, after: rating })
      changed.push({ usage, rating, month: months.firstDay(usage, book.timeZone) })
    }
  return { differences, before, after, changed, uses: usesAfter(tenantId, allowances, without) }
}

/** Piece by piece, with a turn for others between two. */
export async function* slices<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
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

async function withoutTheirs(used: readonly CustomerUse[], calls: readonly KeptCall[]): Promise<readonly CustomerUse[]> {
  const theirs = new Map<string, number>()
  for await (const slice of slices(calls))
    for (const { rating } of slice)
      if (rating.outcome === 'rated')
        for (const { month, taken } of rating.pieces)
          for (const { bundle, seat, seconds } of taken) {
            const key = keyOf({ month, bundle, seat })
            theirs.set(key, (theirs.get(key) ?? 0) + seconds)
          }
  return used.map((use) => ({ ...use, seconds: Math.max(0, use.seconds - (theirs.get(keyOf(use)) ?? 0)) }))
}

function usesAfter(tenantId: string, allowances: Allowances, without: readonly CustomerUse[]): readonly CustomerUse[] {
  const changed = allowances.changes.map((use) => ({ tenantId, ...use }))
  const isChanged = new Set(changed.map(keyOf))
  // What nothing is taken from any more goes back, too.
  return [...changed, ...without.filter((use) => !isChanged.has(keyOf(use)))]
}

function keyOf({ month, bundle, seat }: Pick<CustomerUse, 'month' | 'bundle' | 'seat'>): string {
  return `${month} ${bundle} ${seat}`
}

function amountOf(rating: Rating): Sixtieths {
  return rating.outcome === 'rated' ? rating.amount : 0n
}
