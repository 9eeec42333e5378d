// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface DirectDebitsOperations {
  /** Get whose account collects */
  readonly 'GET /sepa-creditor': {
    readonly answer: {
      /** Null: not set */
      readonly creditor: {
        readonly name: string
        readonly creditorId: string
        readonly iban: string
        readonly bic: string | null
      } | null
    }
  }
  /** Set whose account collects */
  readonly 'PUT /sepa-creditor': {
    readonly body: {
      readonly name: string
      /** Gläubiger-Identifikationsnummer */
      readonly creditorId: string
      readonly iban: string
      /** Absent: the bank is found by the IBAN */
      readonly bic?: string | null
    }
    readonly answer: {
      /** Null: not set */
      readonly creditor: {
        readonly name: string
        readonly creditorId: string
        readonly iban: string
        readonly bic: string | null
      } | null
    }
  }
  /** List direct debits, the newest first */
  readonly 'GET /direct-debits': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly state?: "announced" | "batched" | "collected" | "returned" | "cancelled" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly itemId: string
        /** Of the document, as payers name it */
        readonly itemNumber: string
        readonly mandateId: string
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly dueOn: string
        readonly attempt: number
        /** "batched": in a file that the bank does not have yet */
        readonly state: "announced" | "batched" | "collected" | "returned" | "cancelled"
        readonly sequence: "FRST" | "RCUR" | "OOFF" | null
        readonly endToEndId: string
        readonly announcedAt: string
        /** Why it came back or was cancelled: a code of ISO 20022 such as "AM04" */
        readonly reason: string | null
        readonly returnedOn: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Announce what can be collected now; happens every hour by itself */
  readonly 'POST /direct-debits/announcements': {
    readonly answer: {
      readonly announced: number
      /** How many items were left, by the reason: paid, under-way, no-mandate, returned, no-mail, other-currency */
      readonly left: Readonly<Record<string, number>>
    }
  }
  /** List files of direct debits, the newest first */
  readonly 'GET /sepa-batches': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly messageId: string
        readonly madeAt: string
        readonly madeBy: string
        readonly debits: number
        readonly total: {
          readonly amount: string
          readonly currency: string
        }
        readonly sha256: string
        /** Null: it can be discarded, and not be downloaded yet */
        readonly givenOutAt: string | null
        readonly givenOutBy: string | null
      })[]
    }
  }
  /** Make a file of all announced debits whose time has come */
  readonly 'POST /sepa-batches': {
    readonly answer: {
      readonly id: string
      readonly messageId: string
      readonly madeAt: string
      readonly madeBy: string
      readonly debits: number
      readonly total: {
        readonly amount: string
        readonly currency: string
      }
      readonly sha256: string
      /** Null: it can be discarded, and not be downloaded yet */
      readonly givenOutAt: string | null
      readonly givenOutBy: string | null
    }
  }
  /** Get a file of direct debits */
  readonly 'GET /sepa-batches/{batchId}': {
    readonly path: { readonly batchId: string }
    readonly answer: {
      readonly id: string
      readonly messageId: string
      readonly madeAt: string
      readonly madeBy: string
      readonly debits: number
      readonly total: {
        readonly amount: string
        readonly currency: string
      }
      readonly sha256: string
      /** Null: it can be discarded, and not be downloaded yet */
      readonly givenOutAt: string | null
      readonly givenOutBy: string | null
    }
  }
  /** Discard a file that is not given out */
  readonly 'DELETE /sepa-batches/{batchId}': {
    readonly path: { readonly batchId: string }
    readonly answer: null
  }
  /** Download a file of direct debits that is given out (pain.008.001.08) */
  readonly 'GET /sepa-batches/{batchId}/file': {
    readonly path: { readonly batchId: string }
    readonly answer: null
  }
  /** Give a file out: from then on it can be downloaded for the bank, and is never changed */
  readonly 'POST /sepa-batches/{batchId}/give-out': {
    readonly path: { readonly batchId: string }
    readonly answer: {
      readonly id: string
      readonly messageId: string
      readonly madeAt: string
      readonly madeBy: string
      readonly debits: number
      readonly total: {
        readonly amount: string
        readonly currency: string
      }
      readonly sha256: string
      /** Null: it can be discarded, and not be downloaded yet */
      readonly givenOutAt: string | null
      readonly givenOutBy: string | null
    }
  }
}
