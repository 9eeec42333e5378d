// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SepaMandatesOperations {
  /** List SEPA mandates, the newest first */
  readonly 'GET /sepa-mandates': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly reference: string
        readonly kind: "recurring" | "one-off"
        /** "given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months */
        readonly state: "given" | "active" | "used" | "revoked" | "lapsed"
        readonly accountHolder: string
        readonly payerAddress: string | null
        /** In groups of four */
        readonly iban: string
        readonly bic: string | null
        readonly signedOn: string
        readonly givenBy: "portal" | "paper"
        readonly giverName: string
        /** The signed copy */
        readonly document: {
          readonly mediaType: string
          readonly sha256: string
        } | null
        readonly lastUsedOn: string | null
        /** If it is not used before */
        readonly lapsesOn: string
        /** Who revoked it, or the reason of the bank, such as "AC04" */
        readonly endReason: string | null
      })[]
    }
  }
  /** Give a SEPA mandate; the operator notes one on paper */
  readonly 'POST /sepa-mandates': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** "one-off": for a single debit */
      readonly kind?: "recurring" | "one-off"
      /** Whose account it is */
      readonly accountHolder: string
      /** Of a payer who is not the customer */
      readonly payerAddress?: string | null
      readonly iban: string
      /** Absent: the bank is found by the IBAN */
      readonly bic?: string | null
      /** Of a mandate on paper; absent: today. What a customer gives here is not on paper */
      readonly signedOn?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly reference: string
      readonly kind: "recurring" | "one-off"
      /** "given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months */
      readonly state: "given" | "active" | "used" | "revoked" | "lapsed"
      readonly accountHolder: string
      readonly payerAddress: string | null
      /** In groups of four */
      readonly iban: string
      readonly bic: string | null
      readonly signedOn: string
      readonly givenBy: "portal" | "paper"
      readonly giverName: string
      /** The signed copy */
      readonly document: {
        readonly mediaType: string
        readonly sha256: string
      } | null
      readonly lastUsedOn: string | null
      /** If it is not used before */
      readonly lapsesOn: string
      /** Who revoked it, or the reason of the bank, such as "AC04" */
      readonly endReason: string | null
    }
  }
  /** Get a SEPA mandate */
  readonly 'GET /sepa-mandates/{mandateId}': {
    readonly path: { readonly mandateId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly reference: string
      readonly kind: "recurring" | "one-off"
      /** "given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months */
      readonly state: "given" | "active" | "used" | "revoked" | "lapsed"
      readonly accountHolder: string
      readonly payerAddress: string | null
      /** In groups of four */
      readonly iban: string
      readonly bic: string | null
      readonly signedOn: string
      readonly givenBy: "portal" | "paper"
      readonly giverName: string
      /** The signed copy */
      readonly document: {
        readonly mediaType: string
        readonly sha256: string
      } | null
      readonly lastUsedOn: string | null
      /** If it is not used before */
      readonly lapsesOn: string
      /** Who revoked it, or the reason of the bank, such as "AC04" */
      readonly endReason: string | null
    }
  }
  /** What a mandate says: creditor, reference and words */
  readonly 'GET /sepa-mandate-form': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Null: not set, nothing can be collected */
      readonly creditor: {
        readonly name: string
        readonly creditorId: string
      } | null
      /** Of the next mandate */
      readonly reference: string
      /** Days before its due date on which a debit is announced */
      readonly preNotificationDays: number
      /** What the payer agrees to */
      readonly words: {
        readonly de: string
        readonly en: string
      }
    }
  }
  /** Confirm a mandate on paper by its signed copy */
  readonly 'POST /sepa-mandates/{mandateId}/confirm': {
    readonly path: { readonly mandateId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly reference: string
      readonly kind: "recurring" | "one-off"
      /** "given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months */
      readonly state: "given" | "active" | "used" | "revoked" | "lapsed"
      readonly accountHolder: string
      readonly payerAddress: string | null
      /** In groups of four */
      readonly iban: string
      readonly bic: string | null
      readonly signedOn: string
      readonly givenBy: "portal" | "paper"
      readonly giverName: string
      /** The signed copy */
      readonly document: {
        readonly mediaType: string
        readonly sha256: string
      } | null
      readonly lastUsedOn: string | null
      /** If it is not used before */
      readonly lapsesOn: string
      /** Who revoked it, or the reason of the bank, such as "AC04" */
      readonly endReason: string | null
    }
  }
  /** Revoke a SEPA mandate: nothing is collected by it any more */
  readonly 'POST /sepa-mandates/{mandateId}/revoke': {
    readonly path: { readonly mandateId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly reference: string
      readonly kind: "recurring" | "one-off"
      /** "given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months */
      readonly state: "given" | "active" | "used" | "revoked" | "lapsed"
      readonly accountHolder: string
      readonly payerAddress: string | null
      /** In groups of four */
      readonly iban: string
      readonly bic: string | null
      readonly signedOn: string
      readonly givenBy: "portal" | "paper"
      readonly giverName: string
      /** The signed copy */
      readonly document: {
        readonly mediaType: string
        readonly sha256: string
      } | null
      readonly lastUsedOn: string | null
      /** If it is not used before */
      readonly lapsesOn: string
      /** Who revoked it, or the reason of the bank, such as "AC04" */
      readonly endReason: string | null
    }
  }
  /** Download the signed copy */
  readonly 'GET /sepa-mandates/{mandateId}/document': {
    readonly path: { readonly mandateId: string }
    readonly answer: null
  }
  /** Upload the signed copy: PDF, JPEG or PNG */
  readonly 'POST /sepa-mandates/{mandateId}/document': {
    readonly path: { readonly mandateId: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly reference: string
      readonly kind: "recurring" | "one-off"
      /** "given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months */
      readonly state: "given" | "active" | "used" | "revoked" | "lapsed"
      readonly accountHolder: string
      readonly payerAddress: string | null
      /** In groups of four */
      readonly iban: string
      readonly bic: string | null
      readonly signedOn: string
      readonly givenBy: "portal" | "paper"
      readonly giverName: string
      /** The signed copy */
      readonly document: {
        readonly mediaType: string
        readonly sha256: string
      } | null
      readonly lastUsedOn: string | null
      /** If it is not used before */
      readonly lapsesOn: string
      /** Who revoked it, or the reason of the bank, such as "AC04" */
      readonly endReason: string | null
    }
  }
}
