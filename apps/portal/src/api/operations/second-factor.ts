// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SecondFactorOperations {
  /** Sign in: the second factor */
  readonly 'POST /sign-in/second-factor': {
    readonly body: {
      readonly challenge: string
      /** Six digits of the app, or a recovery code */
      readonly code: string
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
  /** Begin to use an app for codes; asks for the password */
  readonly 'POST /me/totp': {
    readonly body: {
      /** The present password; may be absent after a fresh proof */
      readonly password?: string
    }
    readonly answer: {
      readonly secret: string
      /** To be shown as a QR code */
      readonly uri: string
    }
  }
  /** Confirm the app with its first code */
  readonly 'POST /me/totp/confirm': {
    readonly body: {
      /** Six digits of the app, or a recovery code */
      readonly code: string
    }
    readonly answer: {
      /** Shown this once; each opens once, without the app */
      readonly recoveryCodes: readonly string[]
    }
  }
  /** New recovery codes in place of all earlier ones */
  readonly 'POST /me/recovery-codes': {
    readonly body: {
      /** The present password; may be absent after a fresh proof */
      readonly password?: string
    }
    readonly answer: {
      /** Shown this once; each opens once, without the app */
      readonly recoveryCodes: readonly string[]
    }
  }
  /** Sign in without codes again */
  readonly 'POST /me/totp/remove': {
    readonly body: {
      /** The present password; may be absent after a fresh proof */
      readonly password?: string
    }
    readonly answer: null
  }
  /** Whether administrators must have a second factor */
  readonly 'GET /second-factor-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly required: boolean
    }
  }
  /** Require a second factor of administrators: who has none is let in only to enrol one */
  readonly 'PATCH /second-factor-policy': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly required: boolean
    }
    readonly answer: {
      readonly required: boolean
    }
  }
}
