// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface NotificationsOperations {
  /** Get of what the user is told by mail */
  readonly 'GET /extensions/{extensionId}/notifications': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** Missed calls are told by mail: those that follow each other closely in one */
      readonly missedCallMail: boolean
      readonly mailTo: string | null
      /** Of the mails */
      readonly language: "de" | "en"
    }
  }
  /** Change of what the user is told by mail */
  readonly 'PATCH /extensions/{extensionId}/notifications': {
    readonly path: { readonly extensionId: string }
    readonly body: {
      /** Missed calls are told by mail: those that follow each other closely in one */
      readonly missedCallMail?: boolean
      readonly mailTo?: string | null
      /** Of the mails */
      readonly language?: "de" | "en"
    }
    readonly answer: {
      /** Missed calls are told by mail: those that follow each other closely in one */
      readonly missedCallMail: boolean
      readonly mailTo: string | null
      /** Of the mails */
      readonly language: "de" | "en"
    }
  }
}
