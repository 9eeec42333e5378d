import type { Tx } from '@klinke/platform'
import { z } from 'zod'
import { customerFile } from '../catalogue/customer-profile.ts'
import { slug } from '../catalogue/schema-parts.ts'
import { chargeOnce, type OnceCharged } from './charge-once.ts'
import type { Recording } from './store.ts'

/** The key `fees` of a profile: which one-off item of the catalogue an event costs; absent: nothing. */
export const eventFees = z.strictObject({
  clipValidation: slug.optional().describe('Once a foreign number may be shown (NUM-09)'),
  minorChange: slug.optional().describe('For each minor change of a trunk that its seller makes (TRK-16)'),
})
export type EventFees = Readonly<z.output<typeof eventFees>>
export type FeeEvent = keyof EventFees

/**
 * Charges what an event costs by the product that the customer has on the day, in the transaction of the event: both happen or neither. False, and nothing is charged,
 * where the customer has no contract then, or its product names no item for the event.
 */
export async function chargeEvent(
  tx: Tx,
  event: FeeEvent,
  { tenantId, note, siteId, on }: Omit<OnceCharged, 'item'>,
  recording: Recording,
): Promise<boolean> {
  const item = (await customerFile(tx, tenantId, on))?.fees?.[event]
  return item !== undefined && (await chargeOnce(tx, { tenantId, item, note, siteId, on }, recording))
}
