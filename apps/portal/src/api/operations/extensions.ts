// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ExtensionsOperations {
  /** List extensions */
  readonly 'GET /extensions': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly sort?: "number" | "-number" | "name" | "-name"; readonly q?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly number: string
        readonly name: string
        readonly sipUsername: string
        readonly outgoingNumber: string | null
        /** Where its phones stand; null: at the main site */
        readonly siteId: string | null
        /** Its package (GET /user-packages); null: the product has none */
        readonly userPackage: string | null
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create an extension with a SIP account */
  readonly 'POST /extensions': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly number: string
      /** Shown to called parties inside */
      readonly name: string
      /** Number shown to called parties outside; null shows the tenant's first number */
      readonly outgoingNumber?: string | null
      /** Where its phones stand: 110 and 112 are shown a number of this site; null: the main site */
      readonly siteId?: string | null
      /** One of GET /user-packages; null: the first of the product, or none where it has none */
      readonly userPackage?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      /** Where its phones stand; null: at the main site */
      readonly siteId: string | null
      /** Its package (GET /user-packages); null: the product has none */
      readonly userPackage: string | null
      readonly createdAt: string
      /** Shown this once; it cannot be read again */
      readonly sipPassword: string
    }
  }
  /** Get an extension */
  readonly 'GET /extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      /** Where its phones stand; null: at the main site */
      readonly siteId: string | null
      /** Its package (GET /user-packages); null: the product has none */
      readonly userPackage: string | null
      readonly createdAt: string
    }
  }
  /** Change an extension */
  readonly 'PATCH /extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      readonly number?: string
      /** Shown to called parties inside */
      readonly name?: string
      /** Number shown to called parties outside; null shows the tenant's first number */
      readonly outgoingNumber?: string | null
      /** Where its phones stand: 110 and 112 are shown a number of this site; null: the main site */
      readonly siteId?: string | null
      /** One of GET /user-packages; null: the first of the product, or none where it has none */
      readonly userPackage?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      /** Where its phones stand; null: at the main site */
      readonly siteId: string | null
      /** Its package (GET /user-packages); null: the product has none */
      readonly userPackage: string | null
      readonly createdAt: string
    }
  }
  /** Delete an extension */
  readonly 'DELETE /extensions/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: null
  }
  /** Replace the SIP user name and password */
  readonly 'POST /extensions/{extensionId}/sip-account': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly number: string
      readonly name: string
      readonly sipUsername: string
      readonly outgoingNumber: string | null
      /** Where its phones stand; null: at the main site */
      readonly siteId: string | null
      /** Its package (GET /user-packages); null: the product has none */
      readonly userPackage: string | null
      readonly createdAt: string
      /** Shown this once; it cannot be read again */
      readonly sipPassword: string
    }
  }
  /** List the user packages of a customer, with how many extensions have each */
  readonly 'GET /user-packages': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** Of the item of the product profile that is charged for it */
        readonly id: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        /** Settings that differ from those of the product; absent: none */
        readonly limits?: {
          /** Devices registered at a time per extension */
          readonly maxContactsPerExtension?: number
          /** Calls of an extension at a time; one more finds it busy. Absent or null: no limit. Never of emergency calls */
          readonly maxCallsPerExtension?: number | null
          /** Messages that a mailbox holds, heard or not (VM-02) */
          readonly voicemailMessages?: number
          /** Longest message */
          readonly voicemailSeconds?: number
          /** Callbacks and redials an extension may wait for; absent: 5 */
          readonly callbacksPerExtension?: number
        }
        /** What its users have of these; absent: all */
        readonly features?: readonly ("voicemail" | "web-phone")[]
        /** That have it now */
        readonly extensions: number
      })[]
    }
  }
  /** List the own imports of extensions that are running or have ended within the hour, the newest first */
  readonly 'GET /extensions/imports/jobs': {
    readonly query?: { readonly tenantId?: string }
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
  /** Begin an import of extensions that runs on by itself, or try one */
  readonly 'POST /extensions/imports/jobs': {
    readonly query?: { readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string; readonly fileName?: string; readonly dryRun?: string; readonly tenantId?: string; readonly rows?: string; readonly language?: "de" | "en"; readonly from?: string }
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
  /** Follow an import of extensions: how far it is, and what came of it */
  readonly 'GET /extensions/imports/jobs/{jobId}': {
    readonly path: { readonly jobId: string }
    readonly query?: { readonly tenantId?: string; readonly after?: number }
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
        /** How the table was read */
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
        }
        readonly created: number
        readonly changed: number
        readonly skipped: number
        readonly failed: number
        /** The first 200 */
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
        /** All rows without errors, as they were understood; after a dry run only */
        readonly preview: readonly ({
          readonly row: number
          readonly number: string
          readonly name: string
          readonly outgoingNumber: string | null
          readonly mailbox: boolean
          readonly mailTo: string | null
          readonly groups: readonly string[]
        })[]
        /** What was created; passwords are shown this once */
        readonly accounts: readonly ({
          readonly extensionId: string
          readonly number: string
          readonly name: string
          readonly sipUsername: string
          readonly sipPassword: string
        })[]
        /** The same as a file for whoever sets the phones up; null after a dry run */
        readonly accountsCsv: string | null
      } | null
    }
  }
  /** Cancel an import of extensions that is running, or forget what came of it */
  readonly 'DELETE /extensions/imports/jobs/{jobId}': {
    readonly path: { readonly jobId: string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: null
  }
  /** List imports of extensions, the newest first */
  readonly 'GET /extensions/imports': {
    readonly query?: { readonly tenantId?: string }
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
  /** Import extensions from a table: CSV, or the first sheet of a workbook (XLSX) */
  readonly 'POST /extensions/imports': {
    readonly query?: { readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string; readonly fileName?: string; readonly dryRun?: string; readonly tenantId?: string; readonly rows?: string; readonly language?: "de" | "en" }
    readonly body: Blob
    readonly answer: {
      /** To take it back; null after a dry run */
      readonly importId: string | null
      /** How the table was read */
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
      }
      readonly created: number
      readonly changed: number
      readonly skipped: number
      readonly failed: number
      /** The first 200 */
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
      /** All rows without errors, as they were understood; after a dry run only */
      readonly preview: readonly ({
        readonly row: number
        readonly number: string
        readonly name: string
        readonly outgoingNumber: string | null
        readonly mailbox: boolean
        readonly mailTo: string | null
        readonly groups: readonly string[]
      })[]
      /** What was created; passwords are shown this once */
      readonly accounts: readonly ({
        readonly extensionId: string
        readonly number: string
        readonly name: string
        readonly sipUsername: string
        readonly sipPassword: string
      })[]
      /** The same as a file for whoever sets the phones up; null after a dry run */
      readonly accountsCsv: string | null
    }
  }
  /** Take an import of extensions back, but for those in use or changed since */
  readonly 'POST /extensions/imports/{importId}/undo': {
    readonly path: { readonly importId: string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly undone: number
      /** Rows that somebody has changed since, and which stay as they are */
      readonly left: number
      /** Extensions in use or changed since, with the reason; they stay */
      readonly kept: readonly ({
        readonly extensionId: string
        readonly number: string
        readonly name: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
      })[]
    }
  }
  /** An empty table of extensions (CSV) to fill in */
  readonly 'GET /extensions/imports/template': {
    readonly query?: { readonly language?: "de" | "en" }
    readonly answer: null
  }
  /** Export all extensions as a table (CSV) that the import reads */
  readonly 'GET /extensions/export': {
    readonly query?: { readonly tenantId?: string; readonly language?: "de" | "en" }
    readonly answer: null
  }
}
