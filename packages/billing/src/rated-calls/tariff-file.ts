import { inBoth } from '@klinke/platform'
import {
  checkTariff,
  DAYS,
  faultWords,
  MEDIA,
  ORIGINS,
  PRICE_AT,
  ROUNDING_MODES,
  type Rounding,
  type TariffData,
  type TariffFault,
  ZONE_KINDS,
} from '@klinke/rating'
import { z } from 'zod'

/** Prefixes of one tariff; price lists for the whole world have up to 200,000. */
const MAX_PREFIXES = 250_000
const MAX_ZONES = 5_000
const MAX_PRICES = 100
export const MAX_BUNDLES = 200
export const MAX_PERIODS = 100
export const MAX_LIST = 500
/** Octets of a tariff as it is uploaded. */
export const MAX_TARIFF_OCTETS = 32 * 1_048_576

const name = z.string().trim().min(1).max(100)
export const tariffId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,59}$/,
    inBoth({ en: 'must be small letters, digits and hyphens', de: 'muss aus kleinen Buchstaben, Ziffern und Bindestrichen bestehen' }),
  )
const words = z.strictObject({ de: name, en: name })
const date = z
  .string()
  .max(10)
  .meta({ examples: ['2026-01-01'] })
const amount = z.string().max(24).describe('Decimal with at most six places, such as 0.0151')
export const tariffPrefix = z.string().max(16).describe('Digits after a plus')
const country = z.string().regex(/^[A-Z]{2}$/, inBoth({ en: 'must be a country such as DE', de: 'muss ein Land wie DE sein' }))
export const tariffIncrement = z
  .strictObject({ firstSeconds: z.number(), thenSeconds: z.number() })
  .describe('60/60 per started minute, 1/1 per second')
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_LIST)

export const tariffPrice = z.strictObject({
  perMinute: amount,
  setUp: amount.optional().describe('Once for each connection'),
  minimum: amount.optional().describe('The least that a connection costs'),
  increment: tariffIncrement.optional(),
  periods: list(name).optional(),
  origins: list(z.enum(ORIGINS)).optional(),
  media: list(z.enum(MEDIA)).optional(),
  callers: list(tariffPrefix).optional().describe('How the number that pays begins'),
})

export const tariffZone = z.strictObject({
  id: tariffId,
  name: words,
  kind: z.enum(ZONE_KINDS),
  country: country.optional(),
  statement: z.enum(['invoice', 'separate']).optional().describe('"separate": somebody else bills these numbers (BIL-10)'),
  prices: z.array(tariffPrice).max(MAX_PRICES).describe('The first that applies holds'),
})

/** Included minutes or a flat rate with its conditions (BIL-04). */
export const tariffBundle = z.strictObject({
  id: tariffId,
  item: tariffId.optional().describe('The product item that books it; absent: the one of the same id'),
  name: words,
  zones: list(tariffId).optional(),
  kinds: list(z.enum(ZONE_KINDS)).optional(),
  countries: list(country).optional(),
  origins: list(z.enum(ORIGINS)),
  media: list(z.enum(MEDIA)),
  seconds: z.number().nullable().describe('A month; null: no limit'),
  of: z.enum(['customer', 'seats', 'each-seat']),
  leastSeats: z.number().optional(),
  allSeats: z.boolean().optional(),
  exceptPrefixes: list(tariffPrefix).optional(),
})

/** A time of the week: from and until as `08:00`, `24:00` for midnight. */
export const tariffPeriod = z.strictObject({
  name,
  days: z.array(z.enum(DAYS)).max(DAYS.length),
  from: z.string().max(5),
  until: z.string().max(5),
})

export const tariffPriceAt = z
  .enum(PRICE_AT)
  .describe('"start": the price at the answer holds to the end; "split": each increment has its own')
export const tariffRounding = z
  .strictObject({ where: z.enum(['call', 'line']), mode: z.enum(ROUNDING_MODES) })
  .describe('Where amounts become whole cents, once: at each call, or at the line of the invoice')

/** What a product profile says under `tariff`, but for the days on which it holds. */
const tariffFields = {
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, inBoth({ en: 'must be a currency such as EUR', de: 'muss eine Währung wie EUR sein' }))
    .default('EUR'),
  timeZone: z.string().max(50).default('Europe/Berlin'),
  priceAt: tariffPriceAt,
  rounding: tariffRounding,
  free: z
    .array(z.enum(['on-net', 'enum']))
    .max(2)
    .describe('Ways that cost nothing (TRK-14)'),
  increment: tariffIncrement,
  periods: z.array(tariffPeriod).max(MAX_PERIODS).optional(),
  holidays: list(date).optional(),
  longestSeconds: z.number().optional(),
  zones: z.array(tariffZone).max(MAX_ZONES),
  prefixes: z.array(z.strictObject({ prefix: tariffPrefix, zone: tariffId })).max(MAX_PREFIXES),
  bundles: z.array(tariffBundle).max(MAX_BUNDLES).optional(),
}

/** The key `tariff` of a product profile: its version holds from the day from which that of the profile does. */
export const profileTariff = z.strictObject(tariffFields)

/** One version of a tariff, as it is uploaded and kept. */
export const tariffDocument = z.strictObject({
  validFrom: date,
  validUntil: date.optional().describe('Last day; absent: until the next version'),
  ...tariffFields,
})

export type TariffDocument = z.output<typeof tariffDocument>

/** What packages/rating reads of it. */
export function dataOf({ rounding: _, ...data }: TariffDocument): TariffData {
  return JSON.parse(JSON.stringify(data)) as TariffData
}

export function roundingOf({ rounding }: Pick<TariffDocument, 'rounding'>): Rounding {
  return rounding
}

/** A fault as the API tells it. */
export const faultView = z.object({ kind: z.string(), pointer: z.string(), detail: z.object({ de: z.string(), en: z.string() }) })

export function viewOfFault(fault: TariffFault): z.infer<typeof faultView> {
  return { kind: fault.kind, pointer: fault.pointer, detail: faultWords(fault) }
}

/** What is wrong with a document by itself. */
export function faultsOf(document: TariffDocument): readonly TariffFault[] {
  return checkTariff(dataOf(document))
}
