// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ParkOperations {
  /** List park slots */
  readonly 'GET /park-slots': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly number: string
        /** Who waits there, and which extension parked the call */
        readonly parked: {
          readonly number: string
          readonly name: string | null
          readonly by: string
          readonly since: string
        } | null
      })[]
    }
  }
  /** Create a park slot */
  readonly 'POST /park-slots': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Internal number, 2–6 digits */
      readonly number: string
      /** Absent: `Park` and its number */
      readonly name?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly number: string
      /** Who waits there, and which extension parked the call */
      readonly parked: {
        readonly number: string
        readonly name: string | null
        readonly by: string
        readonly since: string
      } | null
    }
  }
  /** Delete a park slot */
  readonly 'DELETE /park-slots/{slotId}': {
    readonly path: { readonly slotId: string }
    readonly answer: null
  }
  /** Get how long calls are parked */
  readonly 'GET /park-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly returnSeconds: number
    }
  }
  /** Change how long calls are parked */
  readonly 'PATCH /park-settings': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly returnSeconds: number
    }
    readonly answer: {
      readonly returnSeconds: number
    }
  }
}
