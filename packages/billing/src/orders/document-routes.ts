import { type Api, inScope, makePaper, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { paperName } from './order-paper.ts'
import type { OrderParts } from './order-parts.ts'
import { paperOfOrder } from './paper-of-order.ts'
import { foundOrder } from './store.ts'

const PDF = 'application/pdf'
const params = z.object({ orderId: z.uuid() })
const querystring = z.strictObject({ language: z.enum(['de', 'en']).optional().describe('Absent: that of the order') })

/** What was ordered, as a form to be signed. */
export function documentRoutes(api: Api, parts: OrderParts): void {
  const schema = { tags: ['orders'], summary: 'Download what was ordered as PDF', params, querystring, produces: [PDF] }
  api.get('/orders/:orderId/document', { schema }, async (request, reply) => {
    const { orderId } = params.parse(request.params)
    const order = await inScope(parts.database, principalOf(request), undefined, (tx) => foundOrder(tx, orderId))
    const language = querystring.parse(request.query).language ?? (order.form?.kind === 'new' ? order.form.language : 'de')
    const paper = await paperOfOrder(parts, order, language)
    if (paper === undefined) throw new NotFound('document of order', orderId)
    reply.header('content-disposition', `attachment; filename="${paperName(order, language)}"`).header('x-content-type-options', 'nosniff')
    return reply.type(PDF).send(Buffer.from(await makePaper(paper)))
  })
}
