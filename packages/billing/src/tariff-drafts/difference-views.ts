import { z } from 'zod'
import { type Differences, OTHER_PARTS, type PriceDifference, ZONE_PARTS } from './differences.ts'
import { words } from './route-parts.ts'
import { priceView, viewOfPrice } from './zones.ts'

/** Of each kind at most; the counts count all. */
const MOST_SHOWN = 1_000

const DIRECTIONS = ['dearer', 'cheaper', 'mixed', 'new', 'gone'] as const
const direction = z.enum(DIRECTIONS).describe('"mixed": dearer for some calls and cheaper for others')
const counts = z.object({ dearer: z.int(), cheaper: z.int(), mixed: z.int(), new: z.int(), gone: z.int() })

/** What becomes otherwise, as the API tells it. */
export const differenceView = z.object({
  comparedWith: z.uuid().nullable().describe('The version before; null: there is none'),
  prices: z
    .array(z.object({ zone: z.string(), name: words, direction, before: priceView.nullable(), after: priceView.nullable() }))
    .describe(`At most ${MOST_SHOWN}, with the increments by which they are counted`),
  prefixes: z
    .array(
      z.object({
        prefix: z.string(),
        before: z.string().nullable().describe('Zone; null: calls there had no price'),
        after: z.string().nullable(),
        direction,
      }),
    )
    .describe(`At most ${MOST_SHOWN}: numbers that get another zone`),
  zones: z
    .array(z.object({ zone: z.string(), name: words, parts: z.array(z.enum(ZONE_PARTS)) }))
    .describe(
      `At most ${MOST_SHOWN}: zones whose prices come in another order ("order": the first that applies holds), that somebody else bills, or of another kind`,
    ),
  others: z.array(z.enum(OTHER_PARTS)).describe('What else is not as it was'),
  priceCounts: counts,
  prefixCounts: counts,
})

export function viewOfDifferences(
  { zones, prices, prefixes, others }: Differences,
  comparedWith: string | null,
): z.infer<typeof differenceView> {
  const price = (found: PriceDifference['before']) => (found === undefined ? null : viewOfPrice(found))
  return {
    comparedWith,
    prices: prices.slice(0, MOST_SHOWN).map(({ zone, name, direction: way, before, after }) => ({
      ...{ zone, name, direction: way, before: price(before), after: price(after) },
    })),
    prefixes: prefixes.slice(0, MOST_SHOWN).map(({ prefix, before, after, direction: way }) => ({
      ...{ prefix, before: before ?? null, after: after ?? null, direction: way },
    })),
    zones: zones.slice(0, MOST_SHOWN).map(({ zone, name, parts }) => ({ zone, name, parts: [...parts] })),
    others: [...others],
    priceCounts: counted(prices),
    prefixCounts: counted(prefixes),
  }
}

function counted(found: readonly { readonly direction: (typeof DIRECTIONS)[number] }[]): z.infer<typeof counts> {
  const of = (way: (typeof DIRECTIONS)[number]) => found.filter((each) => each.direction === way).length
  return { dearer: of('dearer'), cheaper: of('cheaper'), mixed: of('mixed'), new: of('new'), gone: of('gone') }
}
