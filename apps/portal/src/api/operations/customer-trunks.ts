// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface CustomerTrunksOperations {
  /** Get where calls go while the PBX at a trunk is unreachable */
  readonly 'GET /trunk-continuity/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      readonly trunkId: string
      /** "automatic": while the PBX is unreachable, and no longer; "always": switched on; "off": such calls fail */
      readonly mode: "automatic" | "always" | "off"
      /** A number outside that is not of this exchange, an announcement, or an announcement with a message that is delivered by mail */
      readonly destination: {
        readonly kind: "external"
        readonly number: string
      } | {
        readonly kind: "announcement"
        /** Id of an announcement, spoken or recorded */
        readonly targetId: string
      } | {
        readonly kind: "voicemail"
        /** Id of a mailbox, whose messages are sent by mail */
        readonly targetId: string
      }
      /** Who has set or switched it last */
      readonly changedBy: string | null
      readonly changedAt: string | null
    }
  }
  /** Set where calls go while the PBX at a trunk is unreachable, or switch it on or off */
  readonly 'PUT /trunk-continuity/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly query?: { readonly tenantId?: string }
    readonly body: {
      /** "automatic": while the PBX is unreachable, and no longer; "always": switched on; "off": such calls fail */
      readonly mode?: "automatic" | "always" | "off"
      /** A number outside that is not of this exchange, an announcement, or an announcement with a message that is delivered by mail */
      readonly destination: {
        readonly kind: "external"
        readonly number: string
      } | {
        readonly kind: "announcement"
        /** Id of an announcement, spoken or recorded */
        readonly targetId: string
      } | {
        readonly kind: "voicemail"
        /** Id of a mailbox, whose messages are sent by mail */
        readonly targetId: string
      }
    }
    readonly answer: {
      readonly trunkId: string
      /** "automatic": while the PBX is unreachable, and no longer; "always": switched on; "off": such calls fail */
      readonly mode: "automatic" | "always" | "off"
      /** A number outside that is not of this exchange, an announcement, or an announcement with a message that is delivered by mail */
      readonly destination: {
        readonly kind: "external"
        readonly number: string
      } | {
        readonly kind: "announcement"
        /** Id of an announcement, spoken or recorded */
        readonly targetId: string
      } | {
        readonly kind: "voicemail"
        /** Id of a mailbox, whose messages are sent by mail */
        readonly targetId: string
      }
      /** Who has set or switched it last */
      readonly changedBy: string | null
      readonly changedAt: string | null
    }
  }
  /** Let calls fail while the PBX is unreachable */
  readonly 'DELETE /trunk-continuity/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly query?: { readonly tenantId?: string }
    readonly answer: null
  }
  /** List the trunk products with what they allow */
  readonly 'GET /customer-trunks/catalogue': {
    readonly answer: {
      readonly products: readonly ({
        readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly access: readonly ("registration" | "fixed-ip")[]
        readonly blocks: "none" | "one" | "many"
        readonly singles: "none" | "one" | "many"
        readonly singlesNeedBlock: boolean
        readonly logins: "one" | "one-per-block"
        readonly channels: {
          /** Beside the steps */
          readonly sizes: readonly number[]
          readonly step: number
          readonly max: number
        }
        readonly signalling: readonly ("sip-ddi" | "sipconnect" | "microsoft")[]
        readonly codecs: readonly ("PCMA" | "PCMU" | "G729")[]
        readonly fax: boolean
        readonly temporaryNumbersStay: boolean
      })[]
      /** Numbers in blocks by channels, each row up to the next (TRK-03) */
      readonly ceilings: readonly ({
        readonly channels: number
        readonly freeNumbers: number
        readonly maxNumbers: number
      })[]
      /** What one call needs in each direction (TRK-13) */
      readonly bandwidths: readonly ({
        readonly codec: "PCMA" | "PCMU" | "G729"
        readonly packetMs: number
        readonly ipKbps: number
        readonly atmKbps: number
      })[]
      /** On top of it, for RTCP and signalling */
      readonly controlShare: number
      /** What a call is planned with, whatever the codec */
      readonly plannedKbpsPerCall: number
    }
  }
  /** List customer trunks */
  readonly 'GET /customer-trunks': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly name: string
        readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
        readonly channels: number
        readonly access: "registration" | "fixed-ip"
        /** Of a PBX that registers */
        readonly logins: readonly ({
          readonly id: string
          readonly username: string
          /** null: for all numbers of the trunk */
          readonly block: string | null
        })[]
        /** Of a PBX with fixed addresses, the primary one first */
        readonly places: readonly ({
          /** Public address or name of the PBX */
          readonly host: string
          /** null: by DNS, or the standard port */
          readonly port: number | null
        })[]
        /** How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it */
        readonly numberFormat: "e164" | "international" | "national" | "local"
        readonly signalling: "sip-ddi" | "sipconnect" | "microsoft"
        readonly transport: "UDP" | "TCP" | "TLS"
        readonly srtp: "none" | "offered" | "required"
        readonly headNumber: string | null
        readonly siteId: string | null
        readonly active: boolean
        /** Numbers and blocks that lead to it */
        readonly ranges: readonly ({
          readonly first: string
          readonly size: number
          readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
          readonly siteId: string | null
          readonly temporaryFor: string | null
        })[]
        readonly numbersInBlocks: number
        /** With these channels (TRK-03) */
        readonly maxNumbersInBlocks: number
        /** Without a fee (TRK-03) */
        readonly freeNumbersInBlocks: number
        readonly codecs: readonly ("PCMA" | "PCMU" | "G729")[]
        readonly fax: boolean
        /** What the line is planned with in each direction (TRK-13) */
        readonly plannedKbps: number
        readonly createdAt: string
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Sell a trunk to a customer */
  readonly 'POST /customer-trunks': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      readonly name: string
      readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
      /** Calls at a time, in and out together */
      readonly channels: number
      /** Absent: the first way of the product */
      readonly access?: "registration" | "fixed-ip"
      /** Needed with fixed addresses */
      readonly places?: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
      /** Single numbers, and blocks by their first number */
      readonly ranges?: readonly string[]
      /** How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it */
      readonly numberFormat?: "e164" | "international" | "national" | "local"
      /** Absent: that of the product */
      readonly signalling?: "sip-ddi" | "sipconnect" | "microsoft"
      /** Absent: UDP, with the Microsoft profile TLS */
      readonly transport?: "UDP" | "TCP" | "TLS"
      readonly srtp?: "none" | "offered" | "required"
      /** Shown when the PBX names no number of its own; one of the trunk */
      readonly headNumber?: string | null
      /** Where the PBX stands; null: at the main site */
      readonly siteId?: string | null
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
      readonly channels: number
      readonly access: "registration" | "fixed-ip"
      /** Of a PBX that registers */
      readonly logins: readonly ({
        readonly id: string
        readonly username: string
        /** null: for all numbers of the trunk */
        readonly block: string | null
      })[]
      /** Of a PBX with fixed addresses, the primary one first */
      readonly places: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port: number | null
      })[]
      /** How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it */
      readonly numberFormat: "e164" | "international" | "national" | "local"
      readonly signalling: "sip-ddi" | "sipconnect" | "microsoft"
      readonly transport: "UDP" | "TCP" | "TLS"
      readonly srtp: "none" | "offered" | "required"
      readonly headNumber: string | null
      readonly siteId: string | null
      readonly active: boolean
      /** Numbers and blocks that lead to it */
      readonly ranges: readonly ({
        readonly first: string
        readonly size: number
        readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
        readonly siteId: string | null
        readonly temporaryFor: string | null
      })[]
      readonly numbersInBlocks: number
      /** With these channels (TRK-03) */
      readonly maxNumbersInBlocks: number
      /** Without a fee (TRK-03) */
      readonly freeNumbersInBlocks: number
      readonly codecs: readonly ("PCMA" | "PCMU" | "G729")[]
      readonly fax: boolean
      /** What the line is planned with in each direction (TRK-13) */
      readonly plannedKbps: number
      readonly createdAt: string
      /** New accounts with their passwords */
      readonly accounts: readonly ({
        readonly loginId: string
        readonly username: string
        /** Shown this once: only what proves it is kept */
        readonly password: string
        /** SIP domain and digest realm */
        readonly domain: string
        readonly block: string | null
      })[]
    }
  }
  /** Get a customer trunk */
  readonly 'GET /customer-trunks/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
      readonly channels: number
      readonly access: "registration" | "fixed-ip"
      /** Of a PBX that registers */
      readonly logins: readonly ({
        readonly id: string
        readonly username: string
        /** null: for all numbers of the trunk */
        readonly block: string | null
      })[]
      /** Of a PBX with fixed addresses, the primary one first */
      readonly places: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port: number | null
      })[]
      /** How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it */
      readonly numberFormat: "e164" | "international" | "national" | "local"
      readonly signalling: "sip-ddi" | "sipconnect" | "microsoft"
      readonly transport: "UDP" | "TCP" | "TLS"
      readonly srtp: "none" | "offered" | "required"
      readonly headNumber: string | null
      readonly siteId: string | null
      readonly active: boolean
      /** Numbers and blocks that lead to it */
      readonly ranges: readonly ({
        readonly first: string
        readonly size: number
        readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
        readonly siteId: string | null
        readonly temporaryFor: string | null
      })[]
      readonly numbersInBlocks: number
      /** With these channels (TRK-03) */
      readonly maxNumbersInBlocks: number
      /** Without a fee (TRK-03) */
      readonly freeNumbersInBlocks: number
      readonly codecs: readonly ("PCMA" | "PCMU" | "G729")[]
      readonly fax: boolean
      /** What the line is planned with in each direction (TRK-13) */
      readonly plannedKbps: number
      readonly createdAt: string
    }
  }
  /** Change a customer trunk: name, number format and head number; who sells it, also channels, signalling and site */
  readonly 'PATCH /customer-trunks/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly body: {
      readonly name?: string
      /** How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it */
      readonly numberFormat?: "e164" | "international" | "national" | "local"
      /** Shown when the PBX names no number of its own; one of the trunk */
      readonly headNumber?: string | null
      /** Calls at a time, in and out together */
      readonly channels?: number
      readonly signalling?: "sip-ddi" | "sipconnect" | "microsoft"
      readonly transport?: "UDP" | "TCP" | "TLS"
      readonly srtp?: "none" | "offered" | "required"
      /** Where the PBX stands; null: at the main site */
      readonly siteId?: string | null
      /** false: no calls but emergency calls */
      readonly active?: boolean
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly name: string
      readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
      readonly channels: number
      readonly access: "registration" | "fixed-ip"
      /** Of a PBX that registers */
      readonly logins: readonly ({
        readonly id: string
        readonly username: string
        /** null: for all numbers of the trunk */
        readonly block: string | null
      })[]
      /** Of a PBX with fixed addresses, the primary one first */
      readonly places: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port: number | null
      })[]
      /** How numbers are written towards the PBX: +49221…, 0049221…, 0221…, or without area code. All are understood from it */
      readonly numberFormat: "e164" | "international" | "national" | "local"
      readonly signalling: "sip-ddi" | "sipconnect" | "microsoft"
      readonly transport: "UDP" | "TCP" | "TLS"
      readonly srtp: "none" | "offered" | "required"
      readonly headNumber: string | null
      readonly siteId: string | null
      readonly active: boolean
      /** Numbers and blocks that lead to it */
      readonly ranges: readonly ({
        readonly first: string
        readonly size: number
        readonly state: "ordered" | "temporary" | "porting-in" | "active" | "porting-out" | "quarantined"
        readonly siteId: string | null
        readonly temporaryFor: string | null
      })[]
      readonly numbersInBlocks: number
      /** With these channels (TRK-03) */
      readonly maxNumbersInBlocks: number
      /** Without a fee (TRK-03) */
      readonly freeNumbersInBlocks: number
      readonly codecs: readonly ("PCMA" | "PCMU" | "G729")[]
      readonly fax: boolean
      /** What the line is planned with in each direction (TRK-13) */
      readonly plannedKbps: number
      readonly createdAt: string
    }
  }
  /** Delete a trunk to which no numbers lead */
  readonly 'DELETE /customer-trunks/{trunkId}': {
    readonly path: { readonly trunkId: string }
    readonly answer: null
  }
  /** Give an account a new password, shown this once */
  readonly 'POST /customer-trunks/{trunkId}/logins/{loginId}/password': {
    readonly path: { readonly trunkId: string; readonly loginId: string }
    readonly answer: {
      readonly loginId: string
      readonly username: string
      /** Shown this once: only what proves it is kept */
      readonly password: string
      /** SIP domain and digest realm */
      readonly domain: string
      readonly block: string | null
    }
  }
  /** List the changes of a trunk, the newest first */
  readonly 'GET /customer-trunks/{trunkId}/changes': {
    readonly path: { readonly trunkId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly trunkId: string
        readonly kind: "numbers" | "sites" | "places" | "access" | "product"
        readonly effects: readonly ({
          readonly de: string
          readonly en: string
        })[]
        readonly madeBy: string
        readonly madeAt: string
        readonly undoneBy: string | null
        readonly undoneAt: string | null
      })[]
    }
  }
  /** Change a trunk by an operation of the catalogue */
  readonly 'POST /customer-trunks/{trunkId}/changes': {
    readonly path: { readonly trunkId: string }
    readonly query?: { readonly charge?: string }
    readonly body: {
      readonly kind: "numbers"
      /** Single numbers, and blocks by their first number */
      readonly add?: readonly string[]
      /** Single numbers, and blocks by their first number */
      readonly remove?: readonly string[]
    } | {
      readonly kind: "sites"
      /** Where each number or block stands from now on; null: at the main site */
      readonly at: readonly ({
        readonly range: string
        readonly siteId: string | null
      })[]
    } | {
      readonly kind: "places"
      /** The primary address, and perhaps a secondary one */
      readonly places: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
    } | {
      readonly kind: "access"
      readonly access: "registration" | "fixed-ip"
      /** The primary address, and perhaps a secondary one */
      readonly places?: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
    } | {
      readonly kind: "product"
      readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
      /** Absent: as before where the product allows it, else its first */
      readonly access?: "registration" | "fixed-ip"
      /** The primary address, and perhaps a secondary one */
      readonly places?: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly trunkId: string
      readonly kind: "numbers" | "sites" | "places" | "access" | "product"
      readonly effects: readonly ({
        readonly de: string
        readonly en: string
      })[]
      readonly madeBy: string
      readonly madeAt: string
      readonly undoneBy: string | null
      readonly undoneAt: string | null
      /** New accounts with their passwords, shown this once */
      readonly accounts: readonly ({
        readonly loginId: string
        readonly username: string
        /** Shown this once: only what proves it is kept */
        readonly password: string
        /** SIP domain and digest realm */
        readonly domain: string
        readonly block: string | null
      })[]
    }
  }
  /** Tell what a change of a trunk would do and need */
  readonly 'POST /customer-trunks/{trunkId}/changes/preview': {
    readonly path: { readonly trunkId: string }
    readonly body: {
      readonly kind: "numbers"
      /** Single numbers, and blocks by their first number */
      readonly add?: readonly string[]
      /** Single numbers, and blocks by their first number */
      readonly remove?: readonly string[]
    } | {
      readonly kind: "sites"
      /** Where each number or block stands from now on; null: at the main site */
      readonly at: readonly ({
        readonly range: string
        readonly siteId: string | null
      })[]
    } | {
      readonly kind: "places"
      /** The primary address, and perhaps a secondary one */
      readonly places: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
    } | {
      readonly kind: "access"
      readonly access: "registration" | "fixed-ip"
      /** The primary address, and perhaps a secondary one */
      readonly places?: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
    } | {
      readonly kind: "product"
      readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
      /** Absent: as before where the product allows it, else its first */
      readonly access?: "registration" | "fixed-ip"
      /** The primary address, and perhaps a secondary one */
      readonly places?: readonly ({
        /** Public address or name of the PBX */
        readonly host: string
        /** null: by DNS, or the standard port */
        readonly port?: number | null
      })[]
    }
    readonly answer: {
      /** What would be so afterwards */
      readonly effects: readonly ({
        readonly de: string
        readonly en: string
      })[]
      /** What somebody has to do for it elsewhere */
      readonly needs: readonly ({
        readonly de: string
        readonly en: string
      })[]
      readonly trunk: {
        readonly product: "extended" | "extended-connect" | "extended-link" | "basic"
        readonly access: "registration" | "fixed-ip"
        readonly channels: number
        readonly ranges: readonly string[]
      }
    }
  }
  /** Take the last change of a trunk back */
  readonly 'POST /customer-trunks/{trunkId}/changes/{changeId}/undo': {
    readonly path: { readonly trunkId: string; readonly changeId: string }
    readonly answer: {
      readonly id: string
      readonly trunkId: string
      readonly kind: "numbers" | "sites" | "places" | "access" | "product"
      readonly effects: readonly ({
        readonly de: string
        readonly en: string
      })[]
      readonly madeBy: string
      readonly madeAt: string
      readonly undoneBy: string | null
      readonly undoneAt: string | null
    }
  }
  /** Get how to peer with a trunk (RFC 10006) */
  readonly 'GET /customer-trunks/{trunkId}/capability-set': {
    readonly path: { readonly trunkId: string }
    readonly answer: Readonly<Record<string, unknown>>
  }
  /** List the PBXes for which there is a file */
  readonly 'GET /customer-trunks/{trunkId}/configurations': {
    readonly path: { readonly trunkId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly system: "asterisk" | "freeswitch" | "3cx" | "fritz-box" | "microsoft-sbc"
        readonly title: string
      })[]
    }
  }
  /** Get the configuration of a PBX for a trunk */
  readonly 'GET /customer-trunks/{trunkId}/configurations/{system}': {
    readonly path: { readonly trunkId: string; readonly system: "asterisk" | "freeswitch" | "3cx" | "fritz-box" | "microsoft-sbc" }
    readonly answer: {
      readonly fileName: string
      readonly mediaType: string
      /** Without the password, whose place is marked: it was shown when it was drawn, and is known to nobody since */
      readonly text: string
    }
  }
  /** Show whether the PBX at a trunk is registered or reachable, and its calls now */
  readonly 'GET /customer-trunks/{trunkId}/state': {
    readonly path: { readonly trunkId: string }
    readonly answer: {
      readonly trunkId: string
      /** false: calls to it would fail now */
      readonly reachable: boolean
      /** Of a PBX that registers */
      readonly contacts: readonly ({
        readonly contact: string
        /** Where the REGISTER came from */
        readonly address: string
        readonly transport: string
        readonly userAgent: string | null
        readonly expiresAt: string
      })[]
      /** Of a PBX with fixed addresses, the primary one first */
      readonly places: readonly ({
        readonly host: string
        readonly port: number | null
        /** "probing", "up", "down": it is asked by OPTIONS; "unasked": SIP-DDI spares it that, and no call has failed lately */
        readonly state: "probing" | "up" | "down" | "unasked"
        /** When it came into this state */
        readonly since: string
        readonly lastError: string | null
      })[]
      readonly callsNow: number
    }
  }
  /** List when the PBX at a trunk was unreachable, the newest first */
  readonly 'GET /customer-trunks/{trunkId}/outages': {
    readonly path: { readonly trunkId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly beganAt: string
        /** null: it lasts */
        readonly endedAt: string | null
      })[]
    }
  }
}
