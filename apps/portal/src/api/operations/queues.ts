// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface QueuesOperations {
  /** List queues */
  readonly 'GET /queues': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string | null
        readonly settings: {
          /** Which free agents a caller rings: all, or one at a time */
          readonly strategy: "simultaneous" | "random" | "longest-idle" | "next-in-turn"
          /** "with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG) */
          readonly answer: "at-once" | "with-agent"
          readonly greeting: boolean
          /** Said as the greeting; null: the prompt `queue-welcome` */
          readonly greetingAnnouncement: {
            readonly kind: "announcement"
            readonly targetId: string
          } | null
          /** Said as the word of patience; null: the prompt `queue-please-hold` */
          readonly periodicAnnouncement: {
            readonly kind: "announcement"
            readonly targetId: string
          } | null
          readonly announcements: {
            /** The place in the queue */
            readonly position: {
              readonly firstSeconds: number
              readonly everySeconds: number
            } | null
            /** The estimated waiting time */
            readonly wait: {
              readonly firstSeconds: number
              readonly everySeconds: number
            } | null
            /** A word of patience */
            readonly periodic: {
              readonly firstSeconds: number
              readonly everySeconds: number
            } | null
            /** By which key one is called back and keeps its place; nothing where there is none */
            readonly callback: {
              readonly firstSeconds: number
              readonly everySeconds: number
            } | null
          }
          /** How long an agent is rung before another */
          readonly agentSeconds: number
          /** How long one who did not answer is left alone */
          readonly retrySeconds: number
          /** Time for an agent after each call of the queue */
          readonly wrapUpSeconds: number
          /** The agent hears the name of the queue and how long the caller has waited; the phone shows the name */
          readonly announceToAgent: boolean
          /** Says the name of the queue to agents; null: the machine does, where espeak-ng is installed */
          readonly nameAnnouncement: {
            readonly kind: "announcement"
            readonly targetId: string
          } | null
          /** How phones ring for the queue; null: as the tenant has it for queues */
          readonly ringTone: {
            /** Bellcore-dr1 to -dr5 */
            readonly cadence: number
            /** What phones are configured to listen for, such as alert-internal */
            readonly name: string
          } | null
          readonly maxCallers: number
          readonly maxWaitSeconds: number | null
          /** Takes callers only while that is open */
          readonly hours: {
            readonly schedule: {
              readonly kind: "schedule"
              readonly targetId: string
            }
          } | null
          /** Callers before others; without priority 0 */
          readonly priorityCallers: readonly ({
            /** A number, or the beginning of numbers: +49221* */
            readonly caller: string
            readonly priority: number
          })[]
          /** Key that leaves the queue */
          readonly exit: {
            readonly key: string
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
          } | null
          /** Key that hangs up and keeps the place: an agent calls back */
          readonly callback: {
            readonly key: string
          } | null
          /** null: declined */
          readonly whenClosed: {
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
          /** null: busy */
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
          /** Nobody is signed in, at first or any more; null: the caller waits */
          readonly whenNoAgent: {
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
          /** No agent is free when the caller comes; null: the caller waits */
          readonly whenAllBusy: {
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
          /** null: the call ends */
          readonly afterMaxWait: {
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
  /** Create a queue */
  readonly 'POST /queues': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Internal number; null: only destinations lead here */
      readonly number?: string | null
      readonly settings: {
        /** Which free agents a caller rings: all, or one at a time */
        readonly strategy?: "simultaneous" | "random" | "longest-idle" | "next-in-turn"
        /** "with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG) */
        readonly answer?: "at-once" | "with-agent"
        readonly greeting?: boolean
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Said as the word of patience; null: the prompt `queue-please-hold` */
        readonly periodicAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        readonly announcements?: {
          /** The place in the queue */
          readonly position?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** The estimated waiting time */
          readonly wait?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** A word of patience */
          readonly periodic?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** By which key one is called back and keeps its place; nothing where there is none */
          readonly callback?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
        }
        /** How long an agent is rung before another */
        readonly agentSeconds?: number
        /** How long one who did not answer is left alone */
        readonly retrySeconds?: number
        /** Time for an agent after each call of the queue */
        readonly wrapUpSeconds?: number
        /** The agent hears the name of the queue and how long the caller has waited; the phone shows the name */
        readonly announceToAgent?: boolean
        /** Says the name of the queue to agents; null: the machine does, where espeak-ng is installed */
        readonly nameAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** How phones ring for the queue; null: as the tenant has it for queues */
        readonly ringTone?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly maxCallers?: number
        readonly maxWaitSeconds?: number | null
        /** Takes callers only while that is open */
        readonly hours?: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
        } | null
        /** Callers before others; without priority 0 */
        readonly priorityCallers?: readonly ({
          /** A number, or the beginning of numbers: +49221* */
          readonly caller: string
          readonly priority: number
        })[]
        /** Key that leaves the queue */
        readonly exit?: {
          readonly key: string
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
        } | null
        /** Key that hangs up and keeps the place: an agent calls back */
        readonly callback?: {
          readonly key: string
        } | null
        /** null: declined */
        readonly whenClosed?: {
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
        /** null: busy */
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
        /** Nobody is signed in, at first or any more; null: the caller waits */
        readonly whenNoAgent?: {
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
        /** No agent is free when the caller comes; null: the caller waits */
        readonly whenAllBusy?: {
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
        /** null: the call ends */
        readonly afterMaxWait?: {
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
        /** Which free agents a caller rings: all, or one at a time */
        readonly strategy: "simultaneous" | "random" | "longest-idle" | "next-in-turn"
        /** "with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG) */
        readonly answer: "at-once" | "with-agent"
        readonly greeting: boolean
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Said as the word of patience; null: the prompt `queue-please-hold` */
        readonly periodicAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        readonly announcements: {
          /** The place in the queue */
          readonly position: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** The estimated waiting time */
          readonly wait: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** A word of patience */
          readonly periodic: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** By which key one is called back and keeps its place; nothing where there is none */
          readonly callback: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
        }
        /** How long an agent is rung before another */
        readonly agentSeconds: number
        /** How long one who did not answer is left alone */
        readonly retrySeconds: number
        /** Time for an agent after each call of the queue */
        readonly wrapUpSeconds: number
        /** The agent hears the name of the queue and how long the caller has waited; the phone shows the name */
        readonly announceToAgent: boolean
        /** Says the name of the queue to agents; null: the machine does, where espeak-ng is installed */
        readonly nameAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** How phones ring for the queue; null: as the tenant has it for queues */
        readonly ringTone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly maxCallers: number
        readonly maxWaitSeconds: number | null
        /** Takes callers only while that is open */
        readonly hours: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
        } | null
        /** Callers before others; without priority 0 */
        readonly priorityCallers: readonly ({
          /** A number, or the beginning of numbers: +49221* */
          readonly caller: string
          readonly priority: number
        })[]
        /** Key that leaves the queue */
        readonly exit: {
          readonly key: string
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
        } | null
        /** Key that hangs up and keeps the place: an agent calls back */
        readonly callback: {
          readonly key: string
        } | null
        /** null: declined */
        readonly whenClosed: {
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
        /** null: busy */
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
        /** Nobody is signed in, at first or any more; null: the caller waits */
        readonly whenNoAgent: {
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
        /** No agent is free when the caller comes; null: the caller waits */
        readonly whenAllBusy: {
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
        /** null: the call ends */
        readonly afterMaxWait: {
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
  /** Get a queue */
  readonly 'GET /queues/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly settings: {
        /** Which free agents a caller rings: all, or one at a time */
        readonly strategy: "simultaneous" | "random" | "longest-idle" | "next-in-turn"
        /** "with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG) */
        readonly answer: "at-once" | "with-agent"
        readonly greeting: boolean
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Said as the word of patience; null: the prompt `queue-please-hold` */
        readonly periodicAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        readonly announcements: {
          /** The place in the queue */
          readonly position: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** The estimated waiting time */
          readonly wait: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** A word of patience */
          readonly periodic: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** By which key one is called back and keeps its place; nothing where there is none */
          readonly callback: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
        }
        /** How long an agent is rung before another */
        readonly agentSeconds: number
        /** How long one who did not answer is left alone */
        readonly retrySeconds: number
        /** Time for an agent after each call of the queue */
        readonly wrapUpSeconds: number
        /** The agent hears the name of the queue and how long the caller has waited; the phone shows the name */
        readonly announceToAgent: boolean
        /** Says the name of the queue to agents; null: the machine does, where espeak-ng is installed */
        readonly nameAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** How phones ring for the queue; null: as the tenant has it for queues */
        readonly ringTone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly maxCallers: number
        readonly maxWaitSeconds: number | null
        /** Takes callers only while that is open */
        readonly hours: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
        } | null
        /** Callers before others; without priority 0 */
        readonly priorityCallers: readonly ({
          /** A number, or the beginning of numbers: +49221* */
          readonly caller: string
          readonly priority: number
        })[]
        /** Key that leaves the queue */
        readonly exit: {
          readonly key: string
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
        } | null
        /** Key that hangs up and keeps the place: an agent calls back */
        readonly callback: {
          readonly key: string
        } | null
        /** null: declined */
        readonly whenClosed: {
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
        /** null: busy */
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
        /** Nobody is signed in, at first or any more; null: the caller waits */
        readonly whenNoAgent: {
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
        /** No agent is free when the caller comes; null: the caller waits */
        readonly whenAllBusy: {
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
        /** null: the call ends */
        readonly afterMaxWait: {
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
  /** Change a queue */
  readonly 'PATCH /queues/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly body: {
      readonly name?: string
      readonly number?: string | null
      /** Replaced whole */
      readonly settings?: {
        /** Which free agents a caller rings: all, or one at a time */
        readonly strategy?: "simultaneous" | "random" | "longest-idle" | "next-in-turn"
        /** "with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG) */
        readonly answer?: "at-once" | "with-agent"
        readonly greeting?: boolean
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Said as the word of patience; null: the prompt `queue-please-hold` */
        readonly periodicAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        readonly announcements?: {
          /** The place in the queue */
          readonly position?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** The estimated waiting time */
          readonly wait?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** A word of patience */
          readonly periodic?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** By which key one is called back and keeps its place; nothing where there is none */
          readonly callback?: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
        }
        /** How long an agent is rung before another */
        readonly agentSeconds?: number
        /** How long one who did not answer is left alone */
        readonly retrySeconds?: number
        /** Time for an agent after each call of the queue */
        readonly wrapUpSeconds?: number
        /** The agent hears the name of the queue and how long the caller has waited; the phone shows the name */
        readonly announceToAgent?: boolean
        /** Says the name of the queue to agents; null: the machine does, where espeak-ng is installed */
        readonly nameAnnouncement?: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** How phones ring for the queue; null: as the tenant has it for queues */
        readonly ringTone?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly maxCallers?: number
        readonly maxWaitSeconds?: number | null
        /** Takes callers only while that is open */
        readonly hours?: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
        } | null
        /** Callers before others; without priority 0 */
        readonly priorityCallers?: readonly ({
          /** A number, or the beginning of numbers: +49221* */
          readonly caller: string
          readonly priority: number
        })[]
        /** Key that leaves the queue */
        readonly exit?: {
          readonly key: string
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
        } | null
        /** Key that hangs up and keeps the place: an agent calls back */
        readonly callback?: {
          readonly key: string
        } | null
        /** null: declined */
        readonly whenClosed?: {
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
        /** null: busy */
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
        /** Nobody is signed in, at first or any more; null: the caller waits */
        readonly whenNoAgent?: {
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
        /** No agent is free when the caller comes; null: the caller waits */
        readonly whenAllBusy?: {
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
        /** null: the call ends */
        readonly afterMaxWait?: {
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
        /** Which free agents a caller rings: all, or one at a time */
        readonly strategy: "simultaneous" | "random" | "longest-idle" | "next-in-turn"
        /** "with-agent": greeting and music before the answer, so that waiting costs nothing (§ 115 TKG) */
        readonly answer: "at-once" | "with-agent"
        readonly greeting: boolean
        /** Said as the greeting; null: the prompt `queue-welcome` */
        readonly greetingAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** Said as the word of patience; null: the prompt `queue-please-hold` */
        readonly periodicAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        readonly announcements: {
          /** The place in the queue */
          readonly position: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** The estimated waiting time */
          readonly wait: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** A word of patience */
          readonly periodic: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
          /** By which key one is called back and keeps its place; nothing where there is none */
          readonly callback: {
            readonly firstSeconds: number
            readonly everySeconds: number
          } | null
        }
        /** How long an agent is rung before another */
        readonly agentSeconds: number
        /** How long one who did not answer is left alone */
        readonly retrySeconds: number
        /** Time for an agent after each call of the queue */
        readonly wrapUpSeconds: number
        /** The agent hears the name of the queue and how long the caller has waited; the phone shows the name */
        readonly announceToAgent: boolean
        /** Says the name of the queue to agents; null: the machine does, where espeak-ng is installed */
        readonly nameAnnouncement: {
          readonly kind: "announcement"
          readonly targetId: string
        } | null
        /** How phones ring for the queue; null: as the tenant has it for queues */
        readonly ringTone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly maxCallers: number
        readonly maxWaitSeconds: number | null
        /** Takes callers only while that is open */
        readonly hours: {
          readonly schedule: {
            readonly kind: "schedule"
            readonly targetId: string
          }
        } | null
        /** Callers before others; without priority 0 */
        readonly priorityCallers: readonly ({
          /** A number, or the beginning of numbers: +49221* */
          readonly caller: string
          readonly priority: number
        })[]
        /** Key that leaves the queue */
        readonly exit: {
          readonly key: string
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
        } | null
        /** Key that hangs up and keeps the place: an agent calls back */
        readonly callback: {
          readonly key: string
        } | null
        /** null: declined */
        readonly whenClosed: {
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
        /** null: busy */
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
        /** Nobody is signed in, at first or any more; null: the caller waits */
        readonly whenNoAgent: {
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
        /** No agent is free when the caller comes; null: the caller waits */
        readonly whenAllBusy: {
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
        /** null: the call ends */
        readonly afterMaxWait: {
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
  /** Delete a queue */
  readonly 'DELETE /queues/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly answer: null
  }
  /** Sign a member in or out, or pause it */
  readonly 'PATCH /queues/{teamId}/members/{extensionId}': {
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
  /** Show a queue live */
  readonly 'GET /queues/{teamId}/live': {
    readonly path: { readonly teamId: string }
    readonly answer: {
      readonly waiting: readonly ({
        readonly position: number
        readonly kind: "caller" | "callback"
        /** Of one who is to be called back, to delete the promise */
        readonly callbackId: string | null
        readonly caller: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        }
        readonly priority: number
        readonly waitedSeconds: number
        readonly estimatedWaitSeconds: number | null
      })[]
      readonly agents: readonly ({
        readonly extensionId: string
        readonly number: string | null
        readonly name: string | null
        /** For this queue or another one; a ready agent may be in a call of its own */
        readonly state: "signed-out" | "paused" | "ready" | "rung" | "talking" | "wrap-up" | "not-answering"
        /** Of "wrap-up" and "not-answering" */
        readonly endsInSeconds: number | null
      })[]
    }
  }
  /** Call a caller of a queue back no more */
  readonly 'DELETE /queues/{teamId}/callbacks/{callbackId}': {
    readonly path: { readonly teamId: string; readonly callbackId: string }
    readonly answer: null
  }
}
