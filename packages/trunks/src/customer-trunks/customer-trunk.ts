import type { NumberFormat } from '@klinke/numbering'

/** The four products of TRK-01. What each allows is data: products.ts. */
export type TrunkProductName = 'extended' | 'extended-connect' | 'extended-link' | 'basic'

/** A trunk sold to a customer with an own PBX, as the path of a call reads it. Not to be mixed with `Carrier`, the operator's upstream. */
export interface CustomerTrunk {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly product: TrunkProductName
  /** Calls at a time, in and out together. */
  readonly channels: number
  readonly access: TrunkAccess
  /** How numbers are written towards the PBX. From it all forms of NUM-04 are understood. */
  readonly numberFormat: NumberFormat
  /** What the PBX is spared or needs: SIP-DDI without SUBSCRIBE, OPTIONS, NOTIFY, REFER; SIPconnect 2.0; Microsoft. */
  readonly signalling: TrunkSignalling
  readonly transport: TrunkTransport
  readonly srtp: 'none' | 'offered' | 'required'
  /** Shown when the PBX names no number of its own (CLI-04). E.164. */
  readonly headNumber: string | undefined
  /** Where the PBX stands; absent: at the tenant's main site. */
  readonly siteId: string | undefined
  readonly isActive: boolean
}

export type TrunkSignalling = 'sip-ddi' | 'sipconnect' | 'microsoft'
export type TrunkTransport = 'UDP' | 'TCP' | 'TLS'

/** How the PBX proves who it is, and where it is found. */
export type TrunkAccess =
  | { readonly kind: 'registration'; readonly logins: readonly TrunkLogin[] }
  /** Primary first, then the secondary: two at most. */
  | { readonly kind: 'fixed-ip'; readonly places: readonly TrunkPlace[] }

/** An account with which the PBX registers, and proves itself with each call (TRK-07). */
export interface TrunkLogin {
  readonly id: string
  readonly username: string
  /** HA1 per digest algorithm over username:realm:password (RFC 7616 §3.4.2), lower-case hex; the realm is the tenant's SIP domain. */
  readonly ha1: { readonly md5: string; readonly sha256: string }
  /** First number of the block it is for; undefined: all numbers of the trunk. */
  readonly block: string | undefined
}

export interface TrunkPlace {
  /** Name or address. */
  readonly host: string
  /** Undefined: by DNS, or the standard port of the transport. */
  readonly port: number | undefined
}

/** The trunks of all tenants as calls find them: plain memory. */
export interface CustomerTrunks {
  trunk(id: string): CustomerTrunk | undefined
  trunks(): Iterable<CustomerTrunk>
  ofTenant(tenantId: string): readonly CustomerTrunk[]
  /** By digest user name and SIP domain in small letters. */
  byLogin(username: string, domain: string): { readonly trunk: CustomerTrunk; readonly login: TrunkLogin } | undefined
}
