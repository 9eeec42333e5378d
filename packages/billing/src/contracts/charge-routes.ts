import type { Api } from '@klinke/platform'
import { z } from 'zod'
import { amountSchema, viewOfMicros } from '../amounts.ts'
import { countedUse } from '../counted-use/store.ts'
import { ContractCharges } from './charge-source.ts'
import { type ContractRouteParts, contractParams, contractTags, foundHistory } from './route-parts.ts'
import { chargeView, viewOfCharge } from './views.ts'
import { month } from './wanted.ts'

const chargesView = z.object({
  month: z.string(),
  items: z.array(chargeView),
  total: amountSchema.describe('Net, without calls'),
})

/** What a contract costs on the invoice of a month. */
export function chargeRoutes(api: Api, { database, catalogue }: ContractRouteParts): void {
  const charges = new ContractCharges(database, catalogue, countedUse)
  const schema = {
    ...{ tags: contractTags, summary: 'List what a contract costs on the invoice of a month, without calls', params: contractParams },
    ...{ querystring: z.strictObject({ month }), response: { 200: chargesView } },
  }
  api.get('/contracts/:contractId/charges', { config: { access: 'operator' }, schema }, async (request) => {
    const { contractId } = request.params
    const { tenantId, events } = await database.withOperator((tx) => foundHistory(tx, contractId))
    const lines = (await charges.of(tenantId, Temporal.PlainYearMonth.from(request.query.month))).filter(
      (line) => line.contractId === contractId,
    )
    const currency = events.find((event) => event.kind === 'begun')?.currency ?? 'EUR'
    const total = lines.reduce((sum, { micros }) => sum + micros, 0n)
    return { month: request.query.month, items: lines.map(viewOfCharge), total: viewOfMicros(total, currency) }
  })
}
