import type { PrivacyRequest } from './request-store.ts'

/** As it is downloaded and sent. */
export function reportFileName({ kind, asked_at }: Pick<PrivacyRequest, 'kind' | 'asked_at'>): string {
  const what = kind === 'portability' ? 'datenuebertragung' : 'auskunft'
  return `${what}-${asked_at.toISOString().slice(0, 10)}.zip`
}
