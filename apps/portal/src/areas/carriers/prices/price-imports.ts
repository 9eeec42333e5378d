import { useMemo } from 'react'
import type { Answer, Query } from '../../../api/operation.ts'
import { useApi } from '../../../session/session-context.tsx'
import type { ImportSource } from '../../../shared/table-import/import-source.ts'

/** What would become of a file, or has become of it. */
export type PriceReport = NonNullable<Answer<'GET /carriers/{carrierId}/price-imports/jobs/{jobId}'>['report']>
export type ImportMode = NonNullable<Query<'POST /carriers/{carrierId}/price-imports/jobs'>['mode']>

/** What was read from these is another after an import. */
export const REFRESHES = ['/carriers', '/carrier-routes'] as const

/** Imports into the price list of a carrier. */
export function usePriceImports(carrierId: string): ImportSource<PriceReport> {
  const api = useApi()
  return useMemo(() => {
    const path = { carrierId }
    const one = (jobId: string) => ({ path: { carrierId, jobId } })
    return {
      start: (query, body) => api('POST /carriers/{carrierId}/price-imports/jobs', { path, query, body }),
      follow: (jobId, after) => api('GET /carriers/{carrierId}/price-imports/jobs/{jobId}', { ...one(jobId), query: { after } }),
      jobs: async () => (await api('GET /carriers/{carrierId}/price-imports/jobs', { path })).items,
      discard: (jobId) => api('DELETE /carriers/{carrierId}/price-imports/jobs/{jobId}', one(jobId)),
      refreshes: REFRESHES,
    }
  }, [api, carrierId])
}
