// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface NumberStockOperations {
  /** List the ranges that orders get their numbers from */
  readonly 'GET /number-stock': {
    readonly answer: {
      readonly items: readonly ({
        readonly e164: string
        readonly size: number
        /** Of the Ortsnetz, without the leading zero */
        readonly areaCode: string
        readonly upstreamCarrier: string | null
      })[]
    }
  }
  /** Add a range that orders get their numbers from */
  readonly 'POST /number-stock': {
    readonly body: {
      /** The first number */
      readonly e164: string
      readonly size: 1 | 10 | 100 | 1000 | 10000
      /** The carrier that the numbers lie with (NUM-08) */
      readonly upstreamCarrier?: string | null
    }
    readonly answer: {
      readonly e164: string
      readonly size: number
      /** Of the Ortsnetz, without the leading zero */
      readonly areaCode: string
      readonly upstreamCarrier: string | null
    }
  }
  /** Take a range out of the stock; what was assigned stays */
  readonly 'DELETE /number-stock/{e164}': {
    readonly path: { readonly e164: string }
    readonly answer: null
  }
}
