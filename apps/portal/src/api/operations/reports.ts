// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ReportsOperations {
  /** Calls by extension */
  readonly 'GET /reports/calls-by-extension': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string }
    readonly answer: {
      readonly range: {
        /** The first moment */
        readonly from: string
        /** The first moment after it */
        readonly to: string
        readonly zone: string
      }
      readonly items: readonly ({
        readonly extensionId: string
        /** null: the extension is no more */
        readonly number: string | null
        readonly name: string | null
        readonly made: number
        readonly madeAnswered: number
        /** Called, directly or in a group, and answered by it */
        readonly answered: number
        /** Called, and not answered by it */
        readonly missed: number
        /** Answered for queues */
        readonly queueCalls: number
        readonly talkSeconds: number
      })[]
      /** There are more; the file has all */
      readonly more: boolean
    }
  }
  /** Calls by extension, as a file for spreadsheets */
  readonly 'GET /reports/calls-by-extension/file': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly format?: "xlsx" | "csv"; readonly language?: "de" | "en" }
    readonly answer: null
  }
  /** Calls by queue */
  readonly 'GET /reports/calls-by-queue': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string }
    readonly answer: {
      readonly range: {
        /** The first moment */
        readonly from: string
        /** The first moment after it */
        readonly to: string
        readonly zone: string
      }
      readonly items: readonly ({
        readonly queueId: string
        /** null: the queue is no more */
        readonly name: string | null
        /** Everybody who came */
        readonly offered: number
        readonly answered: number
        /** The caller has hung up, or the longest wait was over and led nowhere */
        readonly lost: number
        /** Led elsewhere after waiting */
        readonly ledOn: number
        /** Promised a callback */
        readonly callbacks: number
        /** Not taken: closed, full, nobody there; in no average */
        readonly turnedAway: number
        /** null: nobody has waited */
        readonly averageWaitSeconds: number | null
        /** null: nobody has waited */
        readonly longestWaitSeconds: number | null
        /** Of those who were promised a callback: called back and reached */
        readonly calledBack: number
        readonly talkSeconds: number
        readonly wrapUpSeconds: number
      })[]
      /** There are more; the file has all */
      readonly more: boolean
    }
  }
  /** Calls by queue, as a file for spreadsheets */
  readonly 'GET /reports/calls-by-queue/file': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly format?: "xlsx" | "csv"; readonly language?: "de" | "en" }
    readonly answer: null
  }
  /** Calls by the hour, the hour of the day, or the day */
  readonly 'GET /reports/calls-by-time': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly per?: "hour" | "hour-of-day" | "day"; readonly direction?: "internal" | "inbound" | "outbound" }
    readonly answer: {
      readonly range: {
        /** The first moment */
        readonly from: string
        /** The first moment after it */
        readonly to: string
        readonly zone: string
      }
      readonly items: readonly ({
        /** `2026-10-25T02:00:00+02:00` the beginning of an hour, `02:00` an hour of the day, `2026-10-25` a day, in the zone of the range */
        readonly at: string
        readonly calls: number
        readonly internal: number
        readonly inbound: number
        readonly outbound: number
        readonly answered: number
        readonly talkSeconds: number
      })[]
      /** There are more; the file has all */
      readonly more: boolean
    }
  }
  /** Calls by the hour, the hour of the day, or the day, as a file for spreadsheets */
  readonly 'GET /reports/calls-by-time/file': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly per?: "hour" | "hour-of-day" | "day"; readonly direction?: "internal" | "inbound" | "outbound"; readonly format?: "xlsx" | "csv"; readonly language?: "de" | "en" }
    readonly answer: null
  }
  /** Lost calls and waiting times of queues by the hour, the hour of the day, or the day */
  readonly 'GET /reports/waits-by-time': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly per?: "hour" | "hour-of-day" | "day"; readonly queueId?: string }
    readonly answer: {
      readonly range: {
        /** The first moment */
        readonly from: string
        /** The first moment after it */
        readonly to: string
        readonly zone: string
      }
      readonly items: readonly ({
        /** `2026-10-25T02:00:00+02:00` the beginning of an hour, `02:00` an hour of the day, `2026-10-25` a day, in the zone of the range */
        readonly at: string
        /** Everybody who came */
        readonly offered: number
        readonly answered: number
        /** The caller has hung up, or the longest wait was over and led nowhere */
        readonly lost: number
        /** Led elsewhere after waiting */
        readonly ledOn: number
        /** Promised a callback */
        readonly callbacks: number
        /** Not taken: closed, full, nobody there; in no average */
        readonly turnedAway: number
        /** null: nobody has waited */
        readonly averageWaitSeconds: number | null
        /** null: nobody has waited */
        readonly longestWaitSeconds: number | null
      })[]
      /** There are more; the file has all */
      readonly more: boolean
    }
  }
  /** Lost calls and waiting times of queues by the hour, the hour of the day, or the day, as a file for spreadsheets */
  readonly 'GET /reports/waits-by-time/file': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly per?: "hour" | "hour-of-day" | "day"; readonly queueId?: string; readonly format?: "xlsx" | "csv"; readonly language?: "de" | "en" }
    readonly answer: null
  }
  /** Talk time and wrap-up of agents */
  readonly 'GET /reports/wrap-up-by-extension': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly queueId?: string }
    readonly answer: {
      readonly range: {
        /** The first moment */
        readonly from: string
        /** The first moment after it */
        readonly to: string
        readonly zone: string
      }
      readonly items: readonly ({
        readonly extensionId: string
        /** null: the extension is no more */
        readonly number: string | null
        readonly name: string | null
        readonly calls: number
        readonly talkSeconds: number
        readonly wrapUpSeconds: number
        readonly averageWrapUpSeconds: number
      })[]
      /** There are more; the file has all */
      readonly more: boolean
    }
  }
  /** Talk time and wrap-up of agents, as a file for spreadsheets */
  readonly 'GET /reports/wrap-up-by-extension/file': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly queueId?: string; readonly format?: "xlsx" | "csv"; readonly language?: "de" | "en" }
    readonly answer: null
  }
  /** All calls of an extension, the newest first; the newest 500, and all of them in the file */
  readonly 'GET /reports/calls-of-extension': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly extensionId: string }
    readonly answer: {
      readonly range: {
        /** The first moment */
        readonly from: string
        /** The first moment after it */
        readonly to: string
        readonly zone: string
      }
      readonly items: readonly ({
        readonly callId: string
        readonly startedAt: string
        readonly direction: "internal" | "inbound" | "outbound"
        /** What the extension has done; `queue`: answered for a queue */
        readonly part: "made" | "answered" | "queue" | "missed"
        readonly caller: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        }
        /** As dialled */
        readonly called: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        }
        /** null: nobody has talked */
        readonly talkSeconds: number | null
        readonly cause: string | null
      })[]
      /** There are more; the file has all */
      readonly more: boolean
    }
  }
  /** All calls of an extension, the newest first; the newest 500, and all of them in the file, as a file for spreadsheets */
  readonly 'GET /reports/calls-of-extension/file': {
    readonly query: { readonly tenantId?: string; readonly from: string; readonly to: string; readonly zone?: string; readonly extensionId: string; readonly format?: "xlsx" | "csv"; readonly language?: "de" | "en" }
    readonly answer: null
  }
}
