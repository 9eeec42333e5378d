// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SecretariatsOperations {
  /** List a tenant's secretariats */
  readonly 'GET /secretariats': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly bossId: string
        /** Ids of extensions, rung together */
        readonly secretaries: readonly string[]
        /** The filter is on: the secretaries are rung instead of the boss */
        readonly active: boolean
        /** Whose calls are filtered: of the same tenant, from elsewhere, or both */
        readonly callers: "all" | "internal" | "external"
        /** Callers who reach the boss though the filter is on */
        readonly bypass: readonly string[]
        /** How long the secretaries are rung */
        readonly ringSeconds: number
        /** When no secretary answers: the boss is rung, or any destination; null: the caller is told so */
        readonly whenAbsent: {
          readonly kind: "boss"
        } | {
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
      })[]
    }
  }
  /** Get a boss's secretariat */
  readonly 'GET /extensions/{extensionId}/secretariat': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      readonly bossId: string
      /** Ids of extensions, rung together */
      readonly secretaries: readonly string[]
      /** The filter is on: the secretaries are rung instead of the boss */
      readonly active: boolean
      /** Whose calls are filtered: of the same tenant, from elsewhere, or both */
      readonly callers: "all" | "internal" | "external"
      /** Callers who reach the boss though the filter is on */
      readonly bypass: readonly string[]
      /** How long the secretaries are rung */
      readonly ringSeconds: number
      /** When no secretary answers: the boss is rung, or any destination; null: the caller is told so */
      readonly whenAbsent: {
        readonly kind: "boss"
      } | {
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
  /** Change a boss's secretariat, or switch its filter: what is given is replaced. The first change makes it */
  readonly 'PATCH /extensions/{extensionId}/secretariat': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Ids of extensions, rung together */
      readonly secretaries?: readonly string[]
      /** The filter is on: the secretaries are rung instead of the boss */
      readonly active?: boolean
      /** Whose calls are filtered: of the same tenant, from elsewhere, or both */
      readonly callers?: "all" | "internal" | "external"
      /** Callers who reach the boss though the filter is on */
      readonly bypass?: readonly string[]
      /** How long the secretaries are rung */
      readonly ringSeconds?: number
      /** When no secretary answers: the boss is rung, or any destination; null: the caller is told so */
      readonly whenAbsent?: {
        readonly kind: "boss"
      } | {
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
      readonly bossId: string
      /** Ids of extensions, rung together */
      readonly secretaries: readonly string[]
      /** The filter is on: the secretaries are rung instead of the boss */
      readonly active: boolean
      /** Whose calls are filtered: of the same tenant, from elsewhere, or both */
      readonly callers: "all" | "internal" | "external"
      /** Callers who reach the boss though the filter is on */
      readonly bypass: readonly string[]
      /** How long the secretaries are rung */
      readonly ringSeconds: number
      /** When no secretary answers: the boss is rung, or any destination; null: the caller is told so */
      readonly whenAbsent: {
        readonly kind: "boss"
      } | {
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
  /** Delete a boss's secretariat */
  readonly 'DELETE /extensions/{extensionId}/secretariat': {
    readonly path: { readonly extensionId: string }
    readonly answer: null
  }
}
