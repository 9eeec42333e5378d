import type { Tx } from '@klinke/platform'
import { z } from 'zod'
import { slug } from '../catalogue/schema-parts.ts'
import { chargeHeld, type OnceCharged } from './charge-once.ts'
import { heldFiles } from './held-files.ts'
import type { Recording } from './store.ts'

/** The key `fees` of a profile: which one-off item of the catalogue an event costs; absent: nothing. */
export const eventFees = z.strictObject({
  clipValidation: slug.optional().describe('Once a foreign number may be shown (NUM-09)'),
  minorChange: slug.optional().describe('For a minor change of a trunk where its seller charges it (TRK-16)'),
})
export type EventFees = Readonly<z.output<typeof eventFees>>
export type FeeEvent = keyof EventFees

/**
 * Charges what an event costs by the version of the profile that the customer's contract holds on the day, in the transaction of the event: both happen or neither. Of
 * several contracts the first whose profile names an item for the event. False, and nothing is charged, where none does.
 */
export async function chargeEvent(tx: Tx, event: FeeEvent, charged: Omit<OnceCharged, 'item'>, recording: Recording): Promise<boolean> {
  for (const held of await heldFiles(tx, charged.tenantId, charged.on)) {
    const item = held.file.fees?.[event]
    if (item !== undefined) return chargeHeld(tx, held, { ...charged, item }, recording)
  }
  return false
}
