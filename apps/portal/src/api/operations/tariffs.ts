// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface TariffsOperations {
  /** List tariffs */
  readonly 'GET /tariffs': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Make a tariff, without any version yet */
  readonly 'POST /tariffs': {
    readonly body: {
      readonly name: string
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly createdAt: string
    }
  }
  /** Get a tariff */
  readonly 'GET /tariffs/{tariffId}': {
    readonly path: { readonly tariffId: string }
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly createdAt: string
    }
  }
  /** Check a version of a tariff without keeping it */
  readonly 'POST /tariffs/check': {
    readonly body: {
      readonly validFrom: string
      /** Last day; absent: until the next version */
      readonly validUntil?: string
      readonly currency?: string
      readonly timeZone?: string
      /** "start": the price at the answer holds to the end; "split": each increment has its own */
      readonly priceAt: "start" | "split"
      /** Where amounts become whole cents, once: at each call, or at the line of the invoice */
      readonly rounding: {
        readonly where: "call" | "line"
        readonly mode: "half-up" | "half-even" | "up" | "down"
      }
      /** Ways that cost nothing (TRK-14) */
      readonly free: readonly ("on-net" | "enum")[]
      /** 60/60 per started minute, 1/1 per second */
      readonly increment: {
        readonly firstSeconds: number
        readonly thenSeconds: number
      }
      readonly periods?: readonly ({
        readonly name: string
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
        readonly from: string
        readonly until: string
      })[]
      readonly holidays?: readonly string[]
      readonly longestSeconds?: number
      readonly zones: readonly ({
        readonly id: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "geographic" | "mobile" | "freephone" | "special" | "network"
        readonly country?: string
        /** "separate": somebody else bills these numbers (BIL-10) */
        readonly statement?: "invoice" | "separate"
        /** The first that applies holds */
        readonly prices: readonly ({
          /** Decimal with at most six places, such as 0.0151 */
          readonly perMinute: string
          /** Once for each connection */
          readonly setUp?: string
          /** The least that a connection costs */
          readonly minimum?: string
          /** 60/60 per started minute, 1/1 per second */
          readonly increment?: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          }
          readonly periods?: readonly string[]
          readonly origins?: readonly ("own" | "forwarded" | "call-back")[]
          readonly media?: readonly ("voice" | "fax" | "data")[]
          /** How the number that pays begins */
          readonly callers?: readonly string[]
        })[]
      })[]
      readonly prefixes: readonly ({
        /** Digits after a plus */
        readonly prefix: string
        readonly zone: string
      })[]
      readonly bundles?: readonly ({
        readonly id: string
        /** The product item that books it; absent: the one of the same id */
        readonly item?: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly zones?: readonly string[]
        readonly kinds?: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[]
        readonly countries?: readonly string[]
        readonly origins: readonly ("own" | "forwarded" | "call-back")[]
        readonly media: readonly ("voice" | "fax" | "data")[]
        /** A month; null: no limit */
        readonly seconds: number | null
        readonly of: "customer" | "seats" | "each-seat"
        readonly leastSeats?: number
        readonly allSeats?: boolean
        readonly exceptPrefixes?: readonly string[]
      })[]
    }
    readonly answer: {
      /** Empty: it can be uploaded */
      readonly faults: readonly ({
        readonly kind: string
        readonly pointer: string
        readonly detail: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** List the versions of a tariff, the newest first */
  readonly 'GET /tariffs/{tariffId}/versions': {
    readonly path: { readonly tariffId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly validFrom: string
        /** Last day; null: until the next version */
        readonly validUntil: string | null
        readonly currency: string
        readonly uploadedBy: string
        readonly uploadedAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Upload a version of a tariff, which nobody changes any more */
  readonly 'POST /tariffs/{tariffId}/versions': {
    readonly path: { readonly tariffId: string }
    readonly body: {
      readonly validFrom: string
      /** Last day; absent: until the next version */
      readonly validUntil?: string
      readonly currency?: string
      readonly timeZone?: string
      /** "start": the price at the answer holds to the end; "split": each increment has its own */
      readonly priceAt: "start" | "split"
      /** Where amounts become whole cents, once: at each call, or at the line of the invoice */
      readonly rounding: {
        readonly where: "call" | "line"
        readonly mode: "half-up" | "half-even" | "up" | "down"
      }
      /** Ways that cost nothing (TRK-14) */
      readonly free: readonly ("on-net" | "enum")[]
      /** 60/60 per started minute, 1/1 per second */
      readonly increment: {
        readonly firstSeconds: number
        readonly thenSeconds: number
      }
      readonly periods?: readonly ({
        readonly name: string
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
        readonly from: string
        readonly until: string
      })[]
      readonly holidays?: readonly string[]
      readonly longestSeconds?: number
      readonly zones: readonly ({
        readonly id: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "geographic" | "mobile" | "freephone" | "special" | "network"
        readonly country?: string
        /** "separate": somebody else bills these numbers (BIL-10) */
        readonly statement?: "invoice" | "separate"
        /** The first that applies holds */
        readonly prices: readonly ({
          /** Decimal with at most six places, such as 0.0151 */
          readonly perMinute: string
          /** Once for each connection */
          readonly setUp?: string
          /** The least that a connection costs */
          readonly minimum?: string
          /** 60/60 per started minute, 1/1 per second */
          readonly increment?: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          }
          readonly periods?: readonly string[]
          readonly origins?: readonly ("own" | "forwarded" | "call-back")[]
          readonly media?: readonly ("voice" | "fax" | "data")[]
          /** How the number that pays begins */
          readonly callers?: readonly string[]
        })[]
      })[]
      readonly prefixes: readonly ({
        /** Digits after a plus */
        readonly prefix: string
        readonly zone: string
      })[]
      readonly bundles?: readonly ({
        readonly id: string
        /** The product item that books it; absent: the one of the same id */
        readonly item?: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly zones?: readonly string[]
        readonly kinds?: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[]
        readonly countries?: readonly string[]
        readonly origins: readonly ("own" | "forwarded" | "call-back")[]
        readonly media: readonly ("voice" | "fax" | "data")[]
        /** A month; null: no limit */
        readonly seconds: number | null
        readonly of: "customer" | "seats" | "each-seat"
        readonly leastSeats?: number
        readonly allSeats?: boolean
        readonly exceptPrefixes?: readonly string[]
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly validFrom: string
      /** Last day; null: until the next version */
      readonly validUntil: string | null
      readonly currency: string
      readonly uploadedBy: string
      readonly uploadedAt: string
    }
  }
  /** Get a version of a tariff as it was uploaded */
  readonly 'GET /tariffs/{tariffId}/versions/{versionId}': {
    readonly path: { readonly tariffId: string; readonly versionId: string }
    readonly answer: {
      readonly validFrom: string
      /** Last day; absent: until the next version */
      readonly validUntil?: string
      readonly currency: string
      readonly timeZone: string
      /** "start": the price at the answer holds to the end; "split": each increment has its own */
      readonly priceAt: "start" | "split"
      /** Where amounts become whole cents, once: at each call, or at the line of the invoice */
      readonly rounding: {
        readonly where: "call" | "line"
        readonly mode: "half-up" | "half-even" | "up" | "down"
      }
      /** Ways that cost nothing (TRK-14) */
      readonly free: readonly ("on-net" | "enum")[]
      /** 60/60 per started minute, 1/1 per second */
      readonly increment: {
        readonly firstSeconds: number
        readonly thenSeconds: number
      }
      readonly periods?: readonly ({
        readonly name: string
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
        readonly from: string
        readonly until: string
      })[]
      readonly holidays?: readonly string[]
      readonly longestSeconds?: number
      readonly zones: readonly ({
        readonly id: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "geographic" | "mobile" | "freephone" | "special" | "network"
        readonly country?: string
        /** "separate": somebody else bills these numbers (BIL-10) */
        readonly statement?: "invoice" | "separate"
        /** The first that applies holds */
        readonly prices: readonly ({
          /** Decimal with at most six places, such as 0.0151 */
          readonly perMinute: string
          /** Once for each connection */
          readonly setUp?: string
          /** The least that a connection costs */
          readonly minimum?: string
          /** 60/60 per started minute, 1/1 per second */
          readonly increment?: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          }
          readonly periods?: readonly string[]
          readonly origins?: readonly ("own" | "forwarded" | "call-back")[]
          readonly media?: readonly ("voice" | "fax" | "data")[]
          /** How the number that pays begins */
          readonly callers?: readonly string[]
        })[]
      })[]
      readonly prefixes: readonly ({
        /** Digits after a plus */
        readonly prefix: string
        readonly zone: string
      })[]
      readonly bundles?: readonly ({
        readonly id: string
        /** The product item that books it; absent: the one of the same id */
        readonly item?: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly zones?: readonly string[]
        readonly kinds?: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[]
        readonly countries?: readonly string[]
        readonly origins: readonly ("own" | "forwarded" | "call-back")[]
        readonly media: readonly ("voice" | "fax" | "data")[]
        /** A month; null: no limit */
        readonly seconds: number | null
        readonly of: "customer" | "seats" | "each-seat"
        readonly leastSeats?: number
        readonly allSeats?: boolean
        readonly exceptPrefixes?: readonly string[]
      })[]
    }
  }
  /** Delete a version of a tariff that does not hold yet */
  readonly 'DELETE /tariffs/{tariffId}/versions/{versionId}': {
    readonly path: { readonly tariffId: string; readonly versionId: string }
    readonly answer: null
  }
  /** Get the tariffs of a customer, by the days from which they hold */
  readonly 'GET /customer-tariffs': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** The first one first */
      readonly assignments: readonly ({
        /** From this day on; bundles hold for months from the change of a month on */
        readonly validFrom: string
        readonly tariffId: string
        /** To which flats for all extensions are held */
        readonly extensions: number
        readonly bundles: readonly ({
          /** Id in the tariff */
          readonly bundle: string
          readonly seats: number
          /** Taken away for abuse: list price holds (BIL-04) */
          readonly isWithdrawn?: boolean
        })[]
        readonly assignedBy: string
      })[]
    }
  }
  /** Give a customer a tariff, with bundles and flats, from a day on */
  readonly 'PATCH /customer-tariffs': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** From this day on; bundles hold for months from the change of a month on */
      readonly validFrom: string
      readonly tariffId: string
      /** To which flats for all extensions are held */
      readonly extensions: number
      readonly bundles: readonly ({
        /** Id in the tariff */
        readonly bundle: string
        readonly seats: number
        /** Taken away for abuse: list price holds (BIL-04) */
        readonly isWithdrawn?: boolean
      })[]
    }
    readonly answer: {
      /** The first one first */
      readonly assignments: readonly ({
        /** From this day on; bundles hold for months from the change of a month on */
        readonly validFrom: string
        readonly tariffId: string
        /** To which flats for all extensions are held */
        readonly extensions: number
        readonly bundles: readonly ({
          /** Id in the tariff */
          readonly bundle: string
          readonly seats: number
          /** Taken away for abuse: list price holds (BIL-04) */
          readonly isWithdrawn?: boolean
        })[]
        readonly assignedBy: string
      })[]
    }
  }
  /** Get the prefixes that have become mobile */
  readonly 'GET /mobile-prefixes': {
    readonly answer: {
      readonly prefixes: readonly ({
        readonly prefix: string
        readonly country: string
      })[]
      readonly changedBy: string | null
    }
  }
  /** Replace the prefixes that have become mobile */
  readonly 'PATCH /mobile-prefixes': {
    readonly body: {
      readonly prefixes: readonly ({
        readonly prefix: string
        readonly country: string
      })[]
    }
    readonly answer: {
      readonly prefixes: readonly ({
        readonly prefix: string
        readonly country: string
      })[]
      readonly changedBy: string | null
    }
  }
}
