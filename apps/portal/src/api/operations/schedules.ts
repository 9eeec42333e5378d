// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface SchedulesOperations {
  /** List schedules */
  readonly 'GET /schedules': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        /** null: the tenant's */
        readonly timeZone?: string | null
        readonly week: readonly ({
          readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
        /** null: public holidays are days like others */
        readonly holidays?: {
          readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"
          /** Holidays of the municipality */
          readonly local: readonly ("assumption-day" | "corpus-christi" | "augsburg-peace-festival")[]
          /** Hours on holidays; none: closed */
          readonly hours: readonly ({
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
          })[]
        } | null
        /** Exceptions: they go before holidays, the first of several counts */
        readonly specialDays: readonly ({
          readonly name: string
          readonly from: string
          readonly to?: string
          readonly hours: readonly ({
            readonly from: string
            /** Not included; 24:00 for the end of the day */
            readonly to: string
          })[]
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a schedule */
  readonly 'POST /schedules': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      /** null: the tenant's */
      readonly timeZone?: string | null
      readonly week: readonly ({
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
        readonly from: string
        /** Not included; 24:00 for the end of the day */
        readonly to: string
      })[]
      /** null: public holidays are days like others */
      readonly holidays?: {
        readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"
        /** Holidays of the municipality */
        readonly local?: readonly ("assumption-day" | "corpus-christi" | "augsburg-peace-festival")[]
        /** Hours on holidays; none: closed */
        readonly hours?: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      } | null
      /** Exceptions: they go before holidays, the first of several counts */
      readonly specialDays?: readonly ({
        readonly name: string
        readonly from: string
        readonly to?: string
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** null: the tenant's */
      readonly timeZone?: string | null
      readonly week: readonly ({
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
        readonly from: string
        /** Not included; 24:00 for the end of the day */
        readonly to: string
      })[]
      /** null: public holidays are days like others */
      readonly holidays?: {
        readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"
        /** Holidays of the municipality */
        readonly local: readonly ("assumption-day" | "corpus-christi" | "augsburg-peace-festival")[]
        /** Hours on holidays; none: closed */
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      } | null
      /** Exceptions: they go before holidays, the first of several counts */
      readonly specialDays: readonly ({
        readonly name: string
        readonly from: string
        readonly to?: string
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      })[]
    }
  }
  /** Get a schedule */
  readonly 'GET /schedules/{scheduleId}': {
    readonly path: { readonly scheduleId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** null: the tenant's */
      readonly timeZone?: string | null
      readonly week: readonly ({
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
        readonly from: string
        /** Not included; 24:00 for the end of the day */
        readonly to: string
      })[]
      /** null: public holidays are days like others */
      readonly holidays?: {
        readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"
        /** Holidays of the municipality */
        readonly local: readonly ("assumption-day" | "corpus-christi" | "augsburg-peace-festival")[]
        /** Hours on holidays; none: closed */
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      } | null
      /** Exceptions: they go before holidays, the first of several counts */
      readonly specialDays: readonly ({
        readonly name: string
        readonly from: string
        readonly to?: string
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      })[]
    }
  }
  /** Change a schedule */
  readonly 'PATCH /schedules/{scheduleId}': {
    readonly path: { readonly scheduleId: string }
    readonly body: {
      readonly name?: string
      /** null: the tenant's */
      readonly timeZone?: string | null
      readonly week?: readonly ({
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
        readonly from: string
        /** Not included; 24:00 for the end of the day */
        readonly to: string
      })[]
      /** null: public holidays are days like others */
      readonly holidays?: {
        readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"
        /** Holidays of the municipality */
        readonly local?: readonly ("assumption-day" | "corpus-christi" | "augsburg-peace-festival")[]
        /** Hours on holidays; none: closed */
        readonly hours?: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      } | null
      readonly specialDays?: readonly ({
        readonly name: string
        readonly from: string
        readonly to?: string
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      /** null: the tenant's */
      readonly timeZone?: string | null
      readonly week: readonly ({
        readonly days: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[]
        readonly from: string
        /** Not included; 24:00 for the end of the day */
        readonly to: string
      })[]
      /** null: public holidays are days like others */
      readonly holidays?: {
        readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"
        /** Holidays of the municipality */
        readonly local: readonly ("assumption-day" | "corpus-christi" | "augsburg-peace-festival")[]
        /** Hours on holidays; none: closed */
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      } | null
      /** Exceptions: they go before holidays, the first of several counts */
      readonly specialDays: readonly ({
        readonly name: string
        readonly from: string
        readonly to?: string
        readonly hours: readonly ({
          readonly from: string
          /** Not included; 24:00 for the end of the day */
          readonly to: string
        })[]
      })[]
    }
  }
  /** Delete a schedule */
  readonly 'DELETE /schedules/{scheduleId}': {
    readonly path: { readonly scheduleId: string }
    readonly answer: null
  }
  /** Tell whether a schedule is open */
  readonly 'GET /schedules/{scheduleId}/state': {
    readonly path: { readonly scheduleId: string }
    readonly query?: { readonly at?: string }
    readonly answer: {
      readonly open: boolean
      /** `week`, or the name of the holiday or special day */
      readonly why: string
      /** null: not within a year */
      readonly nextChange: string | null
    }
  }
  /** List the public holidays of a Land */
  readonly 'GET /holidays': {
    readonly query: { readonly land: "BB" | "BE" | "BW" | "BY" | "HB" | "HE" | "HH" | "MV" | "NI" | "NW" | "RP" | "SH" | "SL" | "SN" | "ST" | "TH"; readonly year: number; readonly local?: "assumption-day" | "corpus-christi" | "augsburg-peace-festival" }
    readonly answer: {
      readonly items: readonly ({
        readonly name: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly date: string
      })[]
    }
  }
}
