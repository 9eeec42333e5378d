// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface AuditLogOperations {
  /** List what was changed, and by whom */
  readonly 'GET /audit-log': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string; readonly from?: string; readonly to?: string; readonly actorId?: string; readonly action?: string; readonly subject?: string; readonly subjectId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly at: string
        readonly tenantId: string | null
        readonly actor: {
          /** operator, reseller, tenant or user */
          readonly kind: string
          /** Of the login or API key */
          readonly id: string
          readonly name: string
          /** IP address */
          readonly address: string
        }
        readonly requestId: string | null
        readonly route: string | null
        /** created, changed, deleted, requested, signed-in, sign-in-failed … */
        readonly action: string
        /** What it was done to */
        readonly subject: string
        readonly subjectId: string | null
        /** What was there, as far as it changed; secrets are left out */
        readonly before: unknown
        /** What is there now */
        readonly after: unknown
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
}
