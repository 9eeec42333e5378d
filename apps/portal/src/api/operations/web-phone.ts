// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface WebPhoneOperations {
  /** Get SIP credentials for this browser, which end with its session */
  readonly 'POST /extensions/{extensionId}/web-phones': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** Digest user name; it goes with this session only */
      readonly username: string
      /** Shown this once; valid until the session ends, or `expiresAt` */
      readonly password: string
      readonly domain: string
      /** Of the extension: the user of its address, `sip:number@domain` */
      readonly number: string
      readonly name: string
      /** SIP over WebSocket, at this web server */
      readonly webSocketPath: string
      readonly expiresAt: string
      /** Where 110 and 112 send help; null: nobody knows */
      readonly site: string | null
      /** Whether this browser is at the site, by its address and the networks of the site: elsewhere help is called by mobile phone (EMG-04) */
      readonly whereabouts: "here" | "elsewhere" | "unknown"
    }
  }
  /** Tell where 110 and 112 of an extension send help, and whether this client is there */
  readonly 'GET /extensions/{extensionId}/whereabouts': {
    readonly path: { readonly extensionId: string }
    readonly answer: {
      /** Where 110 and 112 send help; null: nobody knows */
      readonly site: string | null
      /** Whether this browser is at the site, by its address and the networks of the site: elsewhere help is called by mobile phone (EMG-04) */
      readonly whereabouts: "here" | "elsewhere" | "unknown"
    }
  }
  /** Withdraw credentials of this session: the window is closed */
  readonly 'DELETE /extensions/{extensionId}/web-phones/{username}': {
    readonly path: { readonly extensionId: string; readonly username: string }
    readonly answer: null
  }
}
