// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface RingTonesOperations {
  /** Get how phones ring for which calls */
  readonly 'GET /ring-tones': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly kind: "internal" | "external" | "group" | "queue" | "operator" | "door" | "return"
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly tone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** The tenant has changed nothing */
        readonly isProduct: boolean
      })[]
      /** Ids of extensions whose calls ring as the door */
      readonly doorStations: readonly string[]
    }
  }
  /** Change how phones ring for which calls */
  readonly 'PATCH /ring-tones': {
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      readonly tones?: {
        readonly internal?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly external?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly group?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly queue?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly operator?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly door?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        readonly return?: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
      }
      /** Kinds that ring as the product has it again */
      readonly product?: readonly ("internal" | "external" | "group" | "queue" | "operator" | "door" | "return")[]
      /** Replaced whole */
      readonly doorStations?: readonly string[]
    }
    readonly answer: {
      readonly items: readonly ({
        readonly kind: "internal" | "external" | "group" | "queue" | "operator" | "door" | "return"
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly tone: {
          /** Bellcore-dr1 to -dr5 */
          readonly cadence: number
          /** What phones are configured to listen for, such as alert-internal */
          readonly name: string
        } | null
        /** The tenant has changed nothing */
        readonly isProduct: boolean
      })[]
      /** Ids of extensions whose calls ring as the door */
      readonly doorStations: readonly string[]
    }
  }
}
