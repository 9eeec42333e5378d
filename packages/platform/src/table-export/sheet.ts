/** What the cells of a column are. `duration`: seconds. `moment`: a local time such as `2026-10-25T02:30:00`. */
export interface Column {
  readonly title: string
  readonly kind: 'text' | 'number' | 'duration' | 'moment'
}

/** Null: empty. */
export type Cell = string | number | null

/** A table on its way into a file. Rows come in pieces, so that calls have their turn between two of them. */
export interface Sheet {
  /** At most 31 characters, as spreadsheets have it. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly pieces: AsyncIterable<readonly (readonly Cell[])[]>
}
