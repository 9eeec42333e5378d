// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface InvoicesOperations {
  /** Get who issues the invoices */
  readonly 'GET /invoice-issuer': {
    readonly answer: {
      /** null: nobody has entered it yet */
      readonly details: {
        readonly name: string
        readonly street: string
        readonly postalCode: string
        readonly city: string
        /** ISO 3166-1 */
        readonly country: string
        readonly vatId: string
        readonly taxNumber: string | null
        /** Court and number of the commercial register */
        readonly register: string | null
        readonly directors: string | null
        readonly contactName: string
        readonly phone: string
        readonly email: string
        readonly website: string | null
        readonly bankName: string | null
        readonly iban: string
        readonly bic: string | null
        /** Before year and number: a range of its own, without gaps */
        readonly invoicePrefix: string
        /** The same of credit notes */
        readonly creditPrefix: string
        /** For the export of bookings; null: there is none */
        readonly datev: {
          /** Beraternummer */
          readonly consultant: number
          /** Mandantennummer */
          readonly client: number
          /** Length of accounts (Sachkontenlänge) */
          readonly accountDigits: number
          /** Of customers without an account of their own */
          readonly debtorAccount: string
          readonly revenue: {
            readonly standard: string
            readonly reduced: string
            readonly reverseCharge: string
            readonly thirdCountry: string
            readonly withoutVat: string
          }
        } | null
      } | null
    }
  }
  /** Enter who issues the invoices; holds for those to come */
  readonly 'PATCH /invoice-issuer': {
    readonly body: {
      readonly name: string
      readonly street: string
      readonly postalCode: string
      readonly city: string
      /** ISO 3166-1 */
      readonly country: string
      readonly vatId: string
      readonly taxNumber?: string | null
      /** Court and number of the commercial register */
      readonly register?: string | null
      readonly directors?: string | null
      readonly contactName: string
      readonly phone: string
      readonly email: string
      readonly website?: string | null
      readonly bankName?: string | null
      readonly iban: string
      readonly bic?: string | null
      /** Before year and number: a range of its own, without gaps */
      readonly invoicePrefix?: string
      /** The same of credit notes */
      readonly creditPrefix?: string
      /** For the export of bookings; null: there is none */
      readonly datev?: {
        /** Beraternummer */
        readonly consultant: number
        /** Mandantennummer */
        readonly client: number
        /** Length of accounts (Sachkontenlänge) */
        readonly accountDigits?: number
        /** Of customers without an account of their own */
        readonly debtorAccount?: string
        readonly revenue?: {
          readonly standard?: string
          readonly reduced?: string
          readonly reverseCharge?: string
          readonly thirdCountry?: string
          readonly withoutVat?: string
        }
      } | null
    }
    readonly answer: {
      /** null: nobody has entered it yet */
      readonly details: {
        readonly name: string
        readonly street: string
        readonly postalCode: string
        readonly city: string
        /** ISO 3166-1 */
        readonly country: string
        readonly vatId: string
        readonly taxNumber: string | null
        /** Court and number of the commercial register */
        readonly register: string | null
        readonly directors: string | null
        readonly contactName: string
        readonly phone: string
        readonly email: string
        readonly website: string | null
        readonly bankName: string | null
        readonly iban: string
        readonly bic: string | null
        /** Before year and number: a range of its own, without gaps */
        readonly invoicePrefix: string
        /** The same of credit notes */
        readonly creditPrefix: string
        /** For the export of bookings; null: there is none */
        readonly datev: {
          /** Beraternummer */
          readonly consultant: number
          /** Mandantennummer */
          readonly client: number
          /** Length of accounts (Sachkontenlänge) */
          readonly accountDigits: number
          /** Of customers without an account of their own */
          readonly debtorAccount: string
          readonly revenue: {
            readonly standard: string
            readonly reduced: string
            readonly reverseCharge: string
            readonly thirdCountry: string
            readonly withoutVat: string
          }
        } | null
      } | null
    }
  }
  /** Get who receives the invoices of a customer */
  readonly 'GET /invoice-recipient': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** null: nobody has entered it yet */
      readonly details: {
        /** Number of the customer at the operator */
        readonly number: string
        readonly company: string
        readonly addition: string | null
        readonly street: string
        readonly postalCode: string
        readonly city: string
        /** ISO 3166-1 */
        readonly country: string
        readonly vatId: string | null
        /** Who owes the VAT */
        readonly treatment: "domestic" | "reverse-charge-eu" | "reverse-charge-reseller" | "third-country"
        readonly email: string | null
        readonly language: "de" | "en"
        /** Beside the portal, where invoices always are; paper has its price */
        readonly delivery: readonly ("mail" | "paper")[]
        /** What is sent: a plain PDF, ZUGFeRD (PDF with XML), or XRechnung (XML) */
        readonly eInvoice: "none" | "zugferd" | "xrechnung-ubl" | "xrechnung-cii"
        /** Leitweg-ID of an authority, or what the customer wants to read (BT-10) */
        readonly buyerReference: string | null
        /** An invoice for each site */
        readonly splitBySite: boolean
        /** Account of the customer in the books (DATEV); null: the one for all */
        readonly debtorAccount: string | null
        /** Product profile whose terms of invoicing hold */
        readonly profile: string
      } | null
    }
  }
  /** Enter or change who receives the invoices of a customer, and how */
  readonly 'PATCH /invoice-recipient': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Number of the customer at the operator */
      readonly number?: string
      readonly company?: string
      readonly addition?: string | null
      readonly street?: string
      readonly postalCode?: string
      readonly city?: string
      /** ISO 3166-1 */
      readonly country?: string
      readonly vatId?: string | null
      /** Who owes the VAT */
      readonly treatment?: "domestic" | "reverse-charge-eu" | "reverse-charge-reseller" | "third-country"
      readonly email?: string | null
      readonly language?: "de" | "en"
      /** Beside the portal, where invoices always are; paper has its price */
      readonly delivery?: readonly ("mail" | "paper")[]
      /** What is sent: a plain PDF, ZUGFeRD (PDF with XML), or XRechnung (XML) */
      readonly eInvoice?: "none" | "zugferd" | "xrechnung-ubl" | "xrechnung-cii"
      /** Leitweg-ID of an authority, or what the customer wants to read (BT-10) */
      readonly buyerReference?: string | null
      /** An invoice for each site */
      readonly splitBySite?: boolean
      /** Account of the customer in the books (DATEV); null: the one for all */
      readonly debtorAccount?: string | null
      /** Product profile whose terms of invoicing hold */
      readonly profile?: string
    }
    readonly answer: {
      /** null: nobody has entered it yet */
      readonly details: {
        /** Number of the customer at the operator */
        readonly number: string
        readonly company: string
        readonly addition: string | null
        readonly street: string
        readonly postalCode: string
        readonly city: string
        /** ISO 3166-1 */
        readonly country: string
        readonly vatId: string | null
        /** Who owes the VAT */
        readonly treatment: "domestic" | "reverse-charge-eu" | "reverse-charge-reseller" | "third-country"
        readonly email: string | null
        readonly language: "de" | "en"
        /** Beside the portal, where invoices always are; paper has its price */
        readonly delivery: readonly ("mail" | "paper")[]
        /** What is sent: a plain PDF, ZUGFeRD (PDF with XML), or XRechnung (XML) */
        readonly eInvoice: "none" | "zugferd" | "xrechnung-ubl" | "xrechnung-cii"
        /** Leitweg-ID of an authority, or what the customer wants to read (BT-10) */
        readonly buyerReference: string | null
        /** An invoice for each site */
        readonly splitBySite: boolean
        /** Account of the customer in the books (DATEV); null: the one for all */
        readonly debtorAccount: string | null
        /** Product profile whose terms of invoicing hold */
        readonly profile: string
      } | null
    }
  }
  /** List invoices and credit notes, the newest first */
  readonly 'GET /invoices': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string; readonly state?: "draft" | "issued" | "partly-paid" | "paid" | "dunned" | "credited"; readonly runId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly kind: "invoice" | "credit-note"
        readonly state: "draft" | "issued" | "partly-paid" | "paid" | "dunned" | "credited"
        /** null: a draft */
        readonly number: string | null
        readonly issuedOn: string | null
        readonly dueOn: string | null
        readonly periodFrom: string
        readonly periodUntil: string
        readonly customer: string
        /** null: of all sites */
        readonly site: string | null
        readonly net: {
          readonly amount: string
          readonly currency: string
        }
        readonly gross: {
          readonly amount: string
          readonly currency: string
        }
        /** What is still to be paid */
        readonly open: {
          readonly amount: string
          readonly currency: string
        }
        /** Number of the invoice that a credit note takes back */
        readonly corrects: string | null
        /** Last day for objections; null: not received yet */
        readonly objectionUntil: string | null
        readonly documents: "ready" | "waiting" | "failed"
        readonly documentProblem: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get an invoice with its lines */
  readonly 'GET /invoices/{invoiceId}': {
    readonly path: { readonly invoiceId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "invoice" | "credit-note"
      readonly state: "draft" | "issued" | "partly-paid" | "paid" | "dunned" | "credited"
      /** null: a draft */
      readonly number: string | null
      readonly issuedOn: string | null
      readonly dueOn: string | null
      readonly periodFrom: string
      readonly periodUntil: string
      readonly customer: string
      /** null: of all sites */
      readonly site: string | null
      readonly net: {
        readonly amount: string
        readonly currency: string
      }
      readonly gross: {
        readonly amount: string
        readonly currency: string
      }
      /** What is still to be paid */
      readonly open: {
        readonly amount: string
        readonly currency: string
      }
      /** Number of the invoice that a credit note takes back */
      readonly corrects: string | null
      /** Last day for objections; null: not received yet */
      readonly objectionUntil: string | null
      readonly documents: "ready" | "waiting" | "failed"
      readonly documentProblem: string | null
      readonly lines: readonly ({
        readonly text: {
          readonly de: string
          readonly en: string
        }
        readonly quantity: number
        readonly unit: "piece" | "month" | "minute" | "call" | "lump-sum"
        /** Decimal with two to six places */
        readonly unitPrice: string
        /** Net, whole cents */
        readonly amount: string
        readonly vatPercent: number
        readonly site: string | null
        /** What the line is made of */
        readonly basis: {
          readonly source: string
          readonly reference: string
        }
      })[]
      readonly vat: readonly ({
        readonly category: "S" | "E" | "AE" | "O"
        readonly percent: number
        readonly base: string
        readonly tax: string
      })[]
      readonly recipient: {
        /** Number of the customer at the operator */
        readonly number: string
        readonly company: string
        readonly addition: string | null
        readonly street: string
        readonly postalCode: string
        readonly city: string
        /** ISO 3166-1 */
        readonly country: string
        readonly vatId: string | null
        /** Who owes the VAT */
        readonly treatment: "domestic" | "reverse-charge-eu" | "reverse-charge-reseller" | "third-country"
        readonly email: string | null
        readonly language: "de" | "en"
        /** Beside the portal, where invoices always are; paper has its price */
        readonly delivery: readonly ("mail" | "paper")[]
        /** What is sent: a plain PDF, ZUGFeRD (PDF with XML), or XRechnung (XML) */
        readonly eInvoice: "none" | "zugferd" | "xrechnung-ubl" | "xrechnung-cii"
        /** Leitweg-ID of an authority, or what the customer wants to read (BT-10) */
        readonly buyerReference: string | null
        /** An invoice for each site */
        readonly splitBySite: boolean
        /** Account of the customer in the books (DATEV); null: the one for all */
        readonly debtorAccount: string | null
        /** Product profile whose terms of invoicing hold */
        readonly profile: string
      }
      readonly dunningLevel: number
      /** The direct debit that the invoice announces (BIL-08), with the account as far as it is shown; null: the customer pays by itself */
      readonly debit: {
        readonly mandateReference: string
        readonly creditorId: string
        readonly account: string
        readonly collectedOn: string
      } | null
      /** Since when its month is released to be billed once more; null: it is not */
      readonly releasedAt: string | null
      readonly files: readonly ({
        readonly kind: "pdf" | "xrechnung-ubl" | "xrechnung-cii"
        readonly octets: number
      })[]
    }
  }
  /** Download an invoice as PDF or XRechnung */
  readonly 'GET /invoices/{invoiceId}/documents/{kind}': {
    readonly path: { readonly invoiceId: string; readonly kind: "pdf" | "xrechnung-ubl" | "xrechnung-cii" }
    readonly answer: null
  }
  /** List objections to invoices, the newest first unless sorted otherwise */
  readonly 'GET /invoice-objections': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly sort?: "raisedAt" | "-raisedAt" | "objectionUntil" | "-objectionUntil" | "number" | "-number"; readonly tenantId?: string; readonly state?: "open" | "decided"; readonly invoiceId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** As it stands on the invoice */
        readonly customer: string
        readonly invoiceId: string
        /** Of the invoice */
        readonly number: string
        /** Of the invoice */
        readonly gross: {
          readonly amount: string
          readonly currency: string
        }
        readonly text: string
        readonly raisedBy: string
        readonly raisedAt: string
        /** Last day for objections to the invoice; null: not received yet */
        readonly objectionUntil: string | null
        /** null: not decided yet; so long nobody is dunned */
        readonly outcome: "accepted" | "refused" | null
        readonly answer: string | null
        readonly decidedAt: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** List deliveries of invoices, such as what is to be printed, or what the mail server does not take */
  readonly 'GET /invoice-deliveries': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly way?: "mail" | "paper"; readonly state?: "waiting" | "sent" | "failed" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly invoiceId: string
        /** 0: the invoice; above: a level of dunning */
        readonly level: number
        readonly way: "mail" | "paper"
        readonly address: string | null
        readonly state: "waiting" | "sent" | "failed"
        readonly attempts: number
        readonly nextAt: string
        readonly lastError: string | null
        readonly sentAt: string | null
        readonly number: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Note that a delivery on paper has been sent */
  readonly 'POST /invoice-deliveries/{deliveryId}/sent': {
    readonly path: { readonly deliveryId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly invoiceId: string
      /** 0: the invoice; above: a level of dunning */
      readonly level: number
      readonly way: "mail" | "paper"
      readonly address: string | null
      readonly state: "waiting" | "sent" | "failed"
      readonly attempts: number
      readonly nextAt: string
      readonly lastError: string | null
      readonly sentAt: string | null
    }
  }
  /** Try a delivery by mail once more */
  readonly 'POST /invoice-deliveries/{deliveryId}/again': {
    readonly path: { readonly deliveryId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly invoiceId: string
      /** 0: the invoice; above: a level of dunning */
      readonly level: number
      readonly way: "mail" | "paper"
      readonly address: string | null
      readonly state: "waiting" | "sent" | "failed"
      readonly attempts: number
      readonly nextAt: string
      readonly lastError: string | null
      readonly sentAt: string | null
    }
  }
  /** Get how an invoice was delivered, and objections to it */
  readonly 'GET /invoices/{invoiceId}/follow-up': {
    readonly path: { readonly invoiceId: string }
    readonly answer: {
      readonly deliveries: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly invoiceId: string
        /** 0: the invoice; above: a level of dunning */
        readonly level: number
        readonly way: "mail" | "paper"
        readonly address: string | null
        readonly state: "waiting" | "sent" | "failed"
        readonly attempts: number
        readonly nextAt: string
        readonly lastError: string | null
        readonly sentAt: string | null
      })[]
      readonly objections: readonly ({
        readonly id: string
        readonly text: string
        readonly raisedBy: string
        readonly raisedAt: string
        /** null: not decided yet; so long nobody is dunned */
        readonly outcome: "accepted" | "refused" | null
        readonly answer: string | null
      })[]
    }
  }
  /** Object to an invoice */
  readonly 'POST /invoices/{invoiceId}/objections': {
    readonly path: { readonly invoiceId: string }
    readonly body: {
      readonly text: string
    }
    readonly answer: {
      readonly id: string
      readonly text: string
      readonly raisedBy: string
      readonly raisedAt: string
      /** null: not decided yet; so long nobody is dunned */
      readonly outcome: "accepted" | "refused" | null
      readonly answer: string | null
    }
  }
  /** Decide about an objection */
  readonly 'POST /invoice-objections/{objectionId}/decision': {
    readonly path: { readonly objectionId: string }
    readonly body: {
      readonly outcome: "accepted" | "refused"
      readonly answer: string
    }
    readonly answer: {
      readonly id: string
      readonly text: string
      readonly raisedBy: string
      readonly raisedAt: string
      /** null: not decided yet; so long nobody is dunned */
      readonly outcome: "accepted" | "refused" | null
      readonly answer: string | null
    }
  }
  /** Take an invoice back, whole or by lines, with a credit note */
  readonly 'POST /invoices/{invoiceId}/credit-note': {
    readonly path: { readonly invoiceId: string }
    readonly body: {
      /** Stands on the credit note */
      readonly reason: string
      /** Numbers of lines; absent: the whole invoice */
      readonly lines?: readonly number[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "invoice" | "credit-note"
      readonly state: "draft" | "issued" | "partly-paid" | "paid" | "dunned" | "credited"
      /** null: a draft */
      readonly number: string | null
      readonly issuedOn: string | null
      readonly dueOn: string | null
      readonly periodFrom: string
      readonly periodUntil: string
      readonly customer: string
      /** null: of all sites */
      readonly site: string | null
      readonly net: {
        readonly amount: string
        readonly currency: string
      }
      readonly gross: {
        readonly amount: string
        readonly currency: string
      }
      /** What is still to be paid */
      readonly open: {
        readonly amount: string
        readonly currency: string
      }
      /** Number of the invoice that a credit note takes back */
      readonly corrects: string | null
      /** Last day for objections; null: not received yet */
      readonly objectionUntil: string | null
      readonly documents: "ready" | "waiting" | "failed"
      readonly documentProblem: string | null
    }
  }
  /** Let the next run bill a month once more, whose invoices were taken back whole */
  readonly 'POST /invoices/{invoiceId}/release': {
    readonly path: { readonly invoiceId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly kind: "invoice" | "credit-note"
      readonly state: "draft" | "issued" | "partly-paid" | "paid" | "dunned" | "credited"
      /** null: a draft */
      readonly number: string | null
      readonly issuedOn: string | null
      readonly dueOn: string | null
      readonly periodFrom: string
      readonly periodUntil: string
      readonly customer: string
      /** null: of all sites */
      readonly site: string | null
      readonly net: {
        readonly amount: string
        readonly currency: string
      }
      readonly gross: {
        readonly amount: string
        readonly currency: string
      }
      /** What is still to be paid */
      readonly open: {
        readonly amount: string
        readonly currency: string
      }
      /** Number of the invoice that a credit note takes back */
      readonly corrects: string | null
      /** Last day for objections; null: not received yet */
      readonly objectionUntil: string | null
      readonly documents: "ready" | "waiting" | "failed"
      readonly documentProblem: string | null
    }
  }
  /** Export bookings of issued invoices for DATEV (EXTF, Buchungsstapel) */
  readonly 'GET /invoice-bookings': {
    readonly query: { readonly from: string; readonly until: string }
    readonly answer: null
  }
}
