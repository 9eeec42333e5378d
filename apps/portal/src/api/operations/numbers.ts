// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface NumbersOperations {
  /** List numbers */
  readonly 'GET /numbers': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string; readonly tenantId?: string; readonly extensionNumber?: string }
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
        /** Where calls to it are led; null: they are answered 404 */
        readonly destination: {
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
      /** 1, or a block of 10 or 100 */
      readonly size?: 1 | 10 | 100
      /** The site where it is, in whose Ortsnetz a geographic number must be; null: the main one */
      readonly siteId?: string | null
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
        /** Where calls to it are led; null: they are answered 404 */
        readonly destination: {
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
      /** Where calls to it are led; null: they are answered 404 */
      readonly destination: {
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
      } | null
      readonly fax?: {
        readonly kind: "fax"
        /** Id of an extension that is a fax line */
        readonly targetId: string
      } | {
        readonly kind: "external"
        readonly number: string
      } | null
      /** The site where it is, in whose Ortsnetz a geographic number must be; null: the main one */
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
      /** Where calls to it are led; null: they are answered 404 */
      readonly destination: {
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
