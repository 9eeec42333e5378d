import type { ReadRow, RowProblem } from '@klinke/platform'
import { inOrder, isInTurn } from '../price-list.ts'
import { MAX_RATES, type RateFields, TooManyRates } from '../rules.ts'

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

/** Holds the rows of a file against the price list that is there. Throws `TooManyRates`. */
export function planPrices(before: readonly RateFields[], rows: readonly ReadRow<RateFields>[], mode: ImportMode): PricePlan {
  const { kept, twice, problems } = withoutOverlaps(rows)
  const named = new Set(kept.map(({ prefix }) => prefix))
  const stays = mode === 'merge' ? before.filter(({ prefix }) => !named.has(prefix)) : []
  const after = inOrder([...stays, ...kept])
  if (after.length > MAX_RATES) throw new TooManyRates()
  const [old, now] = [byBeginning(before), byBeginning(after)]
  const written = kept.map((rate) => ({ rate, earlier: old.get(keyOf(rate)) }))
  const same = written.filter(({ rate, earlier }) => earlier !== undefined && isSame(rate, earlier)).length
  const created = written.filter(({ earlier }) => earlier === undefined).length
  return {
    ...{ after, created, changed: written.length - created - same, skipped: same + twice, problems },
    removed: before.filter((rate) => !now.has(keyOf(rate))).length,
  }
}

interface Sorted {
  readonly kept: readonly RateFields[]
  readonly twice: number
  readonly problems: readonly RowProblem[]
}

/** The same row twice counts once; of rows that contradict each other none is taken. */
function withoutOverlaps(rows: readonly ReadRow<RateFields>[]): Sorted {
  const kept: RateFields[] = []
  const problems: RowProblem[] = []
  let twice = 0
  for (const [prefix, all] of Map.groupBy(rows, ({ value }) => value.prefix)) {
    const different = all.filter(({ value }, place) => all.findIndex((other) => isSame(other.value, value)) === place)
    twice += all.length - different.length
    if (isInTurn(different.map(({ value }) => value))) kept.push(...different.map(({ value }) => value))
    else problems.push(...different.map(({ row }) => ({ ...OVERLAPS, row, value: prefix })))
  }
  return { kept, twice, problems }
}

function byBeginning(rates: readonly RateFields[]): ReadonlyMap<string, RateFields> {
  return new Map(rates.map((rate) => [keyOf(rate), rate]))
}

/** A price is another one when it begins at another time. */
function keyOf({ prefix, validFrom }: RateFields): string {
  return `${prefix} ${validFrom === null ? '' : Date.parse(validFrom)}`
}

function isSame(one: RateFields, other: RateFields): boolean {
  const ends = ({ validUntil }: RateFields): number => (validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil))
  return keyOf(one) === keyOf(other) && one.microsPerMinute === other.microsPerMinute && ends(one) === ends(other)
}

const OVERLAPS = {
  code: 'rates-overlap',
  field: 'prefix',
  text: {
    de: 'Zwei Preise für diesen Nummernanfang gelten zur selben Zeit. Lassen Sie den einen enden, wenn der andere beginnt.',
    en: 'Two prices for this prefix hold at the same time. Let one end when the other begins.',
  },
} as const
