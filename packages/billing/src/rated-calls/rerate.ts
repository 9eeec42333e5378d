import type { Tx } from '@klinke/platform'
import { Allowances, type Rating, rateLeg, type Sixtieths } from '@klinke/rating'
import { replaceRatings } from './call-store.ts'
import { customerBooks, NO_BOOK } from './customer-book.ts'
import { type KeptCall, listRatedCalls } from './list-calls.ts'
import { TooManyToRerate } from './problems.ts'
import { monthsAround } from './rate-batch.ts'
import { Months, type RatedCall } from './rated-call.ts'
import { holdRating } from './rating-job.ts'
import type { TariffBooks } from './tariff-books.ts'
import { bundleUses, type CustomerUse, putBundleUses } from './use-store.ts'

/** Calls of one customer and month that are rated anew at a time. */
export const MAX_RERATED = 500_000

/** A call that would cost, or costs now, something else than before. */
export interface Difference {
  readonly before: KeptCall
  readonly after: Rating
}

export interface Rerating {
  /** Calls of the month that stand on no invoice: those that were rated anew. */
  readonly calls: number
  /** Calls that stand on an invoice, and stay as they are. */
  readonly invoiced: number
  readonly differences: readonly Difference[]
  readonly before: Sixtieths
  readonly after: Sixtieths
}

/**
 * Rates a customer's month anew by the tariffs and bundles of today, in the order of answers, whatever the order in which calls became known. What
 * stands on an invoice stays, with what bundles gave to it. `apply` keeps the result; else it is told only. Throws `TooManyToRerate`.
 */
export async function rerateMonth(
  tx: Tx,
  tenantId: string,
  month: string,
  books: TariffBooks,
  knownAtMs: number,
  apply: boolean,
): Promise<Rerating> {
  await holdRating(tx)
  const all = await listRatedCalls(tx, { tenantId, month, limit: MAX_RERATED + 1 })
  if (all.length > MAX_RERATED) throw new TooManyToRerate(MAX_RERATED)
  const open = all.filter(({ invoiceId }) => invoiceId === null).toSorted(byAnswer)
  const { rated, uses } = await rateAnew(tx, tenantId, open, books, knownAtMs)
  const differences = open.flatMap((before, index): readonly Difference[] => {
    const after = rated[index]?.rating
    return after === undefined || isSame(before.rating, after) ? [] : [{ before, after }]
  })
  if (apply && differences.length > 0) {
    const changed = new Set(differences.map(({ before }) => before.usage.id))
    await replaceRatings(
      tx,
      rated.filter(({ usage }) => changed.has(usage.id)),
    )
    await putBundleUses(tx, uses)
  }
  return {
    ...{ calls: open.length, invoiced: all.length - open.length, differences },
    before: sumOf(open.map(({ rating }) => rating)),
    after: sumOf(rated.map(({ rating }) => rating)),
  }
}

/** With bundles as they were before any of these calls. */
async function rateAnew(
  tx: Tx,
  tenantId: string,
  calls: readonly KeptCall[],
  books: TariffBooks,
  knownAtMs: number,
): Promise<{ readonly rated: readonly RatedCall[]; readonly uses: readonly CustomerUse[] }> {
  const book = (await customerBooks(tx, books, [tenantId])).get(tenantId) ?? NO_BOOK
  const used = await bundleUses(tx, [tenantId], monthsAround(calls.map(({ usage }) => usage)))
  const without = withoutTheirs(used, calls)
  const allowances = new Allowances(book.termsOf, without)
  const months = new Months()
  const rated = calls.map(({ usage }): RatedCall => {
    const rounding = book.roundingAt(usage.answeredAtMs ?? usage.endedAtMs)
    const rating = rateLeg(usage, { tariffs: book.tariffs, allowances, rounding, knownAtMs })
    return { usage, rating, month: months.firstDay(usage, book.timeZone) }
  })
  const changed = allowances.changes.map((use) => ({ tenantId, ...use }))
  const isChanged = new Set(changed.map(keyOf))
  // What nothing is taken from any more goes back, too.
  return { rated, uses: [...changed, ...without.filter((use) => !isChanged.has(keyOf(use)))] }
}

function withoutTheirs(used: readonly CustomerUse[], calls: readonly KeptCall[]): readonly CustomerUse[] {
  const theirs = new Map<string, number>()
  for (const { rating } of calls)
    if (rating.outcome === 'rated')
      for (const { month, taken } of rating.pieces)
        for (const { bundle, seat, seconds } of taken) {
          const key = keyOf({ month, bundle, seat })
          theirs.set(key, (theirs.get(key) ?? 0) + seconds)
        }
  return used.map((use) => ({ ...use, seconds: Math.max(0, use.seconds - (theirs.get(keyOf(use)) ?? 0)) }))
}

function keyOf({ month, bundle, seat }: Pick<CustomerUse, 'month' | 'bundle' | 'seat'>): string {
  return `${month} ${bundle} ${seat}`
}

function byAnswer({ usage: a }: KeptCall, { usage: b }: KeptCall): number {
  return (a.answeredAtMs ?? a.endedAtMs) - (b.answeredAtMs ?? b.endedAtMs) || (a.id < b.id ? -1 : 1)
}

/** What a customer would notice; what names and numbers of rows say besides is not compared. */
function isSame(a: Rating, b: Rating): boolean {
  return JSON.stringify(a, exactly) === JSON.stringify(b, exactly)
}

function exactly(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value
}

function sumOf(ratings: readonly Rating[]): Sixtieths {
  return ratings.reduce((sum, rating) => (rating.outcome === 'rated' ? sum + rating.amount : sum), 0n)
}
