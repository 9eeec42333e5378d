// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface DirectoryEntriesOperations {
  /** List directory entries */
  readonly 'GET /directory-entries': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** A number of the customer, or the first one of its block; the entry ends with it */
        readonly subscriberNumber: string
        /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
        readonly extension: string | null
        /** What answers there */
        readonly use: "phone" | "phone-and-fax" | "fax"
        readonly kind: "private" | "company" | "authority"
        /** Last name, company or authority */
        readonly name: string
        readonly firstName: string
        /** Such as Dr. */
        readonly title: string
        /** Part of the name that was a title of nobility, such as Freiherr von */
        readonly historicName: string
        /** Under which it is found instead of the name */
        readonly searchWord: string
        /** Profession or line of business */
        readonly profession: string
        /** As it is listed; without street and house number only the place */
        readonly address: {
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        }
        /** Where questions about the entry go; null: to the customer */
        readonly correspondence: {
          readonly name: string
          readonly street: string
          readonly houseNumber: string
          readonly postalCode: string
          readonly city: string
        } | null
        /** In printed directories; yes-marked: with the sign against advertising calls */
        readonly printed: "no" | "yes" | "yes-marked"
        /** In electronic directories */
        readonly electronic: boolean
        /** What directory inquiries may tell: nothing, the number, or the whole entry */
        readonly inquiry: "no" | "number" | "full"
        /** Who knows the number may ask for the name (§ 17 TDDDG) */
        readonly inverseSearch: boolean
        readonly validFrom: string
        /** Last day; null: until the number goes */
        readonly validUntil: string | null
        /** waiting: for the number; hidden: nobody is to know of it, or its time is over; ended: the number is gone */
        readonly publication: "waiting" | "listed" | "hidden" | "ended"
        /** What the next file tells the publisher; null: it knows all */
        readonly toTell: "create" | "change" | "delete" | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a directory entry */
  readonly 'POST /directory-entries': {
    readonly body: {
      /** A number of the customer, or the first one of its block; the entry ends with it */
      readonly subscriberNumber: string
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension?: string | null
      /** What answers there */
      readonly use: "phone" | "phone-and-fax" | "fax"
      readonly kind: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name: string
      readonly firstName?: string
      /** Such as Dr. */
      readonly title?: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName?: string
      /** Under which it is found instead of the name */
      readonly searchWord?: string
      /** Profession or line of business */
      readonly profession?: string
      /** As it is listed; without street and house number only the place */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence?: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch: boolean
      readonly validFrom: string
      /** Last day; null: until the number goes */
      readonly validUntil?: string | null
      /** Required with an operator key */
      readonly tenantId?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** A number of the customer, or the first one of its block; the entry ends with it */
      readonly subscriberNumber: string
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension: string | null
      /** What answers there */
      readonly use: "phone" | "phone-and-fax" | "fax"
      readonly kind: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name: string
      readonly firstName: string
      /** Such as Dr. */
      readonly title: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName: string
      /** Under which it is found instead of the name */
      readonly searchWord: string
      /** Profession or line of business */
      readonly profession: string
      /** As it is listed; without street and house number only the place */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch: boolean
      readonly validFrom: string
      /** Last day; null: until the number goes */
      readonly validUntil: string | null
      /** waiting: for the number; hidden: nobody is to know of it, or its time is over; ended: the number is gone */
      readonly publication: "waiting" | "listed" | "hidden" | "ended"
      /** What the next file tells the publisher; null: it knows all */
      readonly toTell: "create" | "change" | "delete" | null
    }
  }
  /** Propose a directory entry for a number, as the product has it */
  readonly 'GET /directory-entries/proposal': {
    readonly query: { readonly tenantId?: string; readonly subscriberNumber: string }
    readonly answer: {
      /** A number of the customer, or the first one of its block; the entry ends with it */
      readonly subscriberNumber: string
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension: string | null
      /** What answers there */
      readonly use: "phone" | "phone-and-fax" | "fax"
      readonly kind: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name: string
      readonly firstName: string
      /** Such as Dr. */
      readonly title: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName: string
      /** Under which it is found instead of the name */
      readonly searchWord: string
      /** Profession or line of business */
      readonly profession: string
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch: boolean
      readonly validFrom: string
      /** Last day; null: until the number goes */
      readonly validUntil: string | null
    }
  }
  /** Get a directory entry */
  readonly 'GET /directory-entries/{entryId}': {
    readonly path: { readonly entryId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** A number of the customer, or the first one of its block; the entry ends with it */
      readonly subscriberNumber: string
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension: string | null
      /** What answers there */
      readonly use: "phone" | "phone-and-fax" | "fax"
      readonly kind: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name: string
      readonly firstName: string
      /** Such as Dr. */
      readonly title: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName: string
      /** Under which it is found instead of the name */
      readonly searchWord: string
      /** Profession or line of business */
      readonly profession: string
      /** As it is listed; without street and house number only the place */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch: boolean
      readonly validFrom: string
      /** Last day; null: until the number goes */
      readonly validUntil: string | null
      /** waiting: for the number; hidden: nobody is to know of it, or its time is over; ended: the number is gone */
      readonly publication: "waiting" | "listed" | "hidden" | "ended"
      /** What the next file tells the publisher; null: it knows all */
      readonly toTell: "create" | "change" | "delete" | null
    }
  }
  /** Change a directory entry */
  readonly 'PATCH /directory-entries/{entryId}': {
    readonly path: { readonly entryId: string }
    readonly body: {
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension?: string | null
      /** What answers there */
      readonly use?: "phone" | "phone-and-fax" | "fax"
      readonly kind?: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name?: string
      readonly firstName?: string
      /** Such as Dr. */
      readonly title?: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName?: string
      /** Under which it is found instead of the name */
      readonly searchWord?: string
      /** Profession or line of business */
      readonly profession?: string
      /** As it is listed; without street and house number only the place */
      readonly address?: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence?: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed?: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic?: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry?: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch?: boolean
      readonly validFrom?: string
      /** Last day; null: until the number goes */
      readonly validUntil?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** A number of the customer, or the first one of its block; the entry ends with it */
      readonly subscriberNumber: string
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension: string | null
      /** What answers there */
      readonly use: "phone" | "phone-and-fax" | "fax"
      readonly kind: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name: string
      readonly firstName: string
      /** Such as Dr. */
      readonly title: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName: string
      /** Under which it is found instead of the name */
      readonly searchWord: string
      /** Profession or line of business */
      readonly profession: string
      /** As it is listed; without street and house number only the place */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch: boolean
      readonly validFrom: string
      /** Last day; null: until the number goes */
      readonly validUntil: string | null
      /** waiting: for the number; hidden: nobody is to know of it, or its time is over; ended: the number is gone */
      readonly publication: "waiting" | "listed" | "hidden" | "ended"
      /** What the next file tells the publisher; null: it knows all */
      readonly toTell: "create" | "change" | "delete" | null
    }
  }
  /** Delete a directory entry; the publisher hears of it by the next file */
  readonly 'DELETE /directory-entries/{entryId}': {
    readonly path: { readonly entryId: string }
    readonly answer: null
  }
  /** Download the form of a directory entry as PDF */
  readonly 'GET /directory-entries/{entryId}/form': {
    readonly path: { readonly entryId: string }
    readonly query?: { readonly purpose?: "create" | "change" | "delete" }
    readonly answer: null
  }
  /** List objections to a directory entry */
  readonly 'GET /directory-entries/{entryId}/objections': {
    readonly path: { readonly entryId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly against: readonly ("printed" | "electronic" | "inquiry" | "inquiry-details" | "inverse-search" | "address" | "profession")[]
        readonly remark: string
        readonly by: string
        readonly at: string
      })[]
    }
  }
  /** Object to parts of a directory entry; it holds from the next file on */
  readonly 'POST /directory-entries/{entryId}/objections': {
    readonly path: { readonly entryId: string }
    readonly body: {
      readonly against: readonly ("printed" | "electronic" | "inquiry" | "inquiry-details" | "inverse-search" | "address" | "profession")[]
      /** Such as the letter by which it came */
      readonly remark?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** A number of the customer, or the first one of its block; the entry ends with it */
      readonly subscriberNumber: string
      /** Of a block: the digits behind its stem that are listed, such as 0; null: the stem alone */
      readonly extension: string | null
      /** What answers there */
      readonly use: "phone" | "phone-and-fax" | "fax"
      readonly kind: "private" | "company" | "authority"
      /** Last name, company or authority */
      readonly name: string
      readonly firstName: string
      /** Such as Dr. */
      readonly title: string
      /** Part of the name that was a title of nobility, such as Freiherr von */
      readonly historicName: string
      /** Under which it is found instead of the name */
      readonly searchWord: string
      /** Profession or line of business */
      readonly profession: string
      /** As it is listed; without street and house number only the place */
      readonly address: {
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      }
      /** Where questions about the entry go; null: to the customer */
      readonly correspondence: {
        readonly name: string
        readonly street: string
        readonly houseNumber: string
        readonly postalCode: string
        readonly city: string
      } | null
      /** In printed directories; yes-marked: with the sign against advertising calls */
      readonly printed: "no" | "yes" | "yes-marked"
      /** In electronic directories */
      readonly electronic: boolean
      /** What directory inquiries may tell: nothing, the number, or the whole entry */
      readonly inquiry: "no" | "number" | "full"
      /** Who knows the number may ask for the name (§ 17 TDDDG) */
      readonly inverseSearch: boolean
      readonly validFrom: string
      /** Last day; null: until the number goes */
      readonly validUntil: string | null
      /** waiting: for the number; hidden: nobody is to know of it, or its time is over; ended: the number is gone */
      readonly publication: "waiting" | "listed" | "hidden" | "ended"
      /** What the next file tells the publisher; null: it knows all */
      readonly toTell: "create" | "change" | "delete" | null
    }
  }
  /** List files for the publisher, the newest first */
  readonly 'GET /directory-exports': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly number: number
        readonly madeAt: string
        readonly madeBy: string
        readonly created: number
        readonly changed: number
        readonly deleted: number
        /** SHA-256 of the file, in hexadecimal */
        readonly digest: string
        /** null: the file can be downloaded again */
        readonly handedOverAt: string | null
        readonly handedOverBy: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Make the file with what has changed since the last one */
  readonly 'POST /directory-exports': {
    readonly answer: {
      readonly number: number
      readonly madeAt: string
      readonly madeBy: string
      readonly created: number
      readonly changed: number
      readonly deleted: number
      /** SHA-256 of the file, in hexadecimal */
      readonly digest: string
      /** null: the file can be downloaded again */
      readonly handedOverAt: string | null
      readonly handedOverBy: string | null
    }
  }
  /** Count what the next file would tell the publisher */
  readonly 'GET /directory-exports/waiting': {
    readonly answer: {
      readonly changes: number
    }
  }
  /** Download a file for the publisher, until it is handed over */
  readonly 'GET /directory-exports/{exportNumber}/file': {
    readonly path: { readonly exportNumber: number }
    readonly answer: null
  }
  /** Note that the publisher has the file; it is not kept any longer */
  readonly 'POST /directory-exports/{exportNumber}/hand-over': {
    readonly path: { readonly exportNumber: number }
    readonly answer: {
      readonly number: number
      readonly madeAt: string
      readonly madeBy: string
      readonly created: number
      readonly changed: number
      readonly deleted: number
      /** SHA-256 of the file, in hexadecimal */
      readonly digest: string
      /** null: the file can be downloaded again */
      readonly handedOverAt: string | null
      readonly handedOverBy: string | null
    }
  }
}
