// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface InvoiceRunsOperations {
  /** List invoice runs, the newest first */
  readonly 'GET /invoice-runs': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        /** Month that is billed, `2026-10` */
        readonly month: string
        readonly profile: string | null
        readonly state: "drafting" | "drafted" | "issuing" | "issued" | "undone"
        /** Of drafting, or of issuing */
        readonly percent: number
        /** Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun */
        readonly secondsLeft: number | null
        /** Customers by what the run has found of them */
        readonly customers: { readonly [Name in "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"]?: number }
        readonly issueOn: string | null
        readonly startedBy: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Begin an invoice run: a preview, nothing is issued */
  readonly 'POST /invoice-runs': {
    readonly body: {
      /** Month that is billed, `2026-10` */
      readonly month: string
      /** Only customers of this product profile; null: all */
      readonly profile?: string | null
    }
    readonly answer: {
      readonly id: string
      /** Month that is billed, `2026-10` */
      readonly month: string
      readonly profile: string | null
      readonly state: "drafting" | "drafted" | "issuing" | "issued" | "undone"
      /** Of drafting, or of issuing */
      readonly percent: number
      /** Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun */
      readonly secondsLeft: number | null
      /** Customers by what the run has found of them */
      readonly customers: { readonly [Name in "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"]?: number }
      readonly issueOn: string | null
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** Get an invoice run: how far it is, in per cent */
  readonly 'GET /invoice-runs/{runId}': {
    readonly path: { readonly runId: string }
    readonly answer: {
      readonly id: string
      /** Month that is billed, `2026-10` */
      readonly month: string
      readonly profile: string | null
      readonly state: "drafting" | "drafted" | "issuing" | "issued" | "undone"
      /** Of drafting, or of issuing */
      readonly percent: number
      /** Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun */
      readonly secondsLeft: number | null
      /** Customers by what the run has found of them */
      readonly customers: { readonly [Name in "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"]?: number }
      readonly issueOn: string | null
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** List customers of an invoice run, and their problems */
  readonly 'GET /invoice-runs/{runId}/customers': {
    readonly path: { readonly runId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly state?: "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued" }
    readonly answer: {
      readonly items: readonly ({
        readonly tenantId: string
        readonly name: string
        readonly state: "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"
        readonly problem: {
          readonly code: string
          readonly de: string
          readonly en: string
        } | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Issue the invoices of a preview; they cannot be changed afterwards */
  readonly 'POST /invoice-runs/{runId}/issue': {
    readonly path: { readonly runId: string }
    readonly body: {
      /** Date of the invoices; absent: today */
      readonly issueOn?: string
    }
    readonly answer: {
      readonly id: string
      /** Month that is billed, `2026-10` */
      readonly month: string
      readonly profile: string | null
      readonly state: "drafting" | "drafted" | "issuing" | "issued" | "undone"
      /** Of drafting, or of issuing */
      readonly percent: number
      /** Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun */
      readonly secondsLeft: number | null
      /** Customers by what the run has found of them */
      readonly customers: { readonly [Name in "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"]?: number }
      readonly issueOn: string | null
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** Make the preview anew, for instance after problems were mended */
  readonly 'POST /invoice-runs/{runId}/redraft': {
    readonly path: { readonly runId: string }
    readonly answer: {
      readonly id: string
      /** Month that is billed, `2026-10` */
      readonly month: string
      readonly profile: string | null
      readonly state: "drafting" | "drafted" | "issuing" | "issued" | "undone"
      /** Of drafting, or of issuing */
      readonly percent: number
      /** Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun */
      readonly secondsLeft: number | null
      /** Customers by what the run has found of them */
      readonly customers: { readonly [Name in "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"]?: number }
      readonly issueOn: string | null
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** Take a preview back; what it has issued stays */
  readonly 'POST /invoice-runs/{runId}/undo': {
    readonly path: { readonly runId: string }
    readonly answer: {
      readonly id: string
      /** Month that is billed, `2026-10` */
      readonly month: string
      readonly profile: string | null
      readonly state: "drafting" | "drafted" | "issuing" | "issued" | "undone"
      /** Of drafting, or of issuing */
      readonly percent: number
      /** Until all are drafted, or issued, as fast as it went until now; null: it stands, or has just begun */
      readonly secondsLeft: number | null
      /** Customers by what the run has found of them */
      readonly customers: { readonly [Name in "waiting" | "drafted" | "nothing" | "billed-before" | "problem" | "changed" | "issued"]?: number }
      readonly issueOn: string | null
      readonly startedBy: string
      readonly createdAt: string
    }
  }
}
