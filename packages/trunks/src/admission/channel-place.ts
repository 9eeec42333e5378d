import type { ChannelLimits } from '@klinke/accounts'

/** Where calls are counted: the contract of a customer, a trunk with a PBX behind it, the data link of a site, a device, one of the operator's carriers. */
export type AdmissionScope = 'customer' | 'trunk' | 'link' | 'device' | 'carrier'

/** As the caller or the one who is called sees it: towards us, or from us. */
export type ChannelDirection = 'in' | 'out'

/** One place at which a call takes a channel. */
export interface ChannelPlace {
  readonly scope: AdmissionScope
  readonly id: string
  /** Undefined: the operator's. */
  readonly tenantId: string | undefined
  /** As people know it. */
  readonly name: string
  readonly limits: ChannelLimits
}

/** No place for one more call: of which limit there are how many, all in use. */
export interface FullPlace {
  readonly kind: 'full'
  readonly place: ChannelPlace
  readonly limit: keyof ChannelLimits
  readonly channels: number
}

export const NO_LIMITS: ChannelLimits = {}
