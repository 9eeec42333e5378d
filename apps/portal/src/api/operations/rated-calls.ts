// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface RatedCallsOperations {
  /** List calls with their prices, in the order of time */
  readonly 'GET /rated-calls': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly month?: string; readonly outcome?: "rated" | "free" | "put-aside"; readonly invoiceId?: string; readonly line?: number }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly callId: string
        /** Such as 2026-11 */
        readonly month: string
        /** null: no connection came about */
        readonly answeredAt: string | null
        readonly endedAt: string
        /** Without the last three digits where the company has not agreed that administrators see whole numbers */
        readonly called: string
        readonly billedNumber: string
        readonly extensionId: string | null
        readonly siteId: string | null
        readonly origin: "own" | "forwarded" | "call-back"
        readonly way: "carrier" | "on-net" | "enum"
        readonly medium: "voice" | "fax" | "data"
        /** "put-aside": the record cannot be rated; the operator looks at it */
        readonly outcome: "rated" | "free" | "put-aside"
        readonly zone: string | null
        /** Of the connection */
        readonly seconds: number
        /** In whole increments */
        readonly billedSeconds: number
        /** Null: nothing is charged */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Somebody else bills it (BIL-10) */
        readonly isSeparate: boolean
        readonly invoiceId: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a call with its price, and why it costs that */
  readonly 'GET /rated-calls/{usageId}': {
    readonly path: { readonly usageId: string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly id: string
      readonly callId: string
      /** Such as 2026-11 */
      readonly month: string
      /** null: no connection came about */
      readonly answeredAt: string | null
      readonly endedAt: string
      /** Without the last three digits where the company has not agreed that administrators see whole numbers */
      readonly called: string
      readonly billedNumber: string
      readonly extensionId: string | null
      readonly siteId: string | null
      readonly origin: "own" | "forwarded" | "call-back"
      readonly way: "carrier" | "on-net" | "enum"
      readonly medium: "voice" | "fax" | "data"
      /** "put-aside": the record cannot be rated; the operator looks at it */
      readonly outcome: "rated" | "free" | "put-aside"
      readonly zone: string | null
      /** Of the connection */
      readonly seconds: number
      /** In whole increments */
      readonly billedSeconds: number
      /** Null: nothing is charged */
      readonly price: {
        readonly amount: string
        readonly currency: string
      } | null
      /** Somebody else bills it (BIL-10) */
      readonly isSeparate: boolean
      readonly invoiceId: string | null
      /** Why it costs what it costs, sentence by sentence */
      readonly because: readonly ({
        readonly de: string
        readonly en: string
      })[]
      /** null: no tariff has priced it */
      readonly rule: {
        /** null: it is gone */
        readonly tariff: string | null
        /** First day of the version; null: it holds since ever, as those of contracts do */
        readonly validFrom: string | null
        readonly zone: {
          readonly de: string
          readonly en: string
        }
        /** The longest that the number begins with, cut as the number is */
        readonly prefix: string
        /** A new mobile prefix, with the price of its country (BIL-05) */
        readonly isInherited: boolean
        /** Parts of the call at one price each; none: somebody else bills it (BIL-10) */
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
      } | null
    }
  }
  /** Get why calls of a customer and month have no price, and which were waived */
  readonly 'GET /unpriced-calls': {
    readonly query: { readonly tenantId: string; readonly month: string }
    readonly answer: {
      readonly tenantId: string
      readonly month: string
      /** Answered calls of the month and of those before that have no price and are not waived */
      readonly calls: number
      readonly faults: readonly ({
        readonly fault: "not-a-time" | "ends-before-it-begins" | "too-long" | "in-the-future" | "not-a-number" | "no-tariff" | "no-zone" | "no-price"
        readonly calls: number
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly waivers: readonly ({
        readonly id: string
        readonly calls: number
        readonly reason: string
        readonly waivedBy: string
        readonly waivedAt: string
      })[]
    }
  }
  /** Bill a customer and month without its calls that have no price */
  readonly 'POST /unpriced-calls/waive': {
    readonly body: {
      readonly tenantId: string
      readonly month: string
      /** How many were looked at; if there are others by now, nothing is waived */
      readonly calls: number
      /** Why the month is billed without them */
      readonly reason: string
    }
    readonly answer: {
      readonly tenantId: string
      readonly month: string
      /** Answered calls of the month and of those before that have no price and are not waived */
      readonly calls: number
      readonly faults: readonly ({
        readonly fault: "not-a-time" | "ends-before-it-begins" | "too-long" | "in-the-future" | "not-a-number" | "no-tariff" | "no-zone" | "no-price"
        readonly calls: number
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly waivers: readonly ({
        readonly id: string
        readonly calls: number
        readonly reason: string
        readonly waivedBy: string
        readonly waivedAt: string
      })[]
    }
  }
  /** Rate the calls of a customer and month anew, but for those on invoices */
  readonly 'POST /rated-calls/rerate': {
    readonly body: {
      readonly tenantId: string
      readonly month: string
      /** false: says what would be different, and keeps nothing */
      readonly apply?: boolean
    }
    readonly answer: {
      /** Calls that stand on no invoice yet: these were rated anew */
      readonly calls: number
      /** Calls on an invoice: they stay as they are */
      readonly invoiced: number
      /** Sum of those calls, cut off after six places */
      readonly before: string
      readonly after: string
      readonly different: number
      /** The first 200: the call as it was, and its new price */
      readonly differences: readonly ({
        readonly call: {
          readonly id: string
          readonly callId: string
          /** Such as 2026-11 */
          readonly month: string
          /** null: no connection came about */
          readonly answeredAt: string | null
          readonly endedAt: string
          /** Without the last three digits where the company has not agreed that administrators see whole numbers */
          readonly called: string
          readonly billedNumber: string
          readonly extensionId: string | null
          readonly siteId: string | null
          readonly origin: "own" | "forwarded" | "call-back"
          readonly way: "carrier" | "on-net" | "enum"
          readonly medium: "voice" | "fax" | "data"
          /** "put-aside": the record cannot be rated; the operator looks at it */
          readonly outcome: "rated" | "free" | "put-aside"
          readonly zone: string | null
          /** Of the connection */
          readonly seconds: number
          /** In whole increments */
          readonly billedSeconds: number
          /** Null: nothing is charged */
          readonly price: {
            readonly amount: string
            readonly currency: string
          } | null
          /** Somebody else bills it (BIL-10) */
          readonly isSeparate: boolean
          readonly invoiceId: string | null
        }
        /** Null: nothing is charged */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** "put-aside": the record cannot be rated; the operator looks at it */
        readonly outcome: "rated" | "free" | "put-aside"
      })[]
    }
  }
  /** Begin to rate a month anew: says what would be different, and keeps nothing */
  readonly 'POST /rerating-runs': {
    readonly body: {
      readonly month: string
      /** Absent: all customers with calls of the month that stand on no invoice */
      readonly tenantId?: string
    }
    readonly answer: {
      readonly id: string
      readonly month: string
      /** null: all customers */
      readonly tenantId: string | null
      /** "compared": nothing is kept yet, somebody may keep it */
      readonly state: "comparing" | "compared" | "keeping" | "kept" | "cancelled"
      /** Of comparing, or of keeping */
      readonly percent: number
      /** Calls that stand on no invoice, as far as they are compared */
      readonly calls: number
      /** Calls on an invoice: they stay as they are */
      readonly invoiced: number
      /** Calls that would cost, or cost now, something else */
      readonly different: number
      /** Sum of those calls, cut off after six places */
      readonly before: string
      readonly after: string
      /** Customers by how far the run is with them */
      readonly customers: { readonly [Name in "waiting" | "same" | "compared" | "changed" | "kept" | "problem"]?: number }
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** List runs that rate a month anew, the newest first */
  readonly 'GET /rerating-runs': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly month: string
        /** null: all customers */
        readonly tenantId: string | null
        /** "compared": nothing is kept yet, somebody may keep it */
        readonly state: "comparing" | "compared" | "keeping" | "kept" | "cancelled"
        /** Of comparing, or of keeping */
        readonly percent: number
        /** Calls that stand on no invoice, as far as they are compared */
        readonly calls: number
        /** Calls on an invoice: they stay as they are */
        readonly invoiced: number
        /** Calls that would cost, or cost now, something else */
        readonly different: number
        /** Sum of those calls, cut off after six places */
        readonly before: string
        readonly after: string
        /** Customers by how far the run is with them */
        readonly customers: { readonly [Name in "waiting" | "same" | "compared" | "changed" | "kept" | "problem"]?: number }
        readonly startedBy: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a run that rates a month anew: how far it is, in per cent */
  readonly 'GET /rerating-runs/{runId}': {
    readonly path: { readonly runId: string }
    readonly answer: {
      readonly id: string
      readonly month: string
      /** null: all customers */
      readonly tenantId: string | null
      /** "compared": nothing is kept yet, somebody may keep it */
      readonly state: "comparing" | "compared" | "keeping" | "kept" | "cancelled"
      /** Of comparing, or of keeping */
      readonly percent: number
      /** Calls that stand on no invoice, as far as they are compared */
      readonly calls: number
      /** Calls on an invoice: they stay as they are */
      readonly invoiced: number
      /** Calls that would cost, or cost now, something else */
      readonly different: number
      /** Sum of those calls, cut off after six places */
      readonly before: string
      readonly after: string
      /** Customers by how far the run is with them */
      readonly customers: { readonly [Name in "waiting" | "same" | "compared" | "changed" | "kept" | "problem"]?: number }
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** List customers of a run that rates a month anew, and what would be different for each */
  readonly 'GET /rerating-runs/{runId}/customers': {
    readonly path: { readonly runId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly state?: "waiting" | "same" | "compared" | "changed" | "kept" | "problem" }
    readonly answer: {
      readonly items: readonly ({
        readonly tenantId: string
        readonly name: string
        /** "changed": something else would be different than was looked at, and nothing is kept yet; "problem": the log of the server says why */
        readonly state: "waiting" | "same" | "compared" | "changed" | "kept" | "problem"
        /** Calls that stand on no invoice, as far as they are compared */
        readonly calls: number
        /** Calls on an invoice: they stay as they are */
        readonly invoiced: number
        /** Calls that would cost, or cost now, something else */
        readonly different: number
        /** Sum of those calls, cut off after six places */
        readonly before: string
        readonly after: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a customer of a run that rates a month anew, with the calls that would cost something else */
  readonly 'GET /rerating-runs/{runId}/customers/{tenantId}': {
    readonly path: { readonly runId: string; readonly tenantId: string }
    readonly answer: {
      readonly tenantId: string
      readonly name: string
      /** "changed": something else would be different than was looked at, and nothing is kept yet; "problem": the log of the server says why */
      readonly state: "waiting" | "same" | "compared" | "changed" | "kept" | "problem"
      /** Calls that stand on no invoice, as far as they are compared */
      readonly calls: number
      /** Calls on an invoice: they stay as they are */
      readonly invoiced: number
      /** Calls that would cost, or cost now, something else */
      readonly different: number
      /** Sum of those calls, cut off after six places */
      readonly before: string
      readonly after: string
      /** The first 20 */
      readonly differences: readonly ({
        readonly callId: string
        readonly before: {
          /** "put-aside": the record cannot be rated; the operator looks at it */
          readonly outcome: "rated" | "free" | "put-aside"
          readonly price: {
            readonly amount: string
            readonly currency: string
          } | null
        }
        readonly after: {
          /** "put-aside": the record cannot be rated; the operator looks at it */
          readonly outcome: "rated" | "free" | "put-aside"
          readonly price: {
            readonly amount: string
            readonly currency: string
          } | null
        }
        /** As it is now; null: it is deleted */
        readonly call: {
          readonly id: string
          readonly callId: string
          /** Such as 2026-11 */
          readonly month: string
          /** null: no connection came about */
          readonly answeredAt: string | null
          readonly endedAt: string
          /** Without the last three digits where the company has not agreed that administrators see whole numbers */
          readonly called: string
          readonly billedNumber: string
          readonly extensionId: string | null
          readonly siteId: string | null
          readonly origin: "own" | "forwarded" | "call-back"
          readonly way: "carrier" | "on-net" | "enum"
          readonly medium: "voice" | "fax" | "data"
          /** "put-aside": the record cannot be rated; the operator looks at it */
          readonly outcome: "rated" | "free" | "put-aside"
          readonly zone: string | null
          /** Of the connection */
          readonly seconds: number
          /** In whole increments */
          readonly billedSeconds: number
          /** Null: nothing is charged */
          readonly price: {
            readonly amount: string
            readonly currency: string
          } | null
          /** Somebody else bills it (BIL-10) */
          readonly isSeparate: boolean
          readonly invoiceId: string | null
        } | null
      })[]
    }
  }
  /** Keep the new prices that a run has found, as they were looked at */
  readonly 'POST /rerating-runs/{runId}/keep': {
    readonly path: { readonly runId: string }
    readonly answer: {
      readonly id: string
      readonly month: string
      /** null: all customers */
      readonly tenantId: string | null
      /** "compared": nothing is kept yet, somebody may keep it */
      readonly state: "comparing" | "compared" | "keeping" | "kept" | "cancelled"
      /** Of comparing, or of keeping */
      readonly percent: number
      /** Calls that stand on no invoice, as far as they are compared */
      readonly calls: number
      /** Calls on an invoice: they stay as they are */
      readonly invoiced: number
      /** Calls that would cost, or cost now, something else */
      readonly different: number
      /** Sum of those calls, cut off after six places */
      readonly before: string
      readonly after: string
      /** Customers by how far the run is with them */
      readonly customers: { readonly [Name in "waiting" | "same" | "compared" | "changed" | "kept" | "problem"]?: number }
      readonly startedBy: string
      readonly createdAt: string
    }
  }
  /** Cancel a run that rates a month anew; what it has kept stays */
  readonly 'POST /rerating-runs/{runId}/cancel': {
    readonly path: { readonly runId: string }
    readonly answer: {
      readonly id: string
      readonly month: string
      /** null: all customers */
      readonly tenantId: string | null
      /** "compared": nothing is kept yet, somebody may keep it */
      readonly state: "comparing" | "compared" | "keeping" | "kept" | "cancelled"
      /** Of comparing, or of keeping */
      readonly percent: number
      /** Calls that stand on no invoice, as far as they are compared */
      readonly calls: number
      /** Calls on an invoice: they stay as they are */
      readonly invoiced: number
      /** Calls that would cost, or cost now, something else */
      readonly different: number
      /** Sum of those calls, cut off after six places */
      readonly before: string
      readonly after: string
      /** Customers by how far the run is with them */
      readonly customers: { readonly [Name in "waiting" | "same" | "compared" | "changed" | "kept" | "problem"]?: number }
      readonly startedBy: string
      readonly createdAt: string
    }
  }
}
