// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface TraceOrdersOperations {
  /** List orders to trace malicious calls */
  readonly 'GET /trace-orders': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly calledNumber: string
        readonly reason: string
        readonly requestReference: string
        readonly validFrom: string
        readonly validUntil: string
        readonly keepDays: number
        readonly userMayMark: boolean
        readonly orderedBy: string
        readonly createdAt: string
        /** null: nobody has asked for the report */
        readonly release: {
          readonly reason: string
          readonly askedBy: string
          readonly askedAt: string
          readonly releasedBy: string | null
          readonly releasedAt: string | null
        } | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Order that malicious calls are traced */
  readonly 'POST /trace-orders': {
    readonly body: {
      readonly tenantId: string
      /** The number of the customer that is called */
      readonly calledNumber: string
      /** Why: threats, harassment */
      readonly reason: string
      /** The document by which the customer has asked for it, such as its file number */
      readonly requestReference: string
      /** Not before now: only calls to come are kept */
      readonly validFrom: string
      readonly validUntil: string
      /** Days after which a call is deleted */
      readonly keepDays?: number
      /** Who is called may mark a call by *39 */
      readonly userMayMark?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly calledNumber: string
      readonly reason: string
      readonly requestReference: string
      readonly validFrom: string
      readonly validUntil: string
      readonly keepDays: number
      readonly userMayMark: boolean
      readonly orderedBy: string
      readonly createdAt: string
      /** null: nobody has asked for the report */
      readonly release: {
        readonly reason: string
        readonly askedBy: string
        readonly askedAt: string
        readonly releasedBy: string | null
        readonly releasedAt: string | null
      } | null
    }
  }
  /** Get an order to trace malicious calls */
  readonly 'GET /trace-orders/{orderId}': {
    readonly path: { readonly orderId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly calledNumber: string
      readonly reason: string
      readonly requestReference: string
      readonly validFrom: string
      readonly validUntil: string
      readonly keepDays: number
      readonly userMayMark: boolean
      readonly orderedBy: string
      readonly createdAt: string
      /** null: nobody has asked for the report */
      readonly release: {
        readonly reason: string
        readonly askedBy: string
        readonly askedAt: string
        readonly releasedBy: string | null
        readonly releasedAt: string | null
      } | null
    }
  }
  /** Delete an order with all that it has traced */
  readonly 'DELETE /trace-orders/{orderId}': {
    readonly path: { readonly orderId: string }
    readonly answer: null
  }
  /** Ask that the report is released */
  readonly 'POST /trace-orders/{orderId}/release-request': {
    readonly path: { readonly orderId: string }
    readonly body: {
      /** To whom and why the report is given out */
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly calledNumber: string
      readonly reason: string
      readonly requestReference: string
      readonly validFrom: string
      readonly validUntil: string
      readonly keepDays: number
      readonly userMayMark: boolean
      readonly orderedBy: string
      readonly createdAt: string
      /** null: nobody has asked for the report */
      readonly release: {
        readonly reason: string
        readonly askedBy: string
        readonly askedAt: string
        readonly releasedBy: string | null
        readonly releasedAt: string | null
      } | null
    }
  }
  /** Release the report that another person has asked for */
  readonly 'POST /trace-orders/{orderId}/release': {
    readonly path: { readonly orderId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly calledNumber: string
      readonly reason: string
      readonly requestReference: string
      readonly validFrom: string
      readonly validUntil: string
      readonly keepDays: number
      readonly userMayMark: boolean
      readonly orderedBy: string
      readonly createdAt: string
      /** null: nobody has asked for the report */
      readonly release: {
        readonly reason: string
        readonly askedBy: string
        readonly askedAt: string
        readonly releasedBy: string | null
        readonly releasedAt: string | null
      } | null
    }
  }
  /** Get the report of traced calls, once it is released */
  readonly 'GET /trace-orders/{orderId}/report': {
    readonly path: { readonly orderId: string }
    readonly answer: {
      readonly order: {
        readonly id: string
        readonly tenantId: string
        readonly calledNumber: string
        readonly reason: string
        readonly requestReference: string
        readonly validFrom: string
        readonly validUntil: string
        readonly keepDays: number
        readonly userMayMark: boolean
        readonly orderedBy: string
        readonly createdAt: string
        /** null: nobody has asked for the report */
        readonly release: {
          readonly reason: string
          readonly askedBy: string
          readonly askedAt: string
          readonly releasedBy: string | null
          readonly releasedAt: string | null
        } | null
      }
      readonly calls: readonly ({
        readonly at: string
        readonly shown: string | null
        readonly asserted: readonly string[]
        readonly displayName: string | null
        /** The caller did not want to be shown */
        readonly hidden: boolean
        readonly carrier: string
        readonly sipCallId: string
        readonly markedAt: string | null
      })[]
    }
  }
}
