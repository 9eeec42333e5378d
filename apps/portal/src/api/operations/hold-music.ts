// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface HoldMusicOperations {
  /** List music on hold, as it is played */
  readonly 'GET /hold-music': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        readonly octets: number
        readonly durationMs: number
      })[]
    }
  }
  /** Put music on hold into an order */
  readonly 'PATCH /hold-music': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** The id of each piece, once */
      readonly order: readonly string[]
    }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly name: string
        readonly octets: number
        readonly durationMs: number
      })[]
    }
  }
  /** Add music on hold: WAV or MP3 */
  readonly 'POST /hold-music': {
    readonly query: { readonly tenantId?: string; readonly name: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly name: string
      readonly octets: number
      readonly durationMs: number
    }
  }
  /** Hear music on hold (WAV) */
  readonly 'GET /hold-music/{musicId}/sound': {
    readonly path: { readonly musicId: string }
    readonly answer: null
  }
  /** Delete music on hold */
  readonly 'DELETE /hold-music/{musicId}': {
    readonly path: { readonly musicId: string }
    readonly answer: null
  }
}
