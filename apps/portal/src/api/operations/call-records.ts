// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallRecordsOperations {
  /** List call records */
  readonly 'GET /call-records': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly extensionId?: string; readonly direction?: "internal" | "inbound" | "outbound"; readonly from?: string; readonly to?: string }
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
        readonly answeredBy: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        } | null
        readonly startedAt: string
        /** null when the call was not answered, or not yet */
        readonly answeredAt: string | null
        /** null while the call runs */
        readonly endedAt: string | null
        /** Why the call ended, such as "hung-up-by-caller", "busy", "no-answer", "restart" */
        readonly cause: string | null
        /** SIP status that ended a call which was not answered */
        readonly sipStatus: number | null
        readonly emergency: boolean
        readonly sipCallId: string
        /** The decisions on the way of the call; empty while it runs */
        readonly route: readonly ({
          readonly at: string
          /** Stable name of the decision */
          readonly step: string
          readonly detail: string
        })[]
        readonly media: {
          readonly caller: {
            readonly packetsReceived: number
            /** Of RTP packets with their headers */
            readonly bytesReceived: number
            readonly packetsSent: number
            readonly bytesSent: number
            readonly packetsLost: number
            readonly jitterMs: number
            readonly roundTripMs: number | null
            /** Mean opinion score by the E-model, 1 to 4.5 */
            readonly mos: number | null
            readonly codec: string | null
          } | null
          readonly called: {
            readonly packetsReceived: number
            /** Of RTP packets with their headers */
            readonly bytesReceived: number
            readonly packetsSent: number
            readonly bytesSent: number
            readonly packetsLost: number
            readonly jitterMs: number
            readonly roundTripMs: number | null
            /** Mean opinion score by the E-model, 1 to 4.5 */
            readonly mos: number | null
            readonly codec: string | null
          } | null
        }
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a call record */
  readonly 'GET /call-records/{callId}': {
    readonly path: { readonly callId: string }
    readonly query?: { readonly tenantId?: string }
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
      readonly answeredBy: {
        /** null outside Klinke, and for other tenants */
        readonly tenantId: string | null
        readonly extensionId: string | null
        /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
        readonly number: string
        readonly displayName: string | null
      } | null
      readonly startedAt: string
      /** null when the call was not answered, or not yet */
      readonly answeredAt: string | null
      /** null while the call runs */
      readonly endedAt: string | null
      /** Why the call ended, such as "hung-up-by-caller", "busy", "no-answer", "restart" */
      readonly cause: string | null
      /** SIP status that ended a call which was not answered */
      readonly sipStatus: number | null
      readonly emergency: boolean
      readonly sipCallId: string
      /** The decisions on the way of the call; empty while it runs */
      readonly route: readonly ({
        readonly at: string
        /** Stable name of the decision */
        readonly step: string
        readonly detail: string
      })[]
      readonly media: {
        readonly caller: {
          readonly packetsReceived: number
          /** Of RTP packets with their headers */
          readonly bytesReceived: number
          readonly packetsSent: number
          readonly bytesSent: number
          readonly packetsLost: number
          readonly jitterMs: number
          readonly roundTripMs: number | null
          /** Mean opinion score by the E-model, 1 to 4.5 */
          readonly mos: number | null
          readonly codec: string | null
        } | null
        readonly called: {
          readonly packetsReceived: number
          /** Of RTP packets with their headers */
          readonly bytesReceived: number
          readonly packetsSent: number
          readonly bytesSent: number
          readonly packetsLost: number
          readonly jitterMs: number
          readonly roundTripMs: number | null
          /** Mean opinion score by the E-model, 1 to 4.5 */
          readonly mos: number | null
          readonly codec: string | null
        } | null
      }
    }
  }
}
