import type { Clock } from '@klinke/foundation'
import type { FastifyRequest } from 'fastify'
import { findApiKeyHolder } from '../api-keys/store.ts'
import type { Database } from '../database/database.ts'
import type { Principal } from '../database/tx.ts'
import type { Api } from './api.ts'
import { OperatorOnly, TooManyRequests, Unauthenticated } from './errors.ts'
import { KeyCheck } from './key-check.ts'
import { RateLimit, type RateLimitOptions } from './rate-limit.ts'

export interface ApiLimits {
  readonly perKey: RateLimitOptions
  /** Wrong or missing keys per address: guessing stays slow, and costs no look into the database. */
  readonly wrongKeysPerAddress: RateLimitOptions
}

export const DEFAULT_API_LIMITS: ApiLimits = {
  perKey: { burst: 200, perSecond: 100 },
  wrongKeysPerAddress: { burst: 20, perSecond: 1 },
}

/** Requires a Bearer key (RFC 6750) on every route that is not public, before its body is read. */
export function addAuthentication(api: Api, database: Database, clock: Clock, limits: ApiLimits): void {
  const perKey = new RateLimit(limits.perKey, clock)
  const keys = new KeyCheck((key) => findApiKeyHolder(database, key), limits.wrongKeysPerAddress, clock)
  api.decorateRequest('holder', undefined)
  api.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (access === 'public' || request.is404) return
    const holder = await keys.holder(bearerKey(request), request.ip)
    if (!holder) {
      throw new Unauthenticated(
        'Send a valid API key in the header "Authorization: Bearer <key>". The demo key is in demo.json of the data folder.',
      )
    }
    passOrThrow(perKey.take(holder.apiKeyId))
    if (access === 'operator' && holder.principal.kind !== 'operator') throw new OperatorOnly()
    request.holder = holder
  })
}

/** For whom this request works. Only for routes that are not public. */
export function principalOf(request: FastifyRequest): Principal {
  if (!request.holder) throw new Error(`${request.url} is public and has no principal.`)
  return request.holder.principal
}

function bearerKey(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

function passOrThrow(waitSeconds: number): void {
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}
