// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface OperationOperations {
  /** List the nodes of this exchange with their health */
  readonly 'GET /nodes': {
    readonly answer: {
      readonly items: readonly ({
        /** Name of the machine */
        readonly name: string
        readonly startedAt: string
        /** false: the node takes no new calls; it starts, or is being stopped */
        readonly acceptingCalls: boolean
        readonly databaseReady: boolean
        /** Faults that nothing caught since the start; the log says what happened */
        readonly faults: number
        /** How long SIP messages wait before they are read; new calls are refused when it grows */
        readonly signallingDelayMs: number
        readonly calls: number
        readonly registrations: number
        /** Memory that the node uses */
        readonly memoryBytes: number
        /** Certificates in use */
        readonly certificates: readonly ({
          /** What it serves: web, sip */
          readonly use: string
          readonly state: "good" | "ends-soon" | "ended"
          readonly endsAt: string
        })[]
        /** Free space where the data folder is; null: not known */
        readonly diskFreeBytes: number | null
      })[]
    }
  }
  /** Show the traffic of each reseller: calls now, and of the last hour */
  readonly 'GET /traffic/resellers': {
    readonly answer: {
      readonly items: readonly ({
        /** null: the operator's own customers */
        readonly resellerId: string | null
        readonly name: string | null
        readonly customers: number
        /** Calls in progress */
        readonly calls: number
        /** Calls that began in the last hour */
        readonly started: number
        /** Of the last hour: calls that came to nothing though nobody on the phone wanted that */
        readonly failed: number
      })[]
    }
  }
  /** Show the traffic of the last hour */
  readonly 'GET /traffic': {
    readonly answer: {
      /** Length of a step */
      readonly stepSeconds: number
      /** The last hour at most, the oldest first */
      readonly samples: readonly ({
        /** End of the step */
        readonly at: string
        /** Calls that began in it */
        readonly started: number
        /** Calls that came to nothing though nobody on the phone wanted that */
        readonly failed: number
        /** Requests that were refused before there was a call */
        readonly refused: number
        /** Calls in progress at its end */
        readonly calls: number
        /** Registered devices at its end */
        readonly registrations: number
      })[]
    }
  }
}
