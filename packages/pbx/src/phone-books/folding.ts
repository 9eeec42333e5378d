import type { EntryFields } from './rules.ts'

/** Letters with signs, without them; what Unicode does not take apart stands here. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd' }

/** Lower case without accents: `Müller` is `muller`, `Mueller` stays `mueller`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæøœłđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The same for both ways to write an umlaut: `Müller`, `Mueller` and `Muller` are all `muller`. */
export function folded(text: string): string {
  return plain(text).replace(/([aou])e/g, '$1')
}

/** The columns by which an entry is sorted, found and recognised. */
export function keysOf({ name, company, email, numbers }: EntryFields): { sorted: string; search: string; sameness: string } {
  const words = [name, company, email].join(' ')
  // Digits without the signs between them; a search for a part of a number finds it there.
  const digits = numbers.map(({ number }) => number.replace(/\D/g, '')).join(' ')
  return {
    sorted: folded(name || company),
    search: `${plain(words)}\n${folded(words)}\n${digits}`,
    sameness: `${folded(name)}\n${folded(company)}`,
  }
}

/** What to look for in `search`: each text is one way to say it, any of which is enough. Empty: everything. */
export function soughtIn(query: string): readonly string[] {
  const digits = query.replace(/\D/g, '')
  // "0221 12", "+49 (0)221" and "0049221": what stands before the number abroad and at home is written in many ways.
  if (/^[+\d\s()/.-]+$/.test(query) && digits.length >= 2)
    return [digits.replace(/^(?:00490?|0049|490|00|0)/, '')].filter((each) => each !== '')
  return [...new Set([plain(query), folded(query)])].filter((each) => each !== '')
}

/** True when the text contains what is sought: for those that are found in memory. */
export function contains(text: string, sought: readonly string[]): boolean {
  const written = `${plain(text)}\n${folded(text)}`
  return sought.some((each) => written.includes(each))
}
