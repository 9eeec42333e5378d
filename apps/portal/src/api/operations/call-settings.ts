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
      /** Numbers of the tenant that the user may show: for all calls, or by a code with a digit for one. Only administrators change them */
      readonly numberChoices: readonly string[]
      /** null: the profile's */
      readonly ringSeconds: number | null
      /** The first that is active and fits counts */
      readonly forwardings: readonly ({
        readonly when: "always" | "busy" | "no-answer" | "not-registered"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
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
      /** Numbers of the tenant that the user may show: for all calls, or by a code with a digit for one. Only administrators change them */
      readonly numberChoices?: readonly string[]
      /** null: the profile's */
      readonly ringSeconds?: number | null
      /** The first that is active and fits counts */
      readonly forwardings?: readonly ({
        readonly when: "always" | "busy" | "no-answer" | "not-registered"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
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
      /** Numbers of the tenant that the user may show: for all calls, or by a code with a digit for one. Only administrators change them */
      readonly numberChoices: readonly string[]
      /** null: the profile's */
      readonly ringSeconds: number | null
      /** The first that is active and fits counts */
      readonly forwardings: readonly ({
        readonly when: "always" | "busy" | "no-answer" | "not-registered"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
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
  /** Get the number shown outside, and those to choose from */
  readonly 'GET /extensions/{extensionId}/number-shown': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** What called parties outside see; null: the tenant's first number */
      readonly outgoingNumber: string | null
      /** Numbers that the user may choose; a code with a digit, 1 for the first, shows one of them for one call */
      readonly choices: readonly string[]
      /** What null shows; null: the tenant has no number */
      readonly firstNumber: string | null
    }
  }
  /** Choose the number shown outside; for administrators: those to choose from, too */
  readonly 'PATCH /extensions/{extensionId}/number-shown': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** What called parties outside see; null: the tenant's first number */
      readonly outgoingNumber?: string | null
      /** Only administrators change them */
      readonly choices?: readonly string[]
    }
    readonly answer: {
      /** What called parties outside see; null: the tenant's first number */
      readonly outgoingNumber: string | null
      /** Numbers that the user may choose; a code with a digit, 1 for the first, shows one of them for one call */
      readonly choices: readonly string[]
      /** What null shows; null: the tenant has no number */
      readonly firstNumber: string | null
    }
  }
  /** What would become of a call to an extension: who rings, how long, and where it goes then */
  readonly 'GET /extensions/{extensionId}/call-path': {
    readonly path: { readonly extensionId: string }
    readonly query?: { readonly from?: "external" | "internal" | "anonymous" | string; readonly at?: string; readonly phones?: "now" | "registered" | "none"; readonly line?: "now" | "free" | "talking" }
    readonly answer: {
      readonly at: string
      readonly caller: {
        /** Empty: nobody in particular */
        readonly number: string
        readonly internal: boolean
      }
      /** The first is where the call begins; the others are reached by `next`, `whenBusy`, `whenUnanswered` */
      readonly steps: readonly ({
        readonly kind: "rejected"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        readonly why: "rejected-caller" | "anonymous-caller"
      } | {
        readonly kind: "secretaries"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        readonly parties: readonly ({
          readonly kind: "extension"
          readonly targetId: string
          readonly number: string
          readonly name: string
          /** Registered now; with none it is left out */
          readonly devices: number
        } | {
          readonly kind: "external"
          readonly number: string
          readonly confirm: boolean
        })[]
        readonly seconds: number
        /** Place in `steps` of what comes then */
        readonly next: number
      } | {
        readonly kind: "forwarded"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        readonly when: "always" | "busy" | "no-answer" | "not-registered" | "logged-off"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
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
        /** Place in `steps` of what comes then */
        readonly next: number
      } | {
        readonly kind: "not-forwarded"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        readonly when: "always" | "busy" | "no-answer" | "not-registered" | "logged-off"
        /** In English */
        readonly why: string
        /** Place in `steps` of what comes then */
        readonly next: number
      } | {
        readonly kind: "busy"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        readonly why: "do-not-disturb" | "ring-block" | "no-call-waiting" | "too-many-calls"
        /** Place in `steps` of what comes then */
        readonly next: number
      } | {
        readonly kind: "unreachable"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        /** Place in `steps` of what comes then */
        readonly next: number
      } | {
        readonly kind: "rings"
        /** The extension whose settings decide; another one after a forwarding to it */
        readonly by: {
          readonly extensionId: string
          readonly number: string
          readonly name: string
        }
        /** Own ones that are registered */
        readonly devices: number
        readonly seconds: number
        /** Rung together with them */
        readonly parties: readonly ({
          readonly kind: "extension"
          readonly targetId: string
          readonly number: string
          readonly name: string
          /** Registered now; with none it is left out */
          readonly devices: number
        } | {
          readonly kind: "external"
          readonly number: string
          readonly confirm: boolean
        })[]
        /** Rung one after the other when these do not answer */
        readonly follow: readonly ({
          readonly party: {
            readonly kind: "extension"
            readonly targetId: string
            readonly number: string
            readonly name: string
            /** Registered now; with none it is left out */
            readonly devices: number
          } | {
            readonly kind: "external"
            readonly number: string
            readonly confirm: boolean
          }
          readonly seconds: number
        })[]
        /** Place in `steps` of what comes then */
        readonly whenBusy: number
        /** Place in `steps` of what comes then */
        readonly whenUnanswered: number
      } | {
        readonly kind: "led"
        readonly to: {
          readonly kind: "extension" | "group" | "queue" | "flow" | "voicemail" | "conference" | "announcement" | "fax" | "trunk"
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
        readonly name: string | null
        readonly number: string | null
      } | {
        readonly kind: "ends"
        readonly as: "busy" | "no-answer" | "unreachable" | "declined"
      })[]
    }
  }
}
