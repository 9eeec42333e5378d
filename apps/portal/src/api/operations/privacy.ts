// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PrivacyOperations {
  /** List requests about personal data, the newest first */
  readonly 'GET /privacy-requests': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly open?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
        /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
        readonly dueOn: string
        /** It waits for an answer */
        readonly isOpen: boolean
        readonly isOverdue: boolean
        /** The person itself has asked, signed in */
        readonly isOfPerson: boolean
        /** Where the answer goes; null: another way */
        readonly replyTo: string | null
        readonly extendedMonths: number
        readonly extensionReason: string
        /** Of a refusal: by which law */
        readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
        /** By which laws such a request may be refused */
        readonly grounds: readonly ({
          readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
          /** Of the GDPR */
          readonly law: string
          readonly words: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Of a deletion that is done: how many went and stayed */
        readonly erased: readonly ({
          readonly kind: string
          readonly name: {
            readonly de: string
            readonly en: string
          }
          /** Rows that go at once */
          readonly goes: number
          /** Rows that stay */
          readonly stays: number
          /** For how long what stays is kept */
          readonly until: {
            readonly de: string
            readonly en: string
          }
          /** Why it stays */
          readonly why: {
            readonly de: string
            readonly en: string
          }
        })[] | null
        /** What was written to the person about it */
        readonly mails: readonly ({
          readonly recipient: string
          readonly subject: string
          readonly withReport: boolean
          readonly at: string
          readonly state: "waiting" | "sent" | "given-up"
          /** What the mail server said last; empty: nothing went wrong */
          readonly failure: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Ask for something about personal data */
  readonly 'POST /privacy-requests': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** What is asked for: access (Art. 15), rectification (16), deletion (17), portability (20), or an objection (21 GDPR) */
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
      /** Where the answer goes; absent: to the address of the person, if one is known. Of users always their own */
      readonly replyTo?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
      /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
      readonly dueOn: string
      /** It waits for an answer */
      readonly isOpen: boolean
      readonly isOverdue: boolean
      /** The person itself has asked, signed in */
      readonly isOfPerson: boolean
      /** Where the answer goes; null: another way */
      readonly replyTo: string | null
      readonly extendedMonths: number
      readonly extensionReason: string
      /** Of a refusal: by which law */
      readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
      /** By which laws such a request may be refused */
      readonly grounds: readonly ({
        readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
        /** Of the GDPR */
        readonly law: string
        readonly words: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Of a deletion that is done: how many went and stayed */
      readonly erased: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** Rows that go at once */
        readonly goes: number
        /** Rows that stay */
        readonly stays: number
        /** For how long what stays is kept */
        readonly until: {
          readonly de: string
          readonly en: string
        }
        /** Why it stays */
        readonly why: {
          readonly de: string
          readonly en: string
        }
      })[] | null
      /** What was written to the person about it */
      readonly mails: readonly ({
        readonly recipient: string
        readonly subject: string
        readonly withReport: boolean
        readonly at: string
        readonly state: "waiting" | "sent" | "given-up"
        /** What the mail server said last; empty: nothing went wrong */
        readonly failure: string
      })[]
    }
  }
  /** Get a request about personal data */
  readonly 'GET /privacy-requests/{requestId}': {
    readonly path: { readonly requestId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
      /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
      readonly dueOn: string
      /** It waits for an answer */
      readonly isOpen: boolean
      readonly isOverdue: boolean
      /** The person itself has asked, signed in */
      readonly isOfPerson: boolean
      /** Where the answer goes; null: another way */
      readonly replyTo: string | null
      readonly extendedMonths: number
      readonly extensionReason: string
      /** Of a refusal: by which law */
      readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
      /** By which laws such a request may be refused */
      readonly grounds: readonly ({
        readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
        /** Of the GDPR */
        readonly law: string
        readonly words: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Of a deletion that is done: how many went and stayed */
      readonly erased: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** Rows that go at once */
        readonly goes: number
        /** Rows that stay */
        readonly stays: number
        /** For how long what stays is kept */
        readonly until: {
          readonly de: string
          readonly en: string
        }
        /** Why it stays */
        readonly why: {
          readonly de: string
          readonly en: string
        }
      })[] | null
      /** What was written to the person about it */
      readonly mails: readonly ({
        readonly recipient: string
        readonly subject: string
        readonly withReport: boolean
        readonly at: string
        readonly state: "waiting" | "sent" | "given-up"
        /** What the mail server said last; empty: nothing went wrong */
        readonly failure: string
      })[]
    }
  }
  /** Download a report on personal data: JSON and PDF in an archive */
  readonly 'GET /privacy-requests/{requestId}/report': {
    readonly path: { readonly requestId: string }
    readonly answer: null
  }
  /** List what was asked about the own data, the newest first */
  readonly 'GET /me/privacy-requests': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
        /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
        readonly dueOn: string
        /** It waits for an answer */
        readonly isOpen: boolean
        readonly isOverdue: boolean
        /** The person itself has asked, signed in */
        readonly isOfPerson: boolean
        /** Where the answer goes; null: another way */
        readonly replyTo: string | null
        readonly extendedMonths: number
        readonly extensionReason: string
        /** Of a refusal: by which law */
        readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
        /** By which laws such a request may be refused */
        readonly grounds: readonly ({
          readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
          /** Of the GDPR */
          readonly law: string
          readonly words: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Of a deletion that is done: how many went and stayed */
        readonly erased: readonly ({
          readonly kind: string
          readonly name: {
            readonly de: string
            readonly en: string
          }
          /** Rows that go at once */
          readonly goes: number
          /** Rows that stay */
          readonly stays: number
          /** For how long what stays is kept */
          readonly until: {
            readonly de: string
            readonly en: string
          }
          /** Why it stays */
          readonly why: {
            readonly de: string
            readonly en: string
          }
        })[] | null
        /** What was written to the person about it */
        readonly mails: readonly ({
          readonly recipient: string
          readonly subject: string
          readonly withReport: boolean
          readonly at: string
          readonly state: "waiting" | "sent" | "given-up"
          /** What the mail server said last; empty: nothing went wrong */
          readonly failure: string
        })[]
      })[]
    }
  }
  /** Ask for something about the own data */
  readonly 'POST /me/privacy-requests': {
    readonly body: {
      /** What is asked for: access (Art. 15), rectification (16), deletion (17), portability (20), or an objection (21 GDPR) */
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
      /** What is wrong, or what is wished */
      readonly about?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
      /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
      readonly dueOn: string
      /** It waits for an answer */
      readonly isOpen: boolean
      readonly isOverdue: boolean
      /** The person itself has asked, signed in */
      readonly isOfPerson: boolean
      /** Where the answer goes; null: another way */
      readonly replyTo: string | null
      readonly extendedMonths: number
      readonly extensionReason: string
      /** Of a refusal: by which law */
      readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
      /** By which laws such a request may be refused */
      readonly grounds: readonly ({
        readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
        /** Of the GDPR */
        readonly law: string
        readonly words: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Of a deletion that is done: how many went and stayed */
      readonly erased: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** Rows that go at once */
        readonly goes: number
        /** Rows that stay */
        readonly stays: number
        /** For how long what stays is kept */
        readonly until: {
          readonly de: string
          readonly en: string
        }
        /** Why it stays */
        readonly why: {
          readonly de: string
          readonly en: string
        }
      })[] | null
      /** What was written to the person about it */
      readonly mails: readonly ({
        readonly recipient: string
        readonly subject: string
        readonly withReport: boolean
        readonly at: string
        readonly state: "waiting" | "sent" | "given-up"
        /** What the mail server said last; empty: nothing went wrong */
        readonly failure: string
      })[]
    }
  }
  /** Download the report on the own data */
  readonly 'GET /me/privacy-requests/{requestId}/report': {
    readonly path: { readonly requestId: string }
    readonly answer: null
  }
  /** What a deletion would take, and what stays, why and for how long; nothing is deleted */
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
        /** Rows that go at once */
        readonly goes: number
        /** Rows that stay */
        readonly stays: number
        /** For how long what stays is kept */
        readonly until: {
          readonly de: string
          readonly en: string
        }
        /** Why it stays */
        readonly why: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** What to know before: that an extension stays because others use it, too, or which logins go with it */
      readonly notes: readonly ({
        readonly de: string
        readonly en: string
      })[]
    }
  }
  /** Take up to two months more for the answer, and tell the person why (Art. 12 (3) GDPR) */
  readonly 'POST /privacy-requests/{requestId}/extension': {
    readonly path: { readonly requestId: string }
    readonly body: {
      /** By so many months */
      readonly months: number
      /** As the person is told */
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
      /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
      readonly dueOn: string
      /** It waits for an answer */
      readonly isOpen: boolean
      readonly isOverdue: boolean
      /** The person itself has asked, signed in */
      readonly isOfPerson: boolean
      /** Where the answer goes; null: another way */
      readonly replyTo: string | null
      readonly extendedMonths: number
      readonly extensionReason: string
      /** Of a refusal: by which law */
      readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
      /** By which laws such a request may be refused */
      readonly grounds: readonly ({
        readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
        /** Of the GDPR */
        readonly law: string
        readonly words: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Of a deletion that is done: how many went and stayed */
      readonly erased: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** Rows that go at once */
        readonly goes: number
        /** Rows that stay */
        readonly stays: number
        /** For how long what stays is kept */
        readonly until: {
          readonly de: string
          readonly en: string
        }
        /** Why it stays */
        readonly why: {
          readonly de: string
          readonly en: string
        }
      })[] | null
      /** What was written to the person about it */
      readonly mails: readonly ({
        readonly recipient: string
        readonly subject: string
        readonly withReport: boolean
        readonly at: string
        readonly state: "waiting" | "sent" | "given-up"
        /** What the mail server said last; empty: nothing went wrong */
        readonly failure: string
      })[]
    }
  }
  /** Answer a request; a deletion that is done is done with it, and cannot be undone */
  readonly 'POST /privacy-requests/{requestId}/answer': {
    readonly path: { readonly requestId: string }
    readonly body: {
      readonly state: "done" | "refused"
      /** The answer, as the person is told: what was done, or why not (Art. 12 (4) GDPR) */
      readonly outcome: string
      /** Required with `refused`: by which law */
      readonly legalGround?: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
      /** Of a deletion that is done: the name of whom it is about, as `GET …/erasure` gives it */
      readonly confirm?: string
      /** The report goes with the mail */
      readonly attachReport?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "access" | "rectification" | "deletion" | "portability" | "objection"
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
      /** Last day for the answer: a month after it was asked for, or as it was extended (Art. 12 (3) GDPR) */
      readonly dueOn: string
      /** It waits for an answer */
      readonly isOpen: boolean
      readonly isOverdue: boolean
      /** The person itself has asked, signed in */
      readonly isOfPerson: boolean
      /** Where the answer goes; null: another way */
      readonly replyTo: string | null
      readonly extendedMonths: number
      readonly extensionReason: string
      /** Of a refusal: by which law */
      readonly legalGround: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds" | null
      /** By which laws such a request may be refused */
      readonly grounds: readonly ({
        readonly ground: "identity" | "excessive" | "rights-of-others" | "correct" | "legal-duty" | "legal-claims" | "still-necessary" | "not-by-contract" | "compelling-grounds"
        /** Of the GDPR */
        readonly law: string
        readonly words: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Of a deletion that is done: how many went and stayed */
      readonly erased: readonly ({
        readonly kind: string
        readonly name: {
          readonly de: string
          readonly en: string
        }
        /** Rows that go at once */
        readonly goes: number
        /** Rows that stay */
        readonly stays: number
        /** For how long what stays is kept */
        readonly until: {
          readonly de: string
          readonly en: string
        }
        /** Why it stays */
        readonly why: {
          readonly de: string
          readonly en: string
        }
      })[] | null
      /** What was written to the person about it */
      readonly mails: readonly ({
        readonly recipient: string
        readonly subject: string
        readonly withReport: boolean
        readonly at: string
        readonly state: "waiting" | "sent" | "given-up"
        /** What the mail server said last; empty: nothing went wrong */
        readonly failure: string
      })[]
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
  /** List subprocessors, annex 2 of the processing agreement; also such as begin later */
  readonly 'GET /subprocessors': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        /** What for */
        readonly task: string
        readonly place: string
        /** ISO 3166-1 */
        readonly country: string
        /** First day; as long as customers have agreements at least four weeks from now */
        readonly since: string
        /** Last day; null: it goes on */
        readonly until: string | null
        /** When customers with an agreement were told; null: there were none */
        readonly announcedAt: string | null
      })[]
    }
  }
  /** Add a subprocessor, and tell customers of it */
  readonly 'POST /subprocessors': {
    readonly body: {
      readonly name: string
      /** What for */
      readonly task: string
      /** Where the data is */
      readonly place?: string
      /** ISO 3166-1 */
      readonly country: string
      /** First day; as long as customers have agreements at least four weeks from now */
      readonly since: string
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      /** What for */
      readonly task: string
      readonly place: string
      /** ISO 3166-1 */
      readonly country: string
      /** First day; as long as customers have agreements at least four weeks from now */
      readonly since: string
      /** Last day; null: it goes on */
      readonly until: string | null
      /** When customers with an agreement were told; null: there were none */
      readonly announcedAt: string | null
    }
  }
  /** End a subprocessor, and tell customers of it */
  readonly 'POST /subprocessors/{subprocessorId}/end': {
    readonly path: { readonly subprocessorId: string }
    readonly body: {
      /** Last day */
      readonly until: string
    }
    readonly answer: {
      readonly id: string
      readonly name: string
      /** What for */
      readonly task: string
      readonly place: string
      /** ISO 3166-1 */
      readonly country: string
      /** First day; as long as customers have agreements at least four weeks from now */
      readonly since: string
      /** Last day; null: it goes on */
      readonly until: string | null
      /** When customers with an agreement were told; null: there were none */
      readonly announcedAt: string | null
    }
  }
}
