import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { digitsOfNumber, folded } from '../text/folding.ts'

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

/** Words of a search that are looked at. */
const MAX_WORDS = 10

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
  const digits = digitsOfNumber(q)
  if (digits) return [digits]
  return folded(q)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
}

/** Of LIKE. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`)
}
