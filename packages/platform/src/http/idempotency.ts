import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../database/database.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { Api } from './api.ts'
import { IdempotencyKeyReused, IdempotentRequestRunning, InvalidRequest } from './errors.ts'
import { claimKey, keepAnswer, type RequestKey, releaseKey } from './idempotency-store.ts'

const MAX_KEY_LENGTH = 255

declare module 'fastify' {
  interface FastifyRequest {
    /** This request is the first with its Idempotency-Key: its answer is kept. */
    claimed: RequestKey | undefined
  }
}

/**
 * Lets a client repeat a POST whose answer it did not see: with the same `Idempotency-Key` the work is done once
 * and the answer given again for 24 hours (IETF draft "The Idempotency-Key HTTP Header Field"). Failures are not kept.
 */
export function addIdempotency(api: Api, database: Database, secrets: SecretBox): void {
  api.decorateRequest('claimed', undefined)
  api.addHook('preHandler', async (request, reply) => {
    const wanted = requestKey(request)
    if (!wanted) return
    const claim = await claimKey(database, wanted, requestHash(request))
    switch (claim.kind) {
      case 'first':
        request.claimed = wanted
        return
      case 'running':
        throw new IdempotentRequestRunning()
      case 'other-request':
        throw new IdempotencyKeyReused()
      case 'answered': {
        const body = secrets.unseal(claim.answer.sealedBody, placeOf(wanted))
        reply.code(claim.answer.status).header('idempotency-replayed', 'true').type('application/json').serializer(asItIs).send(body)
        return reply
      }
    }
  })
  api.addHook('onSend', async (request, reply, payload) => {
    const { claimed } = request
    if (!claimed) return
    if (reply.statusCode >= 300 || typeof payload !== 'string') await releaseKey(database, claimed)
    else await keepAnswer(database, claimed, { status: reply.statusCode, sealedBody: secrets.seal(payload, placeOf(claimed)) })
  })
}

function requestKey(request: FastifyRequest): RequestKey | undefined {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined || !request.holder) return undefined
  if (typeof key !== 'string' || key === '' || key.length > MAX_KEY_LENGTH) {
    throw new InvalidRequest({
      en: `The Idempotency-Key must have 1 to ${MAX_KEY_LENGTH} characters; a UUID does well.`,
      de: `Der Idempotency-Key muss 1 bis ${MAX_KEY_LENGTH} Zeichen haben; eine UUID ist gut.`,
    })
  }
  return { apiKeyId: request.holder.id, key }
}

function requestHash(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
    .digest()
}

function placeOf({ apiKeyId, key }: RequestKey): string {
  return `idempotent_answer/${apiKeyId}/${key}`
}

function asItIs(payload: unknown): string {
  return String(payload)
}
