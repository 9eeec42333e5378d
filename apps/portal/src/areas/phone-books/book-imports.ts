import { useMemo } from 'react'
import type { Answer, Query } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import type { ImportSource } from '../../shared/table-import/import-source.ts'

/** What would become of a file, or has become of it. */
export type Report = NonNullable<Answer<'GET /phone-books/{bookId}/imports/jobs/{jobId}'>['report']>
export type Duplicates = NonNullable<Query<'POST /phone-books/{bookId}/imports/jobs'>['duplicates']>

/** What was read from these is another after an import. */
export const REFRESHES = ['/phone-books', '/call-records', '/live-calls'] as const

/** Imports into a phone book. */
export function useBookImports(bookId: string): ImportSource<Report> {
  const api = useApi()
  return useMemo(() => {
    const one = (jobId: string) => ({ path: { bookId, jobId } })
    return {
      start: (query, body) => api('POST /phone-books/{bookId}/imports/jobs', { path: { bookId }, query, body }),
      follow: (jobId, after) => api('GET /phone-books/{bookId}/imports/jobs/{jobId}', { ...one(jobId), query: { after } }),
      jobs: async () => (await api('GET /phone-books/{bookId}/imports/jobs', { path: { bookId } })).items,
      discard: (jobId) => api('DELETE /phone-books/{bookId}/imports/jobs/{jobId}', one(jobId)),
      refreshes: REFRESHES,
    }
  }, [api, bookId])
}
