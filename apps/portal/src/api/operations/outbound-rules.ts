// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface OutboundRulesOperations {
  /** List exceptions from barring classes */
  readonly 'GET /outbound-rules/exceptions': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly extensionId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly extensionId: string | null
        readonly extensionNumber: string | null
        readonly siteId: string | null
        readonly siteName: string | null
        readonly effect: "allow" | "deny"
        /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
        readonly target: string
        readonly note: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Allow or bar numbers or a country */
  readonly 'POST /outbound-rules/exceptions': {
    readonly body: {
      readonly effect: "allow" | "deny"
      /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
      readonly target: string
      readonly note?: string | null
      /** Needed with an operator key */
      readonly tenantId?: string
      /** null, as siteId: the whole customer */
      readonly extensionId?: string | null
      /** For all that calls from this site; not beside extensionId */
      readonly siteId?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly extensionId: string | null
      readonly extensionNumber: string | null
      readonly siteId: string | null
      readonly siteName: string | null
      readonly effect: "allow" | "deny"
      /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
      readonly target: string
      readonly note: string | null
    }
  }
  /** Get an exception */
  readonly 'GET /outbound-rules/exceptions/{exceptionId}': {
    readonly path: { readonly exceptionId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly extensionId: string | null
      readonly extensionNumber: string | null
      readonly siteId: string | null
      readonly siteName: string | null
      readonly effect: "allow" | "deny"
      /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
      readonly target: string
      readonly note: string | null
    }
  }
  /** Delete an exception */
  readonly 'DELETE /outbound-rules/exceptions/{exceptionId}': {
    readonly path: { readonly exceptionId: string }
    readonly answer: null
  }
  /** List releases of barred numbers */
  readonly 'GET /outbound-rules/releases': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly extensionId: string | null
        readonly extensionNumber: string | null
        readonly siteId: string | null
        readonly siteName: string | null
        /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
        readonly target: string
        /** The form by which the customer has asked for it */
        readonly formReference: string
        readonly formDate: string
        readonly validFrom: string
        /** null: until it is taken back */
        readonly validUntil: string | null
        readonly releasedBy: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Release barred numbers by form */
  readonly 'POST /outbound-rules/releases': {
    readonly body: {
      /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
      readonly target: string
      /** The form by which the customer has asked for it */
      readonly formReference: string
      readonly formDate: string
      readonly validFrom: string
      /** null: until it is taken back */
      readonly validUntil?: string | null
      /** Needed with an operator key */
      readonly tenantId?: string
      /** null, as siteId: the whole customer */
      readonly extensionId?: string | null
      /** For all that calls from this site; not beside extensionId */
      readonly siteId?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly extensionId: string | null
      readonly extensionNumber: string | null
      readonly siteId: string | null
      readonly siteName: string | null
      /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
      readonly target: string
      /** The form by which the customer has asked for it */
      readonly formReference: string
      readonly formDate: string
      readonly validFrom: string
      /** null: until it is taken back */
      readonly validUntil: string | null
      readonly releasedBy: string
    }
  }
  /** Get a release */
  readonly 'GET /outbound-rules/releases/{releaseId}': {
    readonly path: { readonly releaseId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly extensionId: string | null
      readonly extensionNumber: string | null
      readonly siteId: string | null
      readonly siteName: string | null
      /** All numbers that begin so, short codes with +49; or a country by its ISO 3166-1 code */
      readonly target: string
      /** The form by which the customer has asked for it */
      readonly formReference: string
      readonly formDate: string
      readonly validFrom: string
      /** null: until it is taken back */
      readonly validUntil: string | null
      readonly releasedBy: string
    }
  }
  /** Take a release back */
  readonly 'DELETE /outbound-rules/releases/{releaseId}': {
    readonly path: { readonly releaseId: string }
    readonly answer: null
  }
  /** Get what a tenant may dial outside */
  readonly 'GET /outbound-rules': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** The highest that can be set */
      readonly contractClass: 0 | 1 | 2 | 3 | 4
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      readonly classes: readonly ({
        readonly class: number
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly zones: readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]
      })[]
      /** What needs a release, whatever the class */
      readonly barredRanges: readonly ({
        readonly prefix: string
        readonly releasable: boolean
        readonly exempt: boolean
        readonly name: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Change what a tenant may dial outside */
  readonly 'PATCH /outbound-rules': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** null: as the customer, or the contract */
      readonly class?: 0 | 1 | 2 | 3 | 4 | null
      readonly timed?: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
    }
    readonly answer: {
      /** The highest that can be set */
      readonly contractClass: 0 | 1 | 2 | 3 | 4
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      readonly classes: readonly ({
        readonly class: number
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly zones: readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]
      })[]
      /** What needs a release, whatever the class */
      readonly barredRanges: readonly ({
        readonly prefix: string
        readonly releasable: boolean
        readonly exempt: boolean
        readonly name: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** List extensions with outbound rules of their own */
  readonly 'GET /outbound-rules/extensions': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** null: as the customer, or the contract */
        readonly class: 0 | 1 | 2 | 3 | 4 | null
        readonly timed: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly when: "open" | "closed"
          readonly class: 0 | 1 | 2 | 3 | 4
        } | null
        /** The telephone lock: internal and emergency numbers only */
        readonly locked: boolean
        readonly extensionId: string
        readonly number: string
        readonly name: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get what an extension may dial outside */
  readonly 'GET /outbound-rules/extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      /** The telephone lock: internal and emergency numbers only */
      readonly locked: boolean
      readonly extensionId: string
      readonly number: string
      readonly name: string
    }
  }
  /** Change what an extension may dial outside */
  readonly 'PATCH /outbound-rules/extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** null: as the customer, or the contract */
      readonly class?: 0 | 1 | 2 | 3 | 4 | null
      readonly timed?: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      /** The telephone lock: internal and emergency numbers only */
      readonly locked?: boolean
    }
    readonly answer: {
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      /** The telephone lock: internal and emergency numbers only */
      readonly locked: boolean
      readonly extensionId: string
      readonly number: string
      readonly name: string
    }
  }
  /** Get what a site may dial outside */
  readonly 'GET /outbound-rules/sites/{siteId}': {
    readonly path: { readonly siteId: string }
    readonly answer: {
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      readonly siteId: string
      readonly name: string
    }
  }
  /** Change what a site may dial outside */
  readonly 'PATCH /outbound-rules/sites/{siteId}': {
    readonly path: { readonly siteId: string }
    readonly body: {
      /** null: as the customer, or the contract */
      readonly class?: 0 | 1 | 2 | 3 | 4 | null
      readonly timed?: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
    }
    readonly answer: {
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      readonly siteId: string
      readonly name: string
    }
  }
  /** Set the barring class of the contract */
  readonly 'PATCH /outbound-rules/contract': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly barringClass: 0 | 1 | 2 | 3 | 4
    }
    readonly answer: {
      /** The highest that can be set */
      readonly contractClass: 0 | 1 | 2 | 3 | 4
      /** null: as the customer, or the contract */
      readonly class: 0 | 1 | 2 | 3 | 4 | null
      readonly timed: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly when: "open" | "closed"
        readonly class: 0 | 1 | 2 | 3 | 4
      } | null
      readonly classes: readonly ({
        readonly class: number
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly zones: readonly ("local" | "national" | "freephone" | "mobile" | "service" | "europe" | "world" | "networks")[]
      })[]
      /** What needs a release, whatever the class */
      readonly barredRanges: readonly ({
        readonly prefix: string
        readonly releasable: boolean
        readonly exempt: boolean
        readonly name: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** List the countries that rules may name */
  readonly 'GET /outbound-rules/countries': {
    readonly answer: {
      readonly items: readonly ({
        /** ISO 3166-1 */
        readonly country: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Tell whether a number may be dialled */
  readonly 'POST /outbound-rules/check': {
    readonly body: {
      /** As it would be dialled */
      readonly number: string
      readonly tenantId?: string
      /** null: on behalf of the tenant, such as a number that leads outside */
      readonly extensionId?: string | null
      /** Where that number is; null: at the main site */
      readonly siteId?: string | null
      /** null: now */
      readonly at?: string | null
    }
    readonly answer: {
      readonly allowed: boolean
      /** What was understood: E.164, a short code, or an internal number */
      readonly number: string
      readonly kind: "outside" | "internal" | "emergency" | "no-number"
      /** What has decided: `class`, `exception`, `barred-range`, `release`, `phone-lock`, `never-barred`, `no-number` */
      readonly rule: string
      /** It would be allowed after the PIN of the extension */
      readonly withPin: boolean
      readonly sentence: {
        readonly de: string
        readonly en: string
      }
    }
  }
}
