import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { usePolling } from '../../api/events/live.tsx'
import type { ListSource } from './columns.ts'

/** The loaded part of a list. */
export interface LoadedList<Item> {
  readonly items: readonly Item[]
  readonly isLoading: boolean
  readonly error: unknown
  readonly hasMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

/**
 * Reads a list page by page as it is asked to. With `whole`, it reads on to the end by itself: a search in the portal
 * must look at every entry.
 */
export function useList<Item>(source: ListSource<Item>, whole: boolean): LoadedList<Item> {
  const query = useInfiniteQuery({
    queryKey: [...source.key, 'list'],
    queryFn: ({ pageParam }) => source.page(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // While a search is under way, what was found before stays in sight, and the field that is typed in.
    placeholderData: keepPreviousData,
    ...usePolling(source.everyMs),
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage, refetch } = query
  useEffect(() => {
    if (whole && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [whole, hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return {
    items,
    isLoading: query.isPending,
    error: query.error,
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    retry: () => void refetch(),
  }
}
