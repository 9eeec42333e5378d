import { setImmediate } from 'node:timers/promises'
import type { ReadRow, RowProblem } from '@klinke/platform'
import { beginOf, endOf, inOrder, isInTurn } from '../price-list.ts'
import { MAX_RATES, MAX_RATES_OF_PREFIX, type RateFields, TooManyRates } from '../rules.ts'

export const IMPORT_MODES = ['replace', 'merge'] as const
/** `replace`: the file is the whole list; `merge`: prefixes that are not in the file stay as they are. */
export type ImportMode = (typeof IMPORT_MODES)[number]

/** What an import would make of a price list. */
export interface PricePlan {
  /** The list as it is then, in order. */
  readonly after: readonly RateFields[]
  readonly created: number
  readonly changed: number
  /** As they are already, or twice in the file. */
  readonly skipped: number
  /** Of the list before, with no successor. */
  readonly removed: number
  /** Prices that hold at the same time as another one in the file. */
  readonly problems: readonly RowProblem[]
}

/** Prices looked at in one go; in between calls have their turn. */
const AT_A_TIME = 2_000

/**
 * Holds the rows of a file against the price list that is there, without keeping calls waiting. A list that comes ahead of its time takes over when it begins:
 * until then the prices before hold, those of a prefix until its first new one, those of others (`replace`) until the first of the file. Prices that are
 * over are forgotten. Throws `TooManyRates`.
 */
export async function planPrices(
  before: readonly RateFields[],
  rows: readonly ReadRow<RateFields>[],
  { mode, nowMs }: { readonly mode: ImportMode; readonly nowMs: number },
): Promise<PricePlan> {
  const { kept, twice, problems } = await withoutOverlaps(rows)
  const live = before.filter((rate) => endOf(rate) > nowMs)
  const begins = await firstBeginnings(kept)
  const fileBegins = begins.values().reduce((first, begin) => Math.min(first, begin), Number.POSITIVE_INFINITY)
  const stays: RateFields[] = []
  let shortened = 0
  await inPieces(live, (rate) => {
    const begin = begins.get(rate.prefix) ?? (mode === 'merge' ? Number.POSITIVE_INFINITY : fileBegins)
    if (beginOf(rate) >= begin || begin <= nowMs) return
    if (endOf(rate) > begin) shortened++
    stays.push(endOf(rate) > begin ? { ...rate, validUntil: new Date(begin).toISOString() } : rate)
  })
  const after = inOrder([...stays, ...kept])
  if (after.length > MAX_RATES) throw new TooManyRates()
  const gone = new Map<string, RateFields>()
  await inPieces(live, (rate) => gone.set(keyOf(rate), rate))
  let [created, same] = [0, 0]
  await inPieces(kept, (rate) => {
    const earlier = gone.get(keyOf(rate))
    if (earlier === undefined) created++
    else if (isSame(rate, earlier)) same++
    gone.delete(keyOf(rate))
  })
  await inPieces(stays, (rate) => gone.delete(keyOf(rate)))
  const changed = kept.length - created - same + shortened
  return { after, created, changed, skipped: same + twice, removed: gone.size, problems }
}

/** When the first price of each prefix begins; 0: it always held. */
async function firstBeginnings(rates: readonly RateFields[]): Promise<ReadonlyMap<string, number>> {
  const begins = new Map<string, number>()
  await inPieces(rates, (rate) => begins.set(rate.prefix, Math.min(begins.get(rate.prefix) ?? Number.POSITIVE_INFINITY, beginOf(rate))))
  return begins
}

async function inPieces<T>(items: Iterable<T>, look: (item: T) => void): Promise<void> {
  let count = 0
  for (const item of items) {
    look(item)
    if (++count % AT_A_TIME === 0) await setImmediate()
  }
}

interface Sorted {
  readonly kept: readonly RateFields[]
  readonly twice: number
  readonly problems: readonly RowProblem[]
}

/** The same row twice counts once; of rows that contradict each other none is taken. */
async function withoutOverlaps(rows: readonly ReadRow<RateFields>[]): Promise<Sorted> {
  const kept: RateFields[] = []
  const problems: RowProblem[] = []
  let twice = 0
  await inPieces(
    Map.groupBy(rows, ({ value }) => value.prefix),
    ([prefix, all]) => {
      const different = [...new Map(all.toReversed().map((each) => [JSON.stringify(each.value), each])).values()].toReversed()
      twice += all.length - different.length
      const rates = different.map(({ value }) => value)
      if (different.length > MAX_RATES_OF_PREFIX) problems.push(...different.map(({ row }) => ({ ...TOO_MANY, row, value: prefix })))
      else if (isInTurn(rates)) kept.push(...rates)
      else problems.push(...different.map(({ row }) => ({ ...OVERLAPS, row, value: prefix })))
    },
  )
  return { kept, twice, problems }
}

/** A price is another one when it begins at another time. */
function keyOf({ prefix, validFrom }: RateFields): string {
  return validFrom === null ? prefix : `${prefix} ${Date.parse(validFrom)}`
}

/** Of two that begin together. */
function isSame(one: RateFields, other: RateFields): boolean {
  return one.microsPerMinute === other.microsPerMinute && endOf(one) === endOf(other)
}

const TOO_MANY = {
  code: 'too-many-rates-of-prefix',
  field: 'prefix',
  text: {
    de: `Für einen Nummernanfang gibt es höchstens ${MAX_RATES_OF_PREFIX} Preise, die einander folgen.`,
    en: `A prefix has ${MAX_RATES_OF_PREFIX} prices that follow each other at most.`,
  },
} as const

const OVERLAPS = {
  code: 'rates-overlap',
  field: 'prefix',
  text: {
    de: 'Zwei Preise für diesen Nummernanfang gelten zur selben Zeit. Lassen Sie den einen enden, wenn der andere beginnt.',
    en: 'Two prices for this prefix hold at the same time. Let one end when the other begins.',
  },
} as const
