import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { InvalidRequest } from './errors.ts'
import { decodeCursor, type Page, page } from './paging.ts'

/** What a list is sorted by: with `-` the greatest first. */
export type Sort<Key extends string> = Key | `-${Key}`

/** Query parameter of lists that can be sorted by one of `keys`, each of which has an index. */
export function sortQuery<Key extends string>(keys: readonly Key[], usual: NoInfer<Sort<Key>>) {
  const all = keys.flatMap((key): Sort<Key>[] => [key, `-${key}`])
  return {
    sort: z
      .enum(all)
      .default(usual as never)
      .describe('What the list is sorted by; with `-` the greatest, or newest, first'),
  }
}

/** Where a list goes on: behind the entry with this value, and among those with the same one, this id. */
export interface Place {
  readonly value: string
  readonly id: string
}

/** The order of a list, and where it goes on. */
export interface Sorting<Key extends string> {
  readonly key: Key
  readonly descending: boolean
  readonly after: Place | undefined
}

/** Reads `sort` and `cursor`. Throws `InvalidRequest` for a cursor of another order: what it stands for would be elsewhere in this one. */
export function sortingOf<Key extends string>(sort: Sort<Key>, cursor: string | undefined): Sorting<Key> {
  const descending = sort.startsWith('-')
  const key = (descending ? sort.slice(1) : sort) as Key
  const [of, value, id] = decodeCursor(cursor, 3) ?? []
  if (of === undefined || value === undefined || id === undefined) return { key, descending, after: undefined }
  if (of !== sort)
    throw new InvalidRequest({
      en: 'The cursor is of a list in another order. Keep `sort`, or leave out the cursor to begin anew.',
      de: 'Der Cursor gehört zu einer anders sortierten Liste. Behalten Sie `sort` bei, oder lassen Sie ihn weg, um von vorn zu beginnen.',
    })
  return { key, descending, after: { value, id } }
}

/** As `page`, for a list in this order. */
export function sortedPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  sort: string,
  placeOf: (row: Row) => Place,
): Page<Item> {
  return page(rows, limit, item, (row) => {
    const { value, id } = placeOf(row)
    return [sort, value, id]
  })
}

/** What a list is ordered by: the column, and how the value of an entry is compared with it. */
export interface SortedBy {
  readonly column: RawBuilder<unknown>
  readonly compared: (value: string) => RawBuilder<unknown>
}

export function byColumn(name: string): SortedBy {
  return { column: sql.ref(name), compared: (value) => sql`${value}` }
}

/** As people look for names: in small letters, ä like ae, é like e. */
export function byName(name: string): SortedBy {
  return { column: sql`klinke.folded(${sql.ref(name)})`, compared: (value) => sql`klinke.folded(${value})` }
}

/** For lists in the database: true for rows behind the place. Rows are ordered by the column, then by their id. */
export function isBehind({ column, compared }: SortedBy, { after, descending }: Sorting<string>): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`
  const place = sql`(${compared(after.value)}, ${after.id})`
  return descending ? sql<boolean>`(${column}, id) < ${place}` : sql<boolean>`(${column}, id) > ${place}`
}
