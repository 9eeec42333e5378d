// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface StorageOperations {
  /** Tell how much storage is used */
  readonly 'GET /storage': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly usedBytes: number
      /** `storageBytes` of the tenant's profile */
      readonly quotaBytes: number
      /** nearly-full: from 80 % on */
      readonly state: "ok" | "nearly-full" | "full"
    }
  }
}
