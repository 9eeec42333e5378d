/** Something a flow asks a server of the tenant. */
export interface LookupRequest {
  readonly url: string
  readonly timeLimitMs: number
}

export type LookupAnswer =
  | { readonly kind: 'answered'; readonly result: string; readonly displayText: string | undefined }
  | { readonly kind: 'failed'; readonly why: string }

/** Asks; every failure is an answer. */
export type Lookup = (request: LookupRequest) => Promise<LookupAnswer>
