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
        /** Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said */
        readonly channels: number | null
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
      /** Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said */
      readonly channels?: number | null
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
      /** Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said */
      readonly channels: number | null
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
      /** Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said */
      readonly channels: number | null
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
      /** Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said */
      readonly channels?: number | null
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
      /** Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said */
      readonly channels: number | null
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
  /** List the profiles of carriers: how they want to be spoken to */
  readonly 'GET /carrier-profiles': {
    readonly answer: {
      readonly items: readonly ({
        readonly profile: "registration" | "trusted-address" | "account-only" | "1tr118" | "1tr119" | "sipconnect-1.1" | "sipconnect-2.0"
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly about: {
          readonly de: string
          readonly en: string
        }
        /** It is taken for carriers of this kind for which none is chosen */
        readonly usualFor: "registration" | "fixed-ip" | null
        /** What a carrier of this profile is spoken to with, unless `profileChanges` say otherwise */
        readonly settings: {
          /** Which number stands in which header (CLI-02) */
          readonly identity?: {
            /** `own`: the number that pays; `shown`: the one that the called party sees */
            readonly from: "own" | "shown" | "account"
            /** P-Asserted-Identity (RFC 3325) */
            readonly asserted: "own" | "shown" | "none"
            /** P-Preferred-Identity (RFC 3325) */
            readonly preferred: "own" | "shown" | "none"
            /** From of a caller who hides */
            readonly hiddenFrom: "anonymous" | "kept"
            /** Value of Privacy for a caller who hides (RFC 3323) */
            readonly privacy: "id" | "user;id" | "header;id" | "header;user;id"
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
      })[]
    }
  }
  /** List the prices of a carrier */
  readonly 'GET /carriers/{carrierId}/prices': {
    readonly path: { readonly carrierId: string }
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly q?: string }
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
  /** Get the prices of a carrier for one prefix */
  readonly 'GET /carriers/{carrierId}/prices/{prefix}': {
    readonly path: { readonly carrierId: string; readonly prefix: string }
    readonly answer: {
      /** How numbers begin, E.164 */
      readonly prefix: string
      /** In the order of time; none: a shorter prefix decides */
      readonly rates: readonly ({
        /** Millionths of a euro */
        readonly microsPerMinute: number
        /** null: since ever */
        readonly validFrom: string | null
        /** null: until further notice */
        readonly validUntil: string | null
      })[]
    }
  }
  /** Set the prices of a carrier for one prefix */
  readonly 'PUT /carriers/{carrierId}/prices/{prefix}': {
    readonly path: { readonly carrierId: string; readonly prefix: string }
    readonly body: {
      readonly rates: readonly ({
        /** Millionths of a euro */
        readonly microsPerMinute: number
        /** null: since ever */
        readonly validFrom?: string | null
        /** null: until further notice */
        readonly validUntil?: string | null
      })[]
    }
    readonly answer: {
      /** How numbers begin, E.164 */
      readonly prefix: string
      /** In the order of time; none: a shorter prefix decides */
      readonly rates: readonly ({
        /** Millionths of a euro */
        readonly microsPerMinute: number
        /** null: since ever */
        readonly validFrom: string | null
        /** null: until further notice */
        readonly validUntil: string | null
      })[]
    }
  }
  /** Delete the prices of a carrier for one prefix */
  readonly 'DELETE /carriers/{carrierId}/prices/{prefix}': {
    readonly path: { readonly carrierId: string; readonly prefix: string }
    readonly answer: null
  }
  /** List the own imports of prices that are running or have ended within the hour, the newest first */
  readonly 'GET /carriers/{carrierId}/price-imports/jobs': {
    readonly path: { readonly carrierId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly state: "running" | "done" | "failed"
        readonly dryRun: boolean
        readonly fileName: string
        readonly startedAt: string
        /** What is being done; null: it has ended */
        readonly stage: "reading" | "checking" | "comparing" | "writing" | null
        /** 100: it has ended */
        readonly percent: number
      })[]
    }
  }
  /** Begin an import of prices that runs on by itself, or try one */
  readonly 'POST /carriers/{carrierId}/price-imports/jobs': {
    readonly path: { readonly carrierId: string }
    readonly query?: { readonly encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"; readonly separator?: "semicolon" | "comma" | "tab" | "pipe"; readonly titles?: string; readonly columns?: string; readonly fileName?: string; readonly dryRun?: string; readonly mode?: "replace" | "merge"; readonly from?: string }
    readonly body: Blob
    readonly answer: {
      readonly id: string
      readonly state: "running" | "done" | "failed"
      readonly dryRun: boolean
      readonly fileName: string
      readonly startedAt: string
      /** What is being done; null: it has ended */
      readonly stage: "reading" | "checking" | "comparing" | "writing" | null
      /** 100: it has ended */
      readonly percent: number
    }
  }
  /** Follow an import of prices: how far it is, and what came of it */
  readonly 'GET /carriers/{carrierId}/price-imports/jobs/{jobId}': {
    readonly path: { readonly carrierId: string; readonly jobId: string }
    readonly query?: { readonly after?: number }
    readonly answer: {
      readonly id: string
      readonly state: "running" | "done" | "failed"
      readonly dryRun: boolean
      readonly fileName: string
      readonly startedAt: string
      /** What is being done; null: it has ended */
      readonly stage: "reading" | "checking" | "comparing" | "writing" | null
      /** 100: it has ended */
      readonly percent: number
      /** null: it is still running */
      readonly report: {
        /** To take it back; null after a dry run */
        readonly importId: string | null
        readonly mode: "replace" | "merge"
        /** How the file was read */
        readonly table: {
          /** null: a workbook (XLSX) */
          readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | null
          /** null: a workbook (XLSX) */
          readonly separator: "semicolon" | "comma" | "tab" | "pipe" | null
          readonly titles: boolean
          readonly columns: readonly ({
            readonly title: string
            /** null: not read */
            readonly field: string | null
            /** From the first rows */
            readonly samples: readonly string[]
          })[]
        } | null
        readonly created: number
        readonly changed: number
        readonly skipped: number
        readonly failed: number
        /** Prices of the list before that are not in the file */
        readonly removed: number
        /** The first 200 */
        readonly problems: readonly ({
          /** As a spreadsheet counts, from 1 */
          readonly row: number
          readonly field: string | null
          readonly value: string
          readonly code: string
          readonly text: {
            readonly de: string
            readonly en: string
          }
        })[]
        /** The first 20 rows as they were understood */
        readonly preview: readonly ({
          /** How numbers begin, E.164 */
          readonly prefix: string
          /** Millionths of a euro */
          readonly microsPerMinute: number
          /** null: since ever */
          readonly validFrom: string | null
          /** null: until further notice */
          readonly validUntil: string | null
          readonly row: number
        })[]
      } | null
    }
  }
  /** Cancel an import of prices that is running, or forget what came of it */
  readonly 'DELETE /carriers/{carrierId}/price-imports/jobs/{jobId}': {
    readonly path: { readonly carrierId: string; readonly jobId: string }
    readonly answer: null
  }
  /** List imports of prices, the newest first */
  readonly 'GET /carriers/{carrierId}/price-imports': {
    readonly path: { readonly carrierId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly fileName: string
        readonly importedBy: string
        readonly createdAt: string
        readonly undoneAt: string | null
        readonly created: number
        readonly changed: number
        readonly skipped: number
        readonly failed: number
        /** Prices of the list before that are not in the file */
        readonly removed: number
      })[]
    }
  }
  /** Put the price list back that an import has replaced */
  readonly 'POST /carriers/{carrierId}/price-imports/{importId}/undo': {
    readonly path: { readonly carrierId: string; readonly importId: string }
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
        /** Its part of the calls among equals */
        readonly share: number
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
        /** Channels in use now */
        readonly channels: {
          /** Calls that it has brought */
          readonly in: number
          /** Calls that go over it */
          readonly out: number
          /** null: nobody has said */
          readonly limit: number | null
        }
        /** What went wrong last, until something goes right */
        readonly lastError: {
          readonly de: string
          readonly en: string
        } | null
      })[]
    }
  }
}
