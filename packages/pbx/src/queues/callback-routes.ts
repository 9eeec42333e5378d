import { type ApiRoutes, type Database, inScope, NotFound, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { findTeam } from '../teams/store.ts'
import type { Callbacks } from './callbacks.ts'
import { QUEUE_RULES } from './rules.ts'

const params = z.object({ teamId: z.uuid(), callbackId: z.uuid() })

/** What was promised to callers of a queue; the live view shows it. */
export function callbackRoutes(database: Database, callbacks: Pick<Callbacks, 'withdraw'>): ApiRoutes {
  return (api) => {
    const schema = { tags: ['queues'], summary: 'Call a caller of a queue back no more', params, response: { 204: z.null() } }
    api.delete('/queues/:teamId/callbacks/:callbackId', { schema }, async (request, reply) => {
      const { teamId, callbackId } = request.params
      const team = await inScope(database, principalOf(request), undefined, (tx) => findTeam(tx, QUEUE_RULES, teamId))
      if (team === undefined) throw new NotFound('queue', teamId)
      if (!(await callbacks.withdraw(teamId, callbackId))) throw new NotFound('callback', callbackId)
      return reply.code(204).send(null)
    })
  }
}
