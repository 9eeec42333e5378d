import { createHash } from 'node:crypto'
import type { InvoiceContent } from './invoice.ts'

/** Amounts in the JSON of an invoice: micro-units as text, because JSON has no exact numbers of that size. */
const AMOUNTS = new Set(['unitMicros', 'netMicros', 'amount', 'base', 'net', 'tax', 'gross', 'prepaid'])
const INTEGER = /^-?\d+$/

/** As the database keeps it. */
export function contentJson(content: InvoiceContent): string {
  return JSON.stringify(content, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

/** What `contentJson` has written. */
export function contentOf(json: string): InvoiceContent {
  return JSON.parse(json, (key, value: unknown) =>
    AMOUNTS.has(key) && typeof value === 'string' && INTEGER.test(value) ? BigInt(value) : value,
  ) as InvoiceContent
}

/** Equal for invoices on which the same stands. */
export function fingerprintOf(content: InvoiceContent): string {
  return createHash('sha256').update(contentJson(content)).digest('base64url')
}
