// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface MeOperations {
  /** Prove anew who you are, for five minutes, by the password */
  readonly 'POST /me/proof': {
    readonly body: {
      /** The present password */
      readonly password: string
    }
    readonly answer: null
  }
  /** Prove anew who you are by a passkey: what the browser needs */
  readonly 'POST /me/proof/passkey/options': {
    readonly answer: {
      /** To be sent back with what the browser answers, within five minutes */
      readonly challenge: string
      /** For navigator.credentials (WebAuthn), as JSON */
      readonly options: Readonly<Record<string, unknown>>
    }
  }
  /** Prove anew who you are by a passkey: what the browser answered */
  readonly 'POST /me/proof/passkey': {
    readonly body: {
      readonly challenge: string
      readonly passkey: {
        readonly id: string
        readonly rawId: string
        readonly type: "public-key"
        readonly clientExtensionResults?: Readonly<Record<string, unknown>>
        readonly response: {
          readonly clientDataJSON: string
          readonly authenticatorData: string
          readonly signature: string
          readonly userHandle?: string
        }
      }
    }
    readonly answer: null
  }
  /** Who is signed in, and what is open */
  readonly 'GET /me': {
    readonly answer: {
      readonly kind: "operator" | "reseller" | "tenant" | "user"
      /** What is open, area by area; complete */
      readonly rights: { readonly [Name in "extensions" | "numbers" | "routing" | "recordings" | "reports" | "live" | "phone-books" | "billing" | "settings" | "logins" | "audit"]?: "read" | "write" }
      readonly tenant: {
        readonly id: string
        readonly name: string
      } | null
      readonly reseller: {
        readonly id: string
        readonly name: string
      } | null
      /** Of a user: the own one */
      readonly extension: {
        readonly id: string
        readonly name: string
        readonly number: string
      } | null
      /** This installation has a mail server: it can invite by mail, and tell of calls */
      readonly sendsMail: boolean
      /** null with an API key */
      readonly login: {
        readonly id: string
        readonly email: string
        readonly name: string
        readonly language: "de" | "en"
        readonly mustChangePassword: boolean
        /** A second factor must be set up first */
        readonly mustEnrol: boolean
        readonly totp: boolean
        readonly passkeys: number
        /** Unused ones */
        readonly recoveryCodes: number
      } | null
    }
  }
  /** Change the own name or language */
  readonly 'PATCH /me': {
    readonly body: {
      readonly language?: "de" | "en"
      readonly name?: string
    }
    readonly answer: null
  }
  /** Change the own password; ends all other sessions */
  readonly 'POST /me/password': {
    readonly body: {
      /** The password until now */
      readonly present: string
      /** The new one, at least 12 characters */
      readonly password: string
    }
    readonly answer: null
  }
  /** List the own sessions */
  readonly 'GET /me/sessions': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        /** The one that asks */
        readonly current: boolean
        readonly method: string
        readonly address: string
        readonly userAgent: string | null
        readonly createdAt: string
        readonly lastSeenAt: string
        readonly expiresAt: string
      })[]
    }
  }
  /** End all own sessions but this one */
  readonly 'DELETE /me/sessions': {
    readonly answer: null
  }
  /** End one of the own sessions at once */
  readonly 'DELETE /me/sessions/{sessionId}': {
    readonly path: { readonly sessionId: string }
    readonly answer: null
  }
}
