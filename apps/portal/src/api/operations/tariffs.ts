// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface TariffsOperations {
  /** List all tariffs, those of product profiles, too, with their versions and drafts */
  readonly 'GET /tariff-overview': {
    readonly answer: {
      readonly items: readonly ({
        /** "profile": what calls cost by a product profile; "tariff": one by itself */
        readonly kind: "profile" | "tariff"
        /** Of the tariff, or name of the profile */
        readonly id: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** Contracts that have the profile, or customers that were given the tariff */
        readonly customers: number
        /** The first one first */
        readonly versions: readonly ({
          readonly id: string
          readonly number: number | null
          readonly validFrom: string
          /** Last day; null: until another one begins */
          readonly validUntil: string | null
          readonly state: "past" | "current" | "planned" | "withdrawn"
          readonly by: string
          readonly at: string
          /** Customers that have the mail about it; null: nobody is told of this version by itself */
          readonly told: number | null
          /** Customers that are still to be told */
          readonly waiting: number | null
        })[]
        readonly drafts: readonly ({
          readonly id: string
          readonly changedBy: string
          readonly changedAt: string
        })[]
      })[]
    }
  }
  /** Get a version of any tariff, but for its zones */
  readonly 'GET /price-versions/{versionId}': {
    readonly path: { readonly versionId: string }
    readonly answer: {
      readonly id: string
      /** "profile": what calls cost by a product profile; "tariff": one by itself */
      readonly kind: "profile" | "tariff"
      readonly ownerId: string
      readonly facts: {
        readonly validFrom: string
        readonly validUntil: string | null
        readonly currency: string
        readonly timeZone: string
        readonly priceAt: "start" | "split"
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        }
        readonly rounding: {
          readonly where: "call" | "line"
          readonly mode: "half-up" | "half-even" | "up" | "down"
        }
        readonly periods: readonly ({
          readonly name: string
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
          readonly from: string
          readonly until: string
        })[]
        readonly holidays: readonly string[]
        readonly zones: number
        readonly prefixes: number
        /** In the order in which they are used up */
        readonly bundles: readonly ({
          readonly id: string
          /** The product item that books it; null: the one of the same id */
          readonly item: string | null
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly zones: readonly string[] | null
          readonly kinds: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[] | null
          readonly countries: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[]
          readonly media: readonly ("voice" | "fax" | "data")[]
          /** A month; null: no limit */
          readonly seconds: number | null
          readonly of: "customer" | "seats" | "each-seat"
          readonly leastSeats: number | null
          readonly allSeats: boolean
          readonly exceptPrefixes: readonly string[] | null
        })[]
      }
    }
  }
  /** Take a version of any tariff back that does not hold yet; whoever was told of its prices is told of that */
  readonly 'DELETE /price-versions/{versionId}': {
    readonly path: { readonly versionId: string }
    readonly answer: null
  }
  /** List the zones of a version of any tariff with their prices */
  readonly 'GET /price-versions/{versionId}/zones': {
    readonly path: { readonly versionId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "geographic" | "mobile" | "freephone" | "special" | "network"
        readonly country: string | null
        readonly statement: "invoice" | "separate"
        /** The first that applies holds */
        readonly prices: readonly ({
          /** Decimal text; in a draft as somebody has written it */
          readonly perMinute: string
          readonly setUp: string | null
          readonly minimum: string | null
          /** null: that of the tariff */
          readonly increment: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          } | null
          /** null: always */
          readonly periods: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[] | null
          readonly media: readonly ("voice" | "fax" | "data")[] | null
          readonly callers: readonly string[] | null
        })[]
        readonly prefixCount: number
        /** At most 20, those first that were searched for */
        readonly prefixes: readonly string[]
        /** The prefix by which the number that was searched for is in this zone */
        readonly matched: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Say what a call would cost by a version or a draft, and why */
  readonly 'POST /tariff-trials': {
    readonly body: {
      /** A version or a draft */
      readonly by: {
        readonly versionId: string
      } | {
        readonly draftId: string
      }
      /** E.164 with plus */
      readonly called: string
      /** On the clock on the wall where the tariff holds */
      readonly at: string
      readonly seconds?: number
      readonly origin?: "own" | "forwarded" | "call-back"
      readonly medium?: "voice" | "fax" | "data"
      /** How the number begins that pays */
      readonly billedNumber?: string
      /** Bundles and flat rates that the caller has booked; none: list price */
      readonly bundles?: readonly ({
        readonly id: string
        /** Used up in the month before */
        readonly usedSeconds?: number
      })[]
      /** For so many extensions, which are all that there are */
      readonly seats?: number
    }
    readonly answer: {
      readonly outcome: "rated" | "free" | "put-aside"
      /** Why it has no price */
      readonly fault: "not-a-time" | "ends-before-it-begins" | "too-long" | "in-the-future" | "not-a-number" | "no-tariff" | "no-zone" | "no-price" | null
      /** Net */
      readonly price: {
        readonly amount: string
        readonly currency: string
      } | null
      readonly zone: string | null
      readonly prefix: string | null
      /** Place of the price among those of the zone, from 0 */
      readonly row: number | null
      readonly billedSeconds: number | null
      /** The day is one of the holidays of the tariff */
      readonly isHoliday: boolean
      /** Parts of the call at one price each, with period and what bundles gave */
      readonly steps: readonly ({
        /** Of the connection */
        readonly fromSecond: number
        /** Billed: in whole increments */
        readonly seconds: number
        /** 60 and 60: each started minute; 1 and 1: by the second; null: the version is gone */
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        } | null
        /** Net; decimal with two to six places */
        readonly perMinute: string
        /** Once for the connection */
        readonly setUp: string
        /** The least that a connection costs to which no bundle gives anything; null: the version is gone */
        readonly minimum: string | null
        /** Name of the time of the week; null: the price holds always */
        readonly period: string | null
        /** What bundles gave of it */
        readonly bundles: readonly ({
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly seconds: number
        })[]
      })[]
      /** Sentence by sentence */
      readonly because: readonly ({
        readonly de: string
        readonly en: string
      })[]
    }
  }
  /** Draft a new version of a tariff */
  readonly 'POST /tariffs/{tariffId}/drafts': {
    readonly path: { readonly tariffId: string }
    readonly body: {
      /** Whose prices it begins with, of any tariff; absent: those of the newest version */
      readonly versionId?: string
    }
    readonly answer: {
      readonly id: string
      /** "profile": what calls cost by a product profile; "tariff": one by itself */
      readonly kind: "profile" | "tariff"
      /** Of the tariff, or name of the profile */
      readonly ownerId: string
      /** The version before, with which it is compared */
      readonly basedOn: string | null
      /** One more with each change */
      readonly revision: number
      readonly changedBy: string
      readonly changedAt: string
      readonly facts: {
        readonly validFrom: string
        readonly validUntil: string | null
        readonly currency: string
        readonly timeZone: string
        readonly priceAt: "start" | "split"
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        }
        readonly rounding: {
          readonly where: "call" | "line"
          readonly mode: "half-up" | "half-even" | "up" | "down"
        }
        readonly periods: readonly ({
          readonly name: string
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
          readonly from: string
          readonly until: string
        })[]
        readonly holidays: readonly string[]
        readonly zones: number
        readonly prefixes: number
        /** In the order in which they are used up */
        readonly bundles: readonly ({
          readonly id: string
          /** The product item that books it; null: the one of the same id */
          readonly item: string | null
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly zones: readonly string[] | null
          readonly kinds: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[] | null
          readonly countries: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[]
          readonly media: readonly ("voice" | "fax" | "data")[]
          /** A month; null: no limit */
          readonly seconds: number | null
          readonly of: "customer" | "seats" | "each-seat"
          readonly leastSeats: number | null
          readonly allSeats: boolean
          readonly exceptPrefixes: readonly string[] | null
        })[]
      }
    }
  }
  /** Draft new prices of calls for a product profile */
  readonly 'POST /product-profiles/{profileId}/tariff-drafts': {
    readonly path: { readonly profileId: string }
    readonly body: {
      /** Whose prices it begins with, of any tariff; absent: those of the newest version */
      readonly versionId?: string
    }
    readonly answer: {
      readonly id: string
      /** "profile": what calls cost by a product profile; "tariff": one by itself */
      readonly kind: "profile" | "tariff"
      /** Of the tariff, or name of the profile */
      readonly ownerId: string
      /** The version before, with which it is compared */
      readonly basedOn: string | null
      /** One more with each change */
      readonly revision: number
      readonly changedBy: string
      readonly changedAt: string
      readonly facts: {
        readonly validFrom: string
        readonly validUntil: string | null
        readonly currency: string
        readonly timeZone: string
        readonly priceAt: "start" | "split"
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        }
        readonly rounding: {
          readonly where: "call" | "line"
          readonly mode: "half-up" | "half-even" | "up" | "down"
        }
        readonly periods: readonly ({
          readonly name: string
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
          readonly from: string
          readonly until: string
        })[]
        readonly holidays: readonly string[]
        readonly zones: number
        readonly prefixes: number
        /** In the order in which they are used up */
        readonly bundles: readonly ({
          readonly id: string
          /** The product item that books it; null: the one of the same id */
          readonly item: string | null
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly zones: readonly string[] | null
          readonly kinds: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[] | null
          readonly countries: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[]
          readonly media: readonly ("voice" | "fax" | "data")[]
          /** A month; null: no limit */
          readonly seconds: number | null
          readonly of: "customer" | "seats" | "each-seat"
          readonly leastSeats: number | null
          readonly allSeats: boolean
          readonly exceptPrefixes: readonly string[] | null
        })[]
      }
    }
  }
  /** Get a draft of a tariff, but for its zones */
  readonly 'GET /tariff-drafts/{draftId}': {
    readonly path: { readonly draftId: string }
    readonly answer: {
      readonly id: string
      /** "profile": what calls cost by a product profile; "tariff": one by itself */
      readonly kind: "profile" | "tariff"
      /** Of the tariff, or name of the profile */
      readonly ownerId: string
      /** The version before, with which it is compared */
      readonly basedOn: string | null
      /** One more with each change */
      readonly revision: number
      readonly changedBy: string
      readonly changedAt: string
      readonly facts: {
        readonly validFrom: string
        readonly validUntil: string | null
        readonly currency: string
        readonly timeZone: string
        readonly priceAt: "start" | "split"
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        }
        readonly rounding: {
          readonly where: "call" | "line"
          readonly mode: "half-up" | "half-even" | "up" | "down"
        }
        readonly periods: readonly ({
          readonly name: string
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
          readonly from: string
          readonly until: string
        })[]
        readonly holidays: readonly string[]
        readonly zones: number
        readonly prefixes: number
        /** In the order in which they are used up */
        readonly bundles: readonly ({
          readonly id: string
          /** The product item that books it; null: the one of the same id */
          readonly item: string | null
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly zones: readonly string[] | null
          readonly kinds: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[] | null
          readonly countries: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[]
          readonly media: readonly ("voice" | "fax" | "data")[]
          /** A month; null: no limit */
          readonly seconds: number | null
          readonly of: "customer" | "seats" | "each-seat"
          readonly leastSeats: number | null
          readonly allSeats: boolean
          readonly exceptPrefixes: readonly string[] | null
        })[]
      }
    }
  }
  /** Change a draft of a tariff */
  readonly 'PATCH /tariff-drafts/{draftId}': {
    readonly path: { readonly draftId: string }
    readonly body: {
      /** Of the draft as it was looked at: refused once somebody has changed it since */
      readonly revision: number
      readonly changes: readonly ({
        readonly kind: "set-validity"
        readonly validFrom: string
        /** Last day */
        readonly validUntil: string | null
      } | {
        readonly kind: "set-increment"
        /** 60/60 per started minute, 1/1 per second */
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        }
      } | {
        readonly kind: "set-rounding"
        /** Where amounts become whole cents, once: at each call, or at the line of the invoice */
        readonly rounding: {
          readonly where: "call" | "line"
          readonly mode: "half-up" | "half-even" | "up" | "down"
        }
      } | {
        readonly kind: "set-price-at"
        /** "start": the price at the answer holds to the end; "split": each increment has its own */
        readonly priceAt: "start" | "split"
      } | {
        readonly kind: "set-price"
        readonly zone: string
        /** Place among the prices of the zone, from 0 */
        readonly row: number
        readonly price: {
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
        }
      } | {
        readonly kind: "add-price"
        readonly zone: string
        readonly price: {
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
        }
      } | {
        readonly kind: "remove-price"
        readonly zone: string
        /** Place among the prices of the zone, from 0 */
        readonly row: number
      } | {
        readonly kind: "set-zone"
        /** New, or in place of what is there */
        readonly zone: {
          readonly id: string
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "geographic" | "mobile" | "freephone" | "special" | "network"
          readonly country?: string
          /** "separate": somebody else bills these numbers (BIL-10) */
          readonly statement?: "invoice" | "separate"
        }
      } | {
        readonly kind: "remove-zone"
        /** With its prefixes */
        readonly zone: string
      } | {
        readonly kind: "set-prefix"
        /** Digits after a plus */
        readonly prefix: string
        readonly zone: string
      } | {
        readonly kind: "remove-prefix"
        /** Digits after a plus */
        readonly prefix: string
      } | {
        readonly kind: "raise"
        readonly percent: string
        /** After the point, rounded half up */
        readonly places?: number
        readonly fields?: readonly ("perMinute" | "setUp" | "minimum")[]
        /** Absent: all */
        readonly zones?: readonly string[]
      } | {
        readonly kind: "set-period"
        /** New, or in place of the one of the same name */
        readonly period: {
          readonly name: string
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
          readonly from: string
          readonly until: string
        }
        /** Name of the one in whose place it comes; prices that name that one name this one afterwards */
        readonly was?: string
      } | {
        readonly kind: "remove-period"
        readonly period: string
      } | {
        readonly kind: "set-holidays"
        /** In place of those that are there */
        readonly holidays: readonly string[]
      } | {
        readonly kind: "add-public-holidays"
        /** Holidays of all sixteen Länder are added */
        readonly year: number
      } | {
        readonly kind: "set-bundle"
        /** New, or in place of the one of the same id */
        readonly bundle: {
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
        }
        /** From 0, in the order in which bundles are used up; absent: where it is, a new one last */
        readonly place?: number
      } | {
        readonly kind: "remove-bundle"
        readonly bundle: string
      })[]
    }
    readonly answer: {
      readonly id: string
      /** "profile": what calls cost by a product profile; "tariff": one by itself */
      readonly kind: "profile" | "tariff"
      /** Of the tariff, or name of the profile */
      readonly ownerId: string
      /** The version before, with which it is compared */
      readonly basedOn: string | null
      /** One more with each change */
      readonly revision: number
      readonly changedBy: string
      readonly changedAt: string
      readonly facts: {
        readonly validFrom: string
        readonly validUntil: string | null
        readonly currency: string
        readonly timeZone: string
        readonly priceAt: "start" | "split"
        readonly increment: {
          readonly firstSeconds: number
          readonly thenSeconds: number
        }
        readonly rounding: {
          readonly where: "call" | "line"
          readonly mode: "half-up" | "half-even" | "up" | "down"
        }
        readonly periods: readonly ({
          readonly name: string
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "holiday")[]
          readonly from: string
          readonly until: string
        })[]
        readonly holidays: readonly string[]
        readonly zones: number
        readonly prefixes: number
        /** In the order in which they are used up */
        readonly bundles: readonly ({
          readonly id: string
          /** The product item that books it; null: the one of the same id */
          readonly item: string | null
          readonly name: {
            readonly de: string
            readonly en: string
          }
          readonly zones: readonly string[] | null
          readonly kinds: readonly ("geographic" | "mobile" | "freephone" | "special" | "network")[] | null
          readonly countries: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[]
          readonly media: readonly ("voice" | "fax" | "data")[]
          /** A month; null: no limit */
          readonly seconds: number | null
          readonly of: "customer" | "seats" | "each-seat"
          readonly leastSeats: number | null
          readonly allSeats: boolean
          readonly exceptPrefixes: readonly string[] | null
        })[]
      }
    }
  }
  /** Throw a draft of a tariff away */
  readonly 'DELETE /tariff-drafts/{draftId}': {
    readonly path: { readonly draftId: string }
    readonly answer: null
  }
  /** List the zones of a draft with their prices */
  readonly 'GET /tariff-drafts/{draftId}/zones': {
    readonly path: { readonly draftId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "geographic" | "mobile" | "freephone" | "special" | "network"
        readonly country: string | null
        readonly statement: "invoice" | "separate"
        /** The first that applies holds */
        readonly prices: readonly ({
          /** Decimal text; in a draft as somebody has written it */
          readonly perMinute: string
          readonly setUp: string | null
          readonly minimum: string | null
          /** null: that of the tariff */
          readonly increment: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          } | null
          /** null: always */
          readonly periods: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[] | null
          readonly media: readonly ("voice" | "fax" | "data")[] | null
          readonly callers: readonly string[] | null
        })[]
        readonly prefixCount: number
        /** At most 20, those first that were searched for */
        readonly prefixes: readonly string[]
        /** The prefix by which the number that was searched for is in this zone */
        readonly matched: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
      /** Of the draft that these are of */
      readonly revision: number
    }
  }
  /** Check a draft of a tariff: every fault with its row */
  readonly 'GET /tariff-drafts/{draftId}/faults': {
    readonly path: { readonly draftId: string }
    readonly answer: {
      /** Empty: it is in order */
      readonly faults: readonly ({
        readonly kind: string
        /** In the document of the version (RFC 6901) */
        readonly pointer: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
        /** Id of the zone; null: it is in none */
        readonly zone: string | null
        /** Place among the prices of the zone, from 0 */
        readonly row: number | null
        /** Such as perMinute */
        readonly field: string | null
        readonly prefix: string | null
      })[]
    }
  }
  /** Compare a draft of a tariff with the version before: what gets dearer, what cheaper */
  readonly 'GET /tariff-drafts/{draftId}/differences': {
    readonly path: { readonly draftId: string }
    readonly answer: {
      /** The version before; null: there is none */
      readonly comparedWith: string | null
      /** At most 1000, with the increments by which they are counted */
      readonly prices: readonly ({
        readonly zone: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** "mixed": dearer for some calls and cheaper for others */
        readonly direction: "dearer" | "cheaper" | "mixed" | "new" | "gone"
        readonly before: {
          /** Decimal text; in a draft as somebody has written it */
          readonly perMinute: string
          readonly setUp: string | null
          readonly minimum: string | null
          /** null: that of the tariff */
          readonly increment: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          } | null
          /** null: always */
          readonly periods: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[] | null
          readonly media: readonly ("voice" | "fax" | "data")[] | null
          readonly callers: readonly string[] | null
        } | null
        readonly after: {
          /** Decimal text; in a draft as somebody has written it */
          readonly perMinute: string
          readonly setUp: string | null
          readonly minimum: string | null
          /** null: that of the tariff */
          readonly increment: {
            readonly firstSeconds: number
            readonly thenSeconds: number
          } | null
          /** null: always */
          readonly periods: readonly string[] | null
          readonly origins: readonly ("own" | "forwarded" | "call-back")[] | null
          readonly media: readonly ("voice" | "fax" | "data")[] | null
          readonly callers: readonly string[] | null
        } | null
      })[]
      /** At most 1000: numbers that get another zone */
      readonly prefixes: readonly ({
        readonly prefix: string
        /** Zone; null: calls there had no price */
        readonly before: string | null
        readonly after: string | null
        /** "mixed": dearer for some calls and cheaper for others */
        readonly direction: "dearer" | "cheaper" | "mixed" | "new" | "gone"
      })[]
      /** At most 1000: zones whose prices come in another order ("order": the first that applies holds), that somebody else bills, or of another kind */
      readonly zones: readonly ({
        readonly zone: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly parts: readonly ("order" | "statement" | "kind")[]
      })[]
      /** What else is not as it was */
      readonly others: readonly ("priceAt" | "rounding" | "free" | "periods" | "holidays" | "longestSeconds" | "bundles" | "timeZone")[]
      readonly priceCounts: {
        readonly dearer: number
        readonly cheaper: number
        readonly mixed: number
        readonly new: number
        readonly gone: number
      }
      readonly prefixCounts: {
        readonly dearer: number
        readonly cheaper: number
        readonly mixed: number
        readonly new: number
        readonly gone: number
      }
    }
  }
  /** Export the prices or prefixes of a version of any tariff as CSV */
  readonly 'GET /price-versions/{versionId}/table': {
    readonly path: { readonly versionId: string }
    readonly query: { readonly of: "prices" | "prefixes" }
    readonly answer: null
  }
  /** Export the prices or prefixes of a draft as CSV */
  readonly 'GET /tariff-drafts/{draftId}/table': {
    readonly path: { readonly draftId: string }
    readonly query: { readonly of: "prices" | "prefixes" }
    readonly answer: null
  }
  /** Take prices or prefixes of a table into a draft: CSV, or the first sheet of a workbook (XLSX) */
  readonly 'POST /tariff-drafts/{draftId}/table': {
    readonly path: { readonly draftId: string }
    readonly query: { readonly revision: number; readonly of: "prices" | "prefixes"; readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string }
    readonly body: Blob
    readonly answer: {
      /** Rows that were taken; 0: a row had a problem, and nothing was */
      readonly rows: number
      /** Rows with problems */
      readonly failed: number
      readonly problems: readonly ({
        /** As a spreadsheet counts, from 1 */
        readonly row: number
        readonly field: string | null
        readonly value: string
        readonly code: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Say what publishing a draft would mean: from when on for whom, and what stands against it */
  readonly 'GET /tariff-drafts/{draftId}/publication': {
    readonly path: { readonly draftId: string }
    readonly query?: { readonly rule?: string }
    readonly answer: {
      /** Of the draft that this is said of: what publishing it asks for */
      readonly revision: number
      /** First day of the version: for new contracts */
      readonly validFrom: string
      /** The first day that the notice allows for who pays by the tariff now */
      readonly earliest: string
      /** From this day on they pay by it; null: there are none */
      readonly holdsFrom: string | null
      /** Contracts, or customers, that are told by mail */
      readonly customers: number
      readonly rules: readonly ({
        readonly name: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** null: none is agreed */
      readonly rule: string | null
      readonly faults: number
      /** Empty: it can be published */
      readonly objections: readonly ("faults" | "begins-too-early" | "before-newest" | "outdated" | "no-mail" | "notice-too-short")[]
    }
  }
  /** Publish a draft as a version; whoever pays by the tariff is told by mail */
  readonly 'POST /tariff-drafts/{draftId}/publication': {
    readonly path: { readonly draftId: string }
    readonly body: {
      /** Of the draft as it was looked at: refused once somebody has changed it since */
      readonly revision: number
      /** Name of a rule of notice of the profile (BIL-07); absent: the first one */
      readonly rule?: string
    }
    readonly answer: {
      readonly versionId: string
      /** First day of the version: for new contracts */
      readonly validFrom: string
      /** From this day on they pay by it; null: there are none */
      readonly holdsFrom: string | null
      /** Contracts, or customers, that are told by mail */
      readonly customers: number
    }
  }
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
