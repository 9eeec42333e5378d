// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface DestinationsOperations {
  /** List what calls can be led to, by name */
  readonly 'GET /call-targets': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly kind?: string; readonly id?: string; readonly search?: string }
    readonly answer: {
      readonly items: readonly ({
        /** As in destinations: `extension`, `group`, `queue` …; also `schedule`, which is referred to in the same way */
        readonly kind: string
        /** `targetId` in a destination */
        readonly id: string
        readonly name: string
        /** What is dialled for it inside; null: it cannot be */
        readonly number: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
}
