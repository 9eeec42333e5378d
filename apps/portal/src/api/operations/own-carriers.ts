// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface OwnCarriersOperations {
  /** List providers of customers */
  readonly 'GET /own-carriers': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
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
        readonly id: string
        readonly createdAt: string
        /** Where its line ends: the address that the provider knows, and tells 110 and 112 */
        readonly siteId: string
        /** Further sites whose calls go over it; a site belongs to one carrier at most */
        readonly alsoServes: readonly string[]
        readonly tenantId: string
        /** How its line stands; null: just made */
        readonly state: "registering" | "registered" | "failed" | "probing" | "up" | "down" | null
        /** What went wrong last, until something goes right */
        readonly lastError: {
          readonly de: string
          readonly en: string
        } | null
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Add a provider of a customer */
  readonly 'POST /own-carriers': {
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
      /** Where its line ends: the address that the provider knows, and tells 110 and 112 */
      readonly siteId: string
      /** Further sites whose calls go over it; a site belongs to one carrier at most */
      readonly alsoServes?: readonly string[]
      /** The operator names it */
      readonly tenantId?: string
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
      readonly id: string
      readonly createdAt: string
      /** Where its line ends: the address that the provider knows, and tells 110 and 112 */
      readonly siteId: string
      /** Further sites whose calls go over it; a site belongs to one carrier at most */
      readonly alsoServes: readonly string[]
      readonly tenantId: string
    }
  }
  /** Get a provider of a customer */
  readonly 'GET /own-carriers/{carrierId}': {
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
      readonly id: string
      readonly createdAt: string
      /** Where its line ends: the address that the provider knows, and tells 110 and 112 */
      readonly siteId: string
      /** Further sites whose calls go over it; a site belongs to one carrier at most */
      readonly alsoServes: readonly string[]
      readonly tenantId: string
    }
  }
  /** Change a provider of a customer */
  readonly 'PATCH /own-carriers/{carrierId}': {
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
      /** Where its line ends: the address that the provider knows, and tells 110 and 112 */
      readonly siteId?: string
      /** Further sites whose calls go over it; a site belongs to one carrier at most */
      readonly alsoServes?: readonly string[]
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
      readonly id: string
      readonly createdAt: string
      /** Where its line ends: the address that the provider knows, and tells 110 and 112 */
      readonly siteId: string
      /** Further sites whose calls go over it; a site belongs to one carrier at most */
      readonly alsoServes: readonly string[]
      readonly tenantId: string
    }
  }
  /** Delete a provider of a customer */
  readonly 'DELETE /own-carriers/{carrierId}': {
    readonly path: { readonly carrierId: string }
    readonly answer: null
  }
  /** Show how the line to a provider of a customer stands */
  readonly 'GET /own-carriers/{carrierId}/state': {
    readonly path: { readonly carrierId: string }
    readonly answer: {
      /** How its line stands; null: just made */
      readonly state: "registering" | "registered" | "failed" | "probing" | "up" | "down" | null
      /** What went wrong last, until something goes right */
      readonly lastError: {
        readonly de: string
        readonly en: string
      } | null
    }
  }
}
