import { inBoth, type Text } from '@klinke/platform'
import { microsFromDecimal } from '@klinke/rating'
import { z } from 'zod'
import { civilDate } from '../catalogue/schema-parts.ts'
import {
  type TariffDocument,
  tariffId,
  tariffIncrement,
  tariffPrefix,
  tariffPrice,
  tariffPriceAt,
  tariffRounding,
  tariffZone,
} from '../rated-calls/tariff-file.ts'
import { raised } from './raised.ts'
import { ruleEdits, withRule } from './rule-edits.ts'
import { assertZone, wrong } from './wrong-edit.ts'

const MAX_EDITS = 1_000
const MOST_ZONES = 5_000
const MOST_PREFIXES = 250_000
const MOST_PRICES = 100
const row = z
  .int()
  .min(0)
  .max(MOST_PRICES - 1)
  .describe('Place among the prices of the zone, from 0')
const percent = z
  .string()
  .regex(
    /^(?:\+?\d{1,3}|-(?:\d{1,2}|100))(?:\.\d{1,4})?$/,
    inBoth({ en: 'must be per cent from -100 to 999, such as 3.5', de: 'müssen Prozent von -100 bis 999 sein, etwa 3.5' }),
  )
  .meta({ examples: ['3.5'] })

/** One change of a draft. */
export const tariffEdit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set-validity'), validFrom: civilDate, validUntil: civilDate.nullable().describe('Last day') }),
  z.strictObject({ kind: z.literal('set-increment'), increment: tariffIncrement }),
  z.strictObject({ kind: z.literal('set-rounding'), rounding: tariffRounding }),
  z.strictObject({ kind: z.literal('set-price-at'), priceAt: tariffPriceAt }),
  z.strictObject({ kind: z.literal('set-price'), zone: tariffId, row, price: tariffPrice }),
  z.strictObject({ kind: z.literal('add-price'), zone: tariffId, price: tariffPrice }),
  z.strictObject({ kind: z.literal('remove-price'), zone: tariffId, row }),
  z.strictObject({ kind: z.literal('set-zone'), zone: tariffZone.omit({ prices: true }).describe('New, or in place of what is there') }),
  z.strictObject({ kind: z.literal('remove-zone'), zone: tariffId.describe('With its prefixes') }),
  z.strictObject({ kind: z.literal('set-prefix'), prefix: tariffPrefix, zone: tariffId }),
  z.strictObject({ kind: z.literal('remove-prefix'), prefix: tariffPrefix }),
  z.strictObject({
    kind: z.literal('raise'),
    percent,
    places: z.int().min(2).max(6).default(4).describe('After the point, rounded half up'),
    fields: z
      .array(z.enum(['perMinute', 'setUp', 'minimum']))
      .min(1)
      .max(3)
      .default(['perMinute']),
    zones: z.array(tariffId).max(MOST_ZONES).optional().describe('Absent: all'),
  }),
  ...ruleEdits,
])

export const tariffEdits = z.array(tariffEdit).min(1).max(MAX_EDITS)

export type TariffEdit = z.output<typeof tariffEdit>

/** The document after these changes, in their order. Throws `InvalidRequest` for what names something that is not there. */
export function edited(document: TariffDocument, edits: readonly TariffEdit[]): TariffDocument {
  return edits.reduce((before, edit, index) => {
    const after = applied(before, edit, `/changes/${index}`)
    if (after.zones.length > MOST_ZONES) throw wrong(`/changes/${index}/zone`, TOO_MANY)
    if (after.prefixes.length > MOST_PREFIXES) throw wrong(`/changes/${index}/prefix`, TOO_MANY)
    return after
  }, document)
}

