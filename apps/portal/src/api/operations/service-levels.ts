// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ServiceLevelsOperations {
  /** List maintenance, the newest first */
  readonly 'GET /maintenance-windows': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly text: {
          readonly de: string
          readonly en: string
        }
        readonly from: string
        readonly until: string
        readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
        /** null: everyone; a customer sees only itself */
        readonly customers: readonly string[] | null
        readonly urgent: boolean
        /** When its time was said last: from then on notice runs */
        readonly announcedAt: string
        readonly cancelledAt: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Announce maintenance, held against what contracts say of notice */
  readonly 'POST /maintenance-windows': {
    readonly body: {
      readonly title: {
        readonly de: string
        readonly en: string
      }
      /** What is done, and what it means */
      readonly text?: {
        readonly de: string
        readonly en: string
      }
      readonly from: string
      readonly until: string
      /** What may not work meanwhile */
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      /** Whom it concerns; null: everyone */
      readonly customers?: readonly string[] | null
      /** Cannot wait, such as for a security hole: shorter notice where the contract has one */
      readonly urgent?: boolean
      /** Announce it although a contract wants longer notice: there it counts as an outage */
      readonly insist?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly text: {
        readonly de: string
        readonly en: string
      }
      readonly from: string
      readonly until: string
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      /** null: everyone; a customer sees only itself */
      readonly customers: readonly string[] | null
      readonly urgent: boolean
      /** When its time was said last: from then on notice runs */
      readonly announcedAt: string
      readonly cancelledAt: string | null
    }
  }
  /** Change maintenance that is still to come */
  readonly 'PATCH /maintenance-windows/{windowId}': {
    readonly path: { readonly windowId: string }
    readonly body: {
      readonly title?: {
        readonly de: string
        readonly en: string
      }
      /** What is done, and what it means */
      readonly text?: {
        readonly de: string
        readonly en: string
      }
      readonly from?: string
      readonly until?: string
      /** What may not work meanwhile */
      readonly components?: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      /** Whom it concerns; null: everyone */
      readonly customers?: readonly string[] | null
      /** Cannot wait, such as for a security hole: shorter notice where the contract has one */
      readonly urgent?: boolean
      /** Announce it although a contract wants longer notice: there it counts as an outage */
      readonly insist?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly text: {
        readonly de: string
        readonly en: string
      }
      readonly from: string
      readonly until: string
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      /** null: everyone; a customer sees only itself */
      readonly customers: readonly string[] | null
      readonly urgent: boolean
      /** When its time was said last: from then on notice runs */
      readonly announcedAt: string
      readonly cancelledAt: string | null
    }
  }
  /** Call maintenance off */
  readonly 'POST /maintenance-windows/{windowId}/cancel': {
    readonly path: { readonly windowId: string }
    readonly answer: {
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly text: {
        readonly de: string
        readonly en: string
      }
      readonly from: string
      readonly until: string
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      /** null: everyone; a customer sees only itself */
      readonly customers: readonly string[] | null
      readonly urgent: boolean
      /** When its time was said last: from then on notice runs */
      readonly announcedAt: string
      readonly cancelledAt: string | null
    }
  }
  /** List faults of the status page, the newest first */
  readonly 'GET /incidents': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
        readonly beganAt: string
        readonly endedAt: string | null
        /** The newest first */
        readonly news: readonly ({
          readonly text: {
            readonly de: string
            readonly en: string
          }
          readonly at: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Write of a fault on the status page */
  readonly 'POST /incidents': {
    readonly body: {
      readonly title: {
        readonly de: string
        readonly en: string
      }
      /** What may not work meanwhile */
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      readonly text: {
        readonly de: string
        readonly en: string
      }
      /** Absent: now */
      readonly beganAt?: string
    }
    readonly answer: {
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      readonly beganAt: string
      readonly endedAt: string | null
      /** The newest first */
      readonly news: readonly ({
        readonly text: {
          readonly de: string
          readonly en: string
        }
        readonly at: string
      })[]
    }
  }
  /** Write the news of a fault, or that it is mended */
  readonly 'POST /incidents/{incidentId}/news': {
    readonly path: { readonly incidentId: string }
    readonly body: {
      readonly text: {
        readonly de: string
        readonly en: string
      }
      /** true: the fault is mended */
      readonly isOver?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly components: readonly ("signalling" | "calls" | "media" | "portal" | "upstream")[]
      readonly beganAt: string
      readonly endedAt: string | null
      /** The newest first */
      readonly news: readonly ({
        readonly text: {
          readonly de: string
          readonly en: string
        }
        readonly at: string
      })[]
    }
  }
  /** List outages as they were measured, the newest first */
  readonly 'GET /service-outages': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly component: "signalling" | "calls" | "media" | "portal" | "upstream"
        readonly beganAt: string
        /** null: it lasts */
        readonly endedAt: string | null
        /** "not-measured": nobody probed, because the exchange itself was down */
        readonly cause: "failed" | "not-measured"
        /** What the probe has said */
        readonly detail: string
        /** The newest first, which counts; none: as it was measured */
        readonly corrections: readonly ({
          readonly at: string
          readonly by: string
          readonly reason: string
          readonly struck: boolean
          readonly beganAt: string
          readonly endedAt: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Strike an outage, or correct its times: availability and credits that are not issued yet follow */
  readonly 'POST /service-outages/{outageId}/corrections': {
    readonly path: { readonly outageId: string }
    readonly body: {
      /** Why: it stands in the audit log */
      readonly reason: string
      /** true: it was no outage; false: it was one, at these times */
      readonly struck: boolean
      /** Absent: as before */
      readonly beganAt?: string
      /** Absent: as before */
      readonly endedAt?: string
    }
    readonly answer: {
      readonly id: string
      readonly component: "signalling" | "calls" | "media" | "portal" | "upstream"
      readonly beganAt: string
      /** null: it lasts */
      readonly endedAt: string | null
      /** "not-measured": nobody probed, because the exchange itself was down */
      readonly cause: "failed" | "not-measured"
      /** What the probe has said */
      readonly detail: string
      /** The newest first, which counts; none: as it was measured */
      readonly corrections: readonly ({
        readonly at: string
        readonly by: string
        readonly reason: string
        readonly struck: boolean
        readonly beganAt: string
        readonly endedAt: string
      })[]
    }
  }
  /** List mails that were given up, the newest first */
  readonly 'GET /undelivered-mails': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly about: "ticket" | "order" | "credit" | "prices"
        readonly tenantId: string | null
        readonly recipient: string
        readonly subject: string
        /** What the mail server has said */
        readonly failure: string
        readonly createdAt: string
        readonly givenUpAt: string
      })[]
    }
  }
  /** Have a mail tried again that was given up */
  readonly 'POST /undelivered-mails/{mailId}/retry': {
    readonly path: { readonly mailId: string }
    readonly answer: null
  }
  /** Show the availability of a year, and what was promised */
  readonly 'GET /availability': {
    readonly query?: { readonly tenantId?: string; readonly on?: string }
    readonly answer: {
      readonly tenantId: string
      /** First day of the year */
      readonly from: string
      /** Its last day */
      readonly until: string
      /** Empty: nothing was promised */
      readonly sides: readonly ({
        /** "internet": towards phones; "upstream": towards other networks */
        readonly side: "all" | "internet" | "upstream"
        /** Promised, in percent */
        readonly target: number
        /** Of a year that runs: if nothing fails any more */
        readonly percent: number
        readonly outageMinutes: number
        /** Of outages that maintenance leaves out of account */
        readonly excludedMinutes: number
        readonly yearMinutes: number
        readonly isMet: boolean
        /** What is deducted; the last hundred */
        readonly outages: readonly ({
          readonly from: string
          readonly until: string
        })[]
      })[]
    }
  }
  /** List customers whose availability is below what they were promised */
  readonly 'GET /availability/missed': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly tenantId: string
        /** First day of the year */
        readonly from: string
        /** Its last day */
        readonly until: string
        /** Empty: nothing was promised */
        readonly sides: readonly ({
          /** "internet": towards phones; "upstream": towards other networks */
          readonly side: "all" | "internet" | "upstream"
          /** Promised, in percent */
          readonly target: number
          /** Of a year that runs: if nothing fails any more */
          readonly percent: number
          readonly outageMinutes: number
          /** Of outages that maintenance leaves out of account */
          readonly excludedMinutes: number
          readonly yearMinutes: number
          readonly isMet: boolean
          /** What is deducted; the last hundred */
          readonly outages: readonly ({
            readonly from: string
            readonly until: string
          })[]
        })[]
        readonly name: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
}
