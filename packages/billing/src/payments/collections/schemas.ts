import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../../amounts.ts'
import type { StoredBatch } from './batches.ts'
import type { StoredDebit } from './debits.ts'

export const DEBIT_STATES = ['announced', 'batched', 'collected', 'returned', 'cancelled'] as const

export const debitView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  itemId: z.uuid(),
  itemNumber: z.string().describe('Of the document, as payers name it'),
  mandateId: z.uuid(),
  amount: amountSchema,
  dueOn: z.iso.date(),
  attempt: z.int(),
  state: z.enum(DEBIT_STATES).describe('"batched": in a file that the bank does not have yet'),
  sequence: z.enum(['FRST', 'RCUR', 'OOFF']).nullable(),
  endToEndId: z.string(),
  announcedAt: z.iso.datetime(),
  reason: z.string().nullable().describe('Why it came back or was cancelled: a code of ISO 20022 such as "AM04"'),
  returnedOn: z.iso.date().nullable(),
})

export function viewOfDebit({ amountMicros, currency, announcedAt, batchId: _batch, ...debit }: StoredDebit): z.infer<typeof debitView> {
  return { ...debit, amount: viewOfMicros(amountMicros, currency), announcedAt: announcedAt.toISOString() }
}

export const batchView = z.object({
  id: z.uuid(),
  messageId: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  debits: z.int(),
  total: amountSchema,
  sha256: z.string(),
  givenOutAt: z.iso.datetime().nullable().describe('Null: it can be discarded, and not be downloaded yet'),
  givenOutBy: z.string().nullable(),
})

export function viewOfBatch({ totalMicros, madeAt, givenOutAt, ...batch }: StoredBatch): z.infer<typeof batchView> {
  return { ...batch, total: viewOfMicros(totalMicros, 'EUR'), madeAt: madeAt.toISOString(), givenOutAt: givenOutAt?.toISOString() ?? null }
}
