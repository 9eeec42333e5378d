import { Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { EmptyState, type EmptyStateProps } from '../empty-state.tsx'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { Trouble } from '../trouble.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { Column, ListSource, SearchedSource, SortOf } from './columns.ts'
import { ListTable } from './list-table.tsx'
import { useList } from './use-list.ts'
import { useSelection } from './use-selection.ts'

interface DataListProps<Item, Sort extends string> {
  /** What is listed, for those who do not see it. */
  readonly name: string
  /** A function of what is searched where the API does that, as in every list of which there may be thousands. */
  readonly source: ListSource<Item> | SearchedSource<Item, Sort>
  readonly columns: readonly Column<Item, Sort>[]
  readonly rowKey: (item: Item) => string
  /** What a row is called, for those who do not see it; its key if absent. */
  readonly rowName?: (item: Item) => string
  /** Where the first cell of a row leads. */
  readonly href?: (item: Item) => string
  /** For lists that the API does not search: the words of an entry that a search looks at. Loads the whole list while somebody searches. */
  readonly searched?: (item: Item) => string
  /** Further filters, whose values belong into the source's key. */
  readonly filters?: ReactNode
  /** What is shown while there is nothing, and none of the filters is set. */
  readonly empty: EmptyStateProps
  readonly isFiltered?: boolean
  /** Buttons for the rows that are chosen; absent: none can be. */
  readonly bulk?: (chosen: readonly Item[], clear: () => void) => ReactNode
}

const TYPING_MS = 200

/** A list of the API: read page by page, searched, filtered, with as many rows as there are. */
export function DataList<Item, Sort extends string = never>(props: DataListProps<Item, Sort>) {
  const { source, rowKey, searched, filters, empty, isFiltered = false, bulk } = props
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<SortOf<Sort>>()
  const [wanted] = useDebouncedValue(search.trim().toLowerCase(), TYPING_MS)
  const asked =
    typeof source === 'function' ? source({ ...(wanted === '' ? {} : { q: wanted }), ...(sort === undefined ? {} : { sort }) }) : source
  const list = useList(asked, wanted !== '' && asked === source)
  const selection = useSelection()
  const items = useMemo(
    () =>
      wanted === '' || searched === undefined ? list.items : list.items.filter((item) => searched(item).toLowerCase().includes(wanted)),
    [list.items, searched, wanted],
  )
  const isNarrowed = isFiltered || wanted !== ''
  if (list.error !== null && list.items.length === 0) return <Trouble error={list.error} retry={list.retry} />
  if (list.isLoading) return <Waiting />
  if (items.length === 0 && !isNarrowed) return <EmptyState {...empty} />
  const chosen = list.items.filter((item) => selection.keys.has(rowKey(item)))
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        {searched === undefined && asked === source ? null : <SearchField value={search} change={setSearch} />}
        {filters}
      </Group>
      {bulk !== undefined && chosen.length > 0 ? (
        <BulkBar count={chosen.length} clear={selection.clear}>
          {bulk(chosen, selection.clear)}
        </BulkBar>
      ) : null}
      {items.length === 0 ? (
        <NothingFound />
      ) : (
        <ListTable
          {...props}
          sorting={{ sort, change: setSort }}
          items={items}
          selection={bulk === undefined ? undefined : selection}
          nearEnd={list.loadMore}
        />
      )}
      <Count count={items.length} hasMore={list.hasMore} />
    </Stack>
  )
}

function SearchField({ value, change }: { readonly value: string; readonly change: (value: string) => void }) {
  const texts = useTexts(sharedTexts)
  return (
    <TextInput
      type="search"
      aria-label={texts.search}
      placeholder={texts.search}
      leftSection={<Search size={16} aria-hidden />}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

function Count({ count, hasMore }: { readonly count: number; readonly hasMore: boolean }) {
  const texts = useTexts(sharedTexts)
  const format = useFormat()
  const counted = count === 1 && !hasMore ? texts.shownOne : (hasMore ? texts.shownSoFar : texts.shown)(format.number(count))
  return (
    <Text size="xs" c="dimmed" role="status">
      {counted}
    </Text>
  )
}

function NothingFound() {
  const texts = useTexts(sharedTexts)
  return <EmptyState icon={Search} title={texts.nothingFound} text={texts.nothingFoundHint} />
}

function Waiting() {
  const texts = useTexts(sharedTexts)
  return (
    <Stack gap="xs" role="status" aria-label={texts.loading}>
      <Skeleton height={36} />
      <Skeleton height={36} />
      <Skeleton height={36} />
    </Stack>
  )
}
