import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { USE_KINDS } from '../counted-use/use-kind.ts'
import { bilingual, price, slug } from './schema-parts.ts'

/** What an item is to contract terms: rules of notice hold for kinds. */
export const ITEM_KINDS = ['base', 'product', 'option', 'package', 'flat', 'one-off'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** Bounds what an upload can make each month's charges compute. */
const MAX_STEPS = 50
const MAX_QUANTITY = 1_000_000

const quantity = z.int().min(1).max(MAX_QUANTITY)

/** Prices by quantity (BIL-01: from 15 extensions). */
const volume = z
  .strictObject({
    applies: z.enum(['to-all', 'to-further']).describe('A step’s price holds for all units, or for those from the step on'),
    steps: z
      .array(z.strictObject({ from: quantity.min(2), price }))
      .min(1)
      .max(MAX_STEPS),
  })
  .refine(
    ({ steps }) => steps.every(({ from }, index) => index === 0 || from > (steps[index - 1]?.from ?? 0)),
    inBoth({ en: 'steps must ascend', de: 'die Staffeln müssen aufsteigen' }),
  )

/** Which quantities are sold (TRK-02): some by name, and from one on in steps. */
const sizes = z.strictObject({
  single: z.array(quantity).max(MAX_STEPS).optional(),
  from: quantity.optional(),
  step: quantity.optional(),
})

/** What the flat rate covers, and what not (BIL-04); what it makes of a call says the tariff. */
const flat = z.strictObject({
  covers: z.array(z.enum(['fixed', 'mobile'])).min(1),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(250)
    .describe('ISO 3166'),
  geographicOnly: z.boolean(),
  forwarding: z.boolean().describe('Forwarded calls too'),
  voiceOnly: z.boolean().describe('Voice between people only: no data, no dialers'),
  fairUseMinutes: z
    .strictObject({ fixed: z.int().min(1).optional(), mobile: z.int().min(1).optional() })
    .describe('Of each seat and month'),
})

/** One thing that can be booked. */
export const productItem = z
  .strictObject({
    id: slug.max(40),
    kind: z.enum(ITEM_KINDS),
    title: bilingual,
    price: price.describe('Of one unit: per month, of a one-off item once'),
    setUp: price.optional().describe('Once for each unit that is added'),
    volume: volume.optional(),
    quota: z
      .array(z.strictObject({ item: slug, quantity }))
      .max(20)
      .optional()
      .describe('Units of other items that each unit of this one includes'),
    counting: z.string().optional().describe('Name of a rule in `counting`; absent: "default"'),
    quantityFrom: z.enum(['contract', 'use']).default('contract').describe('What is counted: what the contract says, or what was there'),
    counts: z.enum(USE_KINDS).optional().describe('What is counted of what was there; with `quantityFrom: use` only'),
    minimum: quantity.optional().describe('Smallest quantity of a contract (ORD-02)'),
    maximum: quantity.optional(),
    sizes: sizes.optional(),
    follows: slug.optional().describe('Booked for all of another item, with its quantity (BIL-04)'),
    requires: z.strictObject({ item: slug, quantity }).optional().describe('Only with so many of another item (BIL-04)'),
    excludes: z.array(slug).max(50).optional().describe('Not together with these'),
    begins: z.enum(['any-day', 'month']).default('any-day').describe('"month": only at the change of a month (BIL-04)'),
    flat: flat.optional(),
    vat: z.enum(['standard', 'reduced', 'none']).default('standard'),
  })
  .refine(({ kind, setUp, volume: steps, quota }) => kind !== 'one-off' || [setUp, steps, quota].every((part) => part === undefined), {
    ...{ path: ['kind'] },
    message: inBoth({
      en: 'a one-off item has a price only: no setUp, volume or quota',
      de: 'eine einmalige Leistung hat nur einen Preis: kein setUp, volume oder quota',
    }),
  })
  .refine(({ quantityFrom, counts }) => (quantityFrom === 'use') === (counts !== undefined), {
    path: ['counts'],
    message: inBoth({
      en: 'with quantityFrom "use" an item says what it counts, and only then',
      de: 'mit quantityFrom „use“ sagt eine Leistung, was sie zählt, und nur dann',
    }),
  })

export type ProductItem = z.output<typeof productItem>
