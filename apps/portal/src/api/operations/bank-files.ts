// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface BankFilesOperations {
  /** List files of the bank, the newest first */
  readonly 'GET /bank-files': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly kind: "pain.002" | "camt.053" | "camt.054"
        readonly messageId: string
        readonly name: string
        readonly takenAt: string
        readonly takenBy: string
        readonly counts: {
          /** Debits that came back */
          readonly returned: number
          /** Transfers whose invoice is known */
          readonly matched: number
          /** Transfers that somebody has to look at */
          readonly unclear: number
          /** Entries that were in a file before */
          readonly known: number
          /** What concerns neither */
          readonly others: number
        }
      })[]
    }
  }
  /** Take a file of the bank: pain.002, camt.053 or camt.054 */
  readonly 'POST /bank-files': {
    readonly query?: { readonly name?: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly kind: "pain.002" | "camt.053" | "camt.054"
      readonly messageId: string
      readonly name: string
      readonly takenAt: string
      readonly takenBy: string
      readonly counts: {
        /** Debits that came back */
        readonly returned: number
        /** Transfers whose invoice is known */
        readonly matched: number
        /** Transfers that somebody has to look at */
        readonly unclear: number
        /** Entries that were in a file before */
        readonly known: number
        /** What concerns neither */
        readonly others: number
      }
      /** It was taken before, and nothing was done now */
      readonly repeated: boolean
    }
  }
  /** List transfers, the newest first */
  readonly 'GET /bank-entries': {
    readonly query?: { readonly state?: "matched" | "unclear" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly bookedOn: string
        readonly payerName: string | null
        readonly payerIban: string | null
        /** What the payer has written */
        readonly remittance: string
        readonly state: "matched" | "unclear"
        /** Why somebody has to look at it */
        readonly why: "nothing-named" | "several-customers" | "amount-differs" | "other-currency" | "no-bank-reference" | "undone" | null
        /** Whose it is, or seems to be */
        readonly tenantId: string | null
      })[]
    }
  }
  /** Get a transfer */
  readonly 'GET /bank-entries/{entryId}': {
    readonly path: { readonly entryId: string }
    readonly answer: {
      readonly id: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      readonly bookedOn: string
      readonly payerName: string | null
      readonly payerIban: string | null
      /** What the payer has written */
      readonly remittance: string
      readonly state: "matched" | "unclear"
      /** Why somebody has to look at it */
      readonly why: "nothing-named" | "several-customers" | "amount-differs" | "other-currency" | "no-bank-reference" | "undone" | null
      /** Whose it is, or seems to be */
      readonly tenantId: string | null
    }
  }
  /** Say what an unclear transfer pays */
  readonly 'POST /bank-entries/{entryId}/assignment': {
    readonly path: { readonly entryId: string }
    readonly body: {
      /** What the transfer pays; together its amount */
      readonly shares: readonly ({
        readonly itemId: string
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      readonly bookedOn: string
      readonly payerName: string | null
      readonly payerIban: string | null
      /** What the payer has written */
      readonly remittance: string
      readonly state: "matched" | "unclear"
      /** Why somebody has to look at it */
      readonly why: "nothing-named" | "several-customers" | "amount-differs" | "other-currency" | "no-bank-reference" | "undone" | null
      /** Whose it is, or seems to be */
      readonly tenantId: string | null
    }
  }
  /** Take back what a transfer was booked as */
  readonly 'DELETE /bank-entries/{entryId}/assignment': {
    readonly path: { readonly entryId: string }
    readonly answer: {
      readonly id: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      readonly bookedOn: string
      readonly payerName: string | null
      readonly payerIban: string | null
      /** What the payer has written */
      readonly remittance: string
      readonly state: "matched" | "unclear"
      /** Why somebody has to look at it */
      readonly why: "nothing-named" | "several-customers" | "amount-differs" | "other-currency" | "no-bank-reference" | "undone" | null
      /** Whose it is, or seems to be */
      readonly tenantId: string | null
    }
  }
}
