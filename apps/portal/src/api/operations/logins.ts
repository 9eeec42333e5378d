// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface LoginsOperations {
  /** List who may sign in */
  readonly 'GET /logins': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly sort?: "createdAt" | "-createdAt" | "name" | "-name" | "email" | "-email"; readonly q?: string; readonly tenantId?: string; readonly extensionId?: string; readonly kind?: "operator" | "reseller" | "tenant" | "user" }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly email: string
        readonly name: string
        readonly language: "de" | "en"
        /** "tenant": an administrator of the tenant; "user": somebody with an extension */
        readonly kind: "operator" | "reseller" | "tenant" | "user"
        readonly tenantId: string | null
        readonly resellerId: string | null
        readonly extensionId: string | null
        readonly rights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
        readonly disabled: boolean
        /** An app for codes, or a passkey */
        readonly hasSecondFactor: boolean
        /** Until then the invitation can be taken up; null: none is open */
        readonly invitedUntil: string | null
        readonly lastSignedInAt: string | null
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a login and invite its person by mail */
  readonly 'POST /logins': {
    readonly body: {
      readonly email: string
      readonly name: string
      readonly language?: "de" | "en"
      /** "tenant": an administrator of the tenant; "user": somebody with an extension */
      readonly kind: "operator" | "reseller" | "tenant" | "user"
      /** Of an administrator or user; a tenant need not name itself */
      readonly tenantId?: string
      /** Of a reseller's person */
      readonly resellerId?: string
      /** Of a user: the own extension */
      readonly extensionId?: string
      /** What is open to it, by areas; null or absent: everything. A user has none */
      readonly rights?: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** Answer with a password that must be changed at the first sign-in, instead of sending an invitation by mail */
      readonly initialPassword?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly email: string
      readonly name: string
      readonly language: "de" | "en"
      /** "tenant": an administrator of the tenant; "user": somebody with an extension */
      readonly kind: "operator" | "reseller" | "tenant" | "user"
      readonly tenantId: string | null
      readonly resellerId: string | null
      readonly extensionId: string | null
      readonly rights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      readonly disabled: boolean
      /** An app for codes, or a passkey */
      readonly hasSecondFactor: boolean
      /** Until then the invitation can be taken up; null: none is open */
      readonly invitedUntil: string | null
      readonly lastSignedInAt: string | null
      readonly createdAt: string
      /** Shown this once; must be changed at the first sign-in */
      readonly initialPassword?: string
    }
  }
  /** Get a login */
  readonly 'GET /logins/{loginId}': {
    readonly path: { readonly loginId: string }
    readonly answer: {
      readonly id: string
      readonly email: string
      readonly name: string
      readonly language: "de" | "en"
      /** "tenant": an administrator of the tenant; "user": somebody with an extension */
      readonly kind: "operator" | "reseller" | "tenant" | "user"
      readonly tenantId: string | null
      readonly resellerId: string | null
      readonly extensionId: string | null
      readonly rights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      readonly disabled: boolean
      /** An app for codes, or a passkey */
      readonly hasSecondFactor: boolean
      /** Until then the invitation can be taken up; null: none is open */
      readonly invitedUntil: string | null
      readonly lastSignedInAt: string | null
      readonly createdAt: string
    }
  }
  /** Change a login, its rights too; takes effect at once */
  readonly 'PATCH /logins/{loginId}': {
    readonly path: { readonly loginId: string }
    readonly body: {
      readonly email?: string
      readonly name?: string
      readonly language?: "de" | "en"
      readonly rights?: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      /** True ends all its sessions at once */
      readonly disabled?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly email: string
      readonly name: string
      readonly language: "de" | "en"
      /** "tenant": an administrator of the tenant; "user": somebody with an extension */
      readonly kind: "operator" | "reseller" | "tenant" | "user"
      readonly tenantId: string | null
      readonly resellerId: string | null
      readonly extensionId: string | null
      readonly rights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" } | null
      readonly disabled: boolean
      /** An app for codes, or a passkey */
      readonly hasSecondFactor: boolean
      /** Until then the invitation can be taken up; null: none is open */
      readonly invitedUntil: string | null
      readonly lastSignedInAt: string | null
      readonly createdAt: string
    }
  }
  /** Delete a login; its sessions end at once */
  readonly 'DELETE /logins/{loginId}': {
    readonly path: { readonly loginId: string }
    readonly answer: null
  }
  /** Send the invitation again */
  readonly 'POST /logins/{loginId}/invitation': {
    readonly path: { readonly loginId: string }
    readonly answer: null
  }
  /** Revoke the invitations of a login: their links are worthless */
  readonly 'DELETE /logins/{loginId}/invitation': {
    readonly path: { readonly loginId: string }
    readonly answer: null
  }
  /** Give a login that was never used a first password, shown this once */
  readonly 'POST /logins/{loginId}/first-password': {
    readonly path: { readonly loginId: string }
    readonly answer: {
      readonly initialPassword: string
    }
  }
  /** Remove the second factor of a login: its app, recovery codes and passkeys */
  readonly 'DELETE /logins/{loginId}/second-factor': {
    readonly path: { readonly loginId: string }
    readonly answer: null
  }
}
