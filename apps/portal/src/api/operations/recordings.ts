// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface RecordingsOperations {
  /** Get how calls are recorded */
  readonly 'GET /recording-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** Extensions record by code, clients by the API, moderators their conferences */
      readonly onDemand: boolean
      /** `announce`: parties outside are told and may decline by pressing 2; `ask`: they must press 1 */
      readonly consent: "announce" | "ask"
      /** `separate`: the caller left, the called party right */
      readonly channels: "separate" | "mixed"
      /** A beep when the recording begins */
      readonly beep: boolean
      /** What becomes of a recording on demand when another party takes over */
      readonly afterTransfer: "continue" | "end"
      readonly retentionDays: number
      /** In which parties outside are told; empty: the tenant's language */
      readonly noticeLanguages: readonly ("de" | "en")[]
    }
  }
  /** Change how calls are recorded */
  readonly 'PATCH /recording-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** Extensions record by code, clients by the API, moderators their conferences */
      readonly onDemand?: boolean
      /** `announce`: parties outside are told and may decline by pressing 2; `ask`: they must press 1 */
      readonly consent?: "announce" | "ask"
      /** `separate`: the caller left, the called party right */
      readonly channels?: "separate" | "mixed"
      /** A beep when the recording begins */
      readonly beep?: boolean
      /** What becomes of a recording on demand when another party takes over */
      readonly afterTransfer?: "continue" | "end"
      readonly retentionDays?: number
      /** In which parties outside are told; empty: the tenant's language */
      readonly noticeLanguages?: readonly ("de" | "en")[]
    }
    readonly answer: {
      /** Extensions record by code, clients by the API, moderators their conferences */
      readonly onDemand: boolean
      /** `announce`: parties outside are told and may decline by pressing 2; `ask`: they must press 1 */
      readonly consent: "announce" | "ask"
      /** `separate`: the caller left, the called party right */
      readonly channels: "separate" | "mixed"
      /** A beep when the recording begins */
      readonly beep: boolean
      /** What becomes of a recording on demand when another party takes over */
      readonly afterTransfer: "continue" | "end"
      readonly retentionDays: number
      /** In which parties outside are told; empty: the tenant's language */
      readonly noticeLanguages: readonly ("de" | "en")[]
    }
  }
  /** List what is always recorded */
  readonly 'GET /recording-rules': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly subject: {
          readonly kind: "all"
        } | {
          readonly kind: "extension" | "queue" | "group"
          readonly targetId: string
        }
        readonly directions: readonly ("inbound" | "outbound" | "internal")[]
        /** The purpose (Art. 5 GDPR), shown with each recording */
        readonly reason: string
      })[]
    }
  }
  /** Always record some calls */
  readonly 'POST /recording-rules': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly subject: {
        readonly kind: "all"
      } | {
        readonly kind: "extension" | "queue" | "group"
        readonly targetId: string
      }
      readonly directions?: readonly ("inbound" | "outbound" | "internal")[]
      /** The purpose (Art. 5 GDPR), shown with each recording */
      readonly reason: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly subject: {
        readonly kind: "all"
      } | {
        readonly kind: "extension" | "queue" | "group"
        readonly targetId: string
      }
      readonly directions: readonly ("inbound" | "outbound" | "internal")[]
      /** The purpose (Art. 5 GDPR), shown with each recording */
      readonly reason: string
    }
  }
  /** Record them no longer */
  readonly 'DELETE /recording-rules/{ruleId}': {
    readonly path: { readonly ruleId: string }
    readonly answer: null
  }
  /** List recordings, newest first */
  readonly 'GET /recordings': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string; readonly extensionId?: string; readonly callId?: string; readonly from?: string; readonly to?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        /** Of the call record */
        readonly callId: string
        readonly startedAt: string
        readonly cause: {
          readonly kind: "rule" | "code" | "api" | "conference"
          readonly ruleId?: string
          /** Of the rule: the purpose */
          readonly reason?: string
          readonly extensionId?: string
          readonly roomId?: string
        }
        readonly channels: "separate" | "mixed"
        readonly parties: readonly ({
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
          readonly channel: "left" | "right" | "mixed"
        })[]
        readonly consents: readonly ({
          readonly number: string
          readonly displayName: string | null
          /** `told`: heard the announcement and did not decline; `agreed`: pressed 1 */
          readonly how: "told" | "agreed"
          readonly at: string
        })[]
        /** The recording that it goes on from, with another party */
        readonly continues: string | null
        readonly endedAt: string
        readonly durationSeconds: number
        readonly octets: number
        /** False when it was cut off: `endedBecause` says by what */
        readonly complete: boolean
        readonly endedBecause: "stopped" | "call-ended" | "party-left" | "declined" | "length-limit" | "storage-full" | "disk-full" | "failed" | "restart"
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a recording, with the evidence of consent */
  readonly 'GET /recordings/{recordingId}': {
    readonly path: { readonly recordingId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      /** Of the call record */
      readonly callId: string
      readonly startedAt: string
      readonly cause: {
        readonly kind: "rule" | "code" | "api" | "conference"
        readonly ruleId?: string
        /** Of the rule: the purpose */
        readonly reason?: string
        readonly extensionId?: string
        readonly roomId?: string
      }
      readonly channels: "separate" | "mixed"
      readonly parties: readonly ({
        /** null outside Klinke, and for other tenants */
        readonly tenantId: string | null
        readonly extensionId: string | null
        /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
        readonly number: string
        readonly displayName: string | null
        readonly channel: "left" | "right" | "mixed"
      })[]
      readonly consents: readonly ({
        readonly number: string
        readonly displayName: string | null
        /** `told`: heard the announcement and did not decline; `agreed`: pressed 1 */
        readonly how: "told" | "agreed"
        readonly at: string
      })[]
      /** The recording that it goes on from, with another party */
      readonly continues: string | null
      readonly endedAt: string
      readonly durationSeconds: number
      readonly octets: number
      /** False when it was cut off: `endedBecause` says by what */
      readonly complete: boolean
      readonly endedBecause: "stopped" | "call-ended" | "party-left" | "declined" | "length-limit" | "storage-full" | "disk-full" | "failed" | "restart"
    }
  }
  /** Delete a recording; who did stays on record */
  readonly 'DELETE /recordings/{recordingId}': {
    readonly path: { readonly recordingId: string }
    readonly answer: null
  }
  /** Get the sound of a recording (WAV), whole or a range */
  readonly 'GET /recordings/{recordingId}/sound': {
    readonly path: { readonly recordingId: string }
    readonly answer: null
  }
  /** List who has heard or deleted a recording, also one that is gone */
  readonly 'GET /recordings/{recordingId}/accesses': {
    readonly path: { readonly recordingId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly at: string
        readonly what: "heard" | "deleted" | "expired"
        readonly who: string
      })[]
    }
  }
  /** Tell whether a call is being recorded */
  readonly 'GET /live-calls/{callId}/recording': {
    readonly path: { readonly callId: string }
    readonly answer: {
      /** `asking`: parties are being told or asked */
      readonly state: "off" | "asking" | "recording" | "paused"
      readonly recording: {
        readonly id: string
        readonly tenantId: string
        /** Of the call record */
        readonly callId: string
        readonly startedAt: string
        readonly cause: {
          readonly kind: "rule" | "code" | "api" | "conference"
          readonly ruleId?: string
          /** Of the rule: the purpose */
          readonly reason?: string
          readonly extensionId?: string
          readonly roomId?: string
        }
        readonly channels: "separate" | "mixed"
        readonly parties: readonly ({
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
          readonly channel: "left" | "right" | "mixed"
        })[]
        readonly consents: readonly ({
          readonly number: string
          readonly displayName: string | null
          /** `told`: heard the announcement and did not decline; `agreed`: pressed 1 */
          readonly how: "told" | "agreed"
          readonly at: string
        })[]
        /** The recording that it goes on from, with another party */
        readonly continues: string | null
      } | null
    }
  }
  /** Record a call: the parties are told or asked first */
  readonly 'POST /live-calls/{callId}/recording': {
    readonly path: { readonly callId: string }
    readonly answer: {
      /** `asking`: parties are being told or asked */
      readonly state: "off" | "asking" | "recording" | "paused"
      readonly recording: {
        readonly id: string
        readonly tenantId: string
        /** Of the call record */
        readonly callId: string
        readonly startedAt: string
        readonly cause: {
          readonly kind: "rule" | "code" | "api" | "conference"
          readonly ruleId?: string
          /** Of the rule: the purpose */
          readonly reason?: string
          readonly extensionId?: string
          readonly roomId?: string
        }
        readonly channels: "separate" | "mixed"
        readonly parties: readonly ({
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
          readonly channel: "left" | "right" | "mixed"
        })[]
        readonly consents: readonly ({
          readonly number: string
          readonly displayName: string | null
          /** `told`: heard the announcement and did not decline; `agreed`: pressed 1 */
          readonly how: "told" | "agreed"
          readonly at: string
        })[]
        /** The recording that it goes on from, with another party */
        readonly continues: string | null
      } | null
    }
  }
  /** Pause a recording, for payment data, or resume it */
  readonly 'PATCH /live-calls/{callId}/recording': {
    readonly path: { readonly callId: string }
    readonly body: {
      readonly paused: boolean
    }
    readonly answer: {
      /** `asking`: parties are being told or asked */
      readonly state: "off" | "asking" | "recording" | "paused"
      readonly recording: {
        readonly id: string
        readonly tenantId: string
        /** Of the call record */
        readonly callId: string
        readonly startedAt: string
        readonly cause: {
          readonly kind: "rule" | "code" | "api" | "conference"
          readonly ruleId?: string
          /** Of the rule: the purpose */
          readonly reason?: string
          readonly extensionId?: string
          readonly roomId?: string
        }
        readonly channels: "separate" | "mixed"
        readonly parties: readonly ({
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
          readonly channel: "left" | "right" | "mixed"
        })[]
        readonly consents: readonly ({
          readonly number: string
          readonly displayName: string | null
          /** `told`: heard the announcement and did not decline; `agreed`: pressed 1 */
          readonly how: "told" | "agreed"
          readonly at: string
        })[]
        /** The recording that it goes on from, with another party */
        readonly continues: string | null
      } | null
    }
  }
  /** Stop recording a call */
  readonly 'DELETE /live-calls/{callId}/recording': {
    readonly path: { readonly callId: string }
    readonly answer: null
  }
}
