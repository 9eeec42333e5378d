// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PasskeysOperations {
  /** Sign in by passkey: what the browser needs */
  readonly 'POST /sign-in/passkey/options': {
    readonly answer: {
      /** To be sent back with what the browser answers, within five minutes */
      readonly challenge: string
      /** For navigator.credentials (WebAuthn), as JSON */
      readonly options: Readonly<Record<string, unknown>>
    }
  }
  /** Sign in by passkey: what the browser answered */
  readonly 'POST /sign-in/passkey': {
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
    readonly answer: {
      /** "signed-in": the cookie is set; "change-password": it is, and the password must be changed first; "second-factor": prove more */
      readonly next: "signed-in" | "change-password" | "second-factor"
      /** To be sent along with the second factor, within five minutes */
      readonly challenge?: string
      /** A passkey may be used instead of a code */
      readonly passkeys?: boolean
    }
  }
  /** Make a passkey: what the browser needs; asks for the password */
  readonly 'POST /me/passkeys/options': {
    readonly body: {
      /** The present password; may be absent after a fresh proof */
      readonly password?: string
    }
    readonly answer: {
      /** To be sent back with what the browser answers, within five minutes */
      readonly challenge: string
      /** For navigator.credentials (WebAuthn), as JSON */
      readonly options: Readonly<Record<string, unknown>>
    }
  }
  /** Make a passkey: what the browser answered */
  readonly 'POST /me/passkeys': {
    readonly body: {
      readonly challenge: string
      readonly name: string
      readonly passkey: {
        readonly id: string
        readonly rawId: string
        readonly type: "public-key"
        readonly clientExtensionResults?: Readonly<Record<string, unknown>>
        readonly response: {
          readonly clientDataJSON: string
          readonly attestationObject: string
          readonly transports?: readonly string[]
        }
      }
    }
    readonly answer: {
      readonly id: string
    }
  }
  /** List the own passkeys */
  readonly 'GET /me/passkeys': {
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        readonly createdAt: string
        readonly lastUsedAt: string | null
      })[]
    }
  }
  /** Remove one of the own passkeys; asks for a fresh proof */
  readonly 'DELETE /me/passkeys/{passkeyId}': {
    readonly path: { readonly passkeyId: string }
    readonly answer: null
  }
}
