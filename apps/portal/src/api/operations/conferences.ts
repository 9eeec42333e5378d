// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ConferencesOperations {
  /** List conference rooms */
  readonly 'GET /conference-rooms': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string | null
        readonly hasParticipantPin: boolean
        readonly hasModeratorPin: boolean
        /** At most; the tenant's profile may allow fewer */
        readonly maxMembers: number
        /** Participants hear music until a moderator is there */
        readonly waitForModerator: boolean
        /** What becomes of the conference when its last moderator leaves */
        readonly whenModeratorLeaves: "goes-on" | "ends"
        /** A tone when somebody comes or leaves */
        readonly entryTones: boolean
        /** Whoever comes in hears how many are there */
        readonly announceCount: boolean
        /** Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference */
        readonly announceNames: boolean
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a conference room */
  readonly 'POST /conference-rooms': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Internal number; null: it is reached by the public numbers that lead to it */
      readonly number?: string | null
      /** Asked of participants; null: none is asked. It is never shown again */
      readonly participantPin?: string | null
      /** Makes its caller a moderator; null: the room has none. It is never shown again */
      readonly moderatorPin?: string | null
      /** At most; the tenant's profile may allow fewer */
      readonly maxMembers?: number
      /** Participants hear music until a moderator is there */
      readonly waitForModerator?: boolean
      /** What becomes of the conference when its last moderator leaves */
      readonly whenModeratorLeaves?: "goes-on" | "ends"
      /** A tone when somebody comes or leaves */
      readonly entryTones?: boolean
      /** Whoever comes in hears how many are there */
      readonly announceCount?: boolean
      /** Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference */
      readonly announceNames?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly hasParticipantPin: boolean
      readonly hasModeratorPin: boolean
      /** At most; the tenant's profile may allow fewer */
      readonly maxMembers: number
      /** Participants hear music until a moderator is there */
      readonly waitForModerator: boolean
      /** What becomes of the conference when its last moderator leaves */
      readonly whenModeratorLeaves: "goes-on" | "ends"
      /** A tone when somebody comes or leaves */
      readonly entryTones: boolean
      /** Whoever comes in hears how many are there */
      readonly announceCount: boolean
      /** Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference */
      readonly announceNames: boolean
    }
  }
  /** Get a conference room */
  readonly 'GET /conference-rooms/{roomId}': {
    readonly path: { readonly roomId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly hasParticipantPin: boolean
      readonly hasModeratorPin: boolean
      /** At most; the tenant's profile may allow fewer */
      readonly maxMembers: number
      /** Participants hear music until a moderator is there */
      readonly waitForModerator: boolean
      /** What becomes of the conference when its last moderator leaves */
      readonly whenModeratorLeaves: "goes-on" | "ends"
      /** A tone when somebody comes or leaves */
      readonly entryTones: boolean
      /** Whoever comes in hears how many are there */
      readonly announceCount: boolean
      /** Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference */
      readonly announceNames: boolean
    }
  }
  /** Change a conference room */
  readonly 'PATCH /conference-rooms/{roomId}': {
    readonly path: { readonly roomId: string }
    readonly body: {
      readonly name?: string
      /** Internal number; null: it is reached by the public numbers that lead to it */
      readonly number?: string | null
      /** Asked of participants; null: none is asked. It is never shown again */
      readonly participantPin?: string | null
      /** Makes its caller a moderator; null: the room has none. It is never shown again */
      readonly moderatorPin?: string | null
      /** At most; the tenant's profile may allow fewer */
      readonly maxMembers?: number
      /** Participants hear music until a moderator is there */
      readonly waitForModerator?: boolean
      /** What becomes of the conference when its last moderator leaves */
      readonly whenModeratorLeaves?: "goes-on" | "ends"
      /** A tone when somebody comes or leaves */
      readonly entryTones?: boolean
      /** Whoever comes in hears how many are there */
      readonly announceCount?: boolean
      /** Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference */
      readonly announceNames?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly hasParticipantPin: boolean
      readonly hasModeratorPin: boolean
      /** At most; the tenant's profile may allow fewer */
      readonly maxMembers: number
      /** Participants hear music until a moderator is there */
      readonly waitForModerator: boolean
      /** What becomes of the conference when its last moderator leaves */
      readonly whenModeratorLeaves: "goes-on" | "ends"
      /** A tone when somebody comes or leaves */
      readonly entryTones: boolean
      /** Whoever comes in hears how many are there */
      readonly announceCount: boolean
      /** Whoever comes in says its name before, which all hear when it comes and goes; names are deleted with the conference */
      readonly announceNames: boolean
    }
  }
  /** Delete a conference room. A conference in it goes on until its members leave */
  readonly 'DELETE /conference-rooms/{roomId}': {
    readonly path: { readonly roomId: string }
    readonly answer: null
  }
  /** Get who is locked out of a conference room by wrong PINs */
  readonly 'GET /conference-rooms/{roomId}/pin-lock': {
    readonly path: { readonly roomId: string }
    readonly answer: {
      /** Nobody gets in by PIN until then: too many wrong ones by many callers */
      readonly lockedUntil: string | null
      /** Who has typed too many wrong PINs */
      readonly callers: readonly ({
        readonly number: string
        readonly lockedUntil: string
      })[]
    }
  }
  /** Let everybody try PINs again */
  readonly 'DELETE /conference-rooms/{roomId}/pin-lock': {
    readonly path: { readonly roomId: string }
    readonly answer: null
  }
  /** Get the conference in a room */
  readonly 'GET /conference-rooms/{roomId}/conference': {
    readonly path: { readonly roomId: string }
    readonly answer: {
      readonly roomId: string
      readonly since: string
      readonly locked: boolean
      /** All who are no moderators */
      readonly allMuted: boolean
      /** It is being recorded; whoever joins is told before */
      readonly recorded: boolean
      readonly members: readonly ({
        readonly id: string
        readonly party: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        }
        readonly role: "participant" | "moderator"
        /** The others do not hear it */
        readonly muted: boolean
        /** It has put the conference on hold, and is not heard meanwhile */
        readonly held: boolean
        /** Hears music: alone, or a moderator is awaited */
        readonly waiting: boolean
        readonly since: string
      })[]
    }
  }
  /** Lock a conference, mute all participants, or record it */
  readonly 'PATCH /conference-rooms/{roomId}/conference': {
    readonly path: { readonly roomId: string }
    readonly body: {
      readonly locked?: boolean
      readonly allMuted?: boolean
      /** True: all are told, then recorded */
      readonly recorded?: boolean
    }
    readonly answer: {
      readonly roomId: string
      readonly since: string
      readonly locked: boolean
      /** All who are no moderators */
      readonly allMuted: boolean
      /** It is being recorded; whoever joins is told before */
      readonly recorded: boolean
      readonly members: readonly ({
        readonly id: string
        readonly party: {
          /** null outside Klinke, and for other tenants */
          readonly tenantId: string | null
          readonly extensionId: string | null
          /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
          readonly number: string
          readonly displayName: string | null
        }
        readonly role: "participant" | "moderator"
        /** The others do not hear it */
        readonly muted: boolean
        /** It has put the conference on hold, and is not heard meanwhile */
        readonly held: boolean
        /** Hears music: alone, or a moderator is awaited */
        readonly waiting: boolean
        readonly since: string
      })[]
    }
  }
  /** End a conference */
  readonly 'DELETE /conference-rooms/{roomId}/conference': {
    readonly path: { readonly roomId: string }
    readonly answer: null
  }
  /** Invite somebody into a conference that is going on: it is called, and in the conference when it answers */
  readonly 'POST /conference-rooms/{roomId}/conference/members': {
    readonly path: { readonly roomId: string }
    readonly body: {
      readonly who: {
        readonly kind: "extension"
        readonly targetId: string
      } | {
        readonly kind: "external"
        readonly number: string
      }
      readonly role?: "participant" | "moderator"
    }
    readonly answer: {
      readonly callId: string
    }
  }
  /** Mute a member, or let it speak again */
  readonly 'PATCH /conference-rooms/{roomId}/conference/members/{memberId}': {
    readonly path: { readonly roomId: string; readonly memberId: string }
    readonly body: {
      readonly muted: boolean
    }
    readonly answer: {
      readonly id: string
      readonly party: {
        /** null outside Klinke, and for other tenants */
        readonly tenantId: string | null
        readonly extensionId: string | null
        /** E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants */
        readonly number: string
        readonly displayName: string | null
      }
      readonly role: "participant" | "moderator"
      /** The others do not hear it */
      readonly muted: boolean
      /** It has put the conference on hold, and is not heard meanwhile */
      readonly held: boolean
      /** Hears music: alone, or a moderator is awaited */
      readonly waiting: boolean
      readonly since: string
    }
  }
  /** Remove a member */
  readonly 'DELETE /conference-rooms/{roomId}/conference/members/{memberId}': {
    readonly path: { readonly roomId: string; readonly memberId: string }
    readonly answer: null
  }
}
