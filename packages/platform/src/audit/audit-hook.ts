import type { FastifyRequest } from 'fastify'
import type { Database } from '../database/database.ts'
import type { Api, Holder } from '../http/api.ts'
import type { Actor, Work } from './actor.ts'
import { noteDeed } from './audit-store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    work: Work | undefined
  }
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Puts everything that is done on behalf of a request into the audit log, in one place for all routes: the transactions of a request carry its actor, by whom
 * the database's triggers note each change of a row. A request that succeeds in something without changing a row (a call that is ended) is noted as such.
 */
export function addAudit(api: Api, database: Database): void {
  api.decorateRequest('work', undefined)
  api.addHook('preHandler', (request, _reply, done) => {
    const { holder } = request
    if (!holder || READING.has(request.method)) {
      done()
      return
    }
    const work: Work = { actor: actorOf(request, holder), audited: false }
    request.work = work
    database.actingAs(work, done)
  })
  api.addHook('onSend', async (request, reply) => {
    const { work, holder } = request
    if (work === undefined || holder === undefined || work.audited || reply.statusCode >= 300) return
    const { actor } = work
    const { principal } = holder
    const tenantId = 'tenantId' in principal ? (principal.tenantId ?? null) : null
    const [subjectId = null] = Object.values(request.params ?? {}).filter((value) => typeof value === 'string')
    const { requestId, route } = actor
    await database.withOperator((tx) => noteDeed(tx, { tenantId, actor, requestId, route, action: 'requested', subject: route, subjectId }))
  })
}

function actorOf(request: FastifyRequest, { id, name, principal }: Holder): Actor {
  const { kind } = principal
  return { kind, id, name, address: request.ip, requestId: request.id, route: `${request.method} ${request.routeOptions.url ?? ''}` }
}
