import type { Catalogue } from '../catalogue/catalogue.ts'
import type { BillingGround } from '../room.ts'

/** What orders stand on. */
export interface OrderParts extends Pick<BillingGround, 'database' | 'clock' | 'logger' | 'provisioning' | 'mail' | 'portalUrl' | 'blobs'> {
  readonly catalogue: Catalogue
  /** Something about orders is to be told by mail. */
  readonly tell: () => void
}
