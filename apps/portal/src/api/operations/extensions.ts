// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ExtensionsOperations {
  /** List extensions */
  readonly 'GET /extensions': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly number: string
        readonly name: string
        readonly sipUsername: string
        readonly outgoingNumber: string | null
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create an extension with a SIP account */
  readonly 'POST /extensions': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly number: string
      /** Shown to called parties inside */
      readonly name: string
      /** Number shown to called parties outside; null shows the tenant's first number */
      readonly outgoingNumber?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      readonly createdAt: string
      /** Shown this once; it cannot be read again */
      readonly sipPassword: string
    }
  }
  /** Get an extension */
  readonly 'GET /extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      readonly createdAt: string
    }
  }
  /** Change an extension */
  readonly 'PATCH /extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      readonly number?: string
      /** Shown to called parties inside */
      readonly name?: string
      /** Number shown to called parties outside; null shows the tenant's first number */
      readonly outgoingNumber?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      readonly createdAt: string
    }
  }
  /** Delete an extension */
  readonly 'DELETE /extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: null
  }
  /** Replace the SIP user name and password */
  readonly 'POST /extensions/{extensionId}/sip-account': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      readonly createdAt: string
      /** Shown this once; it cannot be read again */
      readonly sipPassword: string
    }
  }
}
