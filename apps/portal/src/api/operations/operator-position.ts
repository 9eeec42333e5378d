// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface OperatorPositionOperations {
  /** Get the operator position */
  readonly 'GET /operator-position': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly name: string
      /** Internal number; null: only destinations lead here */
      readonly number: string | null
      /** The phone, ring group or queue of the operators */
      readonly day: {
        readonly kind: "extension" | "group" | "queue"
        readonly targetId: string
      }
      /** Any destination; null: as by day */
      readonly night: {
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
      /** While it is closed it is night; null: always day */
      readonly hours: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
      } | null
      /** Whether callers hear a word of welcome before it rings, without charge before the answer (LAW-08) or answered */
      readonly greeting: "none" | "before-answer" | "answered"
      /** How long a phone is rung; groups and queues have times of their own */
      readonly ringSeconds: number
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
      /** How long an extension is rung for a caller that an operator has transferred */
      readonly returnSeconds: number
      /** Who may switch between day and night by code: those of the day target, or all extensions */
      readonly switchedBy: "operators" | "everyone"
      readonly mode: "automatic" | "day" | "night"
      readonly id: string
      readonly tenantId: string
      /** The target that counts now */
      readonly now: "day" | "night"
    }
  }
  /** Change or switch the operator position: what is given is replaced. The first change makes it */
  readonly 'PATCH /operator-position': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly name?: string
      /** Internal number; null: only destinations lead here */
      readonly number?: string | null
      /** The phone, ring group or queue of the operators */
      readonly day?: {
        readonly kind: "extension" | "group" | "queue"
        readonly targetId: string
      }
      /** Any destination; null: as by day */
      readonly night?: {
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
      /** While it is closed it is night; null: always day */
      readonly hours?: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
      } | null
      /** Whether callers hear a word of welcome before it rings, without charge before the answer (LAW-08) or answered */
      readonly greeting?: "none" | "before-answer" | "answered"
      /** How long a phone is rung; groups and queues have times of their own */
      readonly ringSeconds?: number
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
      /** How long an extension is rung for a caller that an operator has transferred */
      readonly returnSeconds?: number
      /** Who may switch between day and night by code: those of the day target, or all extensions */
      readonly switchedBy?: "operators" | "everyone"
      readonly mode?: "automatic" | "day" | "night"
    }
    readonly answer: {
      readonly name: string
      /** Internal number; null: only destinations lead here */
      readonly number: string | null
      /** The phone, ring group or queue of the operators */
      readonly day: {
        readonly kind: "extension" | "group" | "queue"
        readonly targetId: string
      }
      /** Any destination; null: as by day */
      readonly night: {
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
      /** While it is closed it is night; null: always day */
      readonly hours: {
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
      } | null
      /** Whether callers hear a word of welcome before it rings, without charge before the answer (LAW-08) or answered */
      readonly greeting: "none" | "before-answer" | "answered"
      /** How long a phone is rung; groups and queues have times of their own */
      readonly ringSeconds: number
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
      /** How long an extension is rung for a caller that an operator has transferred */
      readonly returnSeconds: number
      /** Who may switch between day and night by code: those of the day target, or all extensions */
      readonly switchedBy: "operators" | "everyone"
      readonly mode: "automatic" | "day" | "night"
      readonly id: string
      readonly tenantId: string
      /** The target that counts now */
      readonly now: "day" | "night"
    }
  }
  /** Delete the operator position */
  readonly 'DELETE /operator-position': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: null
  }
  /** List who has switched the operator position, the newest first */
  readonly 'GET /operator-position/switches': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly mode: "automatic" | "day" | "night"
        readonly switchedAt: string
        /** Who dialled the code; null: by the API */
        readonly extension: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
}
