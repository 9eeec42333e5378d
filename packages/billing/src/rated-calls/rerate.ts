import type { Database, Tx } from '@klinke/platform'
import { replaceRatings } from './call-store.ts'
import { customerBooks, NO_BOOK } from './customer-book.ts'
import { type KeptCall, listRatedCalls } from './list-calls.ts'
import { TooManyToRerate } from './problems.ts'
import { CALLS_AT_A_TIME, type KeptMonth, type RatedAnew, ratedAnew, slices } from './rate-anew.ts'
import { monthsAround } from './rate-batch.ts'
import { holdRating } from './rating-job.ts'
import { nothingToSettle, type SettleRated } from './settle.ts'
import type { TariffBooks } from './tariff-books.ts'
import { bundleUses, putBundleUses } from './use-store.ts'

/** Calls of one customer and month that are rated anew at a time. */
const MAX_RERATED = 500_000

export interface RerateQuestion {
  readonly tenantId: string
  /** First day, ISO 8601. */
  readonly month: string
  readonly knownAtMs: number
  /** Keeps the result; else it is told only. */
  readonly apply: boolean
  /** Absent: nobody has taken money before. */
  readonly settle?: SettleRated
}

export interface Rerating extends Pick<RatedAnew, 'differences' | 'before' | 'after'> {
  /** Calls of the month that stand on no invoice: those that were rated anew. */
  readonly calls: number
  /** Calls that stand on an invoice, and stay as they are. */
  readonly invoiced: number
}

/**
 * Rates a customer's month anew by the tariffs and bundles of today, in the order of answers, whatever the order in which calls became known. What
 * stands on an invoice stays, with what bundles gave to it. Throws `TooManyToRerate`.
 */
export async function rerateMonth(
  database: Pick<Database, 'withOperator'>,
  books: TariffBooks,
  { tenantId, month, knownAtMs, apply, settle = nothingToSettle }: RerateQuestion,
): Promise<Rerating> {
  if (!apply) {
    // Who only asks keeps nobody from rating any longer than it reads.
    const read = await database.withOperator((tx) => readMonth(tx, books, tenantId, month))
    return toldOf(read, await ratedAnew(read, knownAtMs))
  }
  return database.withOperator(async (tx) => {
    const read = await readMonth(tx, books, tenantId, month)
    const anew = await ratedAnew(read, knownAtMs)
    for await (const slice of slices(anew.changed)) {
      await replaceRatings(tx, slice)
      await settle(tx, slice)
    }
    if (anew.changed.length > 0) await putBundleUses(tx, anew.uses)
    return toldOf(read, anew)
  })
}

interface ReadMonth extends KeptMonth {
  readonly invoiced: number
}

function toldOf({ open, invoiced }: ReadMonth, { differences, before, after }: RatedAnew): Rerating {
  return { calls: open.length, invoiced, differences, before, after }
}

/** Nobody else rates from here to the end of the transaction. */
async function readMonth(tx: Tx, books: TariffBooks, tenantId: string, month: string): Promise<ReadMonth> {
  await holdRating(tx)
  const all = await callsOf(tx, tenantId, month)
  const open = all.filter(({ invoiceId }) => invoiceId === null)
  const months = new Set<string>()
  for await (const slice of slices(open)) for (const each of monthsAround(slice.map(({ usage }) => usage))) months.add(each)
  const book = (await customerBooks(tx, books, [tenantId])).get(tenantId) ?? NO_BOOK
  return { tenantId, open, invoiced: all.length - open.length, book, used: await bundleUses(tx, [tenantId], [...months]) }
}

async function callsOf(tx: Tx, tenantId: string, month: string): Promise<readonly KeptCall[]> {
  const found: KeptCall[] = []
  for (;;) {
    const last = found.at(-1)?.usage
    const after = last && { endedAt: new Date(last.endedAtMs), usageId: last.id }
    const page = await listRatedCalls(tx, { tenantId, month, after, limit: CALLS_AT_A_TIME })
    found.push(...page)
    if (found.length > MAX_RERATED) throw new TooManyToRerate(MAX_RERATED)
    if (page.length < CALLS_AT_A_TIME) return found
  }
}
