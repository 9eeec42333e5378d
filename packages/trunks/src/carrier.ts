import type { NumberFormat } from '@klinke/numbering'
import type { CarrierProfile } from './carriers/profiles/carrier-profile.ts'

/** A carrier as the path of a call reads it. */
export interface Carrier {
  readonly id: string
  /** The customer whose own it is (TRK-12); absent: it is the operator's. */
  readonly tenantId?: string
  readonly name: string
  /** SIP URI host (name or address), port and transport. */
  readonly host: string
  readonly port: number | undefined
  readonly transport: 'UDP' | 'TCP' | 'TLS'
  readonly authentication:
    | { readonly kind: 'registration'; readonly username: string; readonly password: string; readonly expiresSeconds: number }
    | { readonly kind: 'fixed-ip'; readonly addresses: readonly string[] }
  readonly outboundFormat: NumberFormat
  /** Lower is tried first. */
  readonly priority: number
  readonly srtp: 'none' | 'offered' | 'required'
  /** How it wants to be spoken to; absent: as is usual for its authentication. */
  readonly profile?: CarrierProfile
  /** Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call. Absent: 100. */
  readonly share?: number
  /** Calls that it takes at a time, in and out together; absent: nobody has said. Calls beyond them go over the next carrier. */
  readonly channels?: number | undefined
  /** Whether calls to 110 and 112 carry the registered address as a location object (LAW-03, RFC 6442); absent: the number alone tells it. */
  readonly emergencyLocation?: 'none' | 'pidf-lo'
  /** It brings calls from networks abroad: a German number of the fixed network is not shown then (LAW-02); absent: no. */
  readonly foreign?: boolean
}
