import type { Tx } from '@klinke/platform'
import { type Month, type MonthTerms, NO_TERMS, type Rounding, TariffTimeline, type TariffVersion } from '@klinke/rating'
import { type Assignment, listAssignments } from './assignment-store.ts'
import type { TariffBooks } from './tariff-books.ts'
import { listVersions, type StoredVersion } from './tariff-store.ts'

/** What one customer's calls are rated by, over all time. */
export interface CustomerBook {
  readonly tariffs: TariffTimeline
  /** Of the version that holds when a call is answered; calls that none holds for are not rounded either. */
  readonly roundingAt: (epochMs: number) => Rounding
  readonly termsOf: (month: Month) => MonthTerms
  /** For months of calls that no tariff holds for. */
  readonly timeZone: string
}

const NO_ROUNDING: Rounding = { where: 'line', mode: 'half-up' }
const DEFAULT_TIME_ZONE = 'Europe/Berlin'

/** A customer without tariff: all its calls are put aside until it has one. */
export const NO_BOOK: CustomerBook = {
  tariffs: new TariffTimeline([]),
  roundingAt: () => NO_ROUNDING,
  termsOf: () => NO_TERMS,
  timeZone: DEFAULT_TIME_ZONE,
}

/** By customer; who has no tariff is not among them. `sinceMs`: only what holds then or later, for who never looks back. */
export async function customerBooks(
  tx: Tx,
  books: TariffBooks,
  tenantIds?: readonly string[],
  sinceMs?: number,
): Promise<ReadonlyMap<string, CustomerBook>> {
  await books.refresh(tx)
  const assigned = Map.groupBy(await listAssignments(tx, tenantIds), ({ tenantId }) => tenantId)
  const tariffIds = new Set([...assigned.values()].flatMap((own) => own.map(({ tariffId }) => tariffId)))
  const versions = Map.groupBy(await listVersions(tx, [...tariffIds]), ({ tariffId }) => tariffId)
  const found = new Map<string, CustomerBook>()
  const overBy = sinceMs === undefined ? '' : lastDayOver(sinceMs)
  for (const [tenantId, own] of assigned) found.set(tenantId, await customerBook(tx, books, own, versions, overBy))
  return found
}

async function customerBook(
  tx: Tx,
  books: TariffBooks,
  own: readonly Assignment[],
  versions: ReadonlyMap<string, readonly StoredVersion[]>,
  overBy: string,
): Promise<CustomerBook> {
  const held: TariffVersion[] = []
  const roundings = new Map<string, Rounding>()
  let timeZone = DEFAULT_TIME_ZONE
  for (const [index, { tariffId, validFrom }] of own.entries()) {
    const next = own[index + 1]
    for (const { id } of versionsAfter(overBy, versions.get(tariffId) ?? [], next)) {
      const book = await books.book(tx, id)
      if (book === undefined) continue
      timeZone = book.tariff.clock.timeZone
      const untilMs = next === undefined ? Number.POSITIVE_INFINITY : startOf(next.validFrom, timeZone)
      roundings.set(id, book.rounding)
      const version = { id, tariff: book.tariff, fromMs: startOf(validFrom, timeZone), untilMs }
      if (Math.max(version.fromMs, book.tariff.fromMs) < untilMs) held.push(version)
    }
  }
  const tariffs = new TariffTimeline(held)
  return {
    ...{ tariffs, timeZone },
    roundingAt: (epochMs) => roundings.get(tariffs.at(epochMs)?.id ?? '') ?? NO_ROUNDING,
    termsOf: (month) => termsIn(own, month),
  }
}

/** Of a tariff's versions, in the order of time, those that still held after a day (ISO 8601). A version is over with the next one, or the customer's next tariff. */
export function versionsAfter<Version extends Pick<StoredVersion, 'validFrom' | 'validUntil'>>(
  day: string,
  versions: readonly Version[],
  next: Pick<Assignment, 'validFrom'> | undefined,
): readonly Version[] {
  if (next !== undefined && next.validFrom <= day) return []
  return versions.filter(({ validUntil }, index) => {
    const following = versions[index + 1]
    return (validUntil === null || validUntil > day) && (following === undefined || following.validFrom > day)
  })
}

/** Two days, so that the day is over wherever on earth a tariff has its time. */
const OVER_EVERYWHERE_MS = 2 * 86_400_000
const DAY_LENGTH = 10

function lastDayOver(sinceMs: number): string {
  return new Date(sinceMs - OVER_EVERYWHERE_MS).toISOString().slice(0, DAY_LENGTH)
}

/**
 * What is booked at the change of a month holds for it (BIL-04), for the most seats that there are within it, as it is charged; who becomes a customer within it has
 * what was booked first.
 */
export function termsIn(own: readonly Assignment[], month: Month): MonthTerms {
  const firstDay = `${month}-01`
  const at = own.findLast(({ validFrom }) => validFrom <= firstDay) ?? own.find(({ validFrom }) => validFrom.startsWith(month))
  if (at === undefined) return NO_TERMS
  const later = own.filter(({ validFrom, tariffId }) => validFrom.startsWith(month) && validFrom > at.validFrom && tariffId === at.tariffId)
  const bundles = at.bundles.map(({ bundle, seats, isWithdrawn }) => ({
    bundle,
    seats: Math.max(
      seats,
      ...later.flatMap((further) => further.bundles.filter((each) => each.bundle === bundle).map((each) => each.seats)),
    ),
    ...(isWithdrawn && { isWithdrawn: true as const }),
  }))
  return { extensions: at.extensions, bundles }
}

function startOf(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
}
