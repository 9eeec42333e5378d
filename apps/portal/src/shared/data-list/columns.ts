import type { ReactNode } from 'react'

/** A column of a list. */
export interface Column<Item, Sort extends string = never> {
  readonly key: string
  readonly title: string
  readonly cell: (item: Item) => ReactNode
  /** CSS width; the rest is shared among columns without one. */
  readonly width?: string
  /** On a phone, where `width` is cut to what a word takes. */
  readonly phoneWidth?: string
  /** Left out on a phone. */
  readonly wideOnly?: boolean
  /** By this the API sorts the list; pressing the title does, and once more turns it round. */
  readonly sort?: Sort
}

/** A page of entries as the API's lists answer it. */
export interface ListPage<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** Where a list's entries come from. */
export interface ListSource<Item> {
  /** Names what is listed, with all that narrows it: another key is another list. Begins with the operation, such as `GET /extensions`. */
  readonly key: readonly unknown[]
  readonly page: (cursor: { readonly cursor?: string }) => Promise<ListPage<Item>>
  /** Asks again so often while the page is looked at and no events arrive. */
  readonly everyMs?: number
}

/** By what a list is sorted; with `-` the greatest first. */
export type SortOf<Sort extends string> = Sort | `-${Sort}`

/** A list that the API searches and sorts: where its entries come from while `q` is looked for, in that order. */
export type SearchedSource<Item, Sort extends string = never> = (asked: {
  readonly q?: string
  readonly sort?: SortOf<Sort>
}) => ListSource<Item>

/** Entries per request: the most that the API gives. */
export const PAGE_SIZE = 200
