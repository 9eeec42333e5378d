import { useMemo } from 'react'
import type { Answer } from '../../../api/operation.ts'
import { useCustomer } from '../../../session/customer.tsx'
import { useApi } from '../../../session/session-context.tsx'
import type { ImportSource } from '../../../shared/table-import/import-source.ts'

/** What would become of a file, or has become of it. */
export type Report = NonNullable<Answer<'GET /extensions/imports/jobs/{jobId}'>['report']>
export type Planned = Report['preview'][number]
export type KeptExtension = Answer<'POST /extensions/imports/{importId}/undo'>['kept'][number]

/** What was read from these is another after an import. */
export const REFRESHES = ['/extensions', '/call-targets', '/ring-groups', '/queues'] as const

/** Imports of extensions, of the customer that is worked for. */
export function useExtensionImports(): ImportSource<Report> {
  const api = useApi()
  const customer = useCustomer()
  return useMemo(
    () => ({
      start: (query, body) => api('POST /extensions/imports/jobs', { query: { ...customer, ...query }, body }),
      follow: (jobId, after) => api('GET /extensions/imports/jobs/{jobId}', { path: { jobId }, query: { ...customer, after } }),
      jobs: async () => (await api('GET /extensions/imports/jobs', { query: customer })).items,
      discard: (jobId) => api('DELETE /extensions/imports/jobs/{jobId}', { path: { jobId }, query: customer }),
      refreshes: REFRESHES,
    }),
    [api, customer],
  )
}
