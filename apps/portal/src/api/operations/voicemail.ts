// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface VoicemailOperations {
  /** Get an extension's mailbox */
  readonly 'GET /extensions/{extensionId}/mailbox': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** `targetId` of the destination `voicemail` */
      readonly id: string
      readonly extensionId: string
      /** false: calls that are led here are refused with 480 */
      readonly enabled: boolean
      readonly language: "de" | "en"
      /** In use; one that is not recorded is replaced by the standard one, that by the product's */
      readonly greeting: {
        readonly kind: "always"
        readonly greeting: "standard" | "busy" | "temporary"
      } | {
        readonly kind: "by-schedule"
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly open: "standard" | "busy" | "temporary"
        readonly closed: "standard" | "busy" | "temporary"
      }
      /** The own phone must give the PIN too */
      readonly pinFromOwnPhone: boolean
      /** Number and time are said before each message */
      readonly announceCaller: boolean
      /** Each message goes there as a WAV file; null: nowhere */
      readonly mailTo: string | null
      /** A message that went out by mail is not kept */
      readonly deleteAfterMail: boolean
      readonly hasPin: boolean
      /** Those that are recorded */
      readonly greetings: readonly ("standard" | "busy" | "temporary")[]
      readonly newMessages: number
      readonly savedMessages: number
    }
  }
  /** Change an extension's mailbox: what is given is replaced. The first change makes it */
  readonly 'PATCH /extensions/{extensionId}/mailbox': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** false: calls that are led here are refused with 480 */
      readonly enabled?: boolean
      readonly language?: "de" | "en"
      /** In use; one that is not recorded is replaced by the standard one, that by the product's */
      readonly greeting?: {
        readonly kind: "always"
        readonly greeting: "standard" | "busy" | "temporary"
      } | {
        readonly kind: "by-schedule"
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly open: "standard" | "busy" | "temporary"
        readonly closed: "standard" | "busy" | "temporary"
      }
      /** The own phone must give the PIN too */
      readonly pinFromOwnPhone?: boolean
      /** Number and time are said before each message */
      readonly announceCaller?: boolean
      /** Each message goes there as a WAV file; null: nowhere */
      readonly mailTo?: string | null
      /** A message that went out by mail is not kept */
      readonly deleteAfterMail?: boolean
      readonly pin?: string
    }
    readonly answer: {
      /** `targetId` of the destination `voicemail` */
      readonly id: string
      readonly extensionId: string
      /** false: calls that are led here are refused with 480 */
      readonly enabled: boolean
      readonly language: "de" | "en"
      /** In use; one that is not recorded is replaced by the standard one, that by the product's */
      readonly greeting: {
        readonly kind: "always"
        readonly greeting: "standard" | "busy" | "temporary"
      } | {
        readonly kind: "by-schedule"
        readonly schedule: {
          readonly kind: "schedule"
          readonly targetId: string
        }
        readonly open: "standard" | "busy" | "temporary"
        readonly closed: "standard" | "busy" | "temporary"
      }
      /** The own phone must give the PIN too */
      readonly pinFromOwnPhone: boolean
      /** Number and time are said before each message */
      readonly announceCaller: boolean
      /** Each message goes there as a WAV file; null: nowhere */
      readonly mailTo: string | null
      /** A message that went out by mail is not kept */
      readonly deleteAfterMail: boolean
      readonly hasPin: boolean
      /** Those that are recorded */
      readonly greetings: readonly ("standard" | "busy" | "temporary")[]
      readonly newMessages: number
      readonly savedMessages: number
    }
  }
  /** List the messages of a mailbox, oldest first */
  readonly 'GET /extensions/{extensionId}/mailbox/messages': {
    readonly path: { readonly extensionId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly state?: "new" | "saved" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly state: "new" | "saved"
        /** E.164, internal, or `anonymous` */
        readonly callerNumber: string
        readonly callerName: string | null
        readonly receivedAt: string
        readonly durationSeconds: number
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get the sound of a message (WAV), whole or a range */
  readonly 'GET /extensions/{extensionId}/mailbox/messages/{messageId}/sound': {
    readonly path: { readonly extensionId: string; readonly messageId: string }
    readonly answer: null
  }
  /** Mark a message as new or saved */
  readonly 'PATCH /extensions/{extensionId}/mailbox/messages/{messageId}': {
    readonly path: { readonly extensionId: string; readonly messageId: string }
    readonly body: {
      readonly state: "new" | "saved"
    }
    readonly answer: {
      readonly id: string
      readonly state: "new" | "saved"
      /** E.164, internal, or `anonymous` */
      readonly callerNumber: string
      readonly callerName: string | null
      readonly receivedAt: string
      readonly durationSeconds: number
    }
  }
  /** Delete a message; it can be put back for an hour */
  readonly 'DELETE /extensions/{extensionId}/mailbox/messages/{messageId}': {
    readonly path: { readonly extensionId: string; readonly messageId: string }
    readonly answer: null
  }
  /** Put back a message that was deleted */
  readonly 'POST /extensions/{extensionId}/mailbox/messages/{messageId}/restore': {
    readonly path: { readonly extensionId: string; readonly messageId: string }
    readonly answer: {
      readonly id: string
      readonly state: "new" | "saved"
      /** E.164, internal, or `anonymous` */
      readonly callerNumber: string
      readonly callerName: string | null
      readonly receivedAt: string
      readonly durationSeconds: number
    }
  }
  /** Get where users reach their mailboxes from any phone */
  readonly 'GET /mailbox-access': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** `targetId` of the destination `voicemail` */
      readonly id: string
      /** Internal number; null: reached by public numbers that lead here only */
      readonly number: string | null
    }
  }
  /** Set where users reach their mailboxes from any phone, with extension and PIN */
  readonly 'PATCH /mailbox-access': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly number: string | null
    }
    readonly answer: {
      /** `targetId` of the destination `voicemail` */
      readonly id: string
      /** Internal number; null: reached by public numbers that lead here only */
      readonly number: string | null
    }
  }
  /** Set a greeting of a mailbox: WAV or MP3, 60 s at most */
  readonly 'POST /extensions/{extensionId}/mailbox/greetings/{kind}': {
    readonly path: { readonly extensionId: string; readonly kind: "standard" | "busy" | "temporary" }
    readonly body: Blob
    readonly answer: null
  }
  /** Get a recorded greeting (WAV) */
  readonly 'GET /extensions/{extensionId}/mailbox/greetings/{kind}': {
    readonly path: { readonly extensionId: string; readonly kind: "standard" | "busy" | "temporary" }
    readonly answer: null
  }
  /** Delete a recorded greeting */
  readonly 'DELETE /extensions/{extensionId}/mailbox/greetings/{kind}': {
    readonly path: { readonly extensionId: string; readonly kind: "standard" | "busy" | "temporary" }
    readonly answer: null
  }
}
