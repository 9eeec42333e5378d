import { createHash } from 'node:crypto'
import type { Database, Tx } from '@klinke/platform'
import type { Rating } from '@klinke/rating'
import { replaceRatings } from './call-store.ts'
import { type CustomerBook, customerBooks, NO_BOOK } from './customer-book.ts'
import { countInvoiced, type KeptCall, laidOutCalls, layOutOpenCalls, openCalls } from './list-calls.ts'
import { TooManyToRerate } from './problems.ts'
import { CALLS_AT_A_TIME, type Difference, type KeptMonth, type RatedAnew, RatingAnew, ratedAnew, Taken } from './rate-anew.ts'
import { monthsAround } from './rate-batch.ts'
import { holdRating } from './rating-job.ts'
import { nothingToSettle, type SettleRated } from './settle.ts'
import type { TariffBooks } from './tariff-books.ts'
import { bundleUses, putBundleUses } from './use-store.ts'

/** Calls of one customer and month, without those on invoices, up to which it is told what would be different: they are all in memory at once. */
const MAX_ASKED = 500_000
/** Differences that are told. */
export const MAX_TOLD = 200

export interface RerateQuestion {
  readonly tenantId: string
  /** First day, ISO 8601. */
  readonly month: string
  readonly knownAtMs: number
  /** Keeps the result; else it is told only. */
  readonly apply: boolean
  /** Absent: nobody has taken money before. */
  readonly settle?: SettleRated
  /** Calls up to which it is told only; absent: half a million. */
  readonly most?: number
  /** Calls read at a time. */
  readonly atATime?: number
}

export interface Rerating extends Pick<RatedAnew, 'before' | 'after'> {
  /** Calls of the month that stand on no invoice: those that were rated anew. */
  readonly calls: number
  /** Calls that stand on an invoice, and stay as they are. */
  readonly invoiced: number
  /** Calls that would cost, or cost now, something else than before. */
  readonly different: number
  /** The first `MAX_TOLD` of them. */
  readonly differences: readonly Difference[]
}

/**
 * Rates a customer's month anew by the tariffs and bundles of today, in the order of answers, whatever the order in which calls became known. What
 * stands on an invoice stays, with what bundles gave to it. Throws `TooManyToRerate` for who asks only; what is kept may be any number of calls.
 */
export function rerateMonth(database: Pick<Database, 'withOperator'>, books: TariffBooks, question: RerateQuestion): Promise<Rerating> {
  return question.apply ? database.withOperator((tx) => keptAnew(tx, books, question)) : told(database, books, question)
}

/** Who only asks keeps nobody from rating any longer than it reads. */
async function told(database: Pick<Database, 'withOperator'>, books: TariffBooks, question: RerateQuestion): Promise<Rerating> {
  const { invoiced, ...month } = await database.withOperator((tx) => readMonth(tx, books, question))
  const { differences, before, after } = await ratedAnew(month, question.knownAtMs)
  const different = differences.length
  return { calls: month.open.length, invoiced, before, after, different, differences: differences.slice(0, MAX_TOLD) }
}

/** Nobody else rates from here to the end of the transaction. */
async function keptAnew(tx: Tx, books: TariffBooks, { settle, ...question }: RerateQuestion): Promise<Rerating> {
  await holdRating(tx)
  return rerateIn(tx, books, { ...question, keep: settle ?? nothingToSettle })
}

export interface RerateInQuestion extends Pick<RerateQuestion, 'tenantId' | 'month' | 'knownAtMs' | 'atATime'> {
  /** Told of what is kept, after `holdRating`; absent: nothing is kept, and the transaction is a snapshot. */
  readonly keep?: SettleRated
  /** Called after calls were read, and once more after they were rated. What it throws ends all. */
  readonly turn?: (calls: number) => Promise<void>
}

/** The calls are read twice, never all at once: there may be millions. Once in a transaction. */
export async function rerateIn(tx: Tx, books: TariffBooks, question: RerateInQuestion): Promise<Rerating & { readonly digest: string }> {
  const { tenantId, month, knownAtMs, atATime = CALLS_AT_A_TIME, keep, turn } = question
  await layOutOpenCalls(tx, { tenantId, month })
  const taken = new Taken()
  const months = new Set<string>()
  for await (const page of laidOutCalls(tx, atATime)) {
    taken.add(page)
    addMonths(months, page)
    await turn?.(page.length)
  }
  const without = taken.from(await bundleUses(tx, [tenantId], [...months]))
  const anew = new RatingAnew({ tenantId, book: await bookOf(tx, books, tenantId), without }, knownAtMs)
  let [calls, different] = [0, 0]
  const differences: Difference[] = []
  const digest = createHash('sha256')
  for await (const page of laidOutCalls(tx, atATime)) {
    const { changed, differences: found } = anew.rate(page)
    if (keep !== undefined) {
      await replaceRatings(tx, changed)
      await keep(tx, changed)
    }
    for (const each of found) digest.update(lineOf(each))
    calls += page.length
    different += found.length
    differences.push(...found.slice(0, MAX_TOLD - differences.length))
    await turn?.(page.length)
  }
  if (keep !== undefined && different > 0) await putBundleUses(tx, anew.uses)
  const { before, after } = anew
  const invoiced = await countInvoiced(tx, tenantId, month)
  return { calls, invoiced, before, after, different, differences, digest: digest.digest('base64') }
}

/** What of a difference matters to whoever looks at it: which call, and its price before and after. */
function lineOf({ before: { usage, rating }, after }: Difference): string {
  return `${usage.id} ${priceIn(rating)} ${priceIn(after)}\n`
}

function priceIn(rating: Rating): string {
  return rating.outcome === 'rated' ? `${rating.amount} ${rating.currency}` : rating.outcome
}

/** Nobody else rates from here to the end of the transaction. */
async function readMonth(
  tx: Tx,
  books: TariffBooks,
  { tenantId, month, most = MAX_ASKED, atATime = CALLS_AT_A_TIME }: RerateQuestion,
): Promise<KeptMonth & { readonly invoiced: number }> {
  await holdRating(tx)
  const open: KeptCall[] = []
  const months = new Set<string>()
  for await (const page of openCalls(tx, { tenantId, month, atATime })) {
    for (const call of page) open.push(call)
    if (open.length > most) throw new TooManyToRerate(most)
    addMonths(months, page)
  }
  const [invoiced, used] = [await countInvoiced(tx, tenantId, month), await bundleUses(tx, [tenantId], [...months])]
  return { tenantId, open, invoiced, book: await bookOf(tx, books, tenantId), used }
}

function addMonths(months: Set<string>, calls: readonly KeptCall[]): void {
  for (const each of monthsAround(calls.map(({ usage }) => usage))) months.add(each)
}

async function bookOf(tx: Tx, books: TariffBooks, tenantId: string): Promise<CustomerBook> {
  return (await customerBooks(tx, books, [tenantId])).get(tenantId) ?? NO_BOOK
}
