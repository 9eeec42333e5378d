import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

/** Query parameter of lists that can be searched. */
export const searchQuery = {
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Only entries in which all of these words occur, in part or whole; Müller is Mueller, and 0221 12 finds +4922112')
    .meta({ examples: ['müller'] }),
}

/** A telephone number as people write it, rather than words. */
const WRITTEN_NUMBER = /^[+(]?[0-9][0-9 ()/.-]{2,}$/
/** Words of a search that are looked at. */
const MAX_WORDS = 10

/** Text as it is compared: small letters, ä like ae, é like e. The database's `klinke.folded` (migration 0135) does the same. */
export function folded(text: string): string {
  const small = text.normalize('NFC').toLowerCase()
  const written = small.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
  return written.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
}

/** For lists in the database: true for rows in whose texts (columns, or JSON as text) all words of `q` occur. */
export function matching(q: string, ...texts: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  const inRow = sql`klinke.folded(concat_ws(' ', ${sql.join(texts)}))`
  const words = wordsOf(q).map((word) => sql<boolean>`${inRow} LIKE ${`%${escaped(word)}%`}`)
  return sql<boolean>`(${sql.join([sql`true`, ...words], sql` AND `)})`
}

/** For lists in memory: the same. */
export function matcher(q: string | undefined): (...texts: readonly (string | null | undefined)[]) => boolean {
  const words = wordsOf(q ?? '')
  return (...texts) => {
    if (words.length === 0) return true
    const entry = folded(texts.filter((text) => text != null).join(' '))
    return words.every((word) => entry.includes(word))
  }
}

/** A number is one word, and as it is stored: without what only people write, and without the zero that stands for the country. */
function wordsOf(q: string): readonly string[] {
  if (WRITTEN_NUMBER.test(q)) return [q.replace(/[^0-9]/g, '').replace(/^0{1,2}(?=[1-9])/, '')]
  return folded(q)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
}

/** Of LIKE. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`)
}
