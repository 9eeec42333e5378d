// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface RetentionOperations {
  /** List how long each kind of personal data is kept */
  readonly 'GET /retention-rules': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly rule: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** List what was deleted, because its time was over or on request, the newest first */
  readonly 'GET /deletion-log': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly tenantId: string
        readonly kind: string
        readonly count: number
        readonly at: string
        /** Of that kind, all that was older might go */
        readonly olderThan: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** List invoices in dispute whose calls are kept longer */
  readonly 'GET /dispute-holds': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly from: string
        readonly until: string
        readonly reason: string
        readonly madeBy: string
        readonly madeAt: string
        readonly endedAt: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Keep the charged calls of some days until a dispute is over */
  readonly 'POST /dispute-holds': {
    readonly body: {
      readonly tenantId: string
      /** First day of the calls */
      readonly from: string
      /** Last day of the calls */
      readonly until: string
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly from: string
      readonly until: string
      readonly reason: string
      readonly madeBy: string
      readonly madeAt: string
      readonly endedAt: string | null
    }
  }
  /** Say that a dispute is over */
  readonly 'POST /dispute-holds/{holdId}/end': {
    readonly path: { readonly holdId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly from: string
      readonly until: string
      readonly reason: string
      readonly madeBy: string
      readonly madeAt: string
      readonly endedAt: string | null
    }
  }
}
