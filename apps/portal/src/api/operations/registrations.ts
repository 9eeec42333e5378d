// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface RegistrationsOperations {
  /** List registered devices */
  readonly 'GET /registrations': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string; readonly extensionId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly extensionId: string
        /** Extension number and SIP domain */
        readonly addressOfRecord: string
        /** SIP URI that the device gave */
        readonly contact: string
        readonly transport: "UDP" | "TCP" | "TLS" | "WS" | "WSS"
        /** Where the device registers from */
        readonly remoteAddress: string
        readonly remotePort: number
        readonly userAgent: string | null
        readonly registeredAt: string
        readonly refreshedAt: string
        readonly expiresAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Remove a registration; the device may register again */
  readonly 'DELETE /registrations/{registrationId}': {
    readonly path: { readonly registrationId: string }
    readonly answer: null
  }
}
