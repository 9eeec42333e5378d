// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface RingGroupsOperations {
  /** List ring groups */
  readonly 'GET /ring-groups': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string | null
        readonly settings: {
          /** All together, or one after the other: in random order, who is idle for longest first, or in turn */
          readonly strategy: "simultaneous" | "random" | "longest-idle" | "round-robin"
          /** What "round-robin" means: the next member in turn first, or one at random and then all others together */
          readonly roundRobin: "next-in-turn" | "one-then-all"
          /** How long members are rung in all */
          readonly ringSeconds: number
          /** How long one is rung before the next */
          readonly memberSeconds: number
          /** Whether callers hear a word of welcome before it rings, without charge before the answer or answered */
          readonly greeting: "none" | "before-answer" | "answered"
          /** Said as the greeting; null: the prompt `queue-welcome` */
          readonly greetingAnnouncement: {
            readonly kind: "announcement"
            readonly targetId: string
          } | null
          /** Numbers outside, rung last and not signed out; they accept a call with the key 1 */
          readonly outsideMembers: readonly string[]
          /** How phones ring for the group; null: as the tenant has it for groups */
          readonly ringTone: {
            /** Bellcore-dr1 to -dr5 */
            readonly cadence: number
            /** What phones are configured to listen for, such as alert-internal */
            readonly name: string
          } | null
          /** Callers for whom it rings at a time; null: any number */
          readonly maxCallers: number | null
          /** For callers beyond that; null: busy */
          readonly whenFull: {
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
          } | null
          /** When nobody answers; null: the caller is told so */
          readonly overflow: {
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
          } | null
        }
        readonly members: readonly ({
          readonly extensionId: string
          readonly signedIn: boolean
          /** Signed in, but takes no calls of the team now */
          readonly paused: boolean
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a ring group */
  readonly 'POST /ring-groups': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Internal number; null: only destinations lead here */
      readonly number?: string | null
      readonly settings: {
        /** All together, or one after the other: in random order, who is idle for longest first, or in turn */
        readonly strategy?: "simultaneous" | "random" | "longest-idle" | "round-robin"
        /** What "round-robin" means: the next member in turn first, or one at random and then all others together */
        readonly roundRobin?: "next-in-turn" | "one-then-all"
        /** How long members are rung in all */
        readonly ringSeconds?: number
        /** How long one is rung before the next */
        readonly memberSeconds?: number
        /** Whether callers hear a word of welcome before it rings, without charge before the answer or answered */
        readonly greeting?: "none" | "before-answer" | "answered"
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Numbers outside, rung last and not signed out; they accept a call with the key 1 */
        readonly outsideMembers?: readonly string[]
        /** How phones ring for the group; null: as the tenant has it for groups */
        readonly ringTone?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** Callers for whom it rings at a time; null: any number */
        readonly maxCallers?: number | null
        /** For callers beyond that; null: busy */
        readonly whenFull?: {
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
        } | null
        /** When nobody answers; null: the caller is told so */
        readonly overflow?: {
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
        } | null
      }
      readonly members?: readonly ({
        readonly extensionId: string
        readonly signedIn?: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused?: boolean
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly settings: {
        /** All together, or one after the other: in random order, who is idle for longest first, or in turn */
        readonly strategy: "simultaneous" | "random" | "longest-idle" | "round-robin"
        /** What "round-robin" means: the next member in turn first, or one at random and then all others together */
        readonly roundRobin: "next-in-turn" | "one-then-all"
        /** How long members are rung in all */
        readonly ringSeconds: number
        /** How long one is rung before the next */
        readonly memberSeconds: number
        /** Whether callers hear a word of welcome before it rings, without charge before the answer or answered */
        readonly greeting: "none" | "before-answer" | "answered"
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Numbers outside, rung last and not signed out; they accept a call with the key 1 */
        readonly outsideMembers: readonly string[]
        /** How phones ring for the group; null: as the tenant has it for groups */
        readonly ringTone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** Callers for whom it rings at a time; null: any number */
        readonly maxCallers: number | null
        /** For callers beyond that; null: busy */
        readonly whenFull: {
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
        } | null
        /** When nobody answers; null: the caller is told so */
        readonly overflow: {
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
        } | null
      }
      readonly members: readonly ({
        readonly extensionId: string
        readonly signedIn: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused: boolean
      })[]
    }
  }
  /** Get a ring group */
  readonly 'GET /ring-groups/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly settings: {
        /** All together, or one after the other: in random order, who is idle for longest first, or in turn */
        readonly strategy: "simultaneous" | "random" | "longest-idle" | "round-robin"
        /** What "round-robin" means: the next member in turn first, or one at random and then all others together */
        readonly roundRobin: "next-in-turn" | "one-then-all"
        /** How long members are rung in all */
        readonly ringSeconds: number
        /** How long one is rung before the next */
        readonly memberSeconds: number
        /** Whether callers hear a word of welcome before it rings, without charge before the answer or answered */
        readonly greeting: "none" | "before-answer" | "answered"
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Numbers outside, rung last and not signed out; they accept a call with the key 1 */
        readonly outsideMembers: readonly string[]
        /** How phones ring for the group; null: as the tenant has it for groups */
        readonly ringTone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** Callers for whom it rings at a time; null: any number */
        readonly maxCallers: number | null
        /** For callers beyond that; null: busy */
        readonly whenFull: {
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
        } | null
        /** When nobody answers; null: the caller is told so */
        readonly overflow: {
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
        } | null
      }
      readonly members: readonly ({
        readonly extensionId: string
        readonly signedIn: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused: boolean
      })[]
    }
  }
  /** Change a ring group */
  readonly 'PATCH /ring-groups/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly body: {
      readonly name?: string
      readonly number?: string | null
      /** Replaced whole */
      readonly settings?: {
        /** All together, or one after the other: in random order, who is idle for longest first, or in turn */
        readonly strategy?: "simultaneous" | "random" | "longest-idle" | "round-robin"
        /** What "round-robin" means: the next member in turn first, or one at random and then all others together */
        readonly roundRobin?: "next-in-turn" | "one-then-all"
        /** How long members are rung in all */
        readonly ringSeconds?: number
        /** How long one is rung before the next */
        readonly memberSeconds?: number
        /** Whether callers hear a word of welcome before it rings, without charge before the answer or answered */
        readonly greeting?: "none" | "before-answer" | "answered"
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Numbers outside, rung last and not signed out; they accept a call with the key 1 */
        readonly outsideMembers?: readonly string[]
        /** How phones ring for the group; null: as the tenant has it for groups */
        readonly ringTone?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** Callers for whom it rings at a time; null: any number */
        readonly maxCallers?: number | null
        /** For callers beyond that; null: busy */
        readonly whenFull?: {
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
        } | null
        /** When nobody answers; null: the caller is told so */
        readonly overflow?: {
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
        } | null
      }
      /** Replaced whole */
      readonly members?: readonly ({
        readonly extensionId: string
        readonly signedIn?: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused?: boolean
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly settings: {
        /** All together, or one after the other: in random order, who is idle for longest first, or in turn */
        readonly strategy: "simultaneous" | "random" | "longest-idle" | "round-robin"
        /** What "round-robin" means: the next member in turn first, or one at random and then all others together */
        readonly roundRobin: "next-in-turn" | "one-then-all"
        /** How long members are rung in all */
        readonly ringSeconds: number
        /** How long one is rung before the next */
        readonly memberSeconds: number
        /** Whether callers hear a word of welcome before it rings, without charge before the answer or answered */
        readonly greeting: "none" | "before-answer" | "answered"
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Numbers outside, rung last and not signed out; they accept a call with the key 1 */
        readonly outsideMembers: readonly string[]
        /** How phones ring for the group; null: as the tenant has it for groups */
        readonly ringTone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** Callers for whom it rings at a time; null: any number */
        readonly maxCallers: number | null
        /** For callers beyond that; null: busy */
        readonly whenFull: {
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
        } | null
        /** When nobody answers; null: the caller is told so */
        readonly overflow: {
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
        } | null
      }
      readonly members: readonly ({
        readonly extensionId: string
        readonly signedIn: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused: boolean
      })[]
    }
  }
  /** Delete a ring group */
  readonly 'DELETE /ring-groups/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly answer: null
  }
  /** Sign a member in or out, or pause it */
  readonly 'PATCH /ring-groups/{teamId}/members/{extensionId}': {
    readonly path: { readonly teamId: string; readonly extensionId: string }
    readonly body: {
      readonly signedIn?: boolean
      readonly paused?: boolean
    }
    readonly answer: {
      readonly extensionId: string
      readonly signedIn: boolean
      /** Signed in, but takes no calls of the team now */
      readonly paused: boolean
    }
  }
}
