// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PageGroupsOperations {
  /** List page groups */
  readonly 'GET /page-groups': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string | null
        readonly settings: {
          /** Those who hear the page may answer, and all hear them; else only the caller is heard */
          readonly talkBack: boolean
          /** Which extensions may page */
          readonly callers: "everyone" | "members"
          /** Members called at a time; further ones are left out */
          readonly maxPhones: number
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
  /** Create a page group */
  readonly 'POST /page-groups': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** Internal number; null: only destinations lead here */
      readonly number?: string | null
      readonly settings: {
        /** Those who hear the page may answer, and all hear them; else only the caller is heard */
        readonly talkBack?: boolean
        /** Which extensions may page */
        readonly callers?: "everyone" | "members"
        /** Members called at a time; further ones are left out */
        readonly maxPhones?: number
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
        /** Those who hear the page may answer, and all hear them; else only the caller is heard */
        readonly talkBack: boolean
        /** Which extensions may page */
        readonly callers: "everyone" | "members"
        /** Members called at a time; further ones are left out */
        readonly maxPhones: number
      }
      readonly members: readonly ({
        readonly extensionId: string
        readonly signedIn: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused: boolean
      })[]
    }
  }
  /** Get a page group */
  readonly 'GET /page-groups/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string | null
      readonly settings: {
        /** Those who hear the page may answer, and all hear them; else only the caller is heard */
        readonly talkBack: boolean
        /** Which extensions may page */
        readonly callers: "everyone" | "members"
        /** Members called at a time; further ones are left out */
        readonly maxPhones: number
      }
      readonly members: readonly ({
        readonly extensionId: string
        readonly signedIn: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused: boolean
      })[]
    }
  }
  /** Change a page group */
  readonly 'PATCH /page-groups/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly body: {
      readonly name?: string
      readonly number?: string | null
      /** Replaced whole */
      readonly settings?: {
        /** Those who hear the page may answer, and all hear them; else only the caller is heard */
        readonly talkBack?: boolean
        /** Which extensions may page */
        readonly callers?: "everyone" | "members"
        /** Members called at a time; further ones are left out */
        readonly maxPhones?: number
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
        /** Those who hear the page may answer, and all hear them; else only the caller is heard */
        readonly talkBack: boolean
        /** Which extensions may page */
        readonly callers: "everyone" | "members"
        /** Members called at a time; further ones are left out */
        readonly maxPhones: number
      }
      readonly members: readonly ({
        readonly extensionId: string
        readonly signedIn: boolean
        /** Signed in, but takes no calls of the team now */
        readonly paused: boolean
      })[]
    }
  }
  /** Delete a page group */
  readonly 'DELETE /page-groups/{teamId}': {
    readonly path: { readonly teamId: string }
    readonly answer: null
  }
  /** Sign a member in or out, or pause it */
  readonly 'PATCH /page-groups/{teamId}/members/{extensionId}': {
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
