// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ItemisedBillsOperations {
  /** List itemised bills by their invoices, the newest first */
  readonly 'GET /itemised-bills': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly invoiceId: string
        readonly tenantId: string
        readonly number: string
        /** First day of the month */
        readonly month: string
        readonly site: string | null
        readonly state: "available" | "none" | "gone"
        /** "full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill */
        readonly shown: "full" | "last-three-cut" | "none"
        readonly because: "chosen" | "not-asked" | "not-offered" | "declaration-missing" | "objection"
        readonly withFlat: boolean
        /** First day on which it is gone; later while an objection is undecided */
        readonly goneFrom: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get the itemised bill of an invoice: its sums, and how they come to the invoice */
  readonly 'GET /itemised-bills/{invoiceId}': {
    readonly path: { readonly invoiceId: string }
    readonly answer: {
      readonly invoiceId: string
      readonly tenantId: string
      readonly number: string
      /** First day of the month */
      readonly month: string
      readonly site: string | null
      readonly state: "available" | "none" | "gone"
      /** "full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill */
      readonly shown: "full" | "last-three-cut" | "none"
      readonly because: "chosen" | "not-asked" | "not-offered" | "declaration-missing" | "objection"
      readonly withFlat: boolean
      /** First day on which it is gone; later while an objection is undecided */
      readonly goneFrom: string
      readonly currency: string
      /** By site and extension */
      readonly groups: readonly ({
        readonly siteId: string | null
        readonly site: string | null
        readonly extensionId: string | null
        readonly extension: string | null
        /** null: not told */
        readonly calls: number | null
        /** In whole increments; null: not told */
        readonly seconds: number | null
        /** Net, exact; decimal with two to six places */
        readonly amount: string
      })[]
      /** Calls to lines for people in need, in one sum (§ 11 (5) TDDDG) */
      readonly unlisted: {
        /** null: not told */
        readonly calls: number | null
        /** In whole increments; null: not told */
        readonly seconds: number | null
        /** Net, exact; decimal with two to six places */
        readonly amount: string
      } | null
      /** What the invoice says of calls */
      readonly lines: readonly ({
        readonly text: {
          readonly de: string
          readonly en: string
        }
        readonly amount: string
      })[]
      /** To cents, line by line */
      readonly rounding: string
      /** Of the lines of the invoice: groups, what is not listed, and rounding come to it */
      readonly total: string
      /** Calls that somebody else bills (BIL-10) */
      readonly separate: number
      /** false: some calls of the invoice have been deleted already */
      readonly isWhole: boolean
    }
  }
  /** List the calls of an itemised bill, by site, extension and time */
  readonly 'GET /itemised-bills/{invoiceId}/calls': {
    readonly path: { readonly invoiceId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly statement?: "own" | "separate"; readonly siteId?: string; readonly line?: number; readonly extensionId?: string; readonly called?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly siteId: string | null
        readonly extensionId: string | null
        readonly extension: string | null
        readonly answeredAt: string
        /** Whole, or without its last three digits */
        readonly called: string
        readonly billedNumber: string
        readonly origin: "own" | "forwarded" | "call-back"
        readonly medium: "voice" | "fax" | "data"
        readonly way: "carrier" | "on-net" | "enum"
        readonly zone: {
          readonly de: string
          readonly en: string
        } | null
        readonly seconds: number
        readonly billedSeconds: number
        /** Net; null: somebody else bills it */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a call of an itemised bill, and why it costs that */
  readonly 'GET /itemised-bills/{invoiceId}/calls/{callId}': {
    readonly path: { readonly invoiceId: string; readonly callId: string }
    readonly answer: {
      readonly id: string
      readonly siteId: string | null
      readonly extensionId: string | null
      readonly extension: string | null
      readonly answeredAt: string
      /** Whole, or without its last three digits */
      readonly called: string
      readonly billedNumber: string
      readonly origin: "own" | "forwarded" | "call-back"
      readonly medium: "voice" | "fax" | "data"
      readonly way: "carrier" | "on-net" | "enum"
      readonly zone: {
        readonly de: string
        readonly en: string
      } | null
      readonly seconds: number
      readonly billedSeconds: number
      /** Net; null: somebody else bills it */
      readonly price: {
        readonly amount: string
        readonly currency: string
      } | null
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
  /** Download an itemised bill as a table (CSV) or PDF */
  readonly 'GET /itemised-bills/{invoiceId}/files/{format}': {
    readonly path: { readonly invoiceId: string; readonly format: "csv" | "pdf" }
    readonly query?: { readonly language?: "de" | "en"; readonly statement?: "own" | "separate" }
    readonly answer: null
  }
  /** Get how itemised bills are made: what is offered, what is chosen, and declarations */
  readonly 'GET /itemised-bill-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly offered: readonly ("full" | "last-three-cut" | "none")[]
      /** Choices that need the declaration */
      readonly needDeclaration: readonly ("full" | "last-three-cut" | "none")[]
      readonly withFlatOffered: boolean
      readonly deletedAfterMonths: number
      readonly counsellingLines: "hidden" | "summed"
      /** First day of the month from which on a choice of today holds */
      readonly nextMonth: string
      /** What holds for calls of this month */
      readonly now: {
        /** "full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill */
        readonly choice: "full" | "last-three-cut" | "none"
        readonly because: "chosen" | "not-asked" | "not-offered" | "declaration-missing" | "objection"
        readonly withFlat: boolean
      }
      /** All, in the order in which they hold */
      readonly choices: readonly ({
        readonly id: string
        /** "full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill */
        readonly choice: "full" | "last-three-cut" | "none"
        /** Calls that cost nothing extra, too */
        readonly withFlat: boolean
        /** First day of the month from which on it holds */
        readonly validFrom: string
        readonly chosenBy: string
        readonly chosenAt: string
      })[]
      /** All, the newest first */
      readonly declarations: readonly ({
        readonly id: string
        readonly declaredBy: string
        readonly declaredOn: string
        readonly worksCouncil: "involved" | "not-required"
        readonly document: string | null
        readonly recordedBy: string
        readonly recordedAt: string
        readonly revokedBy: string | null
        /** null: it holds */
        readonly revokedAt: string | null
      })[]
    }
  }
  /** Choose the itemised bill, for calls from the beginning of the next month on */
  readonly 'POST /itemised-bill-choices': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** "full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill */
      readonly choice: "full" | "last-three-cut" | "none"
      readonly withFlat?: boolean
    }
    readonly answer: {
      readonly id: string
      /** "full": whole numbers; "last-three-cut": without the last three digits; "none": no itemised bill */
      readonly choice: "full" | "last-three-cut" | "none"
      /** Calls that cost nothing extra, too */
      readonly withFlat: boolean
      /** First day of the month from which on it holds */
      readonly validFrom: string
      readonly chosenBy: string
      readonly chosenAt: string
    }
  }
  /** Declare that employees are informed of itemised bills and their representatives took part (§ 11 TDDDG) */
  readonly 'POST /itemised-bill-declarations': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Who declares it for the company, by name */
      readonly declaredBy: string
      /** All who work there are informed, and those who come will be */
      readonly employeesInformed: true
      /** Works council or staff representation took part as the law wants it, or that is not required */
      readonly worksCouncil: "involved" | "not-required"
      /** Of a signed copy that the operator has: its date. Else today */
      readonly declaredOn?: string
      /** Where the signed copy is filed */
      readonly document?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly declaredBy: string
      readonly declaredOn: string
      readonly worksCouncil: "involved" | "not-required"
      readonly document: string | null
      readonly recordedBy: string
      readonly recordedAt: string
      readonly revokedBy: string | null
      /** null: it holds */
      readonly revokedAt: string | null
    }
  }
  /** Revoke a declaration at once, also for months that have passed */
  readonly 'POST /itemised-bill-declarations/{declarationId}/revocation': {
    readonly path: { readonly declarationId: string }
    readonly answer: {
      readonly id: string
      readonly declaredBy: string
      readonly declaredOn: string
      readonly worksCouncil: "involved" | "not-required"
      readonly document: string | null
      readonly recordedBy: string
      readonly recordedAt: string
      readonly revokedBy: string | null
      /** null: it holds */
      readonly revokedAt: string | null
    }
  }
  /** Get the lines for people in need that no itemised bill may show */
  readonly 'GET /counselling-lines': {
    readonly answer: {
      readonly entries: readonly ({
        readonly number: string
        readonly name: string
        /** First day; absent: always */
        readonly from?: string
        /** Last day; absent: for ever */
        readonly until?: string
      })[]
      /** null: the list that comes with the program */
      readonly loadedBy: string | null
      readonly loadedAt: string | null
    }
  }
  /** Replace the lines for people in need, at once for all itemised bills */
  readonly 'PATCH /counselling-lines': {
    readonly body: {
      readonly entries: readonly ({
        readonly number: string
        readonly name: string
        /** First day; absent: always */
        readonly from?: string
        /** Last day; absent: for ever */
        readonly until?: string
      })[]
    }
    readonly answer: {
      readonly entries: readonly ({
        readonly number: string
        readonly name: string
        /** First day; absent: always */
        readonly from?: string
        /** Last day; absent: for ever */
        readonly until?: string
      })[]
      /** null: the list that comes with the program */
      readonly loadedBy: string | null
      readonly loadedAt: string | null
    }
  }
}
