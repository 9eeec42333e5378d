import type { CustomerFacts } from '@klinke/accounts'
import { germanDay } from '@klinke/accounts'
import { contractBegan } from '@klinke/billing'
import type { Clock } from '@klinke/foundation'
import { trunkOutagesIn } from '@klinke/trunks'

/** What contracts and trunks know of a customer's service year and outages. */
export function customerFacts(clock: Pick<Clock, 'epochMs'>): CustomerFacts {
  return {
    contractBegan: (tx, tenantId) => contractBegan(tx, tenantId, Temporal.PlainDate.from(germanDay(clock.epochMs()))),
    ...trunkOutagesOf(clock),
  }
}

/** When a customer's PBX could not be reached; what lasts is as long as it is until now. */
export function trunkOutagesOf(clock: Pick<Clock, 'epochMs'>): Required<Pick<CustomerFacts, 'trunkOutages'>> {
  return {
    trunkOutages: async (tx, tenantId, { fromMs, untilMs }) => {
      const outages = await trunkOutagesIn(tx, tenantId, fromMs, untilMs)
      return outages.map(({ beganAt, endedAt }) => ({ fromMs: beganAt.getTime(), untilMs: endedAt?.getTime() ?? clock.epochMs() }))
    },
  }
}
