// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ProductProfilesOperations {
  /** List product profiles */
  readonly 'GET /product-profiles': {
    readonly answer: {
      readonly items: readonly ({
        /** Name of the profile */
        readonly id: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly about: {
          readonly de: string
          readonly en: string
        } | null
        /** The version that is valid today; null: it begins later */
        readonly current: {
          readonly id: string
          /** Of the profile, from 1 */
          readonly number: number
          readonly validFrom: string
          readonly createdBy: string
          readonly createdAt: string
          /** It was taken back before it held */
          readonly isWithdrawn: boolean
        } | null
        readonly versions: number
        /** Contracts that have it and have not ended */
        readonly contracts: number
      })[]
    }
  }
  /** Take a product profile, or a new version of one */
  readonly 'POST /product-profiles': {
    readonly body: {
      /** The profile, whole */
      readonly yaml: string
      /** What the file is called, for messages */
      readonly file?: string
    }
    readonly answer: {
      /** Name of the profile */
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly about: {
        readonly de: string
        readonly en: string
      } | null
      /** The version that is valid today; null: it begins later */
      readonly current: {
        readonly id: string
        /** Of the profile, from 1 */
        readonly number: number
        readonly validFrom: string
        readonly createdBy: string
        readonly createdAt: string
        /** It was taken back before it held */
        readonly isWithdrawn: boolean
      } | null
      readonly versions: number
      /** Contracts that have it and have not ended */
      readonly contracts: number
      /** Of the current version, or of the first that will be */
      readonly items: readonly ({
        readonly id: string
        readonly kind: "base" | "product" | "option" | "package" | "flat" | "one-off"
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly price: {
          readonly amount: string
          readonly currency: string
        }
        readonly setUp: {
          readonly amount: string
          readonly currency: string
        } | null
        readonly volume: {
          readonly applies: "to-all" | "to-further"
          readonly steps: readonly ({
            readonly from: number
            readonly price: {
              readonly amount: string
              readonly currency: string
            }
          })[]
        } | null
        /** Units of other items that are included */
        readonly quota: readonly ({
          readonly item: string
          readonly quantity: number
        })[]
        readonly minimum: number | null
        readonly maximum: number | null
        /** Booked for all of another item */
        readonly follows: string | null
        readonly requires: {
          readonly item: string
          readonly quantity: number
        } | null
        readonly excludes: readonly string[]
        readonly begins: "any-day" | "month"
        /** Whether an order names the addresses by which the PBX is let in; null: it does not (TRK-01) */
        readonly places: "may" | "must" | null
      })[]
      /** Terms that are sold, in months */
      readonly terms: readonly number[]
      /** Variants that an order chooses from (ORD-05) */
      readonly installation: readonly ({
        readonly name: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Charged by its choice */
        readonly item: string | null
        /** null: nothing */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        readonly per: "order" | "hour"
        /** Included at most; null: any */
        readonly groups: number | null
        /** Included at most; null: any */
        readonly forwardings: number | null
        /** Included at most; null: any */
        readonly faxToMail: number | null
        /** Included at most; null: any */
        readonly softClients: number | null
        /** Included at most; null: any */
        readonly briefingMinutes: number | null
      })[]
      /** The contract begins with the first use, at the latest that many working days after the hand-over; null: with the order (ORD-05) */
      readonly readyForBilling: {
        readonly latestWorkingDay: number
      } | null
      /** Ways to pay that an order can have, the usual one first (BIL-08, BIL-09) */
      readonly payments: readonly ("transfer" | "direct-debit" | "prepaid")[]
      /** Itemised bills that customers may choose (BIL-06) */
      readonly itemisedBills: readonly ("full" | "last-three-cut" | "none")[]
      /** What an order is asked for; anything else is refused (ORD-01) */
      readonly asks: readonly ("extensions" | "queues" | "groups" | "rooms" | "flat" | "directory-entry" | "itemised-bill" | "marketing-consent" | "sepa" | "credit-check" | "signature")[]
      readonly priceChangeRules: readonly ({
        readonly name: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** All versions, the newest first */
      readonly history: readonly ({
        readonly id: string
        /** Of the profile, from 1 */
        readonly number: number
        readonly validFrom: string
        readonly createdBy: string
        readonly createdAt: string
        /** It was taken back before it held */
        readonly isWithdrawn: boolean
      })[]
    }
  }
  /** Get a product profile */
  readonly 'GET /product-profiles/{profileId}': {
    readonly path: { readonly profileId: string }
    readonly answer: {
      /** Name of the profile */
      readonly id: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly about: {
        readonly de: string
        readonly en: string
      } | null
      /** The version that is valid today; null: it begins later */
      readonly current: {
        readonly id: string
        /** Of the profile, from 1 */
        readonly number: number
        readonly validFrom: string
        readonly createdBy: string
        readonly createdAt: string
        /** It was taken back before it held */
        readonly isWithdrawn: boolean
      } | null
      readonly versions: number
      /** Contracts that have it and have not ended */
      readonly contracts: number
      /** Of the current version, or of the first that will be */
      readonly items: readonly ({
        readonly id: string
        readonly kind: "base" | "product" | "option" | "package" | "flat" | "one-off"
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly price: {
          readonly amount: string
          readonly currency: string
        }
        readonly setUp: {
          readonly amount: string
          readonly currency: string
        } | null
        readonly volume: {
          readonly applies: "to-all" | "to-further"
          readonly steps: readonly ({
            readonly from: number
            readonly price: {
              readonly amount: string
              readonly currency: string
            }
          })[]
        } | null
        /** Units of other items that are included */
        readonly quota: readonly ({
          readonly item: string
          readonly quantity: number
        })[]
        readonly minimum: number | null
        readonly maximum: number | null
        /** Booked for all of another item */
        readonly follows: string | null
        readonly requires: {
          readonly item: string
          readonly quantity: number
        } | null
        readonly excludes: readonly string[]
        readonly begins: "any-day" | "month"
        /** Whether an order names the addresses by which the PBX is let in; null: it does not (TRK-01) */
        readonly places: "may" | "must" | null
      })[]
      /** Terms that are sold, in months */
      readonly terms: readonly number[]
      /** Variants that an order chooses from (ORD-05) */
      readonly installation: readonly ({
        readonly name: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Charged by its choice */
        readonly item: string | null
        /** null: nothing */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        readonly per: "order" | "hour"
        /** Included at most; null: any */
        readonly groups: number | null
        /** Included at most; null: any */
        readonly forwardings: number | null
        /** Included at most; null: any */
        readonly faxToMail: number | null
        /** Included at most; null: any */
        readonly softClients: number | null
        /** Included at most; null: any */
        readonly briefingMinutes: number | null
      })[]
      /** The contract begins with the first use, at the latest that many working days after the hand-over; null: with the order (ORD-05) */
      readonly readyForBilling: {
        readonly latestWorkingDay: number
      } | null
      /** Ways to pay that an order can have, the usual one first (BIL-08, BIL-09) */
      readonly payments: readonly ("transfer" | "direct-debit" | "prepaid")[]
      /** Itemised bills that customers may choose (BIL-06) */
      readonly itemisedBills: readonly ("full" | "last-three-cut" | "none")[]
      /** What an order is asked for; anything else is refused (ORD-01) */
      readonly asks: readonly ("extensions" | "queues" | "groups" | "rooms" | "flat" | "directory-entry" | "itemised-bill" | "marketing-consent" | "sepa" | "credit-check" | "signature")[]
      readonly priceChangeRules: readonly ({
        readonly name: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** All versions, the newest first */
      readonly history: readonly ({
        readonly id: string
        /** Of the profile, from 1 */
        readonly number: number
        readonly validFrom: string
        readonly createdBy: string
        readonly createdAt: string
        /** It was taken back before it held */
        readonly isWithdrawn: boolean
      })[]
    }
  }
  /** Get a version of a product profile */
  readonly 'GET /product-profiles/{profileId}/versions/{versionId}': {
    readonly path: { readonly profileId: string; readonly versionId: string }
    readonly answer: {
      readonly id: string
      /** Of the profile, from 1 */
      readonly number: number
      readonly validFrom: string
      readonly createdBy: string
      readonly createdAt: string
      /** It was taken back before it held */
      readonly isWithdrawn: boolean
      /** The file as it was given */
      readonly yaml: string
    }
  }
  /** List the product profiles that come with Klinke */
  readonly 'GET /example-product-profiles': {
    readonly answer: {
      readonly items: readonly ({
        readonly file: string
        readonly yaml: string
      })[]
    }
  }
  /** Check a product profile without taking it */
  readonly 'POST /product-profiles/check': {
    readonly body: {
      /** The profile, whole */
      readonly yaml: string
      /** What the file is called, for messages */
      readonly file?: string
    }
    readonly answer: {
      /** Empty: it can be taken */
      readonly faults: readonly ({
        readonly line: number | null
        readonly path: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** List the contracts that have a product profile */
  readonly 'GET /product-profiles/{profileId}/customers': {
    readonly path: { readonly profileId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly contractId: string
        readonly tenantId: string
        readonly tenantName: string
        readonly begins: string
        /** Last day; null: nobody has given notice */
        readonly ends: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** List the price changes of a product profile, the newest first */
  readonly 'GET /product-profiles/{profileId}/price-changes': {
    readonly path: { readonly profileId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly versionId: string
        readonly rule: string
        /** For who is told late prices begin later */
        readonly wantedFrom: string
        readonly createdBy: string
        readonly createdAt: string
        /** Contracts whose customers have the mail, and that get the prices */
        readonly told: number
        /** Contracts that have these prices, or end before */
        readonly notNeeded: number
        /** Contracts of customers without an administrator: they keep their prices until there is one */
        readonly nobodyToTell: number
        /** Contracts whose customers are still to be told */
        readonly waiting: number
        readonly percent: number
        /** The prices do not come: whoever was told of them is told of that */
        readonly withdrawnAt: string | null
      })[]
    }
  }
  /** Change the prices of all contracts of a product profile: each customer is told by mail first */
  readonly 'POST /product-profiles/{profileId}/price-changes': {
    readonly path: { readonly profileId: string }
    readonly body: {
      /** The version whose prices contracts get */
      readonly versionId: string
      /** Name of a rule of `priceChange`; absent: the first one */
      readonly rule?: string
      /** The first day on which they are wanted; absent, or too early: as soon as the notice allows */
      readonly from?: string
    }
    readonly answer: {
      readonly id: string
      readonly versionId: string
      readonly rule: string
      /** For who is told late prices begin later */
      readonly wantedFrom: string
      readonly createdBy: string
      readonly createdAt: string
      /** Contracts whose customers have the mail, and that get the prices */
      readonly told: number
      /** Contracts that have these prices, or end before */
      readonly notNeeded: number
      /** Contracts of customers without an administrator: they keep their prices until there is one */
      readonly nobodyToTell: number
      /** Contracts whose customers are still to be told */
      readonly waiting: number
      readonly percent: number
      /** The prices do not come: whoever was told of them is told of that */
      readonly withdrawnAt: string | null
    }
  }
}
