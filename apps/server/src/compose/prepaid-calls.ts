import { openCallCredit } from '@klinke/billing'
import { PrepaidCalls } from '@klinke/trunks'
import type { RunningGuard } from './cost-guard.ts'
import type { Ground } from './klinke.ts'

/** Customers who pay before they call: billing keeps their credit, trunks asks it. */
export async function openPrepaidCalls({ database, clock, logger, scope }: Ground, { prices }: RunningGuard): Promise<PrepaidCalls> {
  const credit = await openCallCredit({ database, clock, logger, prices })
  scope.own(credit)
  return new PrepaidCalls(credit)
}
