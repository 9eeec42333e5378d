import { findTenant } from '@klinke/accounts'
import { type Api, inScope, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../amounts.ts'
import type { ProfileFile } from '../catalogue/profile-file.ts'
import { bilingual } from '../catalogue/schema-parts.ts'
import { foundHistory, soldOn } from '../contracts/route-parts.ts'
import { earliestMove, noticeDaysOf } from './earliest-move.ts'
import type { OrderParts } from './order-parts.ts'
import { NO_TERMS } from './order-terms.ts'
import { orderDay } from './store.ts'

const earliestMoveView = z.object({
  day: z.iso.date(),
  noticeDays: z.int().describe('Before which a move is told (EMG-06)'),
  numbers: z
    .array(z.object({ item: z.string(), title: bilingual, size: z.int(), price: amountSchema }))
    .describe('Items that are new numbers, for a move into another Ortsnetz (NUM-02)'),
})

/** What is to be known before a move is ordered. */
export function earliestMoveRoute(api: Api, { database, catalogue, clock }: OrderParts): void {
  const schema = {
    ...{ tags: ['orders'], summary: 'Tell on which day a site of a contract can move at the earliest, and which new numbers there are' },
    ...{ params: z.object({ contractId: z.uuid() }), response: { 200: earliestMoveView } },
  }
  api.get('/contracts/:contractId/earliest-move', { schema }, async (request) => {
    const { profile, noticeDays } = await inScope(database, principalOf(request), undefined, async (tx) => {
      const history = await foundHistory(tx, request.params.contractId)
      return { profile: history.profile, noticeDays: noticeDaysOf((await findTenant(tx, history.tenantId))?.profile ?? {}) }
    })
    const today = orderDay(new Date(clock.epochMs()))
    const { file } = await soldOn(catalogue, profile, today, '/contractId')
    return { day: earliestMove(file.orders ?? NO_TERMS, noticeDays, today).toString(), noticeDays, numbers: numbersSold(file) }
  })
}

function numbersSold({
  items,
  currency,
  orders: { provisions = [] } = NO_TERMS,
}: ProfileFile): z.infer<typeof earliestMoveView>['numbers'] {
  return provisions.flatMap((made) => {
    const item = items.find(({ id }) => id === made.item)
    // What begins by the month has numbers of its own, and is no number that is sold.
    if (made.makes !== 'numbers' || item?.kind !== 'one-off') return []
    return [{ item: item.id, title: item.title, size: made.size, price: viewOfMicros(item.price, currency) }]
  })
}
