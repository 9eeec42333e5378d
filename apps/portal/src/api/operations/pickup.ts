// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PickupOperations {
  /** List pickup groups */
  readonly 'GET /pickup-groups': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly members: readonly string[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a pickup group */
  readonly 'POST /pickup-groups': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Ids of extensions */
      readonly members: readonly string[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly members: readonly string[]
    }
  }
  /** Get a pickup group */
  readonly 'GET /pickup-groups/{groupId}': {
    readonly path: { readonly groupId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly members: readonly string[]
    }
  }
  /** Change a pickup group */
  readonly 'PATCH /pickup-groups/{groupId}': {
    readonly path: { readonly groupId: string }
    readonly body: {
      readonly name?: string
      /** Ids of extensions */
      readonly members?: readonly string[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly members: readonly string[]
    }
  }
  /** Delete a pickup group */
  readonly 'DELETE /pickup-groups/{groupId}': {
    readonly path: { readonly groupId: string }
    readonly answer: null
  }
  /** Get whom extensions may pick up */
  readonly 'GET /pickup-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Whom extensions may pick up by naming it: `everyone`, members of a common group, `nobody` */
      readonly directed: "everyone" | "groups" | "nobody"
    }
  }
  /** Change whom extensions may pick up */
  readonly 'PATCH /pickup-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Whom extensions may pick up by naming it: `everyone`, members of a common group, `nobody` */
      readonly directed: "everyone" | "groups" | "nobody"
    }
    readonly answer: {
      /** Whom extensions may pick up by naming it: `everyone`, members of a common group, `nobody` */
      readonly directed: "everyone" | "groups" | "nobody"
    }
  }
}
