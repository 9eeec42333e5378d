import { type ApiRoutes, NotFound } from '@klinke/platform'
import { z } from 'zod'
import { listRatedCalls } from '../rated-calls/list-calls.ts'
import { pricedBy } from '../rated-calls/price-rule.ts'
import { viewOfExplanation } from '../rated-calls/views.ts'
import { assertAvailable, scopeOf } from './bill.ts'
import { listedCalls } from './bill-calls.ts'
import { type BillRouteParts, billFor, linesNow, noteWholeNumbers, viewOfCall } from './bill-routes.ts'
import { explainedCallView, tags } from './views.ts'
import { ZoneNames } from './zone-names.ts'

const params = z.object({ invoiceId: z.uuid(), callId: z.string().max(200) })

/** One call of an itemised bill, with the rule that priced it. */
export function listedCallRoute(parts: BillRouteParts): ApiRoutes {
  return (api) => {
    const summary = 'Get a call of an itemised bill, and why it costs that'
    const schema = { tags, summary, params, response: { 200: explainedCallView } }
    api.get('/itemised-bills/:invoiceId/calls/:callId', { schema }, async (request) => {
      const { invoiceId, callId } = request.params
      const bill = await billFor(parts, request, invoiceId)
      assertAvailable(bill)
      const { tenantId, content } = bill.invoice
      const read = <T>(work: Parameters<typeof parts.database.withTenant<T>>[1]) => parts.database.withTenant(tenantId, work)
      const scope = await read((tx) => scopeOf(tx, bill, 'own'))
      const lines = await linesNow(parts)
      const wish = { usageId: callId }
      for await (const [call] of listedCalls({ scope, wish, lines, read })) {
        const [rated] = await read((tx) => listRatedCalls(tx, { tenantId, usageId: callId, limit: 1 }))
        if (call === undefined || rated === undefined) break
        await noteWholeNumbers(parts, request, bill)
        const zones = new ZoneNames(parts.database, parts.books)
        await zones.learn([call])
        const extensions = await parts.extensionNames(tenantId)
        const isWhole = bill.rule.shown === 'full'
        const shown = { isWhole, isPriced: true, currency: content.currency, zones, extensions }
        const by = await pricedBy(parts.database, parts.books, rated.rating)
        return { ...viewOfCall(call, shown), ...viewOfExplanation(rated, isWhole, by) }
      }
      throw new NotFound('call', callId)
    })
  }
}
