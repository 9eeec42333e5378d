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
  /** Ask for a mail to set a new password; answers alike whether there is such a login or not */
  readonly 'POST /sign-in/reset': {
    readonly body: {
      readonly email: string
    }
    readonly answer: null
  }
  /** Set a password by the link of a mail; ends all sessions */
  readonly 'POST /sign-in/password': {
    readonly body: {
      /** Of the link: what stands behind the # */
      readonly token: string
      readonly password: string
    }
    readonly answer: null
  }
  /** How somebody signs in: by password, or at the identity provider of the domain */
  readonly 'POST /sign-in/single-sign-on': {
    readonly body: {
      readonly email: string
      /** The page to come back to */
      readonly returnTo?: string
    }
    readonly answer: {
      /** "redirect": lead the browser to `url`; says something about the domain only, not about who exists */
      readonly next: "password" | "redirect"
      readonly url?: string
    }
  }
  /** Where the identity provider sends people back to */
  readonly 'GET /sign-in/single-sign-on/callback': {
    readonly query: { readonly state: string }
    readonly answer: unknown
  }
}
