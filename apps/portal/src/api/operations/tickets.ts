// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface TicketsOperations {
  /** List tickets, the newest first */
  readonly 'GET /tickets': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly state?: "open" | "waiting" | "resolved" | "closed"; readonly kind?: "fault" | "chargeable" | "question"; readonly isUnconfirmed?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly number: string
        readonly kind: "fault" | "chargeable" | "question"
        readonly severity: "outage" | "impaired" | "minor"
        readonly state: "open" | "waiting" | "resolved" | "closed"
        readonly subject: string
        readonly report: {
          /** Numbers, extensions or sites that are affected */
          readonly affected: string
          /** Since when */
          readonly since: string | null
          /** What has been checked already */
          readonly checked: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
          /** What came of it */
          readonly findings: string
        }
        readonly missing: readonly ("affected" | "since" | "checked")[]
        readonly via: "portal" | "mail" | "phone"
        readonly openedBy: string
        readonly contactMail: string | null
        readonly openedAt: string
        readonly resolvedAt: string | null
        readonly closedAt: string | null
        /** What whoever asks can do now */
        readonly steps: readonly ("pause" | "resume" | "resolve" | "close" | "reopen")[]
        /** Why the time to repair stands still */
        readonly waitsFor: "data-incomplete" | "waiting-for-customer" | "resolved" | null
        /** Time to repair (SLA-02); null: no fault, or the product promises none */
        readonly clock: {
          readonly promisedMinutes: number
          /** In service hours */
          readonly spentMinutes: number
          /** Below 0: so late it is */
          readonly remainingMinutes: number
          /** null: it stands still */
          readonly dueAt: string | null
          readonly missed: boolean
        } | null
        readonly measures: string
        readonly expectedAt: string | null
        readonly causedByCustomer: boolean
        readonly missedAppointments: number
        /** false: only the customer has said how bad it is */
        readonly severityConfirmed: boolean
        /** When the customer was told that it is not mended yet (§ 58 (2) TKG) */
        readonly delayToldAt: string | null
        /** What § 58 TKG gives for it so far; null: the product does not compensate */
        readonly compensation: {
          readonly lines: readonly ({
            readonly reason: "outage-day" | "missed-appointment"
            readonly day: string | null
            /** Millionths of a euro */
            readonly leastMicros: string
            /** Of the monthly fee, where that is more */
            readonly percent: number
          })[]
          /** The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says */
          readonly leastMicros: string
        } | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Report a fault, ask for work that is charged for, or ask a question */
  readonly 'POST /tickets': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly kind: "fault" | "chargeable" | "question"
      /** outage: nothing works at all */
      readonly severity?: "outage" | "impaired" | "minor"
      readonly subject: string
      readonly text: string
      /** Of a fault; until affected, since and checked are told, its time to repair stands still */
      readonly report?: {
        /** Numbers, extensions or sites that are affected */
        readonly affected?: string
        /** Since when */
        readonly since?: string | null
        /** What has been checked already */
        readonly checked?: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
        /** What came of it */
        readonly findings?: string
      }
      /** phone: the operator writes what somebody has told; its own only */
      readonly via?: "portal" | "phone"
      /** Where answers go; absent: to the login that opens it, and of a key nowhere */
      readonly contactMail?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly kind: "fault" | "chargeable" | "question"
      readonly severity: "outage" | "impaired" | "minor"
      readonly state: "open" | "waiting" | "resolved" | "closed"
      readonly subject: string
      readonly report: {
        /** Numbers, extensions or sites that are affected */
        readonly affected: string
        /** Since when */
        readonly since: string | null
        /** What has been checked already */
        readonly checked: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
        /** What came of it */
        readonly findings: string
      }
      readonly missing: readonly ("affected" | "since" | "checked")[]
      readonly via: "portal" | "mail" | "phone"
      readonly openedBy: string
      readonly contactMail: string | null
      readonly openedAt: string
      readonly resolvedAt: string | null
      readonly closedAt: string | null
      /** What whoever asks can do now */
      readonly steps: readonly ("pause" | "resume" | "resolve" | "close" | "reopen")[]
      /** Why the time to repair stands still */
      readonly waitsFor: "data-incomplete" | "waiting-for-customer" | "resolved" | null
      /** Time to repair (SLA-02); null: no fault, or the product promises none */
      readonly clock: {
        readonly promisedMinutes: number
        /** In service hours */
        readonly spentMinutes: number
        /** Below 0: so late it is */
        readonly remainingMinutes: number
        /** null: it stands still */
        readonly dueAt: string | null
        readonly missed: boolean
      } | null
      readonly measures: string
      readonly expectedAt: string | null
      readonly causedByCustomer: boolean
      readonly missedAppointments: number
      /** false: only the customer has said how bad it is */
      readonly severityConfirmed: boolean
      /** When the customer was told that it is not mended yet (§ 58 (2) TKG) */
      readonly delayToldAt: string | null
      /** What § 58 TKG gives for it so far; null: the product does not compensate */
      readonly compensation: {
        readonly lines: readonly ({
          readonly reason: "outage-day" | "missed-appointment"
          readonly day: string | null
          /** Millionths of a euro */
          readonly leastMicros: string
          /** Of the monthly fee, where that is more */
          readonly percent: number
        })[]
        /** The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says */
        readonly leastMicros: string
      } | null
    }
  }
  /** List what is to be worked on, what falls due first */
  readonly 'GET /ticket-queue': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly number: string
        readonly kind: "fault" | "chargeable" | "question"
        readonly severity: "outage" | "impaired" | "minor"
        readonly state: "open" | "waiting" | "resolved" | "closed"
        readonly subject: string
        readonly report: {
          /** Numbers, extensions or sites that are affected */
          readonly affected: string
          /** Since when */
          readonly since: string | null
          /** What has been checked already */
          readonly checked: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
          /** What came of it */
          readonly findings: string
        }
        readonly missing: readonly ("affected" | "since" | "checked")[]
        readonly via: "portal" | "mail" | "phone"
        readonly openedBy: string
        readonly contactMail: string | null
        readonly openedAt: string
        readonly resolvedAt: string | null
        readonly closedAt: string | null
        /** What whoever asks can do now */
        readonly steps: readonly ("pause" | "resume" | "resolve" | "close" | "reopen")[]
        /** Why the time to repair stands still */
        readonly waitsFor: "data-incomplete" | "waiting-for-customer" | "resolved" | null
        /** Time to repair (SLA-02); null: no fault, or the product promises none */
        readonly clock: {
          readonly promisedMinutes: number
          /** In service hours */
          readonly spentMinutes: number
          /** Below 0: so late it is */
          readonly remainingMinutes: number
          /** null: it stands still */
          readonly dueAt: string | null
          readonly missed: boolean
        } | null
        readonly measures: string
        readonly expectedAt: string | null
        readonly causedByCustomer: boolean
        readonly missedAppointments: number
        /** false: only the customer has said how bad it is */
        readonly severityConfirmed: boolean
        /** When the customer was told that it is not mended yet (§ 58 (2) TKG) */
        readonly delayToldAt: string | null
        /** What § 58 TKG gives for it so far; null: the product does not compensate */
        readonly compensation: {
          readonly lines: readonly ({
            readonly reason: "outage-day" | "missed-appointment"
            readonly day: string | null
            /** Millionths of a euro */
            readonly leastMicros: string
            /** Of the monthly fee, where that is more */
            readonly percent: number
          })[]
          /** The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says */
          readonly leastMicros: string
        } | null
      })[]
    }
  }
  /** Get a ticket */
  readonly 'GET /tickets/{ticketId}': {
    readonly path: { readonly ticketId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly kind: "fault" | "chargeable" | "question"
      readonly severity: "outage" | "impaired" | "minor"
      readonly state: "open" | "waiting" | "resolved" | "closed"
      readonly subject: string
      readonly report: {
        /** Numbers, extensions or sites that are affected */
        readonly affected: string
        /** Since when */
        readonly since: string | null
        /** What has been checked already */
        readonly checked: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
        /** What came of it */
        readonly findings: string
      }
      readonly missing: readonly ("affected" | "since" | "checked")[]
      readonly via: "portal" | "mail" | "phone"
      readonly openedBy: string
      readonly contactMail: string | null
      readonly openedAt: string
      readonly resolvedAt: string | null
      readonly closedAt: string | null
      /** What whoever asks can do now */
      readonly steps: readonly ("pause" | "resume" | "resolve" | "close" | "reopen")[]
      /** Why the time to repair stands still */
      readonly waitsFor: "data-incomplete" | "waiting-for-customer" | "resolved" | null
      /** Time to repair (SLA-02); null: no fault, or the product promises none */
      readonly clock: {
        readonly promisedMinutes: number
        /** In service hours */
        readonly spentMinutes: number
        /** Below 0: so late it is */
        readonly remainingMinutes: number
        /** null: it stands still */
        readonly dueAt: string | null
        readonly missed: boolean
      } | null
      readonly measures: string
      readonly expectedAt: string | null
      readonly causedByCustomer: boolean
      readonly missedAppointments: number
      /** false: only the customer has said how bad it is */
      readonly severityConfirmed: boolean
      /** When the customer was told that it is not mended yet (§ 58 (2) TKG) */
      readonly delayToldAt: string | null
      /** What § 58 TKG gives for it so far; null: the product does not compensate */
      readonly compensation: {
        readonly lines: readonly ({
          readonly reason: "outage-day" | "missed-appointment"
          readonly day: string | null
          /** Millionths of a euro */
          readonly leastMicros: string
          /** Of the monthly fee, where that is more */
          readonly percent: number
        })[]
        /** The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says */
        readonly leastMicros: string
      } | null
    }
  }
  /** Change what is known of a ticket */
  readonly 'PATCH /tickets/{ticketId}': {
    readonly path: { readonly ticketId: string }
    readonly body: {
      readonly kind?: "fault" | "chargeable" | "question"
      readonly severity?: "outage" | "impaired" | "minor"
      readonly subject?: string
      /** Once it is complete, the time to repair that stood still for it goes on */
      readonly report?: {
        /** Numbers, extensions or sites that are affected */
        readonly affected?: string
        /** Since when */
        readonly since?: string | null
        /** What has been checked already */
        readonly checked?: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
        /** What came of it */
        readonly findings?: string
      }
      readonly contactMail?: string | null
      /** What has been done (§ 58 (2) TKG) */
      readonly measures?: string
      /** When it will probably be mended (§ 58 (2) TKG) */
      readonly expectedAt?: string | null
      /** Whether the operator has judged the severity: an outage is compensated from then on only */
      readonly severityConfirmed?: boolean
      /** The customer answers for it: no compensation (§ 58 (3) TKG) */
      readonly causedByCustomer?: boolean
      /** Appointments that we have missed (§ 58 (4) TKG) */
      readonly missedAppointments?: number
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly kind: "fault" | "chargeable" | "question"
      readonly severity: "outage" | "impaired" | "minor"
      readonly state: "open" | "waiting" | "resolved" | "closed"
      readonly subject: string
      readonly report: {
        /** Numbers, extensions or sites that are affected */
        readonly affected: string
        /** Since when */
        readonly since: string | null
        /** What has been checked already */
        readonly checked: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
        /** What came of it */
        readonly findings: string
      }
      readonly missing: readonly ("affected" | "since" | "checked")[]
      readonly via: "portal" | "mail" | "phone"
      readonly openedBy: string
      readonly contactMail: string | null
      readonly openedAt: string
      readonly resolvedAt: string | null
      readonly closedAt: string | null
      /** What whoever asks can do now */
      readonly steps: readonly ("pause" | "resume" | "resolve" | "close" | "reopen")[]
      /** Why the time to repair stands still */
      readonly waitsFor: "data-incomplete" | "waiting-for-customer" | "resolved" | null
      /** Time to repair (SLA-02); null: no fault, or the product promises none */
      readonly clock: {
        readonly promisedMinutes: number
        /** In service hours */
        readonly spentMinutes: number
        /** Below 0: so late it is */
        readonly remainingMinutes: number
        /** null: it stands still */
        readonly dueAt: string | null
        readonly missed: boolean
      } | null
      readonly measures: string
      readonly expectedAt: string | null
      readonly causedByCustomer: boolean
      readonly missedAppointments: number
      /** false: only the customer has said how bad it is */
      readonly severityConfirmed: boolean
      /** When the customer was told that it is not mended yet (§ 58 (2) TKG) */
      readonly delayToldAt: string | null
      /** What § 58 TKG gives for it so far; null: the product does not compensate */
      readonly compensation: {
        readonly lines: readonly ({
          readonly reason: "outage-day" | "missed-appointment"
          readonly day: string | null
          /** Millionths of a euro */
          readonly leastMicros: string
          /** Of the monthly fee, where that is more */
          readonly percent: number
        })[]
        /** The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says */
        readonly leastMicros: string
      } | null
    }
  }
  /** List what was said and done about a ticket, the oldest first */
  readonly 'GET /tickets/{ticketId}/entries': {
    readonly path: { readonly ticketId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly at: string
        readonly side: "customer" | "operator" | "system"
        readonly by: string
        readonly via: "portal" | "mail" | "phone"
        /** The step that this is about; null: something was said */
        readonly step: "pause" | "resume" | "resolve" | "close" | "reopen" | "open" | null
        readonly text: string
        /** A note of the operator for itself */
        readonly internal: boolean
        readonly attachments: readonly ({
          readonly id: string
          readonly name: string
          readonly mediaType: string
          readonly octets: number
        })[]
      })[]
    }
  }
  /** Say something about a ticket; the operator: to the customer, or for itself */
  readonly 'POST /tickets/{ticketId}/entries': {
    readonly path: { readonly ticketId: string }
    readonly body: {
      readonly text: string
      /** A note that no customer sees; of the operator only */
      readonly internal?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly at: string
      readonly side: "customer" | "operator" | "system"
      readonly by: string
      readonly via: "portal" | "mail" | "phone"
      /** The step that this is about; null: something was said */
      readonly step: "pause" | "resume" | "resolve" | "close" | "reopen" | "open" | null
      readonly text: string
      /** A note of the operator for itself */
      readonly internal: boolean
      readonly attachments: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
      })[]
    }
  }
  /** Make the next step of a ticket */
  readonly 'POST /tickets/{ticketId}/steps': {
    readonly path: { readonly ticketId: string }
    readonly body: {
      readonly step: "pause"
      readonly reason: "data-incomplete" | "waiting-for-customer"
      /** What is asked of the customer: it is told by mail */
      readonly text: string
    } | {
      readonly step: "resume" | "resolve" | "close" | "reopen"
      /** Said with it */
      readonly text?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly kind: "fault" | "chargeable" | "question"
      readonly severity: "outage" | "impaired" | "minor"
      readonly state: "open" | "waiting" | "resolved" | "closed"
      readonly subject: string
      readonly report: {
        /** Numbers, extensions or sites that are affected */
        readonly affected: string
        /** Since when */
        readonly since: string | null
        /** What has been checked already */
        readonly checked: readonly ("power" | "internet" | "restarted" | "other-phone" | "cabling" | "other-numbers" | "settings")[]
        /** What came of it */
        readonly findings: string
      }
      readonly missing: readonly ("affected" | "since" | "checked")[]
      readonly via: "portal" | "mail" | "phone"
      readonly openedBy: string
      readonly contactMail: string | null
      readonly openedAt: string
      readonly resolvedAt: string | null
      readonly closedAt: string | null
      /** What whoever asks can do now */
      readonly steps: readonly ("pause" | "resume" | "resolve" | "close" | "reopen")[]
      /** Why the time to repair stands still */
      readonly waitsFor: "data-incomplete" | "waiting-for-customer" | "resolved" | null
      /** Time to repair (SLA-02); null: no fault, or the product promises none */
      readonly clock: {
        readonly promisedMinutes: number
        /** In service hours */
        readonly spentMinutes: number
        /** Below 0: so late it is */
        readonly remainingMinutes: number
        /** null: it stands still */
        readonly dueAt: string | null
        readonly missed: boolean
      } | null
      readonly measures: string
      readonly expectedAt: string | null
      readonly causedByCustomer: boolean
      readonly missedAppointments: number
      /** false: only the customer has said how bad it is */
      readonly severityConfirmed: boolean
      /** When the customer was told that it is not mended yet (§ 58 (2) TKG) */
      readonly delayToldAt: string | null
      /** What § 58 TKG gives for it so far; null: the product does not compensate */
      readonly compensation: {
        readonly lines: readonly ({
          readonly reason: "outage-day" | "missed-appointment"
          readonly day: string | null
          /** Millionths of a euro */
          readonly leastMicros: string
          /** Of the monthly fee, where that is more */
          readonly percent: number
        })[]
        /** The sum at least, in millionths of a euro: what it comes to by the monthly fee, the invoice says */
        readonly leastMicros: string
      } | null
    }
  }
  /** Download what was attached to a ticket */
  readonly 'GET /tickets/{ticketId}/attachments/{attachmentId}': {
    readonly path: { readonly ticketId: string; readonly attachmentId: string }
    readonly answer: null
  }
  /** List mail that belongs to no ticket, the newest first */
  readonly 'GET /ticket-mails': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly receivedAt: string
        readonly sender: string
        readonly subject: string
        readonly text: string
        /** Why it has become part of no ticket */
        readonly reason: "unknown-sender" | "foreign-sender" | "unknown-ticket" | "closed-ticket" | "automatic" | "too-large" | "too-many" | "unreadable"
        /** The ticket that it names */
        readonly ticketId: string | null
        /** How many it had; they are not kept */
        readonly attachments: number
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Put such a mail into a ticket, as said by the customer */
  readonly 'POST /ticket-mails/{mailId}/assign': {
    readonly path: { readonly mailId: string }
    readonly body: {
      readonly ticketId: string
    }
    readonly answer: null
  }
  /** Throw such a mail away */
  readonly 'DELETE /ticket-mails/{mailId}': {
    readonly path: { readonly mailId: string }
    readonly answer: null
  }
  /** Attach a file to what one has said about a ticket */
  readonly 'POST /tickets/{ticketId}/entries/{entryId}/attachments': {
    readonly path: { readonly ticketId: string; readonly entryId: string }
    readonly query: { readonly name: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly at: string
      readonly side: "customer" | "operator" | "system"
      readonly by: string
      readonly via: "portal" | "mail" | "phone"
      /** The step that this is about; null: something was said */
      readonly step: "pause" | "resume" | "resolve" | "close" | "reopen" | "open" | null
      readonly text: string
      /** A note of the operator for itself */
      readonly internal: boolean
      readonly attachments: readonly ({
        readonly id: string
        readonly name: string
        readonly mediaType: string
        readonly octets: number
      })[]
    }
  }
}
