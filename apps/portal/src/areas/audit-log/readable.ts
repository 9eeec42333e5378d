import type { Value } from './differences.ts'

/** Words of one language, by what the server writes. */
export type Words = Readonly<Record<string, string>>

const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/

/** How a line is told. */
export interface Reading {
  readonly fields: Words
  readonly values: Words
  readonly dateTime: (moment: string) => string
}

/** Where a value stands, in words: `Einstellungen › Klingelzeit`. What has no word is shown as the server calls it. */
export function fieldInWords(path: readonly string[], { fields }: Pick<Reading, 'fields'>): string {
  return path.map((part) => fields[snake(part)] ?? part.replaceAll('_', ' ')).join(' › ')
}

/** A value in words; nothing is `–`. */
export function valueInWords(value: Value | undefined, reading: Reading): string {
  if (value === undefined || value === null || value === '') return '–'
  if (typeof value === 'object') return value.length === 0 ? '–' : value.map((each) => valueInWords(each, reading)).join(', ')
  const text = String(value)
  return reading.values[text] ?? (INSTANT.test(text) ? reading.dateTime(text) : text)
}

/** Columns of the database are written one way, settings another. */
function snake(part: string): string {
  return part.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
}
