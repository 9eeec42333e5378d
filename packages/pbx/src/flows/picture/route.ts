import { type Api, type Database, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { listTargets } from '../../internal-numbers/store.ts'
import { drawFlow } from '../picture.ts'
import { findFlow } from '../store.ts'

const params = z.object({ flowId: z.uuid() })
const querystring = z.strictObject({
  of: z.enum(['draft', 'published']).default('draft'),
  language: z.enum(['de', 'en']).default('de'),
})

/** A flow for people who would rather look than read. */
export function pictureRoute(api: Api, database: Database): void {
  const schema = { tags: ['flows'], summary: 'A picture of a flow (SVG)', params, querystring, produces: ['image/svg+xml'] }
  api.get('/flows/:flowId/picture', { schema }, async (request, reply) => {
    const { flowId } = request.params
    const { of, language } = request.query
    const picture = await inScope(database, principalOf(request), undefined, async (tx) => {
      const flow = await findFlow(tx, flowId)
      const graph = of === 'draft' ? flow?.draft : flow?.published
      if (flow === undefined || graph === undefined || graph === null) return undefined
      const names = (await listTargets(tx, flow.tenantId)).map(
        ({ id, name, number }) => [id, number ? `${name} (${number})` : name] as const,
      )
      return drawFlow(graph, new Map(names), language)
    })
    if (picture === undefined) throw new NotFound(`${of} version of flow`, flowId)
    // Nothing in it runs, wherever it is shown.
    return reply.type('image/svg+xml').header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'").send(picture)
  })
}
