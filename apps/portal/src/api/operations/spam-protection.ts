// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SpamProtectionOperations {
  /** Get what becomes of callers with a spam score */
  readonly 'GET /spam-protection': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** From this score on the name is marked "Spam?"; null: never */
      readonly markFrom: number | null
      /** From this score on the call goes to the mailbox of the extension called; where there is none it is marked. null: never */
      readonly voicemailFrom: number | null
      /** From this score on the call is rejected, and its caller hears so; null: never */
      readonly rejectFrom: number | null
    }
  }
  /** Change what becomes of callers with a spam score */
  readonly 'PATCH /spam-protection': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** From this score on the name is marked "Spam?"; null: never */
      readonly markFrom?: number | null
      /** From this score on the call goes to the mailbox of the extension called; where there is none it is marked. null: never */
      readonly voicemailFrom?: number | null
      /** From this score on the call is rejected, and its caller hears so; null: never */
      readonly rejectFrom?: number | null
    }
    readonly answer: {
      /** From this score on the name is marked "Spam?"; null: never */
      readonly markFrom: number | null
      /** From this score on the call goes to the mailbox of the extension called; where there is none it is marked. null: never */
      readonly voicemailFrom: number | null
      /** From this score on the call is rejected, and its caller hears so; null: never */
      readonly rejectFrom: number | null
    }
  }
  /** List callers that are always let through */
  readonly 'GET /spam-protection/allowed': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** All numbers that begin so */
        readonly prefix: string
        readonly note: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Always let callers through */
  readonly 'POST /spam-protection/allowed': {
    readonly body: {
      /** All numbers that begin so */
      readonly prefix: string
      readonly note?: string | null
      /** Needed with an operator key */
      readonly tenantId?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** All numbers that begin so */
      readonly prefix: string
      readonly note: string | null
    }
  }
  /** Do not always let callers through any more */
  readonly 'DELETE /spam-protection/allowed/{allowedId}': {
    readonly path: { readonly allowedId: string }
    readonly answer: null
  }
  /** List callers with a spam score */
  readonly 'GET /spam-scores': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        /** All numbers that begin so */
        readonly prefix: string
        /** From 1 (harmless) to 100 */
        readonly score: number
        readonly note: string | null
        /** null: since ever */
        readonly validFrom: string | null
        /** null: for ever */
        readonly validUntil: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Score callers */
  readonly 'POST /spam-scores': {
    readonly body: {
      /** All numbers that begin so */
      readonly prefix: string
      /** From 1 (harmless) to 100 */
      readonly score: number
      readonly note?: string | null
      /** null: since ever */
      readonly validFrom?: string | null
      /** null: for ever */
      readonly validUntil?: string | null
    }
    readonly answer: {
      readonly id: string
      /** All numbers that begin so */
      readonly prefix: string
      /** From 1 (harmless) to 100 */
      readonly score: number
      readonly note: string | null
      /** null: since ever */
      readonly validFrom: string | null
      /** null: for ever */
      readonly validUntil: string | null
    }
  }
  /** Take callers off the list */
  readonly 'DELETE /spam-scores/{scoreId}': {
    readonly path: { readonly scoreId: string }
    readonly answer: null
  }
  /** Replace the list of callers with a spam score by a table: CSV, or the first sheet of a workbook (XLSX) */
  readonly 'POST /spam-scores/import': {
    readonly query?: { readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string; readonly fileName?: string; readonly dryRun?: string }
    readonly body: Blob
    readonly answer: {
      /** Entries that the list has now, or would have */
      readonly imported: number
      /** Entries that were in the list before */
      readonly replaced: number
      /** Rows with problems: they are left out */
      readonly failed: number
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
    }
  }
}
