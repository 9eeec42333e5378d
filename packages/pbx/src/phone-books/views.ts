import { importCounts, rowProblemView, tableView } from '@klinke/platform'
import { z } from 'zod'
import type { PhoneBook } from './book-store.ts'
import type { Entry } from './entry-store.ts'
import { DUPLICATES, NUMBER_KINDS } from './rules.ts'

export const tags = ['phone books']

export const bookView = z.object({
  id: z.uuid().describe("Of an extension's own phone book: the extension's"),
  tenantId: z.uuid(),
  extensionId: z.uuid().nullable().describe("Whose own it is; null: the company's"),
  name: z.string().describe("Empty for an extension's own"),
})

const entryFields = {
  name: z.string(),
  company: z.string(),
  email: z.string(),
  notes: z.string(),
  favourite: z.boolean(),
  numbers: z.array(z.object({ kind: z.enum(NUMBER_KINDS), number: z.string() })),
}

export const entryView = z.object({ id: z.uuid(), bookId: z.uuid(), ...entryFields })

export const importReport = z.object({
  importId: z.uuid().nullable().describe('To take it back; null after a dry run'),
  format: z.enum(['csv', 'vcard']),
  duplicates: z.enum(DUPLICATES).describe('What became of entries with the same name and company'),
  table: tableView.nullable().describe('How the table was read; null for vCards'),
  ...importCounts,
  problems: z.array(rowProblemView).describe('The first 200; `row` counts cards in a file of vCards'),
  preview: z.array(z.object({ row: z.int(), ...entryFields })).describe('The first 20 rows as they were understood'),
})

export function viewBook({ id, tenantId, extensionId, name }: PhoneBook): z.infer<typeof bookView> {
  return { id, tenantId, extensionId, name }
}

export function viewEntry({ id, bookId, name, company, email, notes, favourite, numbers }: Entry): z.infer<typeof entryView> {
  return { id, bookId, name, company, email, notes, favourite, numbers: numbers.map(({ kind, number }) => ({ kind, number })) }
}
