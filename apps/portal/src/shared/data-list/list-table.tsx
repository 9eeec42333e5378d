import { Anchor, Checkbox } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { ColumnHead, type Sorting } from './column-head.tsx'
import type { Column } from './columns.ts'
import styles from './list-table.module.css'
import type { Selection } from './use-selection.ts'

export interface ListTableProps<Item, Sort extends string> {
  readonly name: string
  readonly columns: readonly Column<Item, Sort>[]
  /** Absent: it stays in its order. */
  readonly sorting?: Sorting<Sort> | undefined
  readonly items: readonly Item[]
  readonly rowKey: (item: Item) => string
  readonly rowName?: ((item: Item) => string) | undefined
  readonly href?: ((item: Item) => string) | undefined
  readonly selection?: Selection | undefined
  /** Called when the last rows come into sight. */
  readonly nearEnd: () => void
}

const ROW_HEIGHT_PX = 44
const ROWS_BEYOND = 10
/** A region that scrolls must be reachable by keyboard (WCAG 2.1.1). */
const REACHABLE = { tabIndex: 0 } as const

/** Rows of a list, of which only those in sight are in the document: ten thousand cost no more than twenty. */
export function ListTable<Item, Sort extends string>(props: ListTableProps<Item, Sort>) {
  const { name, items, rowKey, selection, nearEnd, sorting } = props
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false
  const columns = isPhone ? forPhone(props.columns) : props.columns
  const frame = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_BEYOND,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)
  useEffect(() => {
    if (last !== undefined && last.index >= items.length - ROWS_BEYOND) nearEnd()
  }, [last, items.length, nearEnd])
  const width = columns.length + (selection === undefined ? 0 : 1)
  return (
    <section ref={frame} className={styles.frame} {...REACHABLE} aria-label={name}>
      <table className={styles.table} aria-rowcount={items.length + 1}>
        <ListHead columns={columns} sorting={sorting} items={items} rowKey={rowKey} selection={selection} />
        <tbody>
          <Space heightPx={rows[0]?.start ?? 0} width={width} />
          {rows.map(({ index }) => {
            const item = items[index]
            return item === undefined ? null : (
              <Row key={rowKey(item)} {...props} columns={columns} item={item} index={index} measure={virtual.measureElement} />
            )
          })}
          <Space heightPx={virtual.getTotalSize() - (last?.end ?? 0)} width={width} />
        </tbody>
      </table>
    </section>
  )
}

/** Fewer columns, and none so wide that the others starve. */
function forPhone<Item, Sort extends string>(columns: readonly Column<Item, Sort>[]): readonly Column<Item, Sort>[] {
  return columns
    .filter(({ wideOnly }) => wideOnly !== true)
    .map((column) => (column.width === undefined ? column : { ...column, width: column.phoneWidth ?? `min(${column.width}, 6rem)` }))
}

type HeadProps<Item, Sort extends string> = Pick<ListTableProps<Item, Sort>, 'columns' | 'items' | 'rowKey' | 'selection' | 'sorting'>

function ListHead<Item, Sort extends string>({ columns, items, rowKey, selection, sorting }: HeadProps<Item, Sort>) {
  const texts = useTexts(sharedTexts)
  const isAll = selection !== undefined && items.length > 0 && selection.keys.size === items.length
  const toggleAll = (): void => selection?.set(isAll ? [] : items.map(rowKey))
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection === undefined ? null : (
          <th scope="col" className={styles.head} style={{ width: '3rem' }}>
            <Checkbox aria-label={texts.selectAll} checked={isAll} indeterminate={!isAll && selection.keys.size > 0} onChange={toggleAll} />
          </th>
        )}
        {columns.map((column) => (
          <ColumnHead key={column.key} column={column} sorting={sorting} />
        ))}
      </tr>
    </thead>
  )
}

interface RowProps<Item> extends Omit<ListTableProps<Item, string>, 'columns' | 'sorting'> {
  readonly columns: readonly Pick<Column<Item>, 'key' | 'cell'>[]
  readonly item: Item
  readonly index: number
  /** Tells the list how high the row became. */
  readonly measure: (row: HTMLTableRowElement | null) => void
}

function Row<Item>({ columns, item, index, measure, rowKey, rowName = rowKey, href, selection }: RowProps<Item>) {
  const texts = useTexts(sharedTexts)
  const key = rowKey(item)
  const [first, ...others] = columns
  const linked = href === undefined || first === undefined ? first?.cell(item) : <RowLink href={href(item)}>{first.cell(item)}</RowLink>
  return (
    <tr ref={measure} data-index={index} className={styles.row} aria-rowindex={index + 2}>
      {selection === undefined ? null : (
        <td className={styles.cell}>
          <Checkbox
            aria-label={`${texts.selectRow}: ${rowName(item)}`}
            checked={selection.keys.has(key)}
            onChange={() => selection.toggle(key)}
          />
        </td>
      )}
      {first === undefined ? null : <td className={styles.cell}>{linked}</td>}
      {others.map((column) => (
        <td key={column.key} className={styles.cell}>
          {column.cell(item)}
        </td>
      ))}
    </tr>
  )
}

function RowLink({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <Anchor component={Link} href={href} size="sm" fw={600}>
      {children}
    </Anchor>
  )
}

/** Stands for the rows above or below those in sight. */
function Space({ heightPx, width }: { readonly heightPx: number; readonly width: number }) {
  if (heightPx <= 0) return null
  return (
    <tr aria-hidden style={{ height: heightPx }}>
      <td colSpan={width} className={styles.space} />
    </tr>
  )
}
