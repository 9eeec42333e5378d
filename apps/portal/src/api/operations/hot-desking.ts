// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface HotDeskingOperations {
  /** List shared phones, with who is logged in */
  readonly 'GET /shared-phones': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** The extension with whose SIP account the phone is registered */
        readonly extensionId: string
        /** Who is logged in */
        readonly user: {
          readonly extensionId: string
          readonly since: string
        } | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Make the phone of an extension a shared one */
  readonly 'POST /shared-phones': {
    readonly body: {
      readonly extensionId: string
    }
    readonly answer: {
      /** The extension with whose SIP account the phone is registered */
      readonly extensionId: string
      /** Who is logged in */
      readonly user: {
        readonly extensionId: string
        readonly since: string
      } | null
    }
  }
  /** Get a shared phone */
  readonly 'GET /shared-phones/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** The extension with whose SIP account the phone is registered */
      readonly extensionId: string
      /** Who is logged in */
      readonly user: {
        readonly extensionId: string
        readonly since: string
      } | null
    }
  }
  /** Make it a phone of its own again */
  readonly 'DELETE /shared-phones/{extensionId}': {
    readonly path: { readonly extensionId: string }
    readonly answer: null
  }
  /** Log an extension in at a shared phone */
  readonly 'POST /shared-phones/{extensionId}/log-in': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Who is logged in; needs no PIN here */
      readonly extensionId: string
      /** Log out who is there */
      readonly replace?: boolean
    }
    readonly answer: {
      /** The extension with whose SIP account the phone is registered */
      readonly extensionId: string
      /** Who is logged in */
      readonly user: {
        readonly extensionId: string
        readonly since: string
      } | null
    }
  }
  /** Log out who is logged in at a shared phone */
  readonly 'POST /shared-phones/{extensionId}/log-out': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** The extension with whose SIP account the phone is registered */
      readonly extensionId: string
      /** Who is logged in */
      readonly user: {
        readonly extensionId: string
        readonly since: string
      } | null
    }
  }
  /** Whether an extension has a PIN for phones that are not its own */
  readonly 'GET /extensions/{extensionId}/pin': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly hasPin: boolean
      /** After five wrong PINs, for half an hour */
      readonly locked: boolean
    }
  }
  /** Set the PIN; ends a lock */
  readonly 'PATCH /extensions/{extensionId}/pin': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      readonly pin: string
    }
    readonly answer: {
      readonly hasPin: boolean
      /** After five wrong PINs, for half an hour */
      readonly locked: boolean
    }
  }
  /** Take the PIN away; the extension is logged out */
  readonly 'DELETE /extensions/{extensionId}/pin': {
    readonly path: { readonly extensionId: string }
    readonly answer: null
  }
  /** Get how shared phones are used */
  readonly 'GET /hot-desk-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** At a phone where somebody is logged in: refuse the newcomer, or log the other one out */
      readonly whenTaken: "refuse" | "replace"
      /** Automatic log-out so long after the log-in; null: never */
      readonly logOutAfterHours: number | null
      /** Automatic log-out at that time every day, in the tenant's time zone; null: never */
      readonly logOutAt: string | null
      /** Automatic log-out when that schedule closes; null: never */
      readonly logOutWhenClosed: {
        readonly kind: "schedule"
        readonly targetId: string
      } | null
      /** Where calls go to an extension with a PIN that is logged in nowhere, has no phone of its own and no forwarding; null: refused */
      readonly loggedOffTo: {
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
  }
  /** Change how shared phones are used */
  readonly 'PATCH /hot-desk-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** At a phone where somebody is logged in: refuse the newcomer, or log the other one out */
      readonly whenTaken?: "refuse" | "replace"
      /** Automatic log-out so long after the log-in; null: never */
      readonly logOutAfterHours?: number | null
      /** Automatic log-out at that time every day, in the tenant's time zone; null: never */
      readonly logOutAt?: string | null
      /** Automatic log-out when that schedule closes; null: never */
      readonly logOutWhenClosed?: {
        readonly kind: "schedule"
        readonly targetId: string
      } | null
      /** Where calls go to an extension with a PIN that is logged in nowhere, has no phone of its own and no forwarding; null: refused */
      readonly loggedOffTo?: {
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
    readonly answer: {
      /** At a phone where somebody is logged in: refuse the newcomer, or log the other one out */
      readonly whenTaken: "refuse" | "replace"
      /** Automatic log-out so long after the log-in; null: never */
      readonly logOutAfterHours: number | null
      /** Automatic log-out at that time every day, in the tenant's time zone; null: never */
      readonly logOutAt: string | null
      /** Automatic log-out when that schedule closes; null: never */
      readonly logOutWhenClosed: {
        readonly kind: "schedule"
        readonly targetId: string
      } | null
      /** Where calls go to an extension with a PIN that is logged in nowhere, has no phone of its own and no forwarding; null: refused */
      readonly loggedOffTo: {
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
  }
}
