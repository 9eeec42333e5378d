// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PresenceOperations {
  /** List who is there */
  readonly 'GET /presence': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly extensionId: string
        readonly number: string
        readonly name: string
        /** Whether calls come through now */
        readonly basic: "open" | "closed"
        /** Words of RFC 4480, such as on-the-phone, busy, away */
        readonly activities: readonly string[]
        readonly note: string | null
        /** A call rings there, which can be picked up */
        readonly ringing: boolean
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
}
