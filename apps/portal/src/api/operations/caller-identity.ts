// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallerIdentityOperations {
  /** Get which number a customer shows */
  readonly 'GET /caller-identity': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown: string | null
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Choose which number a customer shows */
  readonly 'PATCH /caller-identity': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown?: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected?: boolean
    }
    readonly answer: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown: string | null
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Pin the sender of a customer */
  readonly 'PATCH /caller-identity/pinned': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
    }
    readonly answer: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown: string | null
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Get which number an extension shows */
  readonly 'GET /caller-identity/extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown: string | null
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Choose which number an extension shows */
  readonly 'PATCH /caller-identity/extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown?: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected?: boolean
    }
    readonly answer: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown: string | null
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Pin the sender of an extension */
  readonly 'PATCH /caller-identity/extensions/{extensionId}/pinned': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
    }
    readonly answer: {
      /** Shown unless a call says otherwise: an own number, or one with an approved right; null: as without */
      readonly shown: string | null
      /** Shown in every call, never hidden, and changed by the operator alone (CLI-05); null: none */
      readonly pinned: string | null
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Get whether a trunk hides who has answered */
  readonly 'GET /caller-identity/trunks/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly answer: {
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
  /** Hide or show who has answered at a trunk */
  readonly 'PATCH /caller-identity/trunks/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly body: {
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
    readonly answer: {
      /** Callers are not shown that they are connected with this number (COLR) */
      readonly hidesConnected: boolean
    }
  }
}
