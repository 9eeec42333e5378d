// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SignInOperations {
  /** Sign in: sets the cookie of a session */
  readonly 'POST /sign-in': {
    readonly body: {
      readonly email: string
      readonly password: string
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
  /** End this session */
  readonly 'POST /sign-out': {
    readonly answer: null
  }
}
