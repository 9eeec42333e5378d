import { chargeEvent, type FeeEvent } from '@klinke/billing'
import type { Clock } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { operatorsDay } from './product-terms.ts'

/** What has happened to a customer. */
interface Happened {
  readonly tenantId: string
  readonly by: string
  readonly siteId?: string | null
}

/** Charges an event to the customer's contract, where its product names an item for it. */
export function feeOf(event: FeeEvent, clock: Pick<Clock, 'epochMs'>) {
  return async (tx: Tx, { tenantId, by, siteId = null, ...what }: Happened & ({ readonly note: string } | { readonly number: string })) => {
    const atMs = clock.epochMs()
    const note = 'note' in what ? what.note : what.number
    await chargeEvent(tx, event, { tenantId, note, siteId, on: operatorsDay(atMs) }, { by, atMs })
  }
}
