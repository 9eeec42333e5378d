// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface NumbersOperations {
  /** List single numbers and blocks with their state */
  readonly 'GET /number-ranges': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string; readonly state?: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"; readonly siteId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** The number, or the first one of the block */
        readonly e164: string
        readonly tenantId: string
        readonly size: number
        readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
        readonly stateSince: string
        readonly due: string | null
        /** It came from another provider */
        readonly ported: boolean
        readonly siteId: string | null
        readonly upstreamCarrier: string | null
        readonly temporaryFor: string | null
        readonly notes: string
        /** Whether calls with more digits than the block has reach its numbers */
        readonly digitsBeyond: "allowed" | "forbidden"
        /** Calls that came with more digits than the block has (NUM-05) */
        readonly beyondCalls: number
        readonly lastBeyondAt: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get a single number or a block by its first number */
  readonly 'GET /number-ranges/{e164}': {
    readonly path: { readonly e164: string }
    readonly answer: {
      /** The number, or the first one of the block */
      readonly e164: string
      readonly tenantId: string
      readonly size: number
      readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
      readonly stateSince: string
      readonly due: string | null
      /** It came from another provider */
      readonly ported: boolean
      readonly siteId: string | null
      readonly upstreamCarrier: string | null
      readonly temporaryFor: string | null
      readonly notes: string
      /** Whether calls with more digits than the block has reach its numbers */
      readonly digitsBeyond: "allowed" | "forbidden"
      /** Calls that came with more digits than the block has (NUM-05) */
      readonly beyondCalls: number
      readonly lastBeyondAt: string | null
    }
  }
  /** Change state, site, carrier or notes of a number or block */
  readonly 'PATCH /number-ranges/{e164}': {
    readonly path: { readonly e164: string }
    readonly body: {
      /** Calls reach it while it is temporary, active or porting out */
      readonly state?: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
      /** Day on which the state is to end: of the porting, the temporary use, the quarantine */
      readonly due?: string | null
      /** The site where it is, in whose Ortsnetz a geographic number must be; null: the main one */
      readonly siteId?: string | null
      /** The carrier that it lies with (NUM-08) */
      readonly upstreamCarrier?: string | null
      /** Of a temporary number: the one that it stands in for; both may stay (TRK-17) */
      readonly temporaryFor?: string | null
      /** Whether calls with more digits than the block has reach its numbers; they are counted all the same (NUM-05) */
      readonly digitsBeyond?: "allowed" | "forbidden"
      readonly notes?: string
    }
    readonly answer: {
      /** The number, or the first one of the block */
      readonly e164: string
      readonly tenantId: string
      readonly size: number
      readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
      readonly stateSince: string
      readonly due: string | null
      /** It came from another provider */
      readonly ported: boolean
      readonly siteId: string | null
      readonly upstreamCarrier: string | null
      readonly temporaryFor: string | null
      readonly notes: string
      /** Whether calls with more digits than the block has reach its numbers */
      readonly digitsBeyond: "allowed" | "forbidden"
      /** Calls that came with more digits than the block has (NUM-05) */
      readonly beyondCalls: number
      readonly lastBeyondAt: string | null
    }
  }
  /** List numbers */
  readonly 'GET /numbers': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly sort?: "e164" | "-e164"; readonly q?: string; readonly tenantId?: string; readonly extensionNumber?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly e164: string
        readonly tenantId: string
        /** The block it belongs to; null for a single number */
        readonly block: {
          readonly first: string
          readonly size: number
        } | null
        /** The site where it is; null: the main one */
        readonly siteId: string | null
        /** Calls reach it while it is temporary, active or porting out */
        readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
        /** Where calls to it are led, its own or that of its large block; null: they are answered 404 */
        readonly destination: {
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
        /** Where a fax machine goes that is heard calling it; null: where everybody goes */
        readonly fax: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | null
        /** Number of the extension that it leads to, if it leads to one */
        readonly extensionNumber: string | null
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Assign a number or a block */
  readonly 'POST /numbers': {
    readonly body: {
      readonly tenantId: string
      /** The number, or the first one of a block */
      readonly first: string
      /** 1, or a block of 10, 100, 1,000 or 10,000 */
      readonly size?: 1 | 10 | 100 | 1000 | 10000
      /** Calls reach it while it is temporary, active or porting out */
      readonly state?: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
      /** Day on which the state is to end: of the porting, the temporary use, the quarantine */
      readonly due?: string | null
      /** The site where it is, in whose Ortsnetz a geographic number must be; null: the main one */
      readonly siteId?: string | null
      /** The carrier that it lies with (NUM-08) */
      readonly upstreamCarrier?: string | null
      /** Of a temporary number: the one that it stands in for; both may stay (TRK-17) */
      readonly temporaryFor?: string | null
      /** Whether calls with more digits than the block has reach its numbers; they are counted all the same (NUM-05) */
      readonly digitsBeyond?: "allowed" | "forbidden"
      readonly notes?: string
      /** It comes from another provider */
      readonly ported?: boolean
    }
    readonly answer: {
      readonly items: readonly ({
        readonly e164: string
        readonly tenantId: string
        /** The block it belongs to; null for a single number */
        readonly block: {
          readonly first: string
          readonly size: number
        } | null
        /** The site where it is; null: the main one */
        readonly siteId: string | null
        /** Calls reach it while it is temporary, active or porting out */
        readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
        /** Where calls to it are led, its own or that of its large block; null: they are answered 404 */
        readonly destination: {
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
        /** Where a fax machine goes that is heard calling it; null: where everybody goes */
        readonly fax: {
          readonly kind: "fax"
          /** Id of an extension that is a fax line */
          readonly targetId: string
        } | {
          readonly kind: "external"
          readonly number: string
        } | null
        /** Number of the extension that it leads to, if it leads to one */
        readonly extensionNumber: string | null
        readonly createdAt: string
      })[]
    }
  }
  /** Get a number */
  readonly 'GET /numbers/{e164}': {
    readonly path: { readonly e164: string }
    readonly answer: {
      readonly e164: string
      readonly tenantId: string
      /** The block it belongs to; null for a single number */
      readonly block: {
        readonly first: string
        readonly size: number
      } | null
      /** The site where it is; null: the main one */
      readonly siteId: string | null
      /** Calls reach it while it is temporary, active or porting out */
      readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
      /** Where calls to it are led, its own or that of its large block; null: they are answered 404 */
      readonly destination: {
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
      /** Where a fax machine goes that is heard calling it; null: where everybody goes */
      readonly fax: {
        readonly kind: "fax"
        /** Id of an extension that is a fax line */
        readonly targetId: string
      } | {
        readonly kind: "external"
        readonly number: string
      } | null
      /** Number of the extension that it leads to, if it leads to one */
      readonly extensionNumber: string | null
      readonly createdAt: string
    }
  }
  /** Lead a number to a destination */
  readonly 'PATCH /numbers/{e164}': {
    readonly path: { readonly e164: string }
    readonly body: {
      readonly destination?: {
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
      readonly fax?: {
        readonly kind: "fax"
        /** Id of an extension that is a fax line */
        readonly targetId: string
      } | {
        readonly kind: "external"
        readonly number: string
      } | null
      /** The site where it is, in whose Ortsnetz a geographic number must be; null: that of its block, else the main one */
      readonly siteId?: string | null
      /** Short for the destination that is the extension with this number */
      readonly extensionNumber?: string | null
    }
    readonly answer: {
      readonly e164: string
      readonly tenantId: string
      /** The block it belongs to; null for a single number */
      readonly block: {
        readonly first: string
        readonly size: number
      } | null
      /** The site where it is; null: the main one */
      readonly siteId: string | null
      /** Calls reach it while it is temporary, active or porting out */
      readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
      /** Where calls to it are led, its own or that of its large block; null: they are answered 404 */
      readonly destination: {
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
      /** Where a fax machine goes that is heard calling it; null: where everybody goes */
      readonly fax: {
        readonly kind: "fax"
        /** Id of an extension that is a fax line */
        readonly targetId: string
      } | {
        readonly kind: "external"
        readonly number: string
      } | null
      /** Number of the extension that it leads to, if it leads to one */
      readonly extensionNumber: string | null
      readonly createdAt: string
    }
  }
  /** Take back a number, or a block by its first number */
  readonly 'DELETE /numbers/{e164}': {
    readonly path: { readonly e164: string }
    readonly answer: null
  }
}
