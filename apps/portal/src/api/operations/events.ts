// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface EventsOperations {
  /** Follow events over a WebSocket */
  readonly 'GET /events': {
    readonly query?: { readonly topics?: string; readonly tenantId?: string; readonly after?: string }
    readonly answer: unknown
  }
}
