import { UnstyledButton } from '@mantine/core'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { Column, SortOf } from './columns.ts'
import styles from './list-table.module.css'

/** By what a list is sorted now; undefined: as the API does by itself. */
export interface Sorting<Sort extends string> {
  readonly sort: SortOf<Sort> | undefined
  readonly change: (sort: SortOf<Sort>) => void
}

interface ColumnHeadProps<Item, Sort extends string> {
  readonly column: Column<Item, Sort>
  readonly sorting: Sorting<Sort> | undefined
}

/** The title of a column; a button where the list can be sorted by it. */
export function ColumnHead<Item, Sort extends string>({ column, sorting }: ColumnHeadProps<Item, Sort>) {
  const { title, width, sort } = column
  const style = width === undefined ? {} : { width }
  if (sort === undefined || sorting === undefined) {
    return (
      <th scope="col" className={styles.head} style={style}>
        {title}
      </th>
    )
  }
  const order = sorting.sort === sort ? 'ascending' : sorting.sort === `-${sort}` ? 'descending' : 'none'
  const Sign = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown }[order]
  return (
    <th scope="col" className={styles.head} style={style} aria-sort={order}>
      <UnstyledButton className={styles.sort} onClick={() => sorting.change(order === 'ascending' ? `-${sort}` : sort)}>
        {title}
        <Sign size={14} aria-hidden />
      </UnstyledButton>
    </th>
  )
}
