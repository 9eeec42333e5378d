import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, owningTenant, principalOf } from '@klinke/platform'
import { shownAmount } from '@klinke/rating'
import { z } from 'zod'
import { MAX_TOLD, rerateMonth } from './rerate.ts'
import type { SettleRated } from './settle.ts'
import type { TariffBooks } from './tariff-books.ts'
import { callView, priceOf, viewOfCall } from './views.ts'

const tags = ['rated calls']

const question = z.strictObject({
  tenantId: z.uuid(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .meta({ examples: ['2026-11'] }),
  apply: z.boolean().default(false).describe('false: says what would be different, and keeps nothing'),
})
const answer = z.object({
  calls: z.int().describe('Calls that stand on no invoice yet: these were rated anew'),
  invoiced: z.int().describe('Calls on an invoice: they stay as they are'),
  before: z.string().describe('Sum of those calls, cut off after six places'),
  after: z.string(),
  different: z.int(),
  differences: z
    .array(z.object({ call: callView, price: callView.shape.price, outcome: callView.shape.outcome }))
    .describe(`The first ${MAX_TOLD}: the call as it was, and its new price`),
})

/** Rating a month of a customer anew: as a question first. */
export function rerateRoutes(database: Database, books: TariffBooks, clock: Clock, settle: SettleRated): ApiRoutes {
  return (api) => {
    const schema = {
      ...{
        tags,
        summary: 'Rate the calls of a customer and month anew, but for those on invoices',
        body: question,
        response: { 200: answer },
      },
    }
    api.post('/rated-calls/rerate', { config: { access: 'operator' }, schema }, async (request) => {
      const { month, apply } = request.body
      const tenantId = owningTenant(principalOf(request), request.body.tenantId)
      const question = { tenantId, month: `${month}-01`, knownAtMs: clock.epochMs(), apply, settle }
      const found = await rerateMonth(database, books, question)
      return {
        ...{ calls: found.calls, invoiced: found.invoiced, before: shownAmount(found.before), after: shownAmount(found.after) },
        different: found.different,
        differences: found.differences.map(({ before, after }) => ({
          ...{ call: viewOfCall(before, true), price: priceOf(after), outcome: after.outcome },
        })),
      }
    })
  }
}
