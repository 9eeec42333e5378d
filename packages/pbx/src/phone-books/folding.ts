import { digitsOfNumber, loose, plain } from '@klinke/platform'
import type { EntryFields } from './rules.ts'

/** One space between words, none around them. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The columns by which an entry is sorted, found and recognised. */
export function keysOf({ name, company, email, numbers }: EntryFields): { sorted: string; search: string; sameness: string } {
  const words = [name, company, email].join(' ')
  // Digits without the signs between them; a search for a part of a number finds it there.
  const digits = numbers.map(({ number }) => number.replace(/\D/g, '')).join(' ')
  return {
    sorted: spaced(loose(name || company)),
    search: `${spaced(plain(words))}\n${spaced(loose(words))}\n${digits}`,
    sameness: `${spaced(loose(name))}\n${spaced(loose(company))}`,
  }
}

/** What to look for in `search`: each text is one way to say it, any of which is enough. Empty: everything. */
export function soughtIn(query: string): readonly string[] {
  const digits = digitsOfNumber(query)
  if (digits !== undefined) return digits === '' ? [] : [digits]
  return [...new Set([plain(query), loose(query)].map(spaced))].filter((each) => each !== '')
}

/** True when the text contains what is sought: for those that are found in memory. */
export function contains(text: string, sought: readonly string[]): boolean {
  const written = `${spaced(plain(text))}\n${spaced(loose(text))}`
  return sought.some((each) => written.includes(each))
}
