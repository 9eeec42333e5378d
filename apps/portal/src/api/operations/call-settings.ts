// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CallSettingsOperations {
  /** Get an extension's call settings */
  readonly 'GET /extensions/{extensionId}/call-settings': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly doNotDisturb: boolean
      /** Rings only then; null: always */
      readonly ringsOnly: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly is: "open" | "closed"
      } | null
      readonly rejectedCallers: readonly string[]
      readonly rejectAnonymous: boolean
      readonly callWaiting: boolean
      /** Hides the number from called parties outside (CLIR) */
      readonly hideNumber: boolean
      /** Numbers of the tenant that a code with a digit shows for one call */
      readonly numberChoices: readonly string[]
      /** null: the profile's */
      readonly ringSeconds: number | null
      /** The first that is active and fits counts */
      readonly forwardings: readonly ({
        readonly when: "always" | "busy" | "no-answer" | "not-registered"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax"
          /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | {
          /** The tenant's operator position */
          readonly kind: "operator"
        } | {
          readonly kind: "hang-up"
          readonly as?: "busy" | "declined" | "not-found"
        }
        readonly active: boolean
        /** Whose calls: of the same tenant, or from elsewhere */
        readonly callers: "all" | "internal" | "external"
        /** null: at any time */
        readonly during: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
        } | null
        /** Of "no-answer": ringing time before it */
        readonly afterSeconds: number | null
      })[]
      /** Rung together with the own devices */
      readonly alsoRing: {
        readonly active: boolean
        readonly parties: readonly ({
          readonly kind: "extension"
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
          /** Whoever answers presses 1 first, so that no mailbox takes the call */
          readonly confirm: boolean
        })[]
        readonly during: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
        } | null
      }
      /** Rung one after the other when the own devices do not answer */
      readonly followMe: {
        readonly active: boolean
        readonly steps: readonly ({
          readonly party: {
            readonly kind: "extension"
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
            /** Whoever answers presses 1 first, so that no mailbox takes the call */
            readonly confirm: boolean
          }
          readonly seconds: number
        })[]
      }
      /** Others may forward calls here, where the policy asks for that */
      readonly agreesToForwardings: boolean
    }
  }
  /** Change an extension's call settings: what is given is replaced, lists whole */
  readonly 'PATCH /extensions/{extensionId}/call-settings': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      readonly doNotDisturb?: boolean
      /** Rings only then; null: always */
      readonly ringsOnly?: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly is: "open" | "closed"
      } | null
      readonly rejectedCallers?: readonly string[]
      readonly rejectAnonymous?: boolean
      readonly callWaiting?: boolean
      /** Hides the number from called parties outside (CLIR) */
      readonly hideNumber?: boolean
      /** Numbers of the tenant that a code with a digit shows for one call */
      readonly numberChoices?: readonly string[]
      /** null: the profile's */
      readonly ringSeconds?: number | null
      /** The first that is active and fits counts */
      readonly forwardings?: readonly ({
        readonly when: "always" | "busy" | "no-answer" | "not-registered"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax"
          /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | {
          /** The tenant's operator position */
          readonly kind: "operator"
        } | {
          readonly kind: "hang-up"
          readonly as?: "busy" | "declined" | "not-found"
        }
        readonly active?: boolean
        /** Whose calls: of the same tenant, or from elsewhere */
        readonly callers?: "all" | "internal" | "external"
        /** null: at any time */
        readonly during?: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
        } | null
        /** Of "no-answer": ringing time before it */
        readonly afterSeconds?: number | null
      })[]
      /** Rung together with the own devices */
      readonly alsoRing?: {
        readonly active?: boolean
        readonly parties: readonly ({
          readonly kind: "extension"
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
          /** Whoever answers presses 1 first, so that no mailbox takes the call */
          readonly confirm?: boolean
        })[]
        readonly during?: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
        } | null
      }
      /** Rung one after the other when the own devices do not answer */
      readonly followMe?: {
        readonly active?: boolean
        readonly steps: readonly ({
          readonly party: {
            readonly kind: "extension"
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
            /** Whoever answers presses 1 first, so that no mailbox takes the call */
            readonly confirm?: boolean
          }
          readonly seconds: number
        })[]
      }
      /** Others may forward calls here, where the policy asks for that */
      readonly agreesToForwardings?: boolean
    }
    readonly answer: {
      readonly doNotDisturb: boolean
      /** Rings only then; null: always */
      readonly ringsOnly: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly is: "open" | "closed"
      } | null
      readonly rejectedCallers: readonly string[]
      readonly rejectAnonymous: boolean
      readonly callWaiting: boolean
      /** Hides the number from called parties outside (CLIR) */
      readonly hideNumber: boolean
      /** Numbers of the tenant that a code with a digit shows for one call */
      readonly numberChoices: readonly string[]
      /** null: the profile's */
      readonly ringSeconds: number | null
      /** The first that is active and fits counts */
      readonly forwardings: readonly ({
        readonly when: "always" | "busy" | "no-answer" | "not-registered"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax"
          /** Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | {
          /** The tenant's operator position */
          readonly kind: "operator"
        } | {
          readonly kind: "hang-up"
          readonly as?: "busy" | "declined" | "not-found"
        }
        readonly active: boolean
        /** Whose calls: of the same tenant, or from elsewhere */
        readonly callers: "all" | "internal" | "external"
        /** null: at any time */
        readonly during: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
        } | null
        /** Of "no-answer": ringing time before it */
        readonly afterSeconds: number | null
      })[]
      /** Rung together with the own devices */
      readonly alsoRing: {
        readonly active: boolean
        readonly parties: readonly ({
          readonly kind: "extension"
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
          /** Whoever answers presses 1 first, so that no mailbox takes the call */
          readonly confirm: boolean
        })[]
        readonly during: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
          readonly is: "open" | "closed"
        } | null
      }
      /** Rung one after the other when the own devices do not answer */
      readonly followMe: {
        readonly active: boolean
        readonly steps: readonly ({
          readonly party: {
            readonly kind: "extension"
            readonly targetId: string
          } | {
            readonly kind: "external"
            readonly number: string
            /** Whoever answers presses 1 first, so that no mailbox takes the call */
            readonly confirm: boolean
          }
          readonly seconds: number
        })[]
      }
      /** Others may forward calls here, where the policy asks for that */
      readonly agreesToForwardings: boolean
    }
  }
  /** Get what the tenant allows its extensions */
  readonly 'GET /call-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** "hops": a forwarded call may be forwarded on; "agreed": only to extensions that agree, and never on from there */
      readonly forwarding: "hops" | "agreed"
    }
  }
  /** Change what the tenant allows its extensions */
  readonly 'PATCH /call-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** "hops": a forwarded call may be forwarded on; "agreed": only to extensions that agree, and never on from there */
      readonly forwarding: "hops" | "agreed"
    }
    readonly answer: {
      /** "hops": a forwarded call may be forwarded on; "agreed": only to extensions that agree, and never on from there */
      readonly forwarding: "hops" | "agreed"
    }
  }
}
