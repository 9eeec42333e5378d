import type { NumberFormat } from '@klinke/numbering'

/** A carrier as the path of a call reads it. Carriers belong to the provider. */
export interface Carrier {
  readonly id: string
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
}
