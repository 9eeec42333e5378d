// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PrivacyOperations {
  /** List requests about personal data, the newest first */
  readonly 'GET /privacy-requests': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly kind: "access" | "rectification" | "deletion"
        /** Whom it is about; empty: the customer itself */
        readonly subject: {
          /** Somebody with this extension, and the logins of it */
          readonly extensionId?: string
          /** Somebody who signs in */
          readonly loginId?: string
          /** Whoever has this address */
          readonly email?: string
          /** Whoever has called or was called with this number */
          readonly number?: string
        }
        readonly about: string
        readonly askedBy: string
        readonly askedAt: string
        readonly state: "waiting" | "ready" | "done" | "refused" | "failed"
        readonly outcome: string
        /** Of a report that is being made: hundredths */
        readonly progress: number
        readonly octets: number | null
        readonly decidedBy: string | null
        readonly decidedAt: string | null
        /** Of a report: until when it can be downloaded */
        readonly expiresAt: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Ask for access, rectification or deletion of personal data */
  readonly 'POST /privacy-requests': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** What is asked for: access (Art. 15), rectification (16) or deletion (17 GDPR) */
      readonly kind: "access" | "rectification" | "deletion"
      /** Whom it is about; empty: the customer itself. Of users always the own extension */
      readonly subject?: {
        /** Somebody with this extension, and the logins of it */
        readonly extensionId?: string
        /** Somebody who signs in */
        readonly loginId?: string
        /** Whoever has this address */
        readonly email?: string
        /** Whoever has called or was called with this number */
        readonly number?: string
      }
      /** What is wrong, or what is wished */
      readonly about?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion"
      /** Whom it is about; empty: the customer itself */
      readonly subject: {
        /** Somebody with this extension, and the logins of it */
        readonly extensionId?: string
        /** Somebody who signs in */
        readonly loginId?: string
        /** Whoever has this address */
        readonly email?: string
        /** Whoever has called or was called with this number */
        readonly number?: string
      }
      readonly about: string
      readonly askedBy: string
      readonly askedAt: string
      readonly state: "waiting" | "ready" | "done" | "refused" | "failed"
      readonly outcome: string
      /** Of a report that is being made: hundredths */
      readonly progress: number
      readonly octets: number | null
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Of a report: until when it can be downloaded */
      readonly expiresAt: string | null
    }
  }
  /** Get a request about personal data */
  readonly 'GET /privacy-requests/{requestId}': {
    readonly path: { readonly requestId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion"
      /** Whom it is about; empty: the customer itself */
      readonly subject: {
        /** Somebody with this extension, and the logins of it */
        readonly extensionId?: string
        /** Somebody who signs in */
        readonly loginId?: string
        /** Whoever has this address */
        readonly email?: string
        /** Whoever has called or was called with this number */
        readonly number?: string
      }
      readonly about: string
      readonly askedBy: string
      readonly askedAt: string
      readonly state: "waiting" | "ready" | "done" | "refused" | "failed"
      readonly outcome: string
      /** Of a report that is being made: hundredths */
      readonly progress: number
      readonly octets: number | null
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Of a report: until when it can be downloaded */
      readonly expiresAt: string | null
    }
  }
  /** Download a report on personal data: JSON and PDF in an archive */
  readonly 'GET /privacy-requests/{requestId}/report': {
    readonly path: { readonly requestId: string }
    readonly answer: null
  }
  /** What a deletion would take, and what stays for how long */
  readonly 'GET /privacy-requests/{requestId}/erasure': {
    readonly path: { readonly requestId: string }
    readonly answer: {
      /** To be repeated as `confirm` */
      readonly name: string
      readonly items: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        readonly goes: number
        readonly stays: number
        readonly until: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** Answer a request; a deletion that is done is done with it, and cannot be undone */
  readonly 'POST /privacy-requests/{requestId}/answer': {
    readonly path: { readonly requestId: string }
    readonly body: {
      readonly state: "done" | "refused"
      /** What was done, or why not (Art. 12 (4) GDPR) */
      readonly outcome: string
      /** Of a deletion that is done: the name of whom it is about, as `GET …/erasure` gives it */
      readonly confirm?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion"
      /** Whom it is about; empty: the customer itself */
      readonly subject: {
        /** Somebody with this extension, and the logins of it */
        readonly extensionId?: string
        /** Somebody who signs in */
        readonly loginId?: string
        /** Whoever has this address */
        readonly email?: string
        /** Whoever has called or was called with this number */
        readonly number?: string
      }
      readonly about: string
      readonly askedBy: string
      readonly askedAt: string
      readonly state: "waiting" | "ready" | "done" | "refused" | "failed"
      readonly outcome: string
      /** Of a report that is being made: hundredths */
      readonly progress: number
      readonly octets: number | null
      readonly decidedBy: string | null
      readonly decidedAt: string | null
      /** Of a report: until when it can be downloaded */
      readonly expiresAt: string | null
    }
  }
  /** List consents given and withdrawn, the newest first */
  readonly 'GET /consent-entries': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** What for; each by itself: nobody consents to advertising by ordering */
        readonly purpose: "marketing-mail" | "marketing-phone" | "newsletter" | "directory-entry" | "inverse-search"
        /** Whose consent it is */
        readonly person: string
        readonly email: string | null
        /** false: it is withdrawn, which is as easy as giving it (Art. 7 (3) GDPR) */
        readonly given: boolean
        readonly textVersion: string
        /** The words that were consented to */
        readonly wording: string
        readonly channel: "portal" | "paper" | "mail" | "phone"
        readonly recordedBy: string
        readonly at: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Note that a consent was given or withdrawn */
  readonly 'POST /consent-entries': {
    readonly body: {
      readonly tenantId?: string
      /** What for; each by itself: nobody consents to advertising by ordering */
      readonly purpose: "marketing-mail" | "marketing-phone" | "newsletter" | "directory-entry" | "inverse-search"
      /** Whose consent it is */
      readonly person: string
      /** The address it is about, if any */
      readonly email?: string | null
      /** false: it is withdrawn, which is as easy as giving it (Art. 7 (3) GDPR) */
      readonly given: boolean
      readonly textVersion: string
      /** The words that were consented to */
      readonly wording: string
      readonly channel: "portal" | "paper" | "mail" | "phone"
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** What for; each by itself: nobody consents to advertising by ordering */
      readonly purpose: "marketing-mail" | "marketing-phone" | "newsletter" | "directory-entry" | "inverse-search"
      /** Whose consent it is */
      readonly person: string
      readonly email: string | null
      /** false: it is withdrawn, which is as easy as giving it (Art. 7 (3) GDPR) */
      readonly given: boolean
      readonly textVersion: string
      /** The words that were consented to */
      readonly wording: string
      readonly channel: "portal" | "paper" | "mail" | "phone"
      readonly recordedBy: string
      readonly at: string
    }
  }
  /** List processing agreements that were accepted, the newest first, and the version in force */
  readonly 'GET /processing-agreements': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly version: string
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly version: string
        readonly acceptedBy: string
        readonly position: string
        readonly loginName: string
        readonly acceptedAt: string
        readonly sha256: string
      })[]
    }
  }
  /** Accept the processing agreement in force */
  readonly 'POST /processing-agreements': {
    readonly body: {
      readonly tenantId?: string
      /** The version that was read */
      readonly version: string
      /** Who accepts it for the customer */
      readonly acceptedBy: string
      /** As what, such as managing director */
      readonly position: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly version: string
      readonly acceptedBy: string
      readonly position: string
      readonly loginName: string
      readonly acceptedAt: string
      readonly sha256: string
    }
  }
  /** Download the processing agreement in force as PDF */
  readonly 'GET /processing-agreements/draft': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: null
  }
  /** Download a processing agreement as it was accepted */
  readonly 'GET /processing-agreements/{agreementId}/paper': {
    readonly path: { readonly agreementId: string }
    readonly answer: null
  }
  /** List subprocessors, annex 2 of the processing agreement */
  readonly 'GET /subprocessors': {
    readonly answer: {
      readonly items: readonly ({
        readonly name: string
        readonly task: string
        readonly country: string
      })[]
    }
  }
  /** Replace the list of subprocessors */
  readonly 'PUT /subprocessors': {
    readonly body: {
      readonly items: readonly ({
        readonly name: string
        readonly task: string
        readonly country: string
      })[]
    }
    readonly answer: {
      readonly items: readonly ({
        readonly name: string
        readonly task: string
        readonly country: string
      })[]
    }
  }
}
