// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface IntercomOperations {
  /** Get whose calls the phone answers by itself */
  readonly 'GET /extensions/{extensionId}/intercom-settings': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** Whose calls the phone answers by itself */
      readonly accepts: "everyone" | "named" | "nobody"
      /** Ids of extensions, for "named" */
      readonly callers: readonly string[]
      /** While it talks, for callers that may not: an announcement, or it rings as always */
      readonly otherwise: "refuse" | "ring"
    }
  }
  /** Change whose calls the phone answers by itself */
  readonly 'PATCH /extensions/{extensionId}/intercom-settings': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Whose calls the phone answers by itself */
      readonly accepts?: "everyone" | "named" | "nobody"
      /** Ids of extensions, for "named" */
      readonly callers?: readonly string[]
      /** While it talks, for callers that may not: an announcement, or it rings as always */
      readonly otherwise?: "refuse" | "ring"
    }
    readonly answer: {
      /** Whose calls the phone answers by itself */
      readonly accepts: "everyone" | "named" | "nobody"
      /** Ids of extensions, for "named" */
      readonly callers: readonly string[]
      /** While it talks, for callers that may not: an announcement, or it rings as always */
      readonly otherwise: "refuse" | "ring"
    }
  }
}
