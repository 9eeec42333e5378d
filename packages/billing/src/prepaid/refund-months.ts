import type { Tx } from '@klinke/platform'
import { customerFile } from '../catalogue/customer-profile.ts'
import { DEFAULT_REFUND_MONTHS } from './pro-rata.ts'

/** Months after the end in which what is left is asked back, as the product said on the last day. For the operator's own work. */
export async function refundMonthsOf(tx: Tx, tenantId: string, endedOn: string | null): Promise<number> {
  if (endedOn === null) return DEFAULT_REFUND_MONTHS
  const file = await customerFile(tx, tenantId, Temporal.PlainDate.from(endedOn))
  return file?.payments?.prepaid?.refundWithinMonths ?? DEFAULT_REFUND_MONTHS
}
