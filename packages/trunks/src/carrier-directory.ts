import type { Carrier } from './carrier.ts'

/** The carriers of this node: plain memory, replaced whole when the configuration changes. */
export interface CarrierDirectory {
  carrier(id: string): Carrier | undefined
  /** In order of `priority`, lowest first. */
  carriers(): readonly Carrier[]
}
