import type { Tx } from '@klinke/platform'
import { Allowances, rateLeg } from '@klinke/rating'
import type { Usage } from '../usage.ts'
import { insertRatedCalls, knownUsage } from './call-store.ts'
import { type CustomerBook, customerBooks, NO_BOOK } from './customer-book.ts'
import { Months, type RatedCall } from './rated-call.ts'
import { nothingToSettle, type SettleRated } from './settle.ts'
import type { TariffBooks } from './tariff-books.ts'
import { bundleUses, putBundleUses } from './use-store.ts'

const MONTH_LENGTH = 7

/** Rates what is new among these legs, in their order, and keeps it with what bundles gave. What was rated before is passed over. */
export async function rateBatch(
  tx: Tx,
  usage: readonly Usage[],
  books: TariffBooks,
  knownAtMs: number,
  settle: SettleRated = nothingToSettle,
): Promise<number> {
  const known = await knownUsage(
    tx,
    usage.map(({ id }) => id),
  )
  const fresh = [...new Map(usage.map((leg) => [leg.id, leg])).values()].filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return 0
  const customers = await customersOf(tx, fresh, books)
  const months = new Months()
  const rated = fresh.map((leg): RatedCall => {
    const { book, allowances } = customers.get(leg.tenantId) ?? { book: NO_BOOK, allowances: new Allowances(NO_BOOK.termsOf) }
    const rounding = book.roundingAt(leg.answeredAtMs ?? leg.endedAtMs)
    const rating = rateLeg(leg, { tariffs: book.tariffs, allowances, rounding, knownAtMs })
    return { usage: leg, rating, month: months.firstDay(leg, book.timeZone) }
  })
  await insertRatedCalls(tx, rated)
  await putBundleUses(
    tx,
    [...customers].flatMap(([tenantId, { allowances }]) => allowances.changes.map((use) => ({ tenantId, ...use }))),
  )
  await settle(tx, rated)
  return fresh.length
}

interface Customer {
  readonly book: CustomerBook
  readonly allowances: Allowances
}

/** The customers of these legs, with what their bundles still give in the months that the legs touch. */
async function customersOf(tx: Tx, legs: readonly Usage[], books: TariffBooks): Promise<ReadonlyMap<string, Customer>> {
  const tenantIds = [...new Set(legs.map(({ tenantId }) => tenantId))]
  const found = await customerBooks(tx, books, tenantIds)
  const uses = Map.groupBy(await bundleUses(tx, tenantIds, monthsAround(legs)), ({ tenantId }) => tenantId)
  return new Map(
    tenantIds.map((tenantId) => {
      const book = found.get(tenantId) ?? NO_BOOK
      return [tenantId, { book, allowances: new Allowances(book.termsOf, uses.get(tenantId)) }] as const
    }),
  )
}

const A_DAY_MS = 86_400_000

/** All months, `2026-11`, in which the legs may be anywhere on earth. */
export function monthsAround(legs: Iterable<Pick<Usage, 'answeredAtMs' | 'endedAtMs'>>): readonly string[] {
  const months = new Set<string>()
  // Beyond are times that cannot be: such legs use up nothing.
  for (const { answeredAtMs, endedAtMs } of legs)
    for (const ms of [(answeredAtMs ?? endedAtMs) - A_DAY_MS, answeredAtMs ?? endedAtMs, endedAtMs, endedAtMs + A_DAY_MS])
      if (Math.abs(ms) < Date.UTC(9999, 0)) months.add(new Date(ms).toISOString().slice(0, MONTH_LENGTH))
  return [...months].filter((month) => /^\d{4}-\d\d$/.test(month))
}
