// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ChannelsOperations {
  /** List sites and extensions with a limit of calls at a time */
  readonly 'GET /channel-limits': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        /** The site, or the extension */
        readonly id: string
        /** "link": the data link of a site; "device": an extension */
        readonly scope: "link" | "device"
        readonly tenantId: string
        readonly name: string
        /** Calls in and out together; null: no limit */
        readonly both: number | null
        /** Calls that come in; null: no limit */
        readonly in: number | null
        /** Calls that go out; null: no limit */
        readonly out: number | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Get how many calls at a time a site or an extension may have */
  readonly 'GET /channel-limits/{placeId}': {
    readonly path: { readonly placeId: string }
    readonly answer: {
      /** The site, or the extension */
      readonly id: string
      /** "link": the data link of a site; "device": an extension */
      readonly scope: "link" | "device"
      readonly tenantId: string
      readonly name: string
      /** Calls in and out together; null: no limit */
      readonly both: number | null
      /** Calls that come in; null: no limit */
      readonly in: number | null
      /** Calls that go out; null: no limit */
      readonly out: number | null
    }
  }
  /** Set how many calls at a time a site or an extension may have */
  readonly 'PUT /channel-limits/{placeId}': {
    readonly path: { readonly placeId: string }
    readonly body: {
      /** Calls in and out together; null: no limit */
      readonly both: number | null
      /** Calls that come in; null: no limit */
      readonly in: number | null
      /** Calls that go out; null: no limit */
      readonly out: number | null
    }
    readonly answer: {
      /** The site, or the extension */
      readonly id: string
      /** "link": the data link of a site; "device": an extension */
      readonly scope: "link" | "device"
      readonly tenantId: string
      readonly name: string
      /** Calls in and out together; null: no limit */
      readonly both: number | null
      /** Calls that come in; null: no limit */
      readonly in: number | null
      /** Calls that go out; null: no limit */
      readonly out: number | null
    }
  }
  /** Show how many channels are in use, how fast calls come, and how many are answered */
  readonly 'GET /channel-usage': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly tenantId: string
        readonly name: string
        /** Calls to and from outside, by the contract */
        readonly channels: {
          /** Calls that have come in */
          readonly in: number
          /** Calls that have gone out */
          readonly out: number
          readonly limits: {
            /** null: no limit */
            readonly both: number | null
            /** null: no limit */
            readonly in: number | null
            /** null: no limit */
            readonly out: number | null
          }
          /** Of the limit that is nearest; null: there is none */
          readonly percent: number | null
        }
        readonly callRate: {
          /** Calls out a second, over the last ten seconds */
          readonly perSecond: number
          /** null: any */
          readonly allowed: number | null
          readonly percent: number | null
        }
        readonly answers: {
          /** Calls out of the last hour that left */
          readonly attempts: number
          readonly answered: number
          /** null: too few calls to tell */
          readonly percent: number | null
          /** What is agreed (TRK-05) */
          readonly least: number
        }
        /** Trunks, data links of sites and extensions at which there is a call */
        readonly places: readonly ({
          readonly scope: "trunk" | "link" | "device"
          readonly id: string
          readonly name: string
          /** Calls that have come in */
          readonly in: number
          /** Calls that have gone out */
          readonly out: number
          readonly limits: {
            /** null: no limit */
            readonly both: number | null
            /** null: no limit */
            readonly in: number | null
            /** null: no limit */
            readonly out: number | null
          }
          /** Of the limit that is nearest; null: there is none */
          readonly percent: number | null
        })[]
        readonly warnings: readonly ({
          readonly kind: "channels" | "call-rate" | "answer-ratio" | "dialler" | "signalling-only"
          readonly text: {
            readonly de: string
            readonly en: string
          }
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
}
