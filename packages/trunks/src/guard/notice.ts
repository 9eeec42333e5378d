import type { Measure } from './limits.ts'

/** What the customer's administrators are told of. */
export type GuardNotice =
  | {
      readonly kind: 'limit-warning' | 'limit-reached'
      /** The day for which it holds. */
      readonly date: string
      readonly measure: Measure
      readonly limit: number
      /** How much of it is used when it is warned; absent: `WARNING_PERCENT`. */
      readonly percent?: number
      readonly extension: NoticedExtension | undefined
    }
  | { readonly kind: 'country-held'; readonly country: string; readonly number: string; readonly extension: NoticedExtension | undefined }
  | { readonly kind: 'agent-refused'; readonly userAgent: string; readonly extension: NoticedExtension | undefined; readonly date: string }

export interface NoticedExtension {
  readonly id: string
  readonly number: string
}

/** The same is told once: of a limit once a day, of a country once for ever, of devices at an extension once a day. */
export function onceKey(notice: GuardNotice): string {
  switch (notice.kind) {
    case 'limit-warning':
    case 'limit-reached':
      return [notice.kind, notice.date, notice.measure, notice.extension?.id ?? '', notice.limit].join(' ')
    case 'country-held':
      return [notice.kind, notice.country].join(' ')
    case 'agent-refused':
      // Not by its name, which whoever has stolen a password makes up anew for each call.
      return [notice.kind, notice.date, notice.extension?.id ?? ''].join(' ')
  }
}
