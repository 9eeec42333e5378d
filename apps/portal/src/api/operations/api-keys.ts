// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ApiKeysOperations {
  /** List valid API keys */
  readonly 'GET /api-keys': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        /** null: an operator's or reseller's key, which reaches all their tenants */
        readonly tenantId: string | null
        /** null: everything of its owner */
        readonly rights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
        readonly createdAt: string
        /** To within five minutes; null: never */
        readonly lastUsedAt: string | null
        /** Who has made it, and bounds what it opens; null: no login has, it stays as it is */
        readonly madeBy: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create an API key */
  readonly 'POST /api-keys': {
    readonly body: {
      /** What the key is for */
      readonly name: string
      /** The tenant whose data the key reaches; absent makes an operator's or reseller's own key */
      readonly tenantId?: string | null
      /** Areas that the key opens; null or absent: all. Never more than its maker has */
      readonly rights?: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
    }
    readonly answer: {
      readonly id: string
      /** Shown this once; it cannot be read again */
      readonly key: string
    }
  }
  /** Revoke an API key at once */
  readonly 'DELETE /api-keys/{apiKeyId}': {
    readonly path: { readonly apiKeyId: string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: null
  }
}
