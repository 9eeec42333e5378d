import { DAYS, MEDIA, ORIGINS, ROUNDING_MODES, ZONE_KINDS } from '@klinke/rating'
import { z } from 'zod'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { words } from './route-parts.ts'

const OF = ['customer', 'seats', 'each-seat'] as const

/** Included minutes or a flat rate; what it does not say is null. */
const bundleView = z.object({
  id: z.string(),
  item: z.string().nullable().describe('The product item that books it; null: the one of the same id'),
  name: words,
  zones: z.array(z.string()).nullable(),
  kinds: z.array(z.enum(ZONE_KINDS)).nullable(),
  countries: z.array(z.string()).nullable(),
  origins: z.array(z.enum(ORIGINS)),
  media: z.array(z.enum(MEDIA)),
  seconds: z.number().nullable().describe('A month; null: no limit'),
  of: z.enum(OF),
  leastSeats: z.number().nullable(),
  allSeats: z.boolean(),
  exceptPrefixes: z.array(z.string()).nullable(),
})

type Bundle = NonNullable<TariffDocument['bundles']>[number]

function viewOfBundle(bundle: Bundle): z.infer<typeof bundleView> {
  const { item = null, zones = null, kinds = null, countries = null, leastSeats = null, allSeats = false, exceptPrefixes = null } = bundle
  return { ...bundle, item, zones, kinds, countries, leastSeats, allSeats, exceptPrefixes }
}

/** What is otherwise told of a version: but for its zones and prefixes. */
export const documentFacts = z.object({
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  currency: z.string(),
  timeZone: z.string(),
  priceAt: z.enum(['start', 'split']),
  increment: z.object({ firstSeconds: z.number(), thenSeconds: z.number() }),
  rounding: z.object({ where: z.enum(['call', 'line']), mode: z.enum(ROUNDING_MODES) }),
  periods: z.array(z.object({ name: z.string(), days: z.array(z.enum(DAYS)), from: z.string(), until: z.string() })),
  holidays: z.array(z.string()),
  zones: z.int(),
  prefixes: z.int(),
  bundles: z.array(bundleView).describe('In the order in which they are used up'),
})

/** What a document says in sum. */
export function factsOf(document: TariffDocument): z.infer<typeof documentFacts> {
  const {
    validFrom,
    validUntil,
    currency,
    timeZone,
    priceAt,
    increment,
    rounding,
    periods = [],
    holidays = [],
    zones,
    prefixes,
    bundles = [],
  } = document
  return {
    ...{ validFrom, validUntil: validUntil ?? null, currency, timeZone, priceAt, increment, rounding, periods, holidays },
    ...{ zones: zones.length, prefixes: prefixes.length, bundles: bundles.map(viewOfBundle) },
  }
}
