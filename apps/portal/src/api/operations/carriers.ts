// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CarriersOperations {
  /** List carriers */
  readonly 'GET /carriers': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly name: string
        /** Name or address of the carrier; a name is resolved by RFC 3263 */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port: number | null
        readonly transport: "UDP" | "TCP" | "TLS"
        /** The password is never shown */
        readonly authentication: {
          readonly kind: "registration"
          readonly username: string
          readonly expiresSeconds: number
        } | {
          readonly kind: "fixed-ip"
          /** Addresses that the carrier sends from */
          readonly addresses: readonly string[]
        }
        /** How called numbers are sent: +49221…, 0049221…, 0221…, or without area code */
        readonly outboundFormat: "e164" | "international" | "national" | "local"
        /** Lower is tried first */
        readonly priority: number
        readonly srtp: "none" | "offered" | "required"
        /** How it wants to be spoken to; null: as is usual for its authentication */
        readonly profile: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0" | null
        /** In what it differs from the profile */
        readonly profileChanges: {
          /** Which number stands in which header (CLI-02) */
          readonly identity?: {
            /** `own`: the number that pays; `shown`: the one that the called party sees */
            readonly from?: "own" | "shown" | "account"
            /** P-Asserted-Identity (RFC 3325) */
            readonly asserted?: "own" | "shown" | "none"
            /** P-Preferred-Identity (RFC 3325) */
            readonly preferred?: "own" | "shown" | "none"
            /** From of a caller who hides */
            readonly hiddenFrom?: "anonymous" | "kept"
            /** Value of Privacy for a caller who hides (RFC 3323) */
            readonly privacy?: "id" | "user;id" | "header;id" | "header;user;id"
          }
          readonly forwardings?: "both" | "diversion" | "history-info" | "none"
          /** How our own numbers are written; absent: as called ones */
          readonly ownFormat?: "e164" | "international" | "national" | "local"
          /** `user=phone` in URIs with numbers */
          readonly userIsPhone?: boolean
          /** Voice codecs that may be spoken, preferred first */
          readonly codecs?: readonly ("PCMA" | "PCMU" | "G722" | "G729" | "opus")[]
          /** `g711`: T.38 is never offered, a fax goes in G.711 */
          readonly fax?: "t38" | "g711"
          /** `ringing`: the caller hears its own ring-back tone, not what 183 brings */
          readonly earlyMedia?: "heard" | "ringing"
          /** PRACK (RFC 3262) */
          readonly reliableProvisional?: "required" | "supported" | "none"
          /** Session timer (RFC 4028); null: none */
          readonly sessionTimerSeconds?: number | null
          /** Another carrier is tried after these, whatever the common table says */
          readonly goesOnAfter?: readonly number[]
          /** No other carrier is tried after these */
          readonly endsAfter?: readonly number[]
        }
        /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call */
        readonly share: number
        /** "pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it */
        readonly emergencyLocation: "none" | "pidf-lo"
        /** It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02) */
        readonly foreign: boolean
        readonly id: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Create a carrier */
  readonly 'POST /carriers': {
    readonly body: {
      readonly name: string
      /** Name or address of the carrier; a name is resolved by RFC 3263 */
      readonly host: string
      /** null: by DNS, or the standard port */
      readonly port?: number | null
      readonly transport?: "UDP" | "TCP" | "TLS"
      readonly authentication: {
        readonly kind: "registration"
        readonly username: string
        readonly password: string
        readonly expiresSeconds?: number
      } | {
        readonly kind: "fixed-ip"
        /** Addresses that the carrier sends from */
        readonly addresses: readonly string[]
      }
      /** How called numbers are sent: +49221…, 0049221…, 0221…, or without area code */
      readonly outboundFormat?: "e164" | "international" | "national" | "local"
      /** Lower is tried first */
      readonly priority?: number
      readonly srtp?: "none" | "offered" | "required"
      /** How it wants to be spoken to; null: as is usual for its authentication */
      readonly profile?: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0" | null
      /** In what it differs from the profile */
      readonly profileChanges?: {
        /** Which number stands in which header (CLI-02) */
        readonly identity?: {
          /** `own`: the number that pays; `shown`: the one that the called party sees */
          readonly from?: "own" | "shown" | "account"
          /** P-Asserted-Identity (RFC 3325) */
          readonly asserted?: "own" | "shown" | "none"
          /** P-Preferred-Identity (RFC 3325) */
          readonly preferred?: "own" | "shown" | "none"
          /** From of a caller who hides */
          readonly hiddenFrom?: "anonymous" | "kept"
          /** Value of Privacy for a caller who hides (RFC 3323) */
          readonly privacy?: "id" | "user;id" | "header;id" | "header;user;id"
        }
        readonly forwardings?: "both" | "diversion" | "history-info" | "none"
        /** How our own numbers are written; absent: as called ones */
        readonly ownFormat?: "e164" | "international" | "national" | "local"
        /** `user=phone` in URIs with numbers */
        readonly userIsPhone?: boolean
        /** Voice codecs that may be spoken, preferred first */
        readonly codecs?: readonly ("PCMA" | "PCMU" | "G722" | "G729" | "opus")[]
        /** `g711`: T.38 is never offered, a fax goes in G.711 */
        readonly fax?: "t38" | "g711"
        /** `ringing`: the caller hears its own ring-back tone, not what 183 brings */
        readonly earlyMedia?: "heard" | "ringing"
        /** PRACK (RFC 3262) */
        readonly reliableProvisional?: "required" | "supported" | "none"
        /** Session timer (RFC 4028); null: none */
        readonly sessionTimerSeconds?: number | null
        /** Another carrier is tried after these, whatever the common table says */
        readonly goesOnAfter?: readonly number[]
        /** No other carrier is tried after these */
        readonly endsAfter?: readonly number[]
      }
      /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call */
      readonly share?: number
      /** "pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it */
      readonly emergencyLocation?: "none" | "pidf-lo"
      /** It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02) */
      readonly foreign?: boolean
    }
    readonly answer: {
      readonly name: string
      /** Name or address of the carrier; a name is resolved by RFC 3263 */
      readonly host: string
      /** null: by DNS, or the standard port */
      readonly port: number | null
      readonly transport: "UDP" | "TCP" | "TLS"
      /** The password is never shown */
      readonly authentication: {
        readonly kind: "registration"
        readonly username: string
        readonly expiresSeconds: number
      } | {
        readonly kind: "fixed-ip"
        /** Addresses that the carrier sends from */
        readonly addresses: readonly string[]
      }
      /** How called numbers are sent: +49221…, 0049221…, 0221…, or without area code */
      readonly outboundFormat: "e164" | "international" | "national" | "local"
      /** Lower is tried first */
      readonly priority: number
      readonly srtp: "none" | "offered" | "required"
      /** How it wants to be spoken to; null: as is usual for its authentication */
      readonly profile: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0" | null
      /** In what it differs from the profile */
      readonly profileChanges: {
        /** Which number stands in which header (CLI-02) */
        readonly identity?: {
          /** `own`: the number that pays; `shown`: the one that the called party sees */
          readonly from?: "own" | "shown" | "account"
          /** P-Asserted-Identity (RFC 3325) */
          readonly asserted?: "own" | "shown" | "none"
          /** P-Preferred-Identity (RFC 3325) */
          readonly preferred?: "own" | "shown" | "none"
          /** From of a caller who hides */
          readonly hiddenFrom?: "anonymous" | "kept"
          /** Value of Privacy for a caller who hides (RFC 3323) */
          readonly privacy?: "id" | "user;id" | "header;id" | "header;user;id"
        }
        readonly forwardings?: "both" | "diversion" | "history-info" | "none"
        /** How our own numbers are written; absent: as called ones */
        readonly ownFormat?: "e164" | "international" | "national" | "local"
        /** `user=phone` in URIs with numbers */
        readonly userIsPhone?: boolean
        /** Voice codecs that may be spoken, preferred first */
        readonly codecs?: readonly ("PCMA" | "PCMU" | "G722" | "G729" | "opus")[]
        /** `g711`: T.38 is never offered, a fax goes in G.711 */
        readonly fax?: "t38" | "g711"
        /** `ringing`: the caller hears its own ring-back tone, not what 183 brings */
        readonly earlyMedia?: "heard" | "ringing"
        /** PRACK (RFC 3262) */
        readonly reliableProvisional?: "required" | "supported" | "none"
        /** Session timer (RFC 4028); null: none */
        readonly sessionTimerSeconds?: number | null
        /** Another carrier is tried after these, whatever the common table says */
        readonly goesOnAfter?: readonly number[]
        /** No other carrier is tried after these */
        readonly endsAfter?: readonly number[]
      }
      /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call */
      readonly share: number
      /** "pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it */
      readonly emergencyLocation: "none" | "pidf-lo"
      /** It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02) */
      readonly foreign: boolean
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Get a carrier */
  readonly 'GET /carriers/{carrierId}': {
    readonly path: { readonly carrierId: string }
    readonly answer: {
      readonly name: string
      /** Name or address of the carrier; a name is resolved by RFC 3263 */
      readonly host: string
      /** null: by DNS, or the standard port */
      readonly port: number | null
      readonly transport: "UDP" | "TCP" | "TLS"
      /** The password is never shown */
      readonly authentication: {
        readonly kind: "registration"
        readonly username: string
        readonly expiresSeconds: number
      } | {
        readonly kind: "fixed-ip"
        /** Addresses that the carrier sends from */
        readonly addresses: readonly string[]
      }
      /** How called numbers are sent: +49221…, 0049221…, 0221…, or without area code */
      readonly outboundFormat: "e164" | "international" | "national" | "local"
      /** Lower is tried first */
      readonly priority: number
      readonly srtp: "none" | "offered" | "required"
      /** How it wants to be spoken to; null: as is usual for its authentication */
      readonly profile: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0" | null
      /** In what it differs from the profile */
      readonly profileChanges: {
        /** Which number stands in which header (CLI-02) */
        readonly identity?: {
          /** `own`: the number that pays; `shown`: the one that the called party sees */
          readonly from?: "own" | "shown" | "account"
          /** P-Asserted-Identity (RFC 3325) */
          readonly asserted?: "own" | "shown" | "none"
          /** P-Preferred-Identity (RFC 3325) */
          readonly preferred?: "own" | "shown" | "none"
          /** From of a caller who hides */
          readonly hiddenFrom?: "anonymous" | "kept"
          /** Value of Privacy for a caller who hides (RFC 3323) */
          readonly privacy?: "id" | "user;id" | "header;id" | "header;user;id"
        }
        readonly forwardings?: "both" | "diversion" | "history-info" | "none"
        /** How our own numbers are written; absent: as called ones */
        readonly ownFormat?: "e164" | "international" | "national" | "local"
        /** `user=phone` in URIs with numbers */
        readonly userIsPhone?: boolean
        /** Voice codecs that may be spoken, preferred first */
        readonly codecs?: readonly ("PCMA" | "PCMU" | "G722" | "G729" | "opus")[]
        /** `g711`: T.38 is never offered, a fax goes in G.711 */
        readonly fax?: "t38" | "g711"
        /** `ringing`: the caller hears its own ring-back tone, not what 183 brings */
        readonly earlyMedia?: "heard" | "ringing"
        /** PRACK (RFC 3262) */
        readonly reliableProvisional?: "required" | "supported" | "none"
        /** Session timer (RFC 4028); null: none */
        readonly sessionTimerSeconds?: number | null
        /** Another carrier is tried after these, whatever the common table says */
        readonly goesOnAfter?: readonly number[]
        /** No other carrier is tried after these */
        readonly endsAfter?: readonly number[]
      }
      /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call */
      readonly share: number
      /** "pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it */
      readonly emergencyLocation: "none" | "pidf-lo"
      /** It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02) */
      readonly foreign: boolean
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Change a carrier */
  readonly 'PATCH /carriers/{carrierId}': {
    readonly path: { readonly carrierId: string }
    readonly body: {
      readonly name?: string
      /** Name or address of the carrier; a name is resolved by RFC 3263 */
      readonly host?: string
      /** null: by DNS, or the standard port */
      readonly port?: number | null
      readonly transport?: "UDP" | "TCP" | "TLS"
      readonly authentication?: {
        readonly kind: "registration"
        readonly username: string
        readonly password: string
        readonly expiresSeconds?: number
      } | {
        readonly kind: "fixed-ip"
        /** Addresses that the carrier sends from */
        readonly addresses: readonly string[]
      }
      /** How called numbers are sent: +49221…, 0049221…, 0221…, or without area code */
      readonly outboundFormat?: "e164" | "international" | "national" | "local"
      /** Lower is tried first */
      readonly priority?: number
      readonly srtp?: "none" | "offered" | "required"
      /** How it wants to be spoken to; null: as is usual for its authentication */
      readonly profile?: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0" | null
      /** In what it differs from the profile */
      readonly profileChanges?: {
        /** Which number stands in which header (CLI-02) */
        readonly identity?: {
          /** `own`: the number that pays; `shown`: the one that the called party sees */
          readonly from?: "own" | "shown" | "account"
          /** P-Asserted-Identity (RFC 3325) */
          readonly asserted?: "own" | "shown" | "none"
          /** P-Preferred-Identity (RFC 3325) */
          readonly preferred?: "own" | "shown" | "none"
          /** From of a caller who hides */
          readonly hiddenFrom?: "anonymous" | "kept"
          /** Value of Privacy for a caller who hides (RFC 3323) */
          readonly privacy?: "id" | "user;id" | "header;id" | "header;user;id"
        }
        readonly forwardings?: "both" | "diversion" | "history-info" | "none"
        /** How our own numbers are written; absent: as called ones */
        readonly ownFormat?: "e164" | "international" | "national" | "local"
        /** `user=phone` in URIs with numbers */
        readonly userIsPhone?: boolean
        /** Voice codecs that may be spoken, preferred first */
        readonly codecs?: readonly ("PCMA" | "PCMU" | "G722" | "G729" | "opus")[]
        /** `g711`: T.38 is never offered, a fax goes in G.711 */
        readonly fax?: "t38" | "g711"
        /** `ringing`: the caller hears its own ring-back tone, not what 183 brings */
        readonly earlyMedia?: "heard" | "ringing"
        /** PRACK (RFC 3262) */
        readonly reliableProvisional?: "required" | "supported" | "none"
        /** Session timer (RFC 4028); null: none */
        readonly sessionTimerSeconds?: number | null
        /** Another carrier is tried after these, whatever the common table says */
        readonly goesOnAfter?: readonly number[]
        /** No other carrier is tried after these */
        readonly endsAfter?: readonly number[]
      }
      /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call */
      readonly share?: number
      /** "pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it */
      readonly emergencyLocation?: "none" | "pidf-lo"
      /** It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02) */
      readonly foreign?: boolean
    }
    readonly answer: {
      readonly name: string
      /** Name or address of the carrier; a name is resolved by RFC 3263 */
      readonly host: string
      /** null: by DNS, or the standard port */
      readonly port: number | null
      readonly transport: "UDP" | "TCP" | "TLS"
      /** The password is never shown */
      readonly authentication: {
        readonly kind: "registration"
        readonly username: string
        readonly expiresSeconds: number
      } | {
        readonly kind: "fixed-ip"
        /** Addresses that the carrier sends from */
        readonly addresses: readonly string[]
      }
      /** How called numbers are sent: +49221…, 0049221…, 0221…, or without area code */
      readonly outboundFormat: "e164" | "international" | "national" | "local"
      /** Lower is tried first */
      readonly priority: number
      readonly srtp: "none" | "offered" | "required"
      /** How it wants to be spoken to; null: as is usual for its authentication */
      readonly profile: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0" | null
      /** In what it differs from the profile */
      readonly profileChanges: {
        /** Which number stands in which header (CLI-02) */
        readonly identity?: {
          /** `own`: the number that pays; `shown`: the one that the called party sees */
          readonly from?: "own" | "shown" | "account"
          /** P-Asserted-Identity (RFC 3325) */
          readonly asserted?: "own" | "shown" | "none"
          /** P-Preferred-Identity (RFC 3325) */
          readonly preferred?: "own" | "shown" | "none"
          /** From of a caller who hides */
          readonly hiddenFrom?: "anonymous" | "kept"
          /** Value of Privacy for a caller who hides (RFC 3323) */
          readonly privacy?: "id" | "user;id" | "header;id" | "header;user;id"
        }
        readonly forwardings?: "both" | "diversion" | "history-info" | "none"
        /** How our own numbers are written; absent: as called ones */
        readonly ownFormat?: "e164" | "international" | "national" | "local"
        /** `user=phone` in URIs with numbers */
        readonly userIsPhone?: boolean
        /** Voice codecs that may be spoken, preferred first */
        readonly codecs?: readonly ("PCMA" | "PCMU" | "G722" | "G729" | "opus")[]
        /** `g711`: T.38 is never offered, a fax goes in G.711 */
        readonly fax?: "t38" | "g711"
        /** `ringing`: the caller hears its own ring-back tone, not what 183 brings */
        readonly earlyMedia?: "heard" | "ringing"
        /** PRACK (RFC 3262) */
        readonly reliableProvisional?: "required" | "supported" | "none"
        /** Session timer (RFC 4028); null: none */
        readonly sessionTimerSeconds?: number | null
        /** Another carrier is tried after these, whatever the common table says */
        readonly goesOnAfter?: readonly number[]
        /** No other carrier is tried after these */
        readonly endsAfter?: readonly number[]
      }
      /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call */
      readonly share: number
      /** "pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it */
      readonly emergencyLocation: "none" | "pidf-lo"
      /** It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02) */
      readonly foreign: boolean
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Delete a carrier */
  readonly 'DELETE /carriers/{carrierId}': {
    readonly path: { readonly carrierId: string }
    readonly answer: null
  }
  /** List the prices of a carrier */
  readonly 'GET /carriers/{carrierId}/prices': {
    readonly path: { readonly carrierId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        /** How numbers begin, E.164 */
        readonly prefix: string
        /** Millionths of a euro */
        readonly microsPerMinute: number
        /** null: since ever */
        readonly validFrom: string | null
        /** null: until further notice */
        readonly validUntil: string | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Replace the prices of a carrier */
  readonly 'PATCH /carriers/{carrierId}/prices': {
    readonly path: { readonly carrierId: string }
    readonly body: {
      readonly rates: readonly ({
        /** How numbers begin, E.164 */
        readonly prefix: string
        /** Millionths of a euro */
        readonly microsPerMinute: number
        /** null: since ever */
        readonly validFrom?: string | null
        /** null: until further notice */
        readonly validUntil?: string | null
      })[]
    }
    readonly answer: {
      /** Prices in the list */
      readonly rates: number
    }
  }
  /** List rules for prefixes */
  readonly 'GET /carrier-rules': {
    readonly query?: { readonly limit?: number; readonly cursor?: string }
    readonly answer: {
      readonly items: readonly ({
        /** How numbers begin, E.164 */
        readonly prefix: string
        /** `only`: these carriers alone; `first`: these before others; `never`: all but these */
        readonly effect: "only" | "first" | "never"
        readonly carrierIds: readonly string[]
        readonly note: string | null
        readonly id: string
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Say which carriers have a prefix */
  readonly 'POST /carrier-rules': {
    readonly body: {
      /** How numbers begin, E.164 */
      readonly prefix: string
      /** `only`: these carriers alone; `first`: these before others; `never`: all but these */
      readonly effect: "only" | "first" | "never"
      readonly carrierIds: readonly string[]
      readonly note?: string | null
    }
    readonly answer: {
      /** How numbers begin, E.164 */
      readonly prefix: string
      /** `only`: these carriers alone; `first`: these before others; `never`: all but these */
      readonly effect: "only" | "first" | "never"
      readonly carrierIds: readonly string[]
      readonly note: string | null
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Get a rule for a prefix */
  readonly 'GET /carrier-rules/{ruleId}': {
    readonly path: { readonly ruleId: string }
    readonly answer: {
      /** How numbers begin, E.164 */
      readonly prefix: string
      /** `only`: these carriers alone; `first`: these before others; `never`: all but these */
      readonly effect: "only" | "first" | "never"
      readonly carrierIds: readonly string[]
      readonly note: string | null
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Change a rule for a prefix */
  readonly 'PATCH /carrier-rules/{ruleId}': {
    readonly path: { readonly ruleId: string }
    readonly body: {
      /** How numbers begin, E.164 */
      readonly prefix?: string
      /** `only`: these carriers alone; `first`: these before others; `never`: all but these */
      readonly effect?: "only" | "first" | "never"
      readonly carrierIds?: readonly string[]
      readonly note?: string | null
    }
    readonly answer: {
      /** How numbers begin, E.164 */
      readonly prefix: string
      /** `only`: these carriers alone; `first`: these before others; `never`: all but these */
      readonly effect: "only" | "first" | "never"
      readonly carrierIds: readonly string[]
      readonly note: string | null
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Delete a rule for a prefix */
  readonly 'DELETE /carrier-rules/{ruleId}': {
    readonly path: { readonly ruleId: string }
    readonly answer: null
  }
  /** Show over which carriers a number would go */
  readonly 'GET /carrier-routes': {
    readonly query: { readonly number: string }
    readonly answer: {
      /** The rule that the number falls under */
      readonly rule: {
        readonly prefix: string
        readonly effect: "only" | "first" | "never"
      } | null
      /** In the order in which a call would try them now; among equals chance decides by their shares, anew for each call */
      readonly items: readonly ({
        readonly carrierId: string
        readonly name: string
        /** `damped`: it comes and goes, so it is tried after the steady ones */
        readonly state: "steady" | "damped" | "down"
        /** The rule puts it before the others */
        readonly isFirst: boolean
        readonly priority: number
        /** Millionths of a euro; null: no price is known */
        readonly microsPerMinute: number | null
      })[]
    }
  }
  /** Show which carriers are registered and reachable */
  readonly 'GET /carrier-states': {
    readonly answer: {
      readonly items: readonly ({
        readonly carrierId: string
        readonly name: string
        /** "registering", "registered", "failed": it registers; "probing", "up", "down": it has fixed addresses and is asked by OPTIONS */
        readonly state: "registering" | "registered" | "failed" | "probing" | "up" | "down"
        /** false: calls are tried over other carriers first */
        readonly usable: boolean
        /** When it came into this state */
        readonly since: string
        /** When the registration runs out unless it is refreshed */
        readonly expiresAt: string | null
        /** What went wrong last, until something goes right */
        readonly lastError: {
          readonly de: string
          readonly en: string
        } | null
      })[]
    }
  }
}
