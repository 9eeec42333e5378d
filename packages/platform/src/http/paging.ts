import { z } from 'zod'
import { InvalidRequest } from './errors.ts'

const DEFAULT_PAGE = 50
const MAX_PAGE = 200

/** Query parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE).describe('Entries per page'),
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before'),
}

/** The answer of every list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Pass as `cursor` for the next page; null on the last one'),
  })
}

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor: string | null
}

/**
 * Cuts a page from rows of which one more than `limit` was asked for; the position of the last entry becomes the
 * cursor, so that entries added or removed meanwhile neither repeat nor hide others.
 */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  position: (row: Row) => readonly string[],
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items: shown.map(item), nextCursor: more ? encodeCursor(position(last)) : null }
}

/** Opaque to the client. */
export function encodeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** The position of `length` parts in a cursor; undefined without one. Throws `InvalidRequest` on anything not made by `encodeCursor`. */
export function decodeCursor(cursor: string | undefined, length: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined
  const position = parse(Buffer.from(cursor, 'base64url').toString())
  if (Array.isArray(position) && position.length === length && position.every((part): part is string => typeof part === 'string'))
    return position
  throw new InvalidRequest({
    en: 'The cursor is not one of ours. Pass `nextCursor` of the page before unchanged, or leave it out to begin anew.',
    de: 'Der Cursor ist keiner von uns. Geben Sie `nextCursor` der Seite davor unverändert mit, oder lassen Sie ihn weg, um von vorn zu beginnen.',
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
