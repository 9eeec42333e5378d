// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ResellersOperations {
  /** List resellers */
  readonly 'GET /resellers': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a reseller */
  readonly 'POST /resellers': {
    readonly body: {
      readonly name: string
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly createdAt: string
    }
  }
  /** Get a reseller */
  readonly 'GET /resellers/{resellerId}': {
    readonly path: { readonly resellerId: string }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly createdAt: string
    }
  }
  /** Rename a reseller */
  readonly 'PATCH /resellers/{resellerId}': {
    readonly path: { readonly resellerId: string }
    readonly body: {
      readonly name: string
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly createdAt: string
    }
  }
  /** Delete a reseller with its logins and keys */
  readonly 'DELETE /resellers/{resellerId}': {
    readonly path: { readonly resellerId: string }
    readonly answer: null
  }
}
