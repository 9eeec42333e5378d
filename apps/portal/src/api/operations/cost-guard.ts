// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CostGuardOperations {
  /** Get the limits of costs */
  readonly 'GET /cost-guard': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Per day of the tenant’s time zone; what is absent has no limit of its own */
      readonly limits: {
        /** Minutes to destinations that cost something, of all extensions together */
        readonly minutesPerDay?: number
        /** The same of each extension */
        readonly minutesPerExtensionPerDay?: number
        /** Spending, in millionths of the currency */
        readonly microsPerDay?: number
        /** The same of each extension */
        readonly microsPerExtensionPerDay?: number
        /** International calls at a time */
        readonly internationalCalls?: number
        /** International minutes a day outside the business hours */
        readonly offHoursMinutes?: number
      }
      /** The first call to a new country waits until it is approved */
      readonly holdNewCountries: boolean
      /** Schedule of the business hours; null: none */
      readonly businessHours: string | null
      /** Devices that may call outside from extensions; none: all */
      readonly extensionAgents: readonly string[]
      /** PBXs that may call over trunks; none: all */
      readonly trunkAgents: readonly string[]
      /** Where notices go; null: to all administrators */
      readonly mailTo: string | null
      /** The operator’s limits, above which none can be set */
      readonly contract: {
        /** Minutes to destinations that cost something, of all extensions together */
        readonly minutesPerDay?: number
        /** The same of each extension */
        readonly minutesPerExtensionPerDay?: number
        /** Spending, in millionths of the currency */
        readonly microsPerDay?: number
        /** The same of each extension */
        readonly microsPerExtensionPerDay?: number
        /** International calls at a time */
        readonly internationalCalls?: number
        /** International minutes a day outside the business hours */
        readonly offHoursMinutes?: number
      }
      readonly contractHoldsNewCountries: boolean
    }
  }
  /** Change the limits of costs */
  readonly 'PATCH /cost-guard': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Per day of the tenant’s time zone; what is absent has no limit of its own */
      readonly limits?: {
        /** Minutes to destinations that cost something, of all extensions together */
        readonly minutesPerDay?: number
        /** The same of each extension */
        readonly minutesPerExtensionPerDay?: number
        /** Spending, in millionths of the currency */
        readonly microsPerDay?: number
        /** The same of each extension */
        readonly microsPerExtensionPerDay?: number
        /** International calls at a time */
        readonly internationalCalls?: number
        /** International minutes a day outside the business hours */
        readonly offHoursMinutes?: number
      }
      /** The first call to a new country waits until it is approved */
      readonly holdNewCountries?: boolean
      /** Schedule of the business hours; null: none */
      readonly businessHours?: string | null
      /** Devices that may call outside from extensions; none: all */
      readonly extensionAgents?: readonly string[]
      /** PBXs that may call over trunks; none: all */
      readonly trunkAgents?: readonly string[]
      /** Where notices go; null: to all administrators */
      readonly mailTo?: string | null
    }
    readonly answer: {
      /** Per day of the tenant’s time zone; what is absent has no limit of its own */
      readonly limits: {
        /** Minutes to destinations that cost something, of all extensions together */
        readonly minutesPerDay?: number
        /** The same of each extension */
        readonly minutesPerExtensionPerDay?: number
        /** Spending, in millionths of the currency */
        readonly microsPerDay?: number
        /** The same of each extension */
        readonly microsPerExtensionPerDay?: number
        /** International calls at a time */
        readonly internationalCalls?: number
        /** International minutes a day outside the business hours */
        readonly offHoursMinutes?: number
      }
      /** The first call to a new country waits until it is approved */
      readonly holdNewCountries: boolean
      /** Schedule of the business hours; null: none */
      readonly businessHours: string | null
      /** Devices that may call outside from extensions; none: all */
      readonly extensionAgents: readonly string[]
      /** PBXs that may call over trunks; none: all */
      readonly trunkAgents: readonly string[]
      /** Where notices go; null: to all administrators */
      readonly mailTo: string | null
      /** The operator’s limits, above which none can be set */
      readonly contract: {
        /** Minutes to destinations that cost something, of all extensions together */
        readonly minutesPerDay?: number
        /** The same of each extension */
        readonly minutesPerExtensionPerDay?: number
        /** Spending, in millionths of the currency */
        readonly microsPerDay?: number
        /** The same of each extension */
        readonly microsPerExtensionPerDay?: number
        /** International calls at a time */
        readonly internationalCalls?: number
        /** International minutes a day outside the business hours */
        readonly offHoursMinutes?: number
      }
      readonly contractHoldsNewCountries: boolean
    }
  }
  /** Get what is used of the limits today */
  readonly 'GET /cost-guard/today': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly date: string
      /** The operator has lifted the limits of today */
      readonly isLifted: boolean
      readonly callsRunning: number
      readonly used: readonly ({
        readonly measure: "minutesPerDay" | "minutesPerExtensionPerDay" | "microsPerDay" | "microsPerExtensionPerDay" | "offHoursMinutes"
        /** Minutes begun, or millionths of the currency */
        readonly used: number
        readonly limit: number | null
      })[]
    }
  }
  /** Lift the limits of a customer until midnight */
  readonly 'POST /cost-guard/today/lift': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly date: string
      /** The operator has lifted the limits of today */
      readonly isLifted: boolean
      readonly callsRunning: number
      readonly used: readonly ({
        readonly measure: "minutesPerDay" | "minutesPerExtensionPerDay" | "microsPerDay" | "microsPerExtensionPerDay" | "offHoursMinutes"
        /** Minutes begun, or millionths of the currency */
        readonly used: number
        readonly limit: number | null
      })[]
    }
  }
  /** List what the cost guard has told, the newest first */
  readonly 'GET /cost-guard/events': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly at: string
        readonly kind: string
        readonly words: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** List countries that wait for approval, are approved, or refused */
  readonly 'GET /cost-guard/countries': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly country: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly state: "waiting" | "allowed" | "refused"
        /** That was called first */
        readonly number: string | null
        readonly askedAt: string
        readonly decidedBy: string | null
        readonly decidedAt: string | null
      })[]
    }
  }
  /** Get what is said of a country */
  readonly 'GET /cost-guard/countries/{country}': {
    readonly path: { readonly country: "networks" | string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly country: string
      readonly name: {
        readonly de: string
        readonly en: string
      }
      readonly state: "waiting" | "allowed" | "refused"
      /** That was called first */
      readonly number: string | null
      readonly askedAt: string
      readonly decidedBy: string | null
      readonly decidedAt: string | null
    }
  }
  /** Approve or refuse calls to a country */
  readonly 'PUT /cost-guard/countries/{country}': {
    readonly path: { readonly country: "networks" | string }
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly state: "allowed" | "refused"
    }
    readonly answer: {
      readonly country: string
      readonly name: {
        readonly de: string
        readonly en: string
      }
      readonly state: "waiting" | "allowed" | "refused"
      /** That was called first */
      readonly number: string | null
      readonly askedAt: string
      readonly decidedBy: string | null
      readonly decidedAt: string | null
    }
  }
  /** List locks, the newest first */
  readonly 'GET /cost-guard/locks': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly cause: "breach" | "surge" | "negative-balance" | "security"
        readonly services: "international" | "service-numbers" | "all"
        readonly reason: string
        readonly stage: "announced" | "outgoing" | "full" | "lifted"
        readonly announcedAt: string
        readonly outgoingFrom: string
        readonly fullFrom: string | null
        readonly liftedAt: string | null
        readonly lockedBy: string
        readonly liftedBy: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Announce a staged lock, or shut down at once */
  readonly 'POST /cost-guard/locks': {
    readonly body: {
      /** Needed with an operator key */
      readonly tenantId?: string
      /** "security" is a shutdown at once (FRD-04); all others are announced before */
      readonly cause: "breach" | "surge" | "negative-balance" | "security"
      /** To what the lock is limited */
      readonly services: "international" | "service-numbers" | "all"
      /** For the customer */
      readonly reason: string
      /** Null: now for "security", else as soon as the notice allows */
      readonly outgoingFrom?: string | null
      /** Null: calls in are not locked */
      readonly fullFrom?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly cause: "breach" | "surge" | "negative-balance" | "security"
      readonly services: "international" | "service-numbers" | "all"
      readonly reason: string
      readonly stage: "announced" | "outgoing" | "full" | "lifted"
      readonly announcedAt: string
      readonly outgoingFrom: string
      readonly fullFrom: string | null
      readonly liftedAt: string | null
      readonly lockedBy: string
      readonly liftedBy: string | null
    }
  }
  /** Get a lock */
  readonly 'GET /cost-guard/locks/{lockId}': {
    readonly path: { readonly lockId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly cause: "breach" | "surge" | "negative-balance" | "security"
      readonly services: "international" | "service-numbers" | "all"
      readonly reason: string
      readonly stage: "announced" | "outgoing" | "full" | "lifted"
      readonly announcedAt: string
      readonly outgoingFrom: string
      readonly fullFrom: string | null
      readonly liftedAt: string | null
      readonly lockedBy: string
      readonly liftedBy: string | null
    }
  }
  /** Say when a lock becomes a full one */
  readonly 'PATCH /cost-guard/locks/{lockId}': {
    readonly path: { readonly lockId: string }
    readonly body: {
      readonly fullFrom: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly cause: "breach" | "surge" | "negative-balance" | "security"
      readonly services: "international" | "service-numbers" | "all"
      readonly reason: string
      readonly stage: "announced" | "outgoing" | "full" | "lifted"
      readonly announcedAt: string
      readonly outgoingFrom: string
      readonly fullFrom: string | null
      readonly liftedAt: string | null
      readonly lockedBy: string
      readonly liftedBy: string | null
    }
  }
  /** Lift a lock */
  readonly 'POST /cost-guard/locks/{lockId}/lift': {
    readonly path: { readonly lockId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly cause: "breach" | "surge" | "negative-balance" | "security"
      readonly services: "international" | "service-numbers" | "all"
      readonly reason: string
      readonly stage: "announced" | "outgoing" | "full" | "lifted"
      readonly announcedAt: string
      readonly outgoingFrom: string
      readonly fullFrom: string | null
      readonly liftedAt: string | null
      readonly lockedBy: string
      readonly liftedBy: string | null
    }
  }
}
