// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface AnnouncementsOperations {
  /** List announcements */
  readonly 'GET /announcements': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** The prompt of a block; `targetId` of the destination `announcement` */
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string | null
        readonly sounds: readonly ({
          readonly language: "de" | "en"
          readonly durationMs: number
          readonly octets: number
          /** The text that the machine has spoken; null: a recording */
          readonly spoken: string | null
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create an announcement; what it says is sent, recorded or spoken afterwards */
  readonly 'POST /announcements': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Internal number: dialled, it is heard; behind the code for recording, it is recorded */
      readonly number?: string | null
    }
    readonly answer: {
      /** The prompt of a block; `targetId` of the destination `announcement` */
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly sounds: readonly ({
        readonly language: "de" | "en"
        readonly durationMs: number
        readonly octets: number
        /** The text that the machine has spoken; null: a recording */
        readonly spoken: string | null
      })[]
    }
  }
  /** Get an announcement, with what uses it */
  readonly 'GET /announcements/{announcementId}': {
    readonly path: { readonly announcementId: string }
    readonly answer: {
      /** The prompt of a block; `targetId` of the destination `announcement` */
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly sounds: readonly ({
        readonly language: "de" | "en"
        readonly durationMs: number
        readonly octets: number
        /** The text that the machine has spoken; null: a recording */
        readonly spoken: string | null
      })[]
      /** It cannot be deleted while something uses it */
      readonly usedBy: readonly ({
        readonly kind: string
        readonly id: string
        readonly name: string
      })[]
    }
  }
  /** Change name or number */
  readonly 'PATCH /announcements/{announcementId}': {
    readonly path: { readonly announcementId: string }
    readonly body: {
      readonly name?: string
      /** Internal number: dialled, it is heard; behind the code for recording, it is recorded */
      readonly number?: string | null
    }
    readonly answer: {
      /** The prompt of a block; `targetId` of the destination `announcement` */
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly sounds: readonly ({
        readonly language: "de" | "en"
        readonly durationMs: number
        readonly octets: number
        /** The text that the machine has spoken; null: a recording */
        readonly spoken: string | null
      })[]
    }
  }
  /** Delete an announcement that nothing uses */
  readonly 'DELETE /announcements/{announcementId}': {
    readonly path: { readonly announcementId: string }
    readonly answer: null
  }
  /** Set the PIN with which announcements are recorded by phone */
  readonly 'PATCH /announcement-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** null: announcements are not recorded by phone */
      readonly recordingPin: string | null
    }
    readonly answer: null
  }
  /** Let the machine speak a text; needs espeak-ng on the server */
  readonly 'POST /announcements/{announcementId}/sounds/{language}/spoken': {
    readonly path: { readonly announcementId: string; readonly language: "de" | "en" }
    readonly body: {
      /** Spoken by the machine, as a recording */
      readonly text: string
    }
    readonly answer: {
      /** The prompt of a block; `targetId` of the destination `announcement` */
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly sounds: readonly ({
        readonly language: "de" | "en"
        readonly durationMs: number
        readonly octets: number
        /** The text that the machine has spoken; null: a recording */
        readonly spoken: string | null
      })[]
    }
  }
  /** Hear what an announcement says (WAV) */
  readonly 'GET /announcements/{announcementId}/sounds/{language}': {
    readonly path: { readonly announcementId: string; readonly language: "de" | "en" }
    readonly answer: null
  }
  /** Delete what an announcement says in one language */
  readonly 'DELETE /announcements/{announcementId}/sounds/{language}': {
    readonly path: { readonly announcementId: string; readonly language: "de" | "en" }
    readonly answer: null
  }
  /** Send what an announcement says: WAV or MP3 */
  readonly 'POST /announcements/{announcementId}/sounds/{language}': {
    readonly path: { readonly announcementId: string; readonly language: "de" | "en" }
    readonly body: Blob
    readonly answer: {
      /** The prompt of a block; `targetId` of the destination `announcement` */
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly sounds: readonly ({
        readonly language: "de" | "en"
        readonly durationMs: number
        readonly octets: number
        /** The text that the machine has spoken; null: a recording */
        readonly spoken: string | null
      })[]
    }
  }
}
