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
      readonly id: string
      readonly createdAt: string
    }
  }
  /** Delete a carrier */
  readonly 'DELETE /carriers/{carrierId}': {
    readonly path: { readonly carrierId: string }
    readonly answer: null
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
        readonly lastError: string | null
      })[]
    }
  }
}
