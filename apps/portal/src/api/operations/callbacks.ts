// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallbacksOperations {
  /** List callbacks and automatic redials, the oldest first */
  readonly 'GET /callbacks': {
    readonly query?: { readonly tenantId?: string; readonly extensionId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** Who is called first */
        readonly extensionId: string
        /** What is waited for; "redial": tried at intervals */
        readonly kind: "busy" | "no-answer" | "not-registered" | "redial"
        readonly number: string
        /** null: somebody outside */
        readonly calleeExtensionId: string | null
        readonly state: "waiting" | "calling"
        /** Calls to the number so far */
        readonly attempts: number
        readonly requestedAt: string
        readonly notBefore: string
        readonly expiresAt: string
      })[]
    }
  }
  /** Ask for a callback or automatic redial */
  readonly 'POST /callbacks': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Who is called first */
      readonly extensionId: string
      /** As that extension would dial it */
      readonly number: string
      /** A callback to somebody outside is a redial */
      readonly kind?: "callback" | "redial"
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** Who is called first */
      readonly extensionId: string
      /** What is waited for; "redial": tried at intervals */
      readonly kind: "busy" | "no-answer" | "not-registered" | "redial"
      readonly number: string
      /** null: somebody outside */
      readonly calleeExtensionId: string | null
      readonly state: "waiting" | "calling"
      /** Calls to the number so far */
      readonly attempts: number
      readonly requestedAt: string
      readonly notBefore: string
      readonly expiresAt: string
    }
  }
  /** Delete a callback */
  readonly 'DELETE /callbacks/{callbackId}': {
    readonly path: { readonly callbackId: string }
    readonly answer: null
  }
}
