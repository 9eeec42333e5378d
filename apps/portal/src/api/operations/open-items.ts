// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface OpenItemsOperations {
  /** List what is owed, the oldest first */
  readonly 'GET /open-items': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly open?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly kind: "invoice" | "return-fee" | "dunning-fee"
        readonly number: string
        /** Number of the document that a fee is for */
        readonly feeOf: string | null
        readonly customerNumber: string
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        /** What is left to be paid; below zero: too much was */
        readonly open: {
          readonly amount: string
          readonly currency: string
        }
        readonly issuedOn: string
        readonly dueOn: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Add what a customer owes by an invoice of another program */
  readonly 'POST /open-items': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Of the document, as payers name it */
      readonly number: string
      /** In whole cents, above zero */
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      readonly issuedOn: string
      readonly dueOn: string
      /** The document announces the direct debit itself, so that no mail has to */
      readonly announced?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "invoice" | "return-fee" | "dunning-fee"
      readonly number: string
      /** Number of the document that a fee is for */
      readonly feeOf: string | null
      readonly customerNumber: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      /** What is left to be paid; below zero: too much was */
      readonly open: {
        readonly amount: string
        readonly currency: string
      }
      readonly issuedOn: string
      readonly dueOn: string
      readonly entries: readonly ({
        readonly kind: "debit" | "return" | "transfer" | "undone" | "credit"
        /** Below zero: taken back */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly bookedOn: string
        readonly by: string
      })[]
      readonly debits: readonly ({
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
    }
  }
  /** Get what is owed by a document, with what was paid of it */
  readonly 'GET /open-items/{itemId}': {
    readonly path: { readonly itemId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "invoice" | "return-fee" | "dunning-fee"
      readonly number: string
      /** Number of the document that a fee is for */
      readonly feeOf: string | null
      readonly customerNumber: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      /** What is left to be paid; below zero: too much was */
      readonly open: {
        readonly amount: string
        readonly currency: string
      }
      readonly issuedOn: string
      readonly dueOn: string
      readonly entries: readonly ({
        readonly kind: "debit" | "return" | "transfer" | "undone" | "credit"
        /** Below zero: taken back */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly bookedOn: string
        readonly by: string
      })[]
      readonly debits: readonly ({
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
    }
  }
}
