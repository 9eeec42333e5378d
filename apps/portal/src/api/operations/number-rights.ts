// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface NumberRightsOperations {
  /** List rights to show numbers */
  readonly 'GET /number-rights': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly state?: "requested" | "approved" | "refused" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** The number to be shown: German, and not one of the customer’s own */
        readonly number: string
        /** Whose number it is */
        readonly owner: string
        /** What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment */
        readonly proof: "contract" | "invoice" | "authorisation" | "assignment"
        readonly state: "requested" | "approved" | "refused"
        readonly requestedBy: string
        readonly requestedAt: string
        readonly decidedBy: string | null
        readonly decidedAt: string | null
        /** Why it was refused or taken back */
        readonly reason: string | null
        /** null: until it is taken back */
        readonly validUntil: string | null
        readonly documents: readonly ({
          readonly id: string
          readonly name: string
          readonly mediaType: string
          readonly octets: number
          readonly uploadedBy: string
          readonly uploadedAt: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Ask for the right to show a number */
  readonly 'POST /number-rights': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** The number to be shown: German, and not one of the customer’s own */
      readonly number: string
      /** Whose number it is */
      readonly owner: string
      /** What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment */
      readonly proof: "contract" | "invoice" | "authorisation" | "assignment"
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** The number to be shown: German, and not one of the customer’s own */
      readonly number: string
      /** Whose number it is */
      readonly owner: string
      /** What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment */
      readonly proof: "contract" | "invoice" | "authorisation" | "assignment"
      readonly state: "requested" | "approved" | "refused"
      readonly requestedBy: string
      readonly requestedAt: string
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Why it was refused or taken back */
      readonly reason: string | null
      /** null: until it is taken back */
      readonly validUntil: string | null
      readonly documents: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Get a right to show a number */
  readonly 'GET /number-rights/{rightId}': {
    readonly path: { readonly rightId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** The number to be shown: German, and not one of the customer’s own */
      readonly number: string
      /** Whose number it is */
      readonly owner: string
      /** What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment */
      readonly proof: "contract" | "invoice" | "authorisation" | "assignment"
      readonly state: "requested" | "approved" | "refused"
      readonly requestedBy: string
      readonly requestedAt: string
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Why it was refused or taken back */
      readonly reason: string | null
      /** null: until it is taken back */
      readonly validUntil: string | null
      readonly documents: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Withdraw a request, or give up a right */
  readonly 'DELETE /number-rights/{rightId}': {
    readonly path: { readonly rightId: string }
    readonly answer: null
  }
  /** Approve a right to show a number */
  readonly 'POST /number-rights/{rightId}/approval': {
    readonly path: { readonly rightId: string }
    readonly body: {
      /** null: until it is taken back */
      readonly validUntil?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** The number to be shown: German, and not one of the customer’s own */
      readonly number: string
      /** Whose number it is */
      readonly owner: string
      /** What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment */
      readonly proof: "contract" | "invoice" | "authorisation" | "assignment"
      readonly state: "requested" | "approved" | "refused"
      readonly requestedBy: string
      readonly requestedAt: string
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Why it was refused or taken back */
      readonly reason: string | null
      /** null: until it is taken back */
      readonly validUntil: string | null
      readonly documents: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Refuse a right to show a number, or take it back */
  readonly 'POST /number-rights/{rightId}/refusal': {
    readonly path: { readonly rightId: string }
    readonly body: {
      /** What the customer reads */
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** The number to be shown: German, and not one of the customer’s own */
      readonly number: string
      /** Whose number it is */
      readonly owner: string
      /** What proves the right: own contract or invoice elsewhere, a letter of the owner, an assignment */
      readonly proof: "contract" | "invoice" | "authorisation" | "assignment"
      readonly state: "requested" | "approved" | "refused"
      readonly requestedBy: string
      readonly requestedAt: string
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Why it was refused or taken back */
      readonly reason: string | null
      /** null: until it is taken back */
      readonly validUntil: string | null
      readonly documents: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
    }
  }
  /** Download evidence of a right */
  readonly 'GET /number-rights/{rightId}/documents/{documentId}': {
    readonly path: { readonly rightId: string; readonly documentId: string }
    readonly answer: null
  }
  /** Add evidence of a right: PDF, JPEG or PNG */
  readonly 'POST /number-rights/{rightId}/documents': {
    readonly path: { readonly rightId: string }
    readonly query: { readonly name: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly mediaType: string
      readonly octets: number
      readonly uploadedBy: string
      readonly uploadedAt: string
    }
  }
}
