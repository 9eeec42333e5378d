import { z } from 'zod'
import { bilingual, slug } from '../catalogue/schema-parts.ts'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** What a unit of a product item is once it is set up. */
export const MADE_THINGS = ['extensions', 'groups', 'queues', 'rooms', 'channels', 'numbers', 'trunk', 'storage', 'own-carriers'] as const

const count = z.int().min(0).max(10_000)

/** What an order of some item sets up: data, so that each product has its own. */
const made = z.discriminatedUnion('makes', [
  z.strictObject({
    item: slug,
    makes: z.literal('extensions'),
    userPackage: slug.optional().describe('That they get (settings.userPackages)'),
  }),
  z.strictObject({ item: slug, makes: z.enum(['groups', 'queues', 'rooms']) }),
  z.strictObject({ item: slug, makes: z.literal('channels'), each: count.min(1).default(1).describe('Channels of one unit') }),
  z.strictObject({
    ...{ item: slug, makes: z.literal('storage') },
    gigabytes: count.min(1).describe('Of one unit, beside settings.storageBytes (REC-01)'),
  }),
  z.strictObject({ item: slug, makes: z.literal('own-carriers') }).describe('One more than settings.ownCarriers says (TRK-12)'),
  z.strictObject({ item: slug, makes: z.literal('numbers'), size: z.union([z.literal(1), z.literal(10), z.literal(100)]) }),
  z.strictObject({
    ...{ item: slug, makes: z.literal('trunk') },
    product: z
      .enum(['extended', 'extended-connect', 'extended-link', 'basic'])
      .describe('Of TRK-01; the quantity is its channels, of basic its accounts'),
  }),
])

/** An installation variant with what it includes at most (ORD-05); absent limits: any. */
const installation = z.strictObject({
  name: slug,
  title: bilingual,
  item: slug.optional().describe('One-off item that it costs; absent: nothing'),
  per: z.enum(['order', 'hour']).default('order').describe('What one unit of the item is'),
  groups: count.optional(),
  forwardings: count.optional(),
  faxToMail: count.optional(),
  softClients: count.optional(),
  briefingMinutes: count.optional(),
})

export type Installation = z.output<typeof installation>

/** How an order can be paid; which of them a product has says `payments.methods`. */
export const WAYS_TO_PAY = ['transfer', 'direct-debit', 'prepaid'] as const

/** What an order form can ask for beside the customer (ORD-01). */
export const ORDER_QUESTIONS = [
  ...(['extensions', 'queues', 'groups', 'rooms', 'flat', 'directory-entry', 'itemised-bill', 'marketing-consent'] as const),
  ...(['sepa', 'credit-check', 'signature'] as const),
] as const
export type OrderQuestion = (typeof ORDER_QUESTIONS)[number]

/** The key `orders` of a profile: what an order asks for, from when it costs money, and what it sets up. */
export const orderTerms = z.strictObject({
  minimumExtensions: count.optional().describe('ORD-02'),
  minimumChannels: count.optional().describe('ORD-02'),
  wishDays: z.array(z.enum(WEEKDAYS)).min(1).optional().describe('Days that may be wished for; absent: any'),
  asks: z.array(z.enum(ORDER_QUESTIONS)).optional().describe('What the form asks for; absent: all'),
  creditCheck: z
    .array(z.enum(['before']))
    .optional()
    .describe('ORD-06; with "before" nobody confirms an order that was not checked; absent: orders are confirmed at once'),
  installation: z.array(installation).max(20).optional(),
  readyForBilling: z
    .strictObject({ from: z.literal('first-use'), latestWorkingDay: z.int().min(0).max(60) })
    .optional()
    .describe('ORD-05: the contract begins with the first use, at the latest that many working days after credentials were handed over'),
  provisions: z.array(made).max(100).optional().describe('What is set up for each unit of an item'),
  releaseForms: z
    .array(z.enum(['offline-billed-numbers']))
    .optional()
    .describe('What is signed with the order: that calls which others bill are let through (ORD-06)'),
})
export type OrderTerms = z.output<typeof orderTerms>
export type Made = z.output<typeof made>

/** Of a profile that says nothing. */
export const NO_TERMS: OrderTerms = {}

/** Whether credit is checked before an order is confirmed (ORD-06). */
export function checksBefore({ creditCheck = [] }: OrderTerms): boolean {
  return creditCheck.includes('before')
}

export function asksFor({ asks }: OrderTerms, question: OrderQuestion): boolean {
  return asks === undefined || asks.includes(question)
}
