import { z } from 'zod'
import type { ContractDeed } from './events.ts'

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text))
const quantity = z.int().min(0)
const optional = z.string().optional()

/** Deeds as the database keeps them: days as `2026-11-30`. */
const storedDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), begins: day, currency: z.string(), versionId: z.string(), termMonths: z.int().optional() }),
  z.object({
    ...{ kind: z.literal('item-added'), itemId: z.string(), item: z.string(), from: day, quantity, versionId: z.string() },
    ...{ siteId: optional, subject: optional },
  }),
  z.object({ kind: z.literal('quantity-set'), itemId: z.string(), from: day, quantity }),
  z.object({
    ...{ kind: z.literal('one-off'), oneOffId: z.string(), item: z.string(), on: day, quantity, versionId: z.string() },
    ...{ siteId: optional, note: optional },
  }),
  z.object({ kind: z.literal('cancelled'), until: day, reason: optional }),
  z.object({ kind: z.literal('withdrawn'), eventId: z.string() }),
  z.object({ kind: z.literal('term-restarted'), from: day, months: z.int() }),
  z.object({ kind: z.literal('prices-changed'), from: day, versionId: z.string() }),
])

/** Reads a deed. Throws for what was not written by `writeDeed`. */
export function readDeed(stored: unknown): ContractDeed {
  return storedDeed.parse(stored)
}

/** Days write themselves as text. */
export function writeDeed(deed: ContractDeed): string {
  return JSON.stringify(deed)
}
