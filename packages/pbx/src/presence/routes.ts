import { type ApiRoutes, decodeCursor, owningTenant, page, pageOf, pageQuery, principalOf, seenByAll } from '@klinke/platform'
import { z } from 'zod'
import type { PbxDirectory } from '../snapshot.ts'
import type { Presence } from './presence.ts'

const presenceView = z.object({
  extensionId: z.uuid(),
  number: z.string(),
  name: z.string(),
  basic: z.enum(['open', 'closed']).describe('Whether calls come through now'),
  activities: z.array(z.string()).describe('Words of RFC 4480, such as on-the-phone, busy, away'),
  note: z.string().nullable(),
  ringing: z.boolean().describe('A call rings there, which can be picked up'),
})
const querystring = z.strictObject({ ...pageQuery, tenantId: z.uuid().optional().describe('Required with an operator key') })

/** Who is there, as the phones' lists of colleagues show it. */
export function presenceRoutes(directory: PbxDirectory, live: Presence): ApiRoutes {
  return (api) => {
    const schema = { tags: ['presence'], summary: 'List who is there', querystring, response: { 200: pageOf(presenceView) } }
    api.get('/presence', { config: seenByAll, schema }, (request) => {
      const { limit, cursor } = request.query
      const tenant = directory.tenant(owningTenant(principalOf(request), request.query.tenantId))
      const after = decodeCursor(cursor, 1)?.[0] ?? ''
      const extensions = [...(tenant?.extensions.values() ?? [])].filter(({ number }) => number > after)
      const wanted = extensions.toSorted((one, other) => (one.number < other.number ? -1 : 1)).slice(0, limit + 1)
      const states = tenant === undefined ? [] : live.statesOf(tenant, wanted)
      const items = states.map(({ extension: { id, number, name }, state: { basic, activities, note }, ringing }) => {
        return { extensionId: id, number, name, basic, activities: [...activities], note: note ?? null, ringing }
      })
      return Promise.resolve(
        page(
          items,
          limit,
          (item) => item,
          ({ number }) => [number],
        ),
      )
    })
  }
}
