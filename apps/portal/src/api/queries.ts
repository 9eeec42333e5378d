import { type UseMutationResult, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '../session/session-context.tsx'
import type { Answer, InputOf, Operation } from './operation.ts'

/** How a reading behaves beside its defaults. */
export interface AnswerOptions {
  /** Asks again so often while the page is looked at. */
  readonly everyMs?: number
  readonly enabled?: boolean
}

/** Reads from the API and keeps it: `useAnswer('GET /extensions/{extensionId}', [{ path: { extensionId } }])`. */
export function useAnswer<Name extends Operation>(
  operation: Name,
  input: InputOf<Name>,
  { everyMs, enabled = true }: AnswerOptions = {},
): UseQueryResult<Answer<Name>> {
  const api = useApi()
  return useQuery({
    queryKey: [operation, ...input],
    queryFn: () => api(operation, ...input),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  })
}

/** Changes something by the API; what was read below these paths is read again afterwards. */
export function useChange<Name extends Operation>(
  operation: Name,
  { refreshes }: { readonly refreshes: readonly string[] },
): UseMutationResult<Answer<Name>, Error, InputOf<Name>> {
  const api = useApi()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (input: InputOf<Name>) => api(operation, ...input),
    onSuccess: () => refresh(...refreshes),
  })
}

/** Reads again all that was read from these paths of the API and below, such as `/extensions`. */
export function useRefresh(): (...paths: readonly string[]) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(
    (...paths) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [operation] }) => {
          const path = typeof operation === 'string' ? (operation.split(' ')[1] ?? '') : ''
          return paths.some((wanted) => path === wanted || path.startsWith(`${wanted}/`))
        },
      }),
    [queries],
  )
}
