import { type ApiRoutes, decodeCursor, matcher, owningTenant, page, pageOf, pageQuery, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { PbxDirectory } from '../snapshot.ts'
import type { CallTarget } from './store.ts'

const targetView = z.object({
  kind: z.string().describe('As in destinations: `extension`, `group`, `queue` …; also `schedule`, which is referred to in the same way'),
  id: z.uuid().describe('`targetId` in a destination'),
  name: z.string(),
  number: z.string().nullable().describe('What is dialled for it inside; null: it cannot be'),
})
const querystring = z.strictObject({
  ...pageQuery,
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  kind: z.string().max(40).optional().describe('Only of this kind'),
  id: z.uuid().optional().describe('Only this one, to learn its name'),
  search: z.string().trim().max(100).optional().describe('Part of the name, or beginning of the number'),
})

/** Everything that calls of a tenant can be led to, by name: for whoever chooses a destination. */
export function targetRoutes(directory: PbxDirectory): ApiRoutes {
  return (api) => {
    const schema = {
      ...{ tags: ['destinations'], summary: 'List what calls can be led to, by name', querystring },
      response: { 200: pageOf(targetView) },
    }
    // Whoever may lead calls anywhere may see where to, whatever the area of rights is.
    api.get('/call-targets', { config: { access: 'signed-in' }, schema }, (request) => {
      const { limit, cursor, tenantId, ...wanted } = request.query
      const tenant = directory.tenant(owningTenant(principalOf(request), tenantId))
      const after = decodeCursor(cursor, 2)
      const found = [...(tenant?.internalNumbers.targets.values() ?? [])].filter((target) => fits(target, wanted)).toSorted(compare)
      const rest = after === undefined ? found : found.filter((target) => isBehind(target, after))
      return Promise.resolve(
        page(
          rest.slice(0, limit + 1),
          limit,
          ({ number, ...target }) => ({ ...target, number: number ?? null }),
          ({ name, id }) => [name, id],
        ),
      )
    })
  }
}

interface Wanted {
  readonly kind?: string | undefined
  readonly id?: string | undefined
  readonly search?: string | undefined
}

function fits(target: CallTarget, { kind, id, search }: Wanted): boolean {
  if ((kind !== undefined && kind !== target.kind) || (id !== undefined && id !== target.id)) return false
  if (search === undefined || search === '') return true
  return matcher(search)(target.name) || target.number?.startsWith(search) === true
}

function compare(one: Pick<CallTarget, 'name' | 'id'>, other: Pick<CallTarget, 'name' | 'id'>): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

function isBehind(target: CallTarget, [name = '', id = '']: readonly string[]): boolean {
  return compare(target, { name, id }) > 0
}
