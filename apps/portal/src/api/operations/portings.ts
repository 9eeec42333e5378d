// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PortingsOperations {
  /** List portings, the newest first */
  readonly 'GET /portings': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly state?: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"; readonly direction?: "in" | "out" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly direction: "in" | "out"
        readonly number: string
        readonly size: number
        readonly businessCase: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
        readonly carrier: string
        readonly holder: {
          /** Company with its legal form, or first and last name */
          readonly name: string
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        }
        readonly attendant: string | null
        readonly contact: string
        readonly country: string
        readonly email: string | null
        readonly directoryEntry: boolean
        readonly keepTemporary: boolean
        readonly wishedFor: string
        readonly state: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"
        /** What can be done now */
        readonly steps: readonly ("ask" | "agree" | "reject" | "correct" | "schedule" | "postpone" | "switch" | "confirm" | "roll-back" | "cancel")[]
        /** Of the preliminary agreement */
        readonly reference: string | null
        readonly agreedFor: string | null
        readonly window: {
          readonly from: string
          readonly until: string
        } | null
        /** Why the present carrier refuses, and what to do */
        readonly rejections: readonly ({
          readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
          readonly reason: {
            readonly de: string
            readonly en: string
          }
          readonly remedy: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly remark: string
        /** What the form says otherwise than the contract: the other carrier would probably refuse it */
        readonly deviations: readonly ({
          readonly field: string
          readonly given: string
          readonly known: string
        })[]
        /** The refusals that these would bring */
        readonly expected: readonly ({
          readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
          readonly reason: {
            readonly de: string
            readonly en: string
          }
          readonly remedy: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly createdBy: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Ask for a number or block to be ported to us */
  readonly 'POST /portings': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
      readonly number: string
      /** Of the block; 1: a single number */
      readonly size?: 1 | 10 | 100 | 1000 | 10000
      /** Where it will be; null: the main site */
      readonly siteId?: string | null
      /** VA-KUE-MRN: all numbers and an end of the line; VA-KUE-ORN: only its end; VA-RRNP: only numbers */
      readonly businessCase: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
      /** The present carrier */
      readonly carrier: string
      /** Who has the line at the present carrier, and where it ends */
      readonly holder: {
        /** Company with its legal form, or first and last name */
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Who signs for a company */
      readonly contact?: string
      /** Where the old line is (ISO 3166-1) */
      readonly country?: string
      /** Of the holder, for questions */
      readonly email?: string | null
      /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
      readonly attendant?: string | null
      /** The directory entry comes along */
      readonly directoryEntry?: boolean
      /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
      readonly keepTemporary?: boolean
      /** Wished for, Monday to Friday */
      readonly wishedFor: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly direction: "in" | "out"
      readonly number: string
      readonly size: number
      readonly businessCase: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
      readonly carrier: string
      readonly holder: {
        /** Company with its legal form, or first and last name */
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      readonly attendant: string | null
      readonly contact: string
      readonly country: string
      readonly email: string | null
      readonly directoryEntry: boolean
      readonly keepTemporary: boolean
      readonly wishedFor: string
      readonly state: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"
      /** What can be done now */
      readonly steps: readonly ("ask" | "agree" | "reject" | "correct" | "schedule" | "postpone" | "switch" | "confirm" | "roll-back" | "cancel")[]
      /** Of the preliminary agreement */
      readonly reference: string | null
      readonly agreedFor: string | null
      readonly window: {
        readonly from: string
        readonly until: string
      } | null
      /** Why the present carrier refuses, and what to do */
      readonly rejections: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly remark: string
      /** What the form says otherwise than the contract: the other carrier would probably refuse it */
      readonly deviations: readonly ({
        readonly field: string
        readonly given: string
        readonly known: string
      })[]
      /** The refusals that these would bring */
      readonly expected: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly createdBy: string
      readonly createdAt: string
    }
  }
  /** Get a porting */
  readonly 'GET /portings/{portingId}': {
    readonly path: { readonly portingId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly direction: "in" | "out"
      readonly number: string
      readonly size: number
      readonly businessCase: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
      readonly carrier: string
      readonly holder: {
        /** Company with its legal form, or first and last name */
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      readonly attendant: string | null
      readonly contact: string
      readonly country: string
      readonly email: string | null
      readonly directoryEntry: boolean
      readonly keepTemporary: boolean
      readonly wishedFor: string
      readonly state: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"
      /** What can be done now */
      readonly steps: readonly ("ask" | "agree" | "reject" | "correct" | "schedule" | "postpone" | "switch" | "confirm" | "roll-back" | "cancel")[]
      /** Of the preliminary agreement */
      readonly reference: string | null
      readonly agreedFor: string | null
      readonly window: {
        readonly from: string
        readonly until: string
      } | null
      /** Why the present carrier refuses, and what to do */
      readonly rejections: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly remark: string
      /** What the form says otherwise than the contract: the other carrier would probably refuse it */
      readonly deviations: readonly ({
        readonly field: string
        readonly given: string
        readonly known: string
      })[]
      /** The refusals that these would bring */
      readonly expected: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly createdBy: string
      readonly createdAt: string
    }
  }
  /** Change the form of a porting that has not been sent */
  readonly 'PATCH /portings/{portingId}': {
    readonly path: { readonly portingId: string }
    readonly body: {
      /** VA-KUE-MRN: all numbers and an end of the line; VA-KUE-ORN: only its end; VA-RRNP: only numbers */
      readonly businessCase?: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
      /** The present carrier */
      readonly carrier?: string
      /** Who has the line at the present carrier, and where it ends */
      readonly holder?: {
        /** Company with its legal form, or first and last name */
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Who signs for a company */
      readonly contact?: string
      /** Where the old line is (ISO 3166-1) */
      readonly country?: string
      /** Of the holder, for questions */
      readonly email?: string | null
      /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
      readonly attendant?: string | null
      /** The directory entry comes along */
      readonly directoryEntry?: boolean
      /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
      readonly keepTemporary?: boolean
      /** Wished for, Monday to Friday */
      readonly wishedFor?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly direction: "in" | "out"
      readonly number: string
      readonly size: number
      readonly businessCase: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
      readonly carrier: string
      readonly holder: {
        /** Company with its legal form, or first and last name */
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      readonly attendant: string | null
      readonly contact: string
      readonly country: string
      readonly email: string | null
      readonly directoryEntry: boolean
      readonly keepTemporary: boolean
      readonly wishedFor: string
      readonly state: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"
      /** What can be done now */
      readonly steps: readonly ("ask" | "agree" | "reject" | "correct" | "schedule" | "postpone" | "switch" | "confirm" | "roll-back" | "cancel")[]
      /** Of the preliminary agreement */
      readonly reference: string | null
      readonly agreedFor: string | null
      readonly window: {
        readonly from: string
        readonly until: string
      } | null
      /** Why the present carrier refuses, and what to do */
      readonly rejections: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly remark: string
      /** What the form says otherwise than the contract: the other carrier would probably refuse it */
      readonly deviations: readonly ({
        readonly field: string
        readonly given: string
        readonly known: string
      })[]
      /** The refusals that these would bring */
      readonly expected: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly createdBy: string
      readonly createdAt: string
    }
  }
  /** List what has happened to a porting */
  readonly 'GET /portings/{portingId}/history': {
    readonly path: { readonly portingId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly step: "ask" | "agree" | "reject" | "correct" | "schedule" | "postpone" | "switch" | "confirm" | "roll-back" | "cancel" | "create"
        readonly state: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"
        readonly by: string
        readonly at: string
        readonly detail: string
      })[]
    }
  }
  /** Download the form of a porting as PDF, to be signed */
  readonly 'GET /portings/{portingId}/form': {
    readonly path: { readonly portingId: string }
    readonly answer: null
  }
  /** Make the next step of a porting */
  readonly 'POST /portings/{portingId}/steps': {
    readonly path: { readonly portingId: string }
    readonly body: {
      readonly step: "ask" | "correct" | "switch" | "confirm" | "roll-back" | "cancel"
      readonly remark?: string
    } | {
      readonly step: "agree" | "postpone"
      readonly agreedFor: string
    } | {
      readonly step: "reject"
      readonly codes: readonly ("RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON")[]
      readonly remark?: string
    } | {
      readonly step: "schedule"
      /** The numbers are switched by themselves when it begins */
      readonly window: {
        readonly from: string
        readonly until: string
      }
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly direction: "in" | "out"
      readonly number: string
      readonly size: number
      readonly businessCase: "VA-KUE-MRN" | "VA-KUE-ORN" | "VA-RRNP"
      readonly carrier: string
      readonly holder: {
        /** Company with its legal form, or first and last name */
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      readonly attendant: string | null
      readonly contact: string
      readonly country: string
      readonly email: string | null
      readonly directoryEntry: boolean
      readonly keepTemporary: boolean
      readonly wishedFor: string
      readonly state: "draft" | "asked" | "rejected" | "agreed" | "scheduled" | "switched" | "done" | "cancelled"
      /** What can be done now */
      readonly steps: readonly ("ask" | "agree" | "reject" | "correct" | "schedule" | "postpone" | "switch" | "confirm" | "roll-back" | "cancel")[]
      /** Of the preliminary agreement */
      readonly reference: string | null
      readonly agreedFor: string | null
      readonly window: {
        readonly from: string
        readonly until: string
      } | null
      /** Why the present carrier refuses, and what to do */
      readonly rejections: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly remark: string
      /** What the form says otherwise than the contract: the other carrier would probably refuse it */
      readonly deviations: readonly ({
        readonly field: string
        readonly given: string
        readonly known: string
      })[]
      /** The refusals that these would bring */
      readonly expected: readonly ({
        readonly code: "RNG" | "ADF" | "AIF" | "WAI" | "KNI" | "VAE" | "SON"
        readonly reason: {
          readonly de: string
          readonly en: string
        }
        readonly remedy: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly createdBy: string
      readonly createdAt: string
    }
  }
}
