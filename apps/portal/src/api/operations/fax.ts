// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface FaxOperations {
  /** Get whether a fax machine is there */
  readonly 'GET /extensions/{extensionId}/fax-line': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** A fax machine is there: calls are never forwarded, wait, or are announced to, and carry what a fax survives */
      readonly active: boolean
      /** As fax destinations show it */
      readonly name: string
    }
  }
  /** Say whether a fax machine is there */
  readonly 'PATCH /extensions/{extensionId}/fax-line': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      readonly active?: boolean
      readonly name?: string
    }
    readonly answer: {
      /** A fax machine is there: calls are never forwarded, wait, or are announced to, and carry what a fax survives */
      readonly active: boolean
      /** As fax destinations show it */
      readonly name: string
    }
  }
}
