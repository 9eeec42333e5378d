// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface OrdersOperations {
  /** List orders, the newest first */
  readonly 'GET /orders': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly state?: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"; readonly kind?: "new" | "change" | "move" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly number: string
        readonly kind: "new" | "change" | "move"
        readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
        readonly stateText: {
          readonly de: string
          readonly en: string
        }
        /** null: the customer is not there yet, or not any more */
        readonly tenantId: string | null
        /** As the order says it */
        readonly customer: string | null
        readonly profile: string
        readonly contractId: string | null
        readonly wishDate: string | null
        readonly handedOverAt: string | null
        readonly createdBy: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Give an order */
  readonly 'POST /orders': {
    readonly body: {
      /** Absent: a new customer, which only the operator orders for */
      readonly tenantId?: string
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port?: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind?: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact?: string | null
          readonly addition?: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country?: string
          readonly phone: string
          readonly fax?: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register?: string | null
          /** Of a sole trader */
          readonly birthDate?: string | null
          readonly vatId?: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact?: {
          readonly name: string
          readonly phone?: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone?: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language?: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions?: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension?: string
        readonly portings?: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size?: 1 | 10 | 100 | 1000 | 10000
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
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination?: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation?: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours?: number | null
        /** What is to be installed */
        readonly needs?: {
          /** Ring groups, where they are no item of the product */
          readonly groups?: number
          readonly forwardings?: number
          readonly faxToMail?: number
          readonly softClients?: number
          readonly briefingMinutes?: number
        }
        readonly directoryEntry?: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill?: "full" | "last-three-cut" | "none"
        readonly paperInvoice?: boolean
        readonly splitBySite?: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate?: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind?: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents?: {
          /** Offers by mail */
          readonly marketing?: boolean
          readonly creditCheck?: boolean
          /** By which way they were given */
          readonly channel?: "paper" | "mail" | "phone"
        }
        readonly offerNumber?: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark?: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature?: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items?: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port?: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel?: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId?: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway?: readonly string[]
        readonly offerNumber?: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark?: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature?: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items?: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port?: number | null
          })[]
        })[]
        readonly offerNumber?: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark?: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature?: {
          readonly name: string
          readonly on: string
        } | null
      }
    }
    readonly answer: {
      readonly id: string
      readonly number: string
      readonly kind: "new" | "change" | "move"
      readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
      readonly stateText: {
        readonly de: string
        readonly en: string
      }
      /** null: the customer is not there yet, or not any more */
      readonly tenantId: string | null
      /** As the order says it */
      readonly customer: string | null
      readonly profile: string
      readonly contractId: string | null
      readonly wishDate: string | null
      readonly handedOverAt: string | null
      readonly createdBy: string
      readonly createdAt: string
      /** null: the customer is deleted */
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact: string | null
          readonly addition: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country: string
          readonly phone: string
          readonly fax: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register: string | null
          /** Of a sole trader */
          readonly birthDate: string | null
          readonly vatId: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension: string
        readonly portings: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size: 1 | 10 | 100 | 1000 | 10000
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
          readonly contact: string
          /** Where the old line is (ISO 3166-1) */
          readonly country: string
          /** Of the holder, for questions */
          readonly email: string | null
          /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
          readonly attendant: string | null
          /** The directory entry comes along */
          readonly directoryEntry: boolean
          /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
          readonly keepTemporary: boolean
          /** Wished for, Monday to Friday */
          readonly wishedFor: string
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours: number | null
        /** What is to be installed */
        readonly needs: {
          /** Ring groups, where they are no item of the product */
          readonly groups: number
          readonly forwardings: number
          readonly faxToMail: number
          readonly softClients: number
          readonly briefingMinutes: number
        }
        readonly directoryEntry: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill: "full" | "last-three-cut" | "none"
        readonly paperInvoice: boolean
        readonly splitBySite: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents: {
          /** Offers by mail */
          readonly marketing: boolean
          readonly creditCheck: boolean
          /** By which way they were given */
          readonly channel: "paper" | "mail" | "phone"
        }
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway: readonly string[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | null
      readonly price: {
        /** Of a whole month, once everything has begun; net, without calls */
        readonly monthly: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Set-up and one-off items, net */
        readonly once: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly monthlySum: {
          readonly amount: string
          readonly currency: string
        }
        readonly onceSum: {
          readonly amount: string
          readonly currency: string
        }
      } | null
      /** What can be done now */
      readonly steps: readonly ("check" | "refuse" | "confirm" | "provision" | "cancel")[]
      /** The contract begins with the first use, at the latest on this day; null: it is known, or not handed over (ORD-05) */
      readonly billingBeginsBy: string | null
      readonly tasks: readonly ({
        readonly position: number
        readonly kind: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Not before that day */
        readonly due: string | null
        readonly doneAt: string | null
        readonly result: string
        /** Why it could not be done */
        readonly trouble: {
          readonly de: string
          readonly en: string
        } | null
        /** What it works with; null: there is nothing to be amended */
        readonly input: {
          readonly kind: "customer"
          readonly sipDomain: string
        } | {
          readonly kind: "site"
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        } | {
          readonly kind: "administrator"
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | {
          readonly kind: "mandate"
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | {
          readonly kind: "numbers"
          /** First of a free block; null: the next one of the stock */
          readonly first: string | null
          /** With whom it lies, where it is not of the stock */
          readonly upstreamCarrier: string | null
        } | {
          readonly kind: "extensions"
          readonly extensions: readonly ({
            readonly number: string
            readonly name: string
            /** That it gets; absent: one of those that are left */
            readonly userPackage?: string
          })[]
          readonly firstExtension: string
        } | {
          readonly kind: "group" | "queue" | "room"
          /** Its internal number; null: the next free one */
          readonly number: string | null
        } | {
          readonly kind: "trunk"
          /** null: after the order */
          readonly name: string | null
          /** Which lead to it, by their first numbers; null: those of the order */
          readonly ranges: readonly string[] | null
          /** Where the PBX is let in by its address; null: as ordered */
          readonly places: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[] | null
        } | {
          readonly kind: "trunk-channels"
          /** Which trunk it is; null: the only one of that size */
          readonly name: string | null
        } | {
          readonly kind: "take-away"
          /** Which go: internal numbers, or names of trunks */
          readonly names: readonly string[]
        } | {
          readonly kind: "porting"
          readonly form: {
            /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
            readonly number: string
            /** Of the block; 1: a single number */
            readonly size: 1 | 10 | 100 | 1000 | 10000
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
            readonly contact: string
            /** Where the old line is (ISO 3166-1) */
            readonly country: string
            /** Of the holder, for questions */
            readonly email: string | null
            /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
            readonly attendant: string | null
            /** The directory entry comes along */
            readonly directoryEntry: boolean
            /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
            readonly keepTemporary: boolean
            /** Wished for, Monday to Friday */
            readonly wishedFor: string
          }
        } | {
          readonly kind: "directory-entry"
          /** null: the first one of the order */
          readonly number: string | null
        } | {
          readonly kind: "move"
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
          readonly from: string
        } | null
        readonly amended: boolean
        /** It is left out */
        readonly skipped: {
          readonly at: string
          readonly reason: string
        } | null
        /** Whether it may be skipped, and what that means or why not; null: it has not failed */
        readonly skip: {
          readonly allowed: boolean
          readonly text: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      readonly history: readonly ({
        readonly step: "check" | "refuse" | "confirm" | "provision" | "activate" | "terminate" | "delete" | "cancel" | "amend" | "skip" | "order"
        readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
        readonly by: string
        readonly at: string
        readonly reason: string
        /** Position of the task that was amended or skipped; null: a step of the whole order */
        readonly task: number | null
      })[]
    }
  }
  /** Get an order with its price, its tasks and its history */
  readonly 'GET /orders/{orderId}': {
    readonly path: { readonly orderId: string }
    readonly answer: {
      readonly id: string
      readonly number: string
      readonly kind: "new" | "change" | "move"
      readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
      readonly stateText: {
        readonly de: string
        readonly en: string
      }
      /** null: the customer is not there yet, or not any more */
      readonly tenantId: string | null
      /** As the order says it */
      readonly customer: string | null
      readonly profile: string
      readonly contractId: string | null
      readonly wishDate: string | null
      readonly handedOverAt: string | null
      readonly createdBy: string
      readonly createdAt: string
      /** null: the customer is deleted */
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact: string | null
          readonly addition: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country: string
          readonly phone: string
          readonly fax: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register: string | null
          /** Of a sole trader */
          readonly birthDate: string | null
          readonly vatId: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension: string
        readonly portings: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size: 1 | 10 | 100 | 1000 | 10000
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
          readonly contact: string
          /** Where the old line is (ISO 3166-1) */
          readonly country: string
          /** Of the holder, for questions */
          readonly email: string | null
          /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
          readonly attendant: string | null
          /** The directory entry comes along */
          readonly directoryEntry: boolean
          /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
          readonly keepTemporary: boolean
          /** Wished for, Monday to Friday */
          readonly wishedFor: string
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours: number | null
        /** What is to be installed */
        readonly needs: {
          /** Ring groups, where they are no item of the product */
          readonly groups: number
          readonly forwardings: number
          readonly faxToMail: number
          readonly softClients: number
          readonly briefingMinutes: number
        }
        readonly directoryEntry: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill: "full" | "last-three-cut" | "none"
        readonly paperInvoice: boolean
        readonly splitBySite: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents: {
          /** Offers by mail */
          readonly marketing: boolean
          readonly creditCheck: boolean
          /** By which way they were given */
          readonly channel: "paper" | "mail" | "phone"
        }
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway: readonly string[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | null
      readonly price: {
        /** Of a whole month, once everything has begun; net, without calls */
        readonly monthly: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Set-up and one-off items, net */
        readonly once: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly monthlySum: {
          readonly amount: string
          readonly currency: string
        }
        readonly onceSum: {
          readonly amount: string
          readonly currency: string
        }
      } | null
      /** What can be done now */
      readonly steps: readonly ("check" | "refuse" | "confirm" | "provision" | "cancel")[]
      /** The contract begins with the first use, at the latest on this day; null: it is known, or not handed over (ORD-05) */
      readonly billingBeginsBy: string | null
      readonly tasks: readonly ({
        readonly position: number
        readonly kind: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Not before that day */
        readonly due: string | null
        readonly doneAt: string | null
        readonly result: string
        /** Why it could not be done */
        readonly trouble: {
          readonly de: string
          readonly en: string
        } | null
        /** What it works with; null: there is nothing to be amended */
        readonly input: {
          readonly kind: "customer"
          readonly sipDomain: string
        } | {
          readonly kind: "site"
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        } | {
          readonly kind: "administrator"
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | {
          readonly kind: "mandate"
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | {
          readonly kind: "numbers"
          /** First of a free block; null: the next one of the stock */
          readonly first: string | null
          /** With whom it lies, where it is not of the stock */
          readonly upstreamCarrier: string | null
        } | {
          readonly kind: "extensions"
          readonly extensions: readonly ({
            readonly number: string
            readonly name: string
            /** That it gets; absent: one of those that are left */
            readonly userPackage?: string
          })[]
          readonly firstExtension: string
        } | {
          readonly kind: "group" | "queue" | "room"
          /** Its internal number; null: the next free one */
          readonly number: string | null
        } | {
          readonly kind: "trunk"
          /** null: after the order */
          readonly name: string | null
          /** Which lead to it, by their first numbers; null: those of the order */
          readonly ranges: readonly string[] | null
          /** Where the PBX is let in by its address; null: as ordered */
          readonly places: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[] | null
        } | {
          readonly kind: "trunk-channels"
          /** Which trunk it is; null: the only one of that size */
          readonly name: string | null
        } | {
          readonly kind: "take-away"
          /** Which go: internal numbers, or names of trunks */
          readonly names: readonly string[]
        } | {
          readonly kind: "porting"
          readonly form: {
            /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
            readonly number: string
            /** Of the block; 1: a single number */
            readonly size: 1 | 10 | 100 | 1000 | 10000
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
            readonly contact: string
            /** Where the old line is (ISO 3166-1) */
            readonly country: string
            /** Of the holder, for questions */
            readonly email: string | null
            /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
            readonly attendant: string | null
            /** The directory entry comes along */
            readonly directoryEntry: boolean
            /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
            readonly keepTemporary: boolean
            /** Wished for, Monday to Friday */
            readonly wishedFor: string
          }
        } | {
          readonly kind: "directory-entry"
          /** null: the first one of the order */
          readonly number: string | null
        } | {
          readonly kind: "move"
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
          readonly from: string
        } | null
        readonly amended: boolean
        /** It is left out */
        readonly skipped: {
          readonly at: string
          readonly reason: string
        } | null
        /** Whether it may be skipped, and what that means or why not; null: it has not failed */
        readonly skip: {
          readonly allowed: boolean
          readonly text: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      readonly history: readonly ({
        readonly step: "check" | "refuse" | "confirm" | "provision" | "activate" | "terminate" | "delete" | "cancel" | "amend" | "skip" | "order"
        readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
        readonly by: string
        readonly at: string
        readonly reason: string
        /** Position of the task that was amended or skipped; null: a step of the whole order */
        readonly task: number | null
      })[]
    }
  }
  /** Tell on which day a site of a contract can move at the earliest, and which new numbers there are */
  readonly 'GET /contracts/{contractId}/earliest-move': {
    readonly path: { readonly contractId: string }
    readonly answer: {
      readonly day: string
      /** Before which a move is told (EMG-06) */
      readonly noticeDays: number
      /** Items that are new numbers, for a move into another Ortsnetz (NUM-02) */
      readonly numbers: readonly ({
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly size: number
        readonly price: {
          readonly amount: string
          readonly currency: string
        }
      })[]
    }
  }
  /** Tell what an order would cost, what is wrong with it, and the earliest dates */
  readonly 'POST /orders/preview': {
    readonly body: {
      /** Absent: a new customer, which only the operator orders for */
      readonly tenantId?: string
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port?: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind?: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact?: string | null
          readonly addition?: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country?: string
          readonly phone: string
          readonly fax?: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register?: string | null
          /** Of a sole trader */
          readonly birthDate?: string | null
          readonly vatId?: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact?: {
          readonly name: string
          readonly phone?: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone?: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language?: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions?: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension?: string
        readonly portings?: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size?: 1 | 10 | 100 | 1000 | 10000
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
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination?: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation?: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours?: number | null
        /** What is to be installed */
        readonly needs?: {
          /** Ring groups, where they are no item of the product */
          readonly groups?: number
          readonly forwardings?: number
          readonly faxToMail?: number
          readonly softClients?: number
          readonly briefingMinutes?: number
        }
        readonly directoryEntry?: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill?: "full" | "last-three-cut" | "none"
        readonly paperInvoice?: boolean
        readonly splitBySite?: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate?: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind?: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents?: {
          /** Offers by mail */
          readonly marketing?: boolean
          readonly creditCheck?: boolean
          /** By which way they were given */
          readonly channel?: "paper" | "mail" | "phone"
        }
        readonly offerNumber?: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark?: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature?: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items?: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port?: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel?: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId?: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway?: readonly string[]
        readonly offerNumber?: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark?: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature?: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items?: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port?: number | null
          })[]
        })[]
        readonly offerNumber?: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark?: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature?: {
          readonly name: string
          readonly on: string
        } | null
      }
    }
    readonly answer: {
      /** Of a whole month, once everything has begun; net, without calls */
      readonly monthly: readonly ({
        readonly id: string
        readonly contractId: string
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "recurring" | "set-up" | "one-off" | "correction"
        readonly siteId: string | null
        readonly from: string
        readonly until: string
        readonly quantity: number
        readonly unitPrice: {
          readonly amount: string
          readonly currency: string
        }
        /** Net */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        /** How it was counted */
        readonly counted: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Set-up and one-off items, net */
      readonly once: readonly ({
        readonly id: string
        readonly contractId: string
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "recurring" | "set-up" | "one-off" | "correction"
        readonly siteId: string | null
        readonly from: string
        readonly until: string
        readonly quantity: number
        readonly unitPrice: {
          readonly amount: string
          readonly currency: string
        }
        /** Net */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        /** How it was counted */
        readonly counted: {
          readonly de: string
          readonly en: string
        }
      })[]
      readonly monthlySum: {
        readonly amount: string
        readonly currency: string
      }
      readonly onceSum: {
        readonly amount: string
        readonly currency: string
      }
      /** As it is without the order; null: there was no contract */
      readonly monthlySumBefore: {
        readonly amount: string
        readonly currency: string
      } | null
      /** What keeps it from being ordered; none: it can be */
      readonly faults: readonly ({
        readonly pointer: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** When things can end if notice arrives today */
      readonly earliest: readonly ({
        /** null: the whole contract */
        readonly itemId: string | null
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly until: string
        readonly noticeBy: string
      })[]
      readonly move: {
        /** Within its Ortsnetz the site keeps its numbers (NUM-02) */
        readonly numbersStay: boolean
        /** Numbers and blocks that end on the day */
        readonly ending: readonly ({
          readonly first: string
          readonly size: number
        })[]
        /** The first day on which it can move */
        readonly earliest: string
      } | null
    }
  }
  /** Make the next step of an order */
  readonly 'POST /orders/{orderId}/steps': {
    readonly path: { readonly orderId: string }
    readonly body: {
      /** "check": credit was checked (ORD-06); "provision": sets up what was ordered, and goes on where it stopped */
      readonly step: "check" | "refuse" | "confirm" | "provision" | "cancel"
      /** The result of the check, or why the order is refused or cancelled */
      readonly reason?: string
    }
    readonly answer: {
      readonly id: string
      readonly number: string
      readonly kind: "new" | "change" | "move"
      readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
      readonly stateText: {
        readonly de: string
        readonly en: string
      }
      /** null: the customer is not there yet, or not any more */
      readonly tenantId: string | null
      /** As the order says it */
      readonly customer: string | null
      readonly profile: string
      readonly contractId: string | null
      readonly wishDate: string | null
      readonly handedOverAt: string | null
      readonly createdBy: string
      readonly createdAt: string
      /** null: the customer is deleted */
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact: string | null
          readonly addition: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country: string
          readonly phone: string
          readonly fax: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register: string | null
          /** Of a sole trader */
          readonly birthDate: string | null
          readonly vatId: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension: string
        readonly portings: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size: 1 | 10 | 100 | 1000 | 10000
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
          readonly contact: string
          /** Where the old line is (ISO 3166-1) */
          readonly country: string
          /** Of the holder, for questions */
          readonly email: string | null
          /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
          readonly attendant: string | null
          /** The directory entry comes along */
          readonly directoryEntry: boolean
          /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
          readonly keepTemporary: boolean
          /** Wished for, Monday to Friday */
          readonly wishedFor: string
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours: number | null
        /** What is to be installed */
        readonly needs: {
          /** Ring groups, where they are no item of the product */
          readonly groups: number
          readonly forwardings: number
          readonly faxToMail: number
          readonly softClients: number
          readonly briefingMinutes: number
        }
        readonly directoryEntry: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill: "full" | "last-three-cut" | "none"
        readonly paperInvoice: boolean
        readonly splitBySite: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents: {
          /** Offers by mail */
          readonly marketing: boolean
          readonly creditCheck: boolean
          /** By which way they were given */
          readonly channel: "paper" | "mail" | "phone"
        }
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway: readonly string[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | null
      readonly price: {
        /** Of a whole month, once everything has begun; net, without calls */
        readonly monthly: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Set-up and one-off items, net */
        readonly once: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly monthlySum: {
          readonly amount: string
          readonly currency: string
        }
        readonly onceSum: {
          readonly amount: string
          readonly currency: string
        }
      } | null
      /** What can be done now */
      readonly steps: readonly ("check" | "refuse" | "confirm" | "provision" | "cancel")[]
      /** The contract begins with the first use, at the latest on this day; null: it is known, or not handed over (ORD-05) */
      readonly billingBeginsBy: string | null
      readonly tasks: readonly ({
        readonly position: number
        readonly kind: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Not before that day */
        readonly due: string | null
        readonly doneAt: string | null
        readonly result: string
        /** Why it could not be done */
        readonly trouble: {
          readonly de: string
          readonly en: string
        } | null
        /** What it works with; null: there is nothing to be amended */
        readonly input: {
          readonly kind: "customer"
          readonly sipDomain: string
        } | {
          readonly kind: "site"
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        } | {
          readonly kind: "administrator"
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | {
          readonly kind: "mandate"
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | {
          readonly kind: "numbers"
          /** First of a free block; null: the next one of the stock */
          readonly first: string | null
          /** With whom it lies, where it is not of the stock */
          readonly upstreamCarrier: string | null
        } | {
          readonly kind: "extensions"
          readonly extensions: readonly ({
            readonly number: string
            readonly name: string
            /** That it gets; absent: one of those that are left */
            readonly userPackage?: string
          })[]
          readonly firstExtension: string
        } | {
          readonly kind: "group" | "queue" | "room"
          /** Its internal number; null: the next free one */
          readonly number: string | null
        } | {
          readonly kind: "trunk"
          /** null: after the order */
          readonly name: string | null
          /** Which lead to it, by their first numbers; null: those of the order */
          readonly ranges: readonly string[] | null
          /** Where the PBX is let in by its address; null: as ordered */
          readonly places: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[] | null
        } | {
          readonly kind: "trunk-channels"
          /** Which trunk it is; null: the only one of that size */
          readonly name: string | null
        } | {
          readonly kind: "take-away"
          /** Which go: internal numbers, or names of trunks */
          readonly names: readonly string[]
        } | {
          readonly kind: "porting"
          readonly form: {
            /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
            readonly number: string
            /** Of the block; 1: a single number */
            readonly size: 1 | 10 | 100 | 1000 | 10000
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
            readonly contact: string
            /** Where the old line is (ISO 3166-1) */
            readonly country: string
            /** Of the holder, for questions */
            readonly email: string | null
            /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
            readonly attendant: string | null
            /** The directory entry comes along */
            readonly directoryEntry: boolean
            /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
            readonly keepTemporary: boolean
            /** Wished for, Monday to Friday */
            readonly wishedFor: string
          }
        } | {
          readonly kind: "directory-entry"
          /** null: the first one of the order */
          readonly number: string | null
        } | {
          readonly kind: "move"
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
          readonly from: string
        } | null
        readonly amended: boolean
        /** It is left out */
        readonly skipped: {
          readonly at: string
          readonly reason: string
        } | null
        /** Whether it may be skipped, and what that means or why not; null: it has not failed */
        readonly skip: {
          readonly allowed: boolean
          readonly text: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      readonly history: readonly ({
        readonly step: "check" | "refuse" | "confirm" | "provision" | "activate" | "terminate" | "delete" | "cancel" | "amend" | "skip" | "order"
        readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
        readonly by: string
        readonly at: string
        readonly reason: string
        /** Position of the task that was amended or skipped; null: a step of the whole order */
        readonly task: number | null
      })[]
    }
  }
  /** Amend a task that could not be done, and try it again */
  readonly 'PATCH /orders/{orderId}/tasks/{position}': {
    readonly path: { readonly orderId: string; readonly position: number }
    readonly body: {
      readonly input: {
        readonly kind: "customer"
        readonly sipDomain: string
      } | {
        readonly kind: "site"
        readonly name: string
        readonly areaCode: string
        readonly address: {
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        }
      } | {
        readonly kind: "administrator"
        readonly name: string
        readonly phone?: string | null
        readonly email: string
      } | {
        readonly kind: "mandate"
        /** Whose account it is */
        readonly accountHolder: string
        /** Of a payer who is not the customer */
        readonly payerAddress?: string | null
        readonly iban: string
        /** Absent: the bank is found by the IBAN */
        readonly bic?: string | null
        /** "one-off": for a single debit */
        readonly mandateKind?: "recurring" | "one-off"
      } | {
        readonly kind: "numbers"
        /** First of a free block; null: the next one of the stock */
        readonly first: string | null
        /** With whom it lies, where it is not of the stock */
        readonly upstreamCarrier?: string | null
      } | {
        readonly kind: "extensions"
        readonly extensions: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        readonly firstExtension: string
      } | {
        readonly kind: "group" | "queue" | "room"
        /** Its internal number; null: the next free one */
        readonly number: string | null
      } | {
        readonly kind: "trunk"
        /** null: after the order */
        readonly name: string | null
        /** Which lead to it, by their first numbers; null: those of the order */
        readonly ranges: readonly string[] | null
        /** Where the PBX is let in by its address; null: as ordered */
        readonly places?: readonly ({
          /** Public address or name of the PBX */
          readonly host: string
          /** null: by DNS, or the standard port */
          readonly port?: number | null
        })[] | null
      } | {
        readonly kind: "trunk-channels"
        /** Which trunk it is; null: the only one of that size */
        readonly name: string | null
      } | {
        readonly kind: "take-away"
        /** Which go: internal numbers, or names of trunks */
        readonly names: readonly string[]
      } | {
        readonly kind: "porting"
        readonly form: {
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size?: 1 | 10 | 100 | 1000 | 10000
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
      } | {
        readonly kind: "directory-entry"
        /** null: the first one of the order */
        readonly number: string | null
      } | {
        readonly kind: "move"
        readonly address: {
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        }
        readonly from: string
      }
      /** Why: it stands in the history */
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly number: string
      readonly kind: "new" | "change" | "move"
      readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
      readonly stateText: {
        readonly de: string
        readonly en: string
      }
      /** null: the customer is not there yet, or not any more */
      readonly tenantId: string | null
      /** As the order says it */
      readonly customer: string | null
      readonly profile: string
      readonly contractId: string | null
      readonly wishDate: string | null
      readonly handedOverAt: string | null
      readonly createdBy: string
      readonly createdAt: string
      /** null: the customer is deleted */
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact: string | null
          readonly addition: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country: string
          readonly phone: string
          readonly fax: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register: string | null
          /** Of a sole trader */
          readonly birthDate: string | null
          readonly vatId: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension: string
        readonly portings: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size: 1 | 10 | 100 | 1000 | 10000
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
          readonly contact: string
          /** Where the old line is (ISO 3166-1) */
          readonly country: string
          /** Of the holder, for questions */
          readonly email: string | null
          /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
          readonly attendant: string | null
          /** The directory entry comes along */
          readonly directoryEntry: boolean
          /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
          readonly keepTemporary: boolean
          /** Wished for, Monday to Friday */
          readonly wishedFor: string
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours: number | null
        /** What is to be installed */
        readonly needs: {
          /** Ring groups, where they are no item of the product */
          readonly groups: number
          readonly forwardings: number
          readonly faxToMail: number
          readonly softClients: number
          readonly briefingMinutes: number
        }
        readonly directoryEntry: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill: "full" | "last-three-cut" | "none"
        readonly paperInvoice: boolean
        readonly splitBySite: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents: {
          /** Offers by mail */
          readonly marketing: boolean
          readonly creditCheck: boolean
          /** By which way they were given */
          readonly channel: "paper" | "mail" | "phone"
        }
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway: readonly string[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | null
      readonly price: {
        /** Of a whole month, once everything has begun; net, without calls */
        readonly monthly: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Set-up and one-off items, net */
        readonly once: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly monthlySum: {
          readonly amount: string
          readonly currency: string
        }
        readonly onceSum: {
          readonly amount: string
          readonly currency: string
        }
      } | null
      /** What can be done now */
      readonly steps: readonly ("check" | "refuse" | "confirm" | "provision" | "cancel")[]
      /** The contract begins with the first use, at the latest on this day; null: it is known, or not handed over (ORD-05) */
      readonly billingBeginsBy: string | null
      readonly tasks: readonly ({
        readonly position: number
        readonly kind: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Not before that day */
        readonly due: string | null
        readonly doneAt: string | null
        readonly result: string
        /** Why it could not be done */
        readonly trouble: {
          readonly de: string
          readonly en: string
        } | null
        /** What it works with; null: there is nothing to be amended */
        readonly input: {
          readonly kind: "customer"
          readonly sipDomain: string
        } | {
          readonly kind: "site"
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        } | {
          readonly kind: "administrator"
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | {
          readonly kind: "mandate"
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | {
          readonly kind: "numbers"
          /** First of a free block; null: the next one of the stock */
          readonly first: string | null
          /** With whom it lies, where it is not of the stock */
          readonly upstreamCarrier: string | null
        } | {
          readonly kind: "extensions"
          readonly extensions: readonly ({
            readonly number: string
            readonly name: string
            /** That it gets; absent: one of those that are left */
            readonly userPackage?: string
          })[]
          readonly firstExtension: string
        } | {
          readonly kind: "group" | "queue" | "room"
          /** Its internal number; null: the next free one */
          readonly number: string | null
        } | {
          readonly kind: "trunk"
          /** null: after the order */
          readonly name: string | null
          /** Which lead to it, by their first numbers; null: those of the order */
          readonly ranges: readonly string[] | null
          /** Where the PBX is let in by its address; null: as ordered */
          readonly places: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[] | null
        } | {
          readonly kind: "trunk-channels"
          /** Which trunk it is; null: the only one of that size */
          readonly name: string | null
        } | {
          readonly kind: "take-away"
          /** Which go: internal numbers, or names of trunks */
          readonly names: readonly string[]
        } | {
          readonly kind: "porting"
          readonly form: {
            /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
            readonly number: string
            /** Of the block; 1: a single number */
            readonly size: 1 | 10 | 100 | 1000 | 10000
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
            readonly contact: string
            /** Where the old line is (ISO 3166-1) */
            readonly country: string
            /** Of the holder, for questions */
            readonly email: string | null
            /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
            readonly attendant: string | null
            /** The directory entry comes along */
            readonly directoryEntry: boolean
            /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
            readonly keepTemporary: boolean
            /** Wished for, Monday to Friday */
            readonly wishedFor: string
          }
        } | {
          readonly kind: "directory-entry"
          /** null: the first one of the order */
          readonly number: string | null
        } | {
          readonly kind: "move"
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
          readonly from: string
        } | null
        readonly amended: boolean
        /** It is left out */
        readonly skipped: {
          readonly at: string
          readonly reason: string
        } | null
        /** Whether it may be skipped, and what that means or why not; null: it has not failed */
        readonly skip: {
          readonly allowed: boolean
          readonly text: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      readonly history: readonly ({
        readonly step: "check" | "refuse" | "confirm" | "provision" | "activate" | "terminate" | "delete" | "cancel" | "amend" | "skip" | "order"
        readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
        readonly by: string
        readonly at: string
        readonly reason: string
        /** Position of the task that was amended or skipped; null: a step of the whole order */
        readonly task: number | null
      })[]
    }
  }
  /** Skip a task that could not be done, with a reason */
  readonly 'POST /orders/{orderId}/tasks/{position}/skip': {
    readonly path: { readonly orderId: string; readonly position: number }
    readonly body: {
      /** Why: it stands in the history */
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly number: string
      readonly kind: "new" | "change" | "move"
      readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
      readonly stateText: {
        readonly de: string
        readonly en: string
      }
      /** null: the customer is not there yet, or not any more */
      readonly tenantId: string | null
      /** As the order says it */
      readonly customer: string | null
      readonly profile: string
      readonly contractId: string | null
      readonly wishDate: string | null
      readonly handedOverAt: string | null
      readonly createdBy: string
      readonly createdAt: string
      /** null: the customer is deleted */
      readonly form: {
        readonly kind: "new"
        /** Name of the profile */
        readonly profileId: string
        /** One of those that the profile sells; absent: its usual one; null: none */
        readonly termMonths?: number | null
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly customer: {
          readonly company: string
          /** Of a new customer; null: an enterprise, unless the product says otherwise (§ 71 TKG) */
          readonly kind: "consumer" | "small-enterprise" | "enterprise" | null
          /** First and last name */
          readonly contact: string | null
          readonly addition: string | null
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
          readonly country: string
          readonly phone: string
          readonly fax: string | null
          readonly email: string
          /** HRA, HRB or PR with its number and court */
          readonly register: string | null
          /** Of a sole trader */
          readonly birthDate: string | null
          readonly vatId: string | null
        }
        /** Of the new customer; absent only where the customer is there already */
        readonly sipDomain?: string
        readonly technicalContact: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | null
        /** Gets the first login, with an invitation by mail */
        readonly administrator: {
          readonly name: string
          readonly phone: string | null
          readonly email: string
        }
        /** Of mails, documents and the administrator */
        readonly language: "de" | "en"
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** Onboarding sheet (PORT-06): those that have a number and a name already; the others are counted on */
        readonly extensions: readonly ({
          readonly number: string
          readonly name: string
          /** That it gets; absent: one of those that are left */
          readonly userPackage?: string
        })[]
        /** From which number on extensions are counted */
        readonly firstExtension: string
        readonly portings: readonly ({
          /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
          readonly number: string
          /** Of the block; 1: a single number */
          readonly size: 1 | 10 | 100 | 1000 | 10000
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
          readonly contact: string
          /** Where the old line is (ISO 3166-1) */
          readonly country: string
          /** Of the holder, for questions */
          readonly email: string | null
          /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
          readonly attendant: string | null
          /** The directory entry comes along */
          readonly directoryEntry: boolean
          /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
          readonly keepTemporary: boolean
          /** Wished for, Monday to Friday */
          readonly wishedFor: string
        })[]
        /** When the present line ends, where the customer terminates it itself */
        readonly ownTermination: string | null
        /** Variant of the profile (ORD-05) */
        readonly installation: string | null
        /** Of a variant that is charged by the hour */
        readonly installationHours: number | null
        /** What is to be installed */
        readonly needs: {
          /** Ring groups, where they are no item of the product */
          readonly groups: number
          readonly forwardings: number
          readonly faxToMail: number
          readonly softClients: number
          readonly briefingMinutes: number
        }
        readonly directoryEntry: boolean
        /** Itemised bill (EVN) */
        readonly itemisedBill: "full" | "last-three-cut" | "none"
        readonly paperInvoice: boolean
        readonly splitBySite: boolean
        /** One of the ways that the product has; absent: its usual one */
        readonly payment?: "transfer" | "direct-debit" | "prepaid"
        /** For direct debits; null: it is given separately */
        readonly mandate: {
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | null
        /** Each can be revoked */
        readonly consents: {
          /** Offers by mail */
          readonly marketing: boolean
          readonly creditCheck: boolean
          /** By which way they were given */
          readonly channel: "paper" | "mail" | "phone"
        }
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "change"
        readonly contractId: string
        readonly items: readonly ({
          /** Of the contract */
          readonly itemId: string
          /** From then on; 0: none */
          readonly quantity: number
        } | {
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        /** Gives notice to the whole contract */
        readonly cancel: {
          /** Last day; absent: the earliest possible */
          readonly until?: string
        } | null
        /** Where new things are; null: at the main site */
        readonly siteId: string | null
        /** Which of those go that are booked no longer: internal numbers, and names of trunks. Absent: those that nobody uses */
        readonly takeAway: readonly string[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | {
        readonly kind: "move"
        readonly contractId: string
        /** The site that moves */
        readonly siteId: string
        /** Where to. In the same Ortsnetz numbers stay; in another one there must be new ones (NUM-02) */
        readonly site: {
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        }
        /** New numbers */
        readonly items: readonly ({
          /** Of the product profile */
          readonly item: string
          readonly quantity: number
          /** Of a trunk whose PBX is let in by its address */
          readonly places?: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[]
        })[]
        readonly offerNumber: string | null
        /** Wished for: of the set-up, the change, the move */
        readonly wishDate: string
        readonly remark: string
        /** Who signed the order form, and when; null: not signed yet */
        readonly signature: {
          readonly name: string
          readonly on: string
        } | null
      } | null
      readonly price: {
        /** Of a whole month, once everything has begun; net, without calls */
        readonly monthly: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** Set-up and one-off items, net */
        readonly once: readonly ({
          readonly id: string
          readonly contractId: string
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly kind: "recurring" | "set-up" | "one-off" | "correction"
          readonly siteId: string | null
          readonly from: string
          readonly until: string
          readonly quantity: number
          readonly unitPrice: {
            readonly amount: string
            readonly currency: string
          }
          /** Net */
          readonly amount: {
            readonly amount: string
            readonly currency: string
          }
          /** How it was counted */
          readonly counted: {
            readonly de: string
            readonly en: string
          }
        })[]
        readonly monthlySum: {
          readonly amount: string
          readonly currency: string
        }
        readonly onceSum: {
          readonly amount: string
          readonly currency: string
        }
      } | null
      /** What can be done now */
      readonly steps: readonly ("check" | "refuse" | "confirm" | "provision" | "cancel")[]
      /** The contract begins with the first use, at the latest on this day; null: it is known, or not handed over (ORD-05) */
      readonly billingBeginsBy: string | null
      readonly tasks: readonly ({
        readonly position: number
        readonly kind: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Not before that day */
        readonly due: string | null
        readonly doneAt: string | null
        readonly result: string
        /** Why it could not be done */
        readonly trouble: {
          readonly de: string
          readonly en: string
        } | null
        /** What it works with; null: there is nothing to be amended */
        readonly input: {
          readonly kind: "customer"
          readonly sipDomain: string
        } | {
          readonly kind: "site"
          readonly name: string
          readonly areaCode: string
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
        } | {
          readonly kind: "administrator"
          readonly name: string
          readonly phone: string | null
          readonly email: string
        } | {
          readonly kind: "mandate"
          /** Whose account it is */
          readonly accountHolder: string
          /** Of a payer who is not the customer */
          readonly payerAddress?: string | null
          readonly iban: string
          /** Absent: the bank is found by the IBAN */
          readonly bic?: string | null
          /** "one-off": for a single debit */
          readonly mandateKind: "recurring" | "one-off"
        } | {
          readonly kind: "numbers"
          /** First of a free block; null: the next one of the stock */
          readonly first: string | null
          /** With whom it lies, where it is not of the stock */
          readonly upstreamCarrier: string | null
        } | {
          readonly kind: "extensions"
          readonly extensions: readonly ({
            readonly number: string
            readonly name: string
            /** That it gets; absent: one of those that are left */
            readonly userPackage?: string
          })[]
          readonly firstExtension: string
        } | {
          readonly kind: "group" | "queue" | "room"
          /** Its internal number; null: the next free one */
          readonly number: string | null
        } | {
          readonly kind: "trunk"
          /** null: after the order */
          readonly name: string | null
          /** Which lead to it, by their first numbers; null: those of the order */
          readonly ranges: readonly string[] | null
          /** Where the PBX is let in by its address; null: as ordered */
          readonly places: readonly ({
            /** Public address or name of the PBX */
            readonly host: string
            /** null: by DNS, or the standard port */
            readonly port: number | null
          })[] | null
        } | {
          readonly kind: "trunk-channels"
          /** Which trunk it is; null: the only one of that size */
          readonly name: string | null
        } | {
          readonly kind: "take-away"
          /** Which go: internal numbers, or names of trunks */
          readonly names: readonly string[]
        } | {
          readonly kind: "porting"
          readonly form: {
            /** The number, or the first one of the block; from then on it is the customer’s as `ordered`, unless it is already */
            readonly number: string
            /** Of the block; 1: a single number */
            readonly size: 1 | 10 | 100 | 1000 | 10000
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
            readonly contact: string
            /** Where the old line is (ISO 3166-1) */
            readonly country: string
            /** Of the holder, for questions */
            readonly email: string | null
            /** Of a block: the digits behind its stem where the attendant answers, such as 0 */
            readonly attendant: string | null
            /** The directory entry comes along */
            readonly directoryEntry: boolean
            /** Temporary numbers stay beside (TRK-17); false: they are given back once the porting is confirmed */
            readonly keepTemporary: boolean
            /** Wished for, Monday to Friday */
            readonly wishedFor: string
          }
        } | {
          readonly kind: "directory-entry"
          /** null: the first one of the order */
          readonly number: string | null
        } | {
          readonly kind: "move"
          readonly address: {
            readonly street: string
            readonly houseNumber: string
            readonly postalCode: string
            readonly city: string
          }
          readonly from: string
        } | null
        readonly amended: boolean
        /** It is left out */
        readonly skipped: {
          readonly at: string
          readonly reason: string
        } | null
        /** Whether it may be skipped, and what that means or why not; null: it has not failed */
        readonly skip: {
          readonly allowed: boolean
          readonly text: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      readonly history: readonly ({
        readonly step: "check" | "refuse" | "confirm" | "provision" | "activate" | "terminate" | "delete" | "cancel" | "amend" | "skip" | "order"
        readonly state: "ordered" | "checked" | "confirmed" | "provisioned" | "active" | "terminated" | "deleted" | "refused" | "cancelled"
        readonly by: string
        readonly at: string
        readonly reason: string
        /** Position of the task that was amended or skipped; null: a step of the whole order */
        readonly task: number | null
      })[]
    }
  }
  /** Download what was ordered as PDF */
  readonly 'GET /orders/{orderId}/document': {
    readonly path: { readonly orderId: string }
    readonly query?: { readonly language?: "de" | "en" }
    readonly answer: null
  }
}
