import type { Day } from '../contracts/contract.ts'
import type { OrderTerms } from './order-terms.ts'
import { orderDay, type StoredOrder } from './store.ts'
import { workingDayAfter } from './working-days.ts'

/**
 * ORD-05: the day on which the contract of an order begins at the latest, so many working days after its credentials were handed over. Undefined: it has begun, or
 * nothing is handed over, or the product does not wait for a first use.
 */
export function latestBegin(
  { contractId, handedOverAt, kind }: Pick<StoredOrder, 'contractId' | 'handedOverAt' | 'kind'>,
  { readyForBilling }: OrderTerms,
): Day | undefined {
  if (kind !== 'new' || contractId !== undefined || readyForBilling === undefined || handedOverAt === undefined) return undefined
  return workingDayAfter(orderDay(handedOverAt), readyForBilling.latestWorkingDay)
}
