// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PhoneBooksOperations {
  /** List the company's phone books */
  readonly 'GET /phone-books': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** Of an extension's own phone book: the extension's */
        readonly id: string
        readonly tenantId: string
        /** Whose own it is; null: the company's */
        readonly extensionId: string | null
        /** Empty for an extension's own */
        readonly name: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a phone book of the company */
  readonly 'POST /phone-books': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
    }
    readonly answer: {
      /** Of an extension's own phone book: the extension's */
      readonly id: string
      readonly tenantId: string
      /** Whose own it is; null: the company's */
      readonly extensionId: string | null
      /** Empty for an extension's own */
      readonly name: string
    }
  }
  /** Get a phone book; an extension's own has the extension's id */
  readonly 'GET /phone-books/{bookId}': {
    readonly path: { readonly bookId: string }
    readonly answer: {
      /** Of an extension's own phone book: the extension's */
      readonly id: string
      readonly tenantId: string
      /** Whose own it is; null: the company's */
      readonly extensionId: string | null
      /** Empty for an extension's own */
      readonly name: string
    }
  }
  /** Rename a phone book of the company */
  readonly 'PATCH /phone-books/{bookId}': {
    readonly path: { readonly bookId: string }
    readonly body: {
      readonly name: string
    }
    readonly answer: {
      /** Of an extension's own phone book: the extension's */
      readonly id: string
      readonly tenantId: string
      /** Whose own it is; null: the company's */
      readonly extensionId: string | null
      /** Empty for an extension's own */
      readonly name: string
    }
  }
  /** Delete a phone book with all its entries; for an hour it can be restored */
  readonly 'DELETE /phone-books/{bookId}': {
    readonly path: { readonly bookId: string }
    readonly answer: null
  }
  /** Take the deletion of a phone book back */
  readonly 'POST /phone-books/{bookId}/restore': {
    readonly path: { readonly bookId: string }
    readonly answer: {
      /** Of an extension's own phone book: the extension's */
      readonly id: string
      readonly tenantId: string
      /** Whose own it is; null: the company's */
      readonly extensionId: string | null
      /** Empty for an extension's own */
      readonly name: string
    }
  }
  /** Get when callers are named */
  readonly 'GET /phone-book-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Callers with an entry are named on phones and in lists: who gave no name (`unnamed`), all (`always`), none (`never`) */
      readonly nameCallers: "unnamed" | "always" | "never"
    }
  }
  /** Change when callers are named */
  readonly 'PATCH /phone-book-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Callers with an entry are named on phones and in lists: who gave no name (`unnamed`), all (`always`), none (`never`) */
      readonly nameCallers: "unnamed" | "always" | "never"
    }
    readonly answer: {
      /** Callers with an entry are named on phones and in lists: who gave no name (`unnamed`), all (`always`), none (`never`) */
      readonly nameCallers: "unnamed" | "always" | "never"
    }
  }
  /** List and search entries, by name */
  readonly 'GET /phone-books/{bookId}/entries': {
    readonly path: { readonly bookId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly search?: string; readonly favourite?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly bookId: string
        readonly name: string
        readonly company: string
        readonly email: string
        readonly notes: string
        readonly favourite: boolean
        readonly numbers: readonly ({
          readonly kind: "work" | "mobile" | "home" | "fax" | "other"
          readonly number: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Add an entry */
  readonly 'POST /phone-books/{bookId}/entries': {
    readonly path: { readonly bookId: string }
    readonly body: {
      readonly name?: string
      readonly company?: string
      readonly email?: string
      readonly notes?: string
      readonly favourite?: boolean
      readonly numbers?: readonly ({
        readonly kind: "work" | "mobile" | "home" | "fax" | "other"
        /** As people write it; kept as E.164 */
        readonly number: string
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly bookId: string
      readonly name: string
      readonly company: string
      readonly email: string
      readonly notes: string
      readonly favourite: boolean
      readonly numbers: readonly ({
        readonly kind: "work" | "mobile" | "home" | "fax" | "other"
        readonly number: string
      })[]
    }
  }
  /** Get an entry */
  readonly 'GET /phone-books/{bookId}/entries/{entryId}': {
    readonly path: { readonly bookId: string; readonly entryId: string }
    readonly answer: {
      readonly id: string
      readonly bookId: string
      readonly name: string
      readonly company: string
      readonly email: string
      readonly notes: string
      readonly favourite: boolean
      readonly numbers: readonly ({
        readonly kind: "work" | "mobile" | "home" | "fax" | "other"
        readonly number: string
      })[]
    }
  }
  /** Change an entry */
  readonly 'PATCH /phone-books/{bookId}/entries/{entryId}': {
    readonly path: { readonly bookId: string; readonly entryId: string }
    readonly body: {
      readonly name?: string
      readonly company?: string
      readonly email?: string
      readonly notes?: string
      readonly favourite?: boolean
      readonly numbers?: readonly ({
        readonly kind: "work" | "mobile" | "home" | "fax" | "other"
        /** As people write it; kept as E.164 */
        readonly number: string
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly bookId: string
      readonly name: string
      readonly company: string
      readonly email: string
      readonly notes: string
      readonly favourite: boolean
      readonly numbers: readonly ({
        readonly kind: "work" | "mobile" | "home" | "fax" | "other"
        readonly number: string
      })[]
    }
  }
  /** Delete an entry */
  readonly 'DELETE /phone-books/{bookId}/entries/{entryId}': {
    readonly path: { readonly bookId: string; readonly entryId: string }
    readonly answer: null
  }
  /** List the own imports of contacts that are running or have ended within the hour, the newest first */
  readonly 'GET /phone-books/{bookId}/imports/jobs': {
    readonly path: { readonly bookId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly state: "running" | "done" | "failed"
        readonly dryRun: boolean
        readonly fileName: string
        readonly startedAt: string
        /** What is being done; null: it has ended */
        readonly stage: "reading" | "checking" | "comparing" | "writing" | null
        /** 100: it has ended */
        readonly percent: number
      })[]
    }
  }
  /** Begin an import of contacts that runs on by itself, or try one */
  readonly 'POST /phone-books/{bookId}/imports/jobs': {
    readonly path: { readonly bookId: string }
    readonly query?: { readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string; readonly fileName?: string; readonly dryRun?: string; readonly duplicates?: "skip" | "replace" | "add"; readonly from?: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly state: "running" | "done" | "failed"
      readonly dryRun: boolean
      readonly fileName: string
      readonly startedAt: string
      /** What is being done; null: it has ended */
      readonly stage: "reading" | "checking" | "comparing" | "writing" | null
      /** 100: it has ended */
      readonly percent: number
    }
  }
  /** Follow an import of contacts: how far it is, and what came of it */
  readonly 'GET /phone-books/{bookId}/imports/jobs/{jobId}': {
    readonly path: { readonly bookId: string; readonly jobId: string }
    readonly query?: { readonly after?: number }
    readonly answer: {
      readonly id: string
      readonly state: "running" | "done" | "failed"
      readonly dryRun: boolean
      readonly fileName: string
      readonly startedAt: string
      /** What is being done; null: it has ended */
      readonly stage: "reading" | "checking" | "comparing" | "writing" | null
      /** 100: it has ended */
      readonly percent: number
      /** null: it is still running */
      readonly report: {
        /** To take it back; null after a dry run */
        readonly importId: string | null
        readonly format: "csv" | "vcard"
        /** What became of entries with the same name and company */
        readonly duplicates: "skip" | "replace" | "add"
        /** How the table was read; null for vCards */
        readonly table: {
          /** null: a workbook (XLSX) */
          readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | null
          /** null: a workbook (XLSX) */
          readonly separator: "semicolon" | "comma" | "tab" | "pipe" | null
          readonly titles: boolean
          readonly columns: readonly ({
            readonly title: string
            /** null: not read */
            readonly field: string | null
            /** From the first rows */
            readonly samples: readonly string[]
          })[]
        } | null
        readonly created: number
        readonly changed: number
        readonly skipped: number
        readonly failed: number
        /** The first 200; `row` counts cards in a file of vCards */
        readonly problems: readonly ({
          /** As a spreadsheet counts, from 1 */
          readonly row: number
          readonly field: string | null
          readonly value: string
          readonly code: string
          readonly text: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** The first 20 rows as they were understood */
        readonly preview: readonly ({
          readonly row: number
          readonly name: string
          readonly company: string
          readonly email: string
          readonly notes: string
          readonly favourite: boolean
          readonly numbers: readonly ({
            readonly kind: "work" | "mobile" | "home" | "fax" | "other"
            readonly number: string
          })[]
        })[]
      } | null
    }
  }
  /** Cancel an import of contacts that is running, or forget what came of it */
  readonly 'DELETE /phone-books/{bookId}/imports/jobs/{jobId}': {
    readonly path: { readonly bookId: string; readonly jobId: string }
    readonly answer: null
  }
  /** List imports, the newest first */
  readonly 'GET /phone-books/{bookId}/imports': {
    readonly path: { readonly bookId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly fileName: string
        readonly importedBy: string
        readonly createdAt: string
        readonly undoneAt: string | null
        readonly created: number
        readonly changed: number
        readonly skipped: number
        readonly failed: number
      })[]
    }
  }
  /** Import entries: a table (CSV) or vCards */
  readonly 'POST /phone-books/{bookId}/imports': {
    readonly path: { readonly bookId: string }
    readonly query?: { readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string; readonly fileName?: string; readonly dryRun?: string; readonly duplicates?: "skip" | "replace" | "add" }
    readonly body: Blob
    readonly answer: {
      /** To take it back; null after a dry run */
      readonly importId: string | null
      readonly format: "csv" | "vcard"
      /** What became of entries with the same name and company */
      readonly duplicates: "skip" | "replace" | "add"
      /** How the table was read; null for vCards */
      readonly table: {
        /** null: a workbook (XLSX) */
        readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | null
        /** null: a workbook (XLSX) */
        readonly separator: "semicolon" | "comma" | "tab" | "pipe" | null
        readonly titles: boolean
        readonly columns: readonly ({
          readonly title: string
          /** null: not read */
          readonly field: string | null
          /** From the first rows */
          readonly samples: readonly string[]
        })[]
      } | null
      readonly created: number
      readonly changed: number
      readonly skipped: number
      readonly failed: number
      /** The first 200; `row` counts cards in a file of vCards */
      readonly problems: readonly ({
        /** As a spreadsheet counts, from 1 */
        readonly row: number
        readonly field: string | null
        readonly value: string
        readonly code: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** The first 20 rows as they were understood */
      readonly preview: readonly ({
        readonly row: number
        readonly name: string
        readonly company: string
        readonly email: string
        readonly notes: string
        readonly favourite: boolean
        readonly numbers: readonly ({
          readonly kind: "work" | "mobile" | "home" | "fax" | "other"
          readonly number: string
        })[]
      })[]
    }
  }
  /** Take an import back, but for entries changed since */
  readonly 'POST /phone-books/{bookId}/imports/{importId}/undo': {
    readonly path: { readonly bookId: string; readonly importId: string }
    readonly answer: {
      readonly undone: number
      /** Rows that somebody has changed since, and which stay as they are */
      readonly left: number
    }
  }
  /** Export all entries as CSV or vCard 3.0 */
  readonly 'GET /phone-books/{bookId}/export': {
    readonly path: { readonly bookId: string }
    readonly query?: { readonly format?: "csv" | "vcard" }
    readonly answer: string
  }
  /** Search colleagues and phone books */
  readonly 'GET /contacts': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly search?: string; readonly extensionId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly bookId: string
        readonly name: string
        readonly company: string
        readonly email: string
        readonly notes: string
        readonly favourite: boolean
        readonly numbers: readonly ({
          readonly kind: "work" | "mobile" | "home" | "fax" | "other"
          readonly number: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
      /** Extensions whose name or number is meant; on the first page, 20 at most */
      readonly colleagues: readonly ({
        readonly extensionId: string
        readonly number: string
        readonly name: string
      })[]
    }
  }
}
