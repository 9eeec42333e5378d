// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallsOperations {
  /** List calls in progress */
  readonly 'GET /live-calls': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly extensionId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly direction: "internal" | "inbound" | "outbound"
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
        readonly state: "routing" | "ringing" | "answered" | "ending"
        /** When the call came into this state */
        readonly since: string
        readonly startedAt: string
        readonly answeredAt: string | null
        readonly emergency: boolean
        readonly legs: readonly ({
          readonly id: string
          readonly role: "caller" | "called"
          readonly party: {
            /** null outside Klinke, and for other tenants */
            readonly tenantId: string | null
            readonly extensionId: string | null
            /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
            readonly number: string
            readonly displayName: string | null
          }
          readonly state: "trying" | "ringing" | "answered" | "ended"
          readonly sipCallId: string
          /** It holds whom it talks to */
          readonly holds: boolean
        })[]
        /** What was decided so far */
        readonly route: readonly ({
          readonly at: string
          /** Stable name of the decision */
          readonly step: string
          readonly detail: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a call in progress */
  readonly 'GET /live-calls/{callId}': {
    readonly path: { readonly callId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly direction: "internal" | "inbound" | "outbound"
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
      readonly state: "routing" | "ringing" | "answered" | "ending"
      /** When the call came into this state */
      readonly since: string
      readonly startedAt: string
      readonly answeredAt: string | null
      readonly emergency: boolean
      readonly legs: readonly ({
        readonly id: string
        readonly role: "caller" | "called"
        readonly party: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        }
        readonly state: "trying" | "ringing" | "answered" | "ended"
        readonly sipCallId: string
        /** It holds whom it talks to */
        readonly holds: boolean
      })[]
      /** What was decided so far */
      readonly route: readonly ({
        readonly at: string
        /** Stable name of the decision */
        readonly step: string
        readonly detail: string
      })[]
    }
  }
}
