import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { ITEM_KINDS } from './item.ts'
import { bilingual, period, slug } from './schema-parts.ts'

const endRule = {
  notice: period.describe('How long before the end notice must have arrived'),
  to: z.enum(['any-day', 'month-end', 'term-end']).describe('When it can end; "term-end": when the term, or a renewal of it, ends'),
  renewalMonths: z.int().min(1).max(60).optional().describe('A term to which nobody gives notice goes on for so long'),
}

const contractRule = z.strictObject(endRule)
const itemRule = z
  .strictObject({ kinds: z.array(z.enum(ITEM_KINDS)).min(1).optional(), items: z.array(slug).min(1).optional(), ...endRule })
  .refine(
    ({ kinds, items }) => (kinds === undefined) !== (items === undefined),
    inBoth({ en: 'name either kinds or items', de: 'nennen Sie entweder kinds oder items' }),
  )

/** One document in which terms stand, such as the order form or the general terms. */
const layer = z.strictObject({
  name: slug,
  title: bilingual,
  contract: contractRule.optional(),
  items: z.array(itemRule).max(50).default([]),
})

/** What raising a quantity within the term means [T]. */
const increase = z.strictObject({
  firstAfterMonths: z.int().min(0).max(60).describe('Of the term, before which nothing is raised'),
  restartMonths: z.int().min(1).max(60).describe('The term begins anew, and lasts so long …'),
  whenRemainingMonths: z.int().min(0).max(60).describe('… when so many months of it or fewer remain'),
})

/** Terms and notice (ORD-02). The first layer that says something of a contract or an item holds; `term-end` says something only where there is a term. */
export const contractTerms = z.strictObject({
  termMonths: z.array(z.int().min(1).max(120)).min(1).max(20).optional().describe('Terms that are sold, the usual one first; absent: none'),
  layers: z.array(layer).min(1).max(10),
  increase: increase.optional(),
})

/** When changed prices may begin to hold (BIL-07). */
export const priceChangeRules = z
  .array(
    z.strictObject({
      name: slug,
      title: bilingual,
      notice: period,
      from: z.enum(['any-day', 'month-begin']).describe('On which days new prices may begin'),
    }),
  )
  .min(1)
  .max(10)
  .describe('The first one holds unless somebody names another')

export type ContractTerms = z.output<typeof contractTerms>
export type EndRule = z.output<typeof contractRule>
export type PriceChangeRule = z.output<typeof priceChangeRules>[number]
