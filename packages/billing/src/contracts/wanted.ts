import { z } from 'zod'
import { civilDate } from '../catalogue/schema-parts.ts'
import { profileId } from '../catalogue/views.ts'

const MAX_ITEMS = 200
const quantity = z.int().min(0).max(1_000_000)
const item = z
  .string()
  .max(40)
  .describe('Of the product profile')
  .meta({ examples: ['extension'] })
const siteId = z.uuid().nullish()
const reason = z.string().trim().min(1).max(500).optional().describe('Why it may be earlier than the terms say')

const newItem = z.strictObject({ item, quantity: quantity.min(1), siteId, subject: z.string().max(100).optional() })

/** A contract that begins. */
export const newContract = z.strictObject({
  tenantId: z.uuid().optional(),
  profileId,
  begins: civilDate,
  termMonths: z.int().min(1).max(120).nullish().describe('One of those that the profile sells; absent: its usual one; null: none'),
  items: z.array(newItem).min(1).max(MAX_ITEMS),
})

/** Quantities from a day on: of items that are there (`itemId`), and of new ones (`item`). */
export const contractChange = z.strictObject({
  from: civilDate,
  items: z
    .array(z.union([z.strictObject({ itemId: z.uuid(), quantity }), newItem]))
    .min(1)
    .max(MAX_ITEMS),
  reason,
})

export const contractEnd = z.strictObject({ until: civilDate.optional().describe('Last day; absent: the earliest possible'), reason })
export const withdrawal = z.strictObject({
  eventId: z.uuid().describe('Of the notice, of a planned change, or of what was charged once in a month that runs'),
})
export const oneOff = z.strictObject({
  item,
  quantity: quantity.min(1).default(1),
  on: civilDate.optional().describe('Absent: today'),
  siteId,
  note: z.string().trim().min(1).max(200).optional().describe('What it was, on the invoice'),
})
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('Such as 2026-11')
  .meta({ examples: ['2026-11'] })