function applied(document: TariffDocument, edit: TariffEdit, pointer: string): TariffDocument {
  switch (edit.kind) {
    case 'set-validity': {
      const { validUntil: _, ...rest } = document
      return { ...rest, validFrom: edit.validFrom, ...(edit.validUntil !== null && { validUntil: edit.validUntil }) }
    }
    case 'set-increment':
      return { ...document, increment: edit.increment }
    case 'set-price':
      return withPrices(document, edit.zone, pointer, (prices) => prices.with(placed(prices, edit.row, pointer), edit.price))
    case 'add-price':
      return withPrices(document, edit.zone, pointer, (prices) => added(prices, edit.price, pointer))
    case 'remove-price':
      return withPrices(document, edit.zone, pointer, (prices) => prices.toSpliced(placed(prices, edit.row, pointer), 1))
    case 'set-zone':
      return withZone(document, edit.zone)
    case 'remove-zone': {
      assertZone(document, edit.zone, pointer)
      const isOther = ({ id }: Zone): boolean => id !== edit.zone
      return { ...document, zones: document.zones.filter(isOther), prefixes: document.prefixes.filter(({ zone }) => zone !== edit.zone) }
    }
    case 'set-prefix':
      assertZone(document, edit.zone, pointer)
      return withPrefix(document, edit)
    case 'remove-prefix': {
      const left = document.prefixes.filter(({ prefix }) => prefix !== edit.prefix)
      if (left.length === document.prefixes.length) throw wrong(`${pointer}/prefix`, NO_PREFIX(edit.prefix))
      return { ...document, prefixes: left }
    }
    case 'raise':
      return withRaise(document, edit, pointer)
    case 'set-rounding':
      return { ...document, rounding: edit.rounding }
    case 'set-price-at':
      return { ...document, priceAt: edit.priceAt }
    default:
      return withRule(document, edit, pointer)
  }
}

type Zone = TariffDocument['zones'][number]
type Price = Zone['prices'][number]

function withPrices(
  document: TariffDocument,
  zone: string,
  pointer: string,
  change: (prices: readonly Price[]) => Price[],
): TariffDocument {
  assertZone(document, zone, pointer)
  return { ...document, zones: document.zones.map((each) => (each.id === zone ? { ...each, prices: change(each.prices) } : each)) }
}

function placed(prices: readonly Price[], row: number, pointer: string): number {
  if (row < prices.length) return row
  throw wrong(`${pointer}/row`, { en: `The zone has no price ${row + 1}.`, de: `Die Zone hat keinen Preis ${row + 1}.` })
}

function added(prices: readonly Price[], price: Price, pointer: string): Price[] {
  if (prices.length >= MOST_PRICES) throw wrong(`${pointer}/price`, TOO_MANY)
  return [...prices, price]
}

function withZone(document: TariffDocument, zone: Omit<Zone, 'prices'>): TariffDocument {
  const { zones } = document
  const isThere = zones.some(({ id }) => id === zone.id)
  const changed = zones.map((each) => (each.id === zone.id ? { ...zone, prices: each.prices } : each))
  return { ...document, zones: isThere ? changed : [...zones, { ...zone, prices: [] }] }
}

/** A prefix that is there twice is there once afterwards. */
function withPrefix(document: TariffDocument, { prefix, zone }: { readonly prefix: string; readonly zone: string }): TariffDocument {
  const at = document.prefixes.findIndex((each) => each.prefix === prefix)
  const others = document.prefixes.filter((each, index) => index === at || each.prefix !== prefix)
  return { ...document, prefixes: at < 0 ? [...others, { prefix, zone }] : others.with(at, { prefix, zone }) }
}

function withRaise(document: TariffDocument, edit: TariffEdit & { readonly kind: 'raise' }, pointer: string): TariffDocument {
  for (const zone of edit.zones ?? []) assertZone(document, zone, pointer)
  const raise = { percent: microsFromDecimal(edit.percent.replace('+', '')) ?? 0n, places: edit.places }
  const isMeant = edit.zones === undefined ? undefined : new Set(edit.zones)
  const changed = (price: Price): Price => {
    const fields = edit.fields.flatMap((field) => {
      const text = price[field]
      return text === undefined ? [] : [[field, raised(text, raise)] as const]
    })
    return { ...price, ...Object.fromEntries(fields) }
  }
  const zones = document.zones.map((zone) => ((isMeant?.has(zone.id) ?? true) ? { ...zone, prices: zone.prices.map(changed) } : zone))
  return { ...document, zones }
}

const TOO_MANY: Text = {
  en: `A tariff has at most ${MOST_ZONES} zones of ${MOST_PRICES} prices and ${MOST_PREFIXES} prefixes.`,
  de: `Ein Tarif hat höchstens ${MOST_ZONES} Zonen mit je ${MOST_PRICES} Preisen und ${MOST_PREFIXES} Vorwahlen.`,
}
const NO_PREFIX = (prefix: string): Text => ({ en: `There is no prefix ${prefix}.`, de: `Die Vorwahl ${prefix} gibt es nicht.` })
