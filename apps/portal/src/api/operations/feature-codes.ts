// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface FeatureCodesOperations {
  /** List the feature codes */
  readonly 'GET /feature-codes': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** Stable name */
        readonly feature: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** What users of this tenant dial; empty: switched off */
        readonly codes: readonly string[]
        readonly productCodes: readonly string[]
        /** Dialled as a call, instead of a number, before a number, or pressed in a call */
        readonly when: "dialled" | "for-number" | "before-number" | "in-call"
        /** Whether digits follow: *21 and a number */
        readonly argument: "none" | "optional" | "required"
      })[]
    }
  }
  /** Change the codes of a feature */
  readonly 'PATCH /feature-codes/{feature}': {
    readonly path: { readonly feature: string }
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** [] switches the code off; null takes the product's again */
      readonly codes: readonly string[] | null
    }
    readonly answer: {
      /** Stable name */
      readonly feature: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      /** What users of this tenant dial; empty: switched off */
      readonly codes: readonly string[]
      readonly productCodes: readonly string[]
      /** Dialled as a call, instead of a number, before a number, or pressed in a call */
      readonly when: "dialled" | "for-number" | "before-number" | "in-call"
      /** Whether digits follow: *21 and a number */
      readonly argument: "none" | "optional" | "required"
    }
  }
}
