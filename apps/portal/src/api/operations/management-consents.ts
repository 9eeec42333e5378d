// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ManagementConsentsOperations {
  /** List consents, revoked ones too */
  readonly 'GET /management-consents': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly scope: "reports" | "chat-logs"
        readonly grantedBy: string
        readonly grantedOn: string
        readonly document: string | null
        readonly recordedAt: string
        /** null: valid */
        readonly revokedAt: string | null
      })[]
    }
  }
  /** Record a consent; one that is valid already is replaced */
  readonly 'POST /management-consents': {
    readonly body: {
      readonly tenantId: string
      /** What is consented to: reports of calls, or logs of chats */
      readonly scope: "reports" | "chat-logs"
      /** Name of the managing director or owner who has consented */
      readonly grantedBy: string
      readonly grantedOn: string
      /** Where the signed declaration is filed */
      readonly document?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly scope: "reports" | "chat-logs"
      readonly grantedBy: string
      readonly grantedOn: string
      readonly document: string | null
      readonly recordedAt: string
      /** null: valid */
      readonly revokedAt: string | null
    }
  }
  /** Revoke a consent at once */
  readonly 'DELETE /management-consents/{consentId}': {
    readonly path: { readonly consentId: string }
    readonly answer: null
  }
}
