import type { BillingGround } from '../room.ts'
import type { TopUpGateway } from './top-up.ts'

/** What the routes of prepaid credit stand on. */
export interface PrepaidGround extends Pick<BillingGround, 'database' | 'clock' | 'portalUrl' | 'heldOf' | 'creditLocks'> {
  /** Who takes payments by card of a customer; undefined: nobody. */
  readonly gatewayOf: (tenant: { readonly isDemo: boolean }) => TopUpGateway | undefined
}
