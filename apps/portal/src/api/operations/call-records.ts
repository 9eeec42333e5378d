// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallRecordsOperations {
  /** Export call records as a table (CSV), the newest first */
  readonly 'GET /call-records/export': {
    readonly query?: { readonly q?: string; readonly tenantId?: string; readonly extensionId?: string; readonly direction?: "internal" | "inbound" | "outbound"; readonly from?: string; readonly to?: string; readonly language?: "de" | "en"; readonly timeZone?: string }
    readonly answer: null
  }
  /** List call records */
  readonly 'GET /call-records': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly sort?: "startedAt" | "-startedAt"; readonly q?: string; readonly tenantId?: string; readonly extensionId?: string; readonly direction?: "internal" | "inbound" | "outbound"; readonly from?: string; readonly to?: string }
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
        /** Which number was shown outside, and for which one the call is charged; null: it went to nobody outside */
        readonly identity: {
          /** null: hidden */
          readonly shown: string | null
          readonly billed: string
        } | null
        /** What a call that left is rated by; null: it stayed with the customer, or was for help */
        readonly charge: {
          /** "on-net" and "enum" cost nothing */
          readonly way: "carrier" | "own-carrier" | "on-net" | "enum"
          readonly origin: "own" | "forwarded" | "call-back"
          /** The number that pays, E.164 */
          readonly billed: string | null
          readonly extensionId: string | null
          readonly trunkId: string | null
          readonly siteId: string | null
          /** When the party outside has answered; null: it has not, or it costs nothing */
          readonly connectedAt: string | null
        } | null
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
      /** Which number was shown outside, and for which one the call is charged; null: it went to nobody outside */
      readonly identity: {
        /** null: hidden */
        readonly shown: string | null
        readonly billed: string
      } | null
      /** What a call that left is rated by; null: it stayed with the customer, or was for help */
      readonly charge: {
        /** "on-net" and "enum" cost nothing */
        readonly way: "carrier" | "own-carrier" | "on-net" | "enum"
        readonly origin: "own" | "forwarded" | "call-back"
        /** The number that pays, E.164 */
        readonly billed: string | null
        readonly extensionId: string | null
        readonly trunkId: string | null
        readonly siteId: string | null
        /** When the party outside has answered; null: it has not, or it costs nothing */
        readonly connectedAt: string | null
      } | null
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
  /** Explain a call: why it went as it did, with its messages and the quality of its sound */
  readonly 'GET /call-records/{callId}/explanation': {
    readonly path: { readonly callId: string }
    readonly answer: {
      readonly call: {
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
        /** Which number was shown outside, and for which one the call is charged; null: it went to nobody outside */
        readonly identity: {
          /** null: hidden */
          readonly shown: string | null
          readonly billed: string
        } | null
        /** What a call that left is rated by; null: it stayed with the customer, or was for help */
        readonly charge: {
          /** "on-net" and "enum" cost nothing */
          readonly way: "carrier" | "own-carrier" | "on-net" | "enum"
          readonly origin: "own" | "forwarded" | "call-back"
          /** The number that pays, E.164 */
          readonly billed: string | null
          readonly extensionId: string | null
          readonly trunkId: string | null
          readonly siteId: string | null
          /** When the party outside has answered; null: it has not, or it costs nothing */
          readonly connectedAt: string | null
        } | null
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
      readonly diagnosis: {
        /** Stable name of the cause, such as "one-way-audio-from-caller", "device-offline" */
        readonly code: string
        /** "problem": something is to be mended */
        readonly severity: "fine" | "notice" | "problem"
        /** The cause and what to do about it */
        readonly sentence: {
          readonly de: string
          readonly en: string
        }
      }
      /** Start, decisions, answer and end, in order */
      readonly timeline: readonly ({
        readonly at: string
        /** Stable name of the decision */
        readonly step: string
        readonly detail: string
        /** The decision with its reason; numbers in E.164 or as extensions */
        readonly sentence: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** false: the messages of this call are not kept, or not any more */
      readonly ladderKept: boolean
      readonly ladder: readonly ({
        readonly at: string
        /** From where Klinke stands */
        readonly direction: "received" | "sent"
        /** Number of the party whose dialog it belongs to */
        readonly party: string
        /** Address and port of the other side */
        readonly peer: string
        readonly protocol: string
        readonly sipCallId: string
        /** Of the request, or of the one that is answered */
        readonly method: string
        /** null: a request */
        readonly status: number | null
        readonly phrase: string | null
        /** Reason or Warning, as sent */
        readonly reason: string | null
        /** The request answers a challenge; how is told nobody */
        readonly authenticates: boolean
        readonly userAgent: string | null
        /** Session description, with its keys blanked */
        readonly sdp: string | null
      })[]
      /** What came from each side */
      readonly media: {
        readonly caller: {
          readonly totals: {
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
          /** Every five seconds, in long calls farther apart */
          readonly samples: readonly ({
            /** End of the interval, since the begin of the stream */
            readonly atSeconds: number
            readonly packets: number
            readonly lost: number
            readonly jitterMs: number
            readonly roundTripMs: number | null
            readonly mos: number | null
          })[]
        }
        readonly called: {
          readonly totals: {
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
          /** Every five seconds, in long calls farther apart */
          readonly samples: readonly ({
            /** End of the interval, since the begin of the stream */
            readonly atSeconds: number
            readonly packets: number
            readonly lost: number
            readonly jitterMs: number
            readonly roundTripMs: number | null
            readonly mos: number | null
          })[]
        }
      }
    }
  }
  /** List requests that were refused before there was a call: wrong passwords, registrations too many */
  readonly 'GET /refused-requests': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly extensionId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** null: nobody has that name */
        readonly extensionId: string | null
        readonly at: string
        readonly method: string
        readonly account: string
        /** Address that the request came from */
        readonly source: string
        readonly dialled: string | null
        readonly status: number
        readonly diagnosis: {
          /** Stable name of the cause, such as "one-way-audio-from-caller", "device-offline" */
          readonly code: string
          /** "problem": something is to be mended */
          readonly severity: "fine" | "notice" | "problem"
          /** The cause and what to do about it */
          readonly sentence: {
            readonly de: string
            readonly en: string
          }
        }
        readonly ladder: readonly ({
          readonly at: string
          /** From where Klinke stands */
          readonly direction: "received" | "sent"
          /** Number of the party whose dialog it belongs to */
          readonly party: string
          /** Address and port of the other side */
          readonly peer: string
          readonly protocol: string
          readonly sipCallId: string
          /** Of the request, or of the one that is answered */
          readonly method: string
          /** null: a request */
          readonly status: number | null
          readonly phrase: string | null
          /** Reason or Warning, as sent */
          readonly reason: string | null
          /** The request answers a challenge; how is told nobody */
          readonly authenticates: boolean
          readonly userAgent: string | null
          /** Session description, with its keys blanked */
          readonly sdp: string | null
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Explain a request that was refused before there was a call */
  readonly 'GET /refused-requests/{requestId}': {
    readonly path: { readonly requestId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** null: nobody has that name */
      readonly extensionId: string | null
      readonly at: string
      readonly method: string
      readonly account: string
      /** Address that the request came from */
      readonly source: string
      readonly dialled: string | null
      readonly status: number
      readonly diagnosis: {
        /** Stable name of the cause, such as "one-way-audio-from-caller", "device-offline" */
        readonly code: string
        /** "problem": something is to be mended */
        readonly severity: "fine" | "notice" | "problem"
        /** The cause and what to do about it */
        readonly sentence: {
          readonly de: string
          readonly en: string
        }
      }
      readonly ladder: readonly ({
        readonly at: string
        /** From where Klinke stands */
        readonly direction: "received" | "sent"
        /** Number of the party whose dialog it belongs to */
        readonly party: string
        /** Address and port of the other side */
        readonly peer: string
        readonly protocol: string
        readonly sipCallId: string
        /** Of the request, or of the one that is answered */
        readonly method: string
        /** null: a request */
        readonly status: number | null
        readonly phrase: string | null
        /** Reason or Warning, as sent */
        readonly reason: string | null
        /** The request answers a challenge; how is told nobody */
        readonly authenticates: boolean
        readonly userAgent: string | null
        /** Session description, with its keys blanked */
        readonly sdp: string | null
      })[]
    }
  }
}
