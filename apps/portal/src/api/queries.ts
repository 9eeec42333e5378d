import { type UseMutationResult, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '../session/session-context.tsx'
import { isBelow } from './below.ts'
import { usePolling } from './events/live.tsx'
import type { Answer, InputOf, Operation } from './operation.ts'
import { troubleTold } from './trouble-told.ts'
import { shareVersions } from './version.ts'

/** How a reading behaves beside its defaults. */
export interface AnswerOptions {
  /** Asks again so often while the page is looked at, and seldom while events say by themselves what changes. */
  readonly everyMs?: number
  readonly enabled?: boolean
  /** No event tells of it: it is asked as often while events arrive, too. */
  readonly unheard?: true
}

/** What was read, and why it could not be read where the reader is to know (`troubleTold`). */
export type Reading<Read> = Pick<UseQueryResult<Read>, 'isStale' | 'isFetching' | 'refetch'> & {
  readonly data: Read | undefined
  readonly error: Error | null
}

/** Reads from the API and keeps it: `useAnswer('GET /extensions/{extensionId}', [{ path: { extensionId } }])`. */
export function useAnswer<Name extends Operation>(
  operation: Name,
  input: InputOf<Name>,
  { everyMs, enabled = true, unheard }: AnswerOptions = {},
): Reading<Answer<Name>> {
  const api = useApi()
  const polling = usePolling(everyMs)
  const query = useQuery({
    queryKey: [operation, ...input],
    queryFn: () => api(operation, ...input),
    enabled,
    structuralSharing: shareVersions,
    ...polling,
    ...(unheard && everyMs !== undefined && { refetchInterval: everyMs }),
  })
  const { data, error, refetch } = query
  return {
    ...{ data, refetch, error: troubleTold(error, { isKnown: data !== undefined, isFollowed: everyMs !== undefined }) },
    // Pages are drawn anew for what they look at alone: asked for only where a page asks.
    get isStale() {
      return query.isStale
    },
    get isFetching() {
      return query.isFetching
    },
  }
}

/** Changes something by the API; what was read below these paths is read again afterwards, without anybody waiting for it. */
export function useChange<Name extends Operation>(
  operation: Name,
  { refreshes }: { readonly refreshes: readonly string[] },
): UseMutationResult<Answer<Name>, Error, InputOf<Name>> {
  const api = useApi()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (input: InputOf<Name>) => api(operation, ...input),
    onSuccess: () => void refresh(...refreshes),
  })
}

/**
 * Reads again all that was read from these paths of the API and below, such as `/extensions`. It begins a turn later: a page that is left
 * with the change, because its thing is deleted, does not ask for what is gone.
 */
export function useRefresh(): (...paths: readonly string[]) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(
    async (...paths) => {
      await new Promise((resolve) => setTimeout(resolve))
      await queries.invalidateQueries({ predicate: ({ queryKey: [operation] }) => isBelow(operation, paths) })
    },
    [queries],
  )
}
