// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SipAccessOperations {
  /** Tell what is entered in phones */
  readonly 'GET /sip-access': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** SIP domain of the tenant: what stands behind the @ */
      readonly domain: string
      /** Server (outbound proxy), from where this server is itself */
      readonly host: string
      /** Server for phones on other machines, where `host` is loopback; null: the same */
      readonly outwardHost: string | null
      readonly udpPort: number
      readonly tcpPort: number
      readonly tlsPort: number
      /** SIP over WebSocket, at this web server */
      readonly webSocketPath: string
      /** What is dialled to hear oneself */
      readonly echoNumber: string | null
    }
  }
}
