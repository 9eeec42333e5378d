import { openCallCredit } from '@klinke/billing'
import { PrepaidCalls } from '@klinke/trunks'
import type { RunningGuard } from './cost-guard.ts'
import type { Ground } from './klinke.ts'

/** Customers who pay before they call, as calls and as the API see them. */
export interface RunningPrepaid {
  readonly calls: PrepaidCalls
  /** What calls that run hold of a customer's credit, in micro-units. */
  readonly heldOf: (tenantId: string) => bigint
}

/** Billing keeps their credit, trunks asks it. */
export async function openPrepaidCalls({ database, clock, logger, scope }: Ground, { prices }: RunningGuard): Promise<RunningPrepaid> {
  const credit = await openCallCredit({ database, clock, logger, prices })
  scope.own(credit)
  return { calls: new PrepaidCalls(credit), heldOf: (tenantId) => credit.heldOf(tenantId) }
}
