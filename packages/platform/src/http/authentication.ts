import type { Clock } from '@klinke/foundation'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findApiKeyHolder } from '../api-keys/store.ts'
import type { Database } from '../database/database.ts'
import type { Principal } from '../database/tx.ts'
import { sessionToken } from '../sign-in/session-cookie.ts'
import { Sessions } from '../sign-in/sessions.ts'
import type { Api, Holder } from './api.ts'
import { assertAdmitted, assertOwn, namedIn } from './authorisation.ts'
import { CrossSiteRequest, InvalidRequest, NotFound, SessionOnly, TooManyRequests, Unauthenticated } from './errors.ts'
import { followHolders, type RemembersHolders } from './follow-holders.ts'
import { KeyCheck } from './key-check.ts'
import { RateLimit, type RateLimitOptions } from './rate-limit.ts'
import { isForged } from './same-origin.ts'

export interface ApiLimits {
  /** Of each API key, and of each person who is signed in. */
  readonly perKey: RateLimitOptions
  /** Wrong or missing keys per address: guessing stays slow, and costs no look into the database. */
  readonly wrongKeysPerAddress: RateLimitOptions
}

export const DEFAULT_API_LIMITS: ApiLimits = {
  perKey: { burst: 200, perSecond: 100 },
  wrongKeysPerAddress: { burst: 20, perSecond: 1 },
}

/** The tenants that a reseller looks after. */
export type CustomersOf = (resellerId: string) => Promise<ReadonlySet<string>>

/** True when the tenant is a customer of the reseller. */
export type IsCustomer = (resellerId: string, tenantId: string) => Promise<boolean>

export interface AuthenticationOptions {
  readonly database: Database
  readonly clock: Clock
  readonly limits: ApiLimits
  readonly isCustomer: IsCustomer
  readonly customersOf: CustomersOf
}

/**
 * Requires a Bearer key (RFC 6750) or a session's cookie on every route that is not public, and that role and rights open it, before its body is read. Once
 * it is read and valid: that users name their own extension, and resellers their own customers.
 */
export function addAuthentication(api: Api, { database, clock, limits, isCustomer, customersOf }: AuthenticationOptions): void {
  const perHolder = new RateLimit(limits.perKey, clock)
  const keys = new KeyCheck((key) => findApiKeyHolder(database, key, isCustomer), limits.wrongKeysPerAddress, clock)
  const open = new Sessions(database, clock)
  const sessions = new KeyCheck((token) => open.holder(token), limits.wrongKeysPerAddress, clock)
  const remembering: RemembersHolders[] = [keys, sessions]
  const following = followHolders(database, remembering)
  api.addHook('onClose', async () => following.close())
  const identify = (request: FastifyRequest): Promise<Holder | undefined> => {
    const token = cookieOf(request)
    return token === undefined ? keys.holder(bearerKey(request), request.ip) : sessions.holder(token, request.ip)
  }
  api.decorate('identify', identify)
  api.decorate('alsoForget', (holders: RemembersHolders) => void remembering.push(holders))
  api.decorateRequest('holder', undefined)
  api.addHook('onRequest', async (request, reply) => {
    if (request.is404) return
    if (isForged(request, cookieOf(request) !== undefined)) throw new CrossSiteRequest()
    if (request.routeOptions.config.access === 'public') return
    const holder = await identify(request)
    if (!holder) throw new Unauthenticated()
    const waitSeconds = perHolder.take(holder.id)
    tellLimit(reply, limits.perKey, perHolder.left(holder.id))
    passOrThrow(waitSeconds)
    assertAdmitted(request, holder)
    request.holder = holder
  })
  api.addHook('preHandler', async (request) => {
    const { holder } = request
    if (!holder) return
    assertOwn(request, holder.principal)
    if (holder.principal.kind === 'reseller')
      request.holder = { ...holder, principal: await narrowed(holder.principal, request, { isCustomer, customersOf }) }
  })
}

/** On whose behalf this request works. Only for routes that are not public. */
export function principalOf(request: FastifyRequest): Principal {
  return holderOf(request).principal
}

/** Who is behind this request. Only for routes that are not public. */
export function holderOf(request: FastifyRequest): Holder {
  if (!request.holder) throw new Error(`${request.url} is public and has no principal.`)
  return request.holder
}

/** The session of whoever is signed in. Throws `SessionOnly` for an API key. */
export function sessionOf(request: FastifyRequest): NonNullable<Holder['session']> {
  const { session } = holderOf(request)
  if (session === undefined) throw new SessionOnly()
  return session
}

/** The login behind this request: that of the session, or the one that has made the key; undefined for a key that no login has made. */
export function loginBehind(request: FastifyRequest): string | undefined {
  const { session, madeBy } = holderOf(request)
  return session?.loginId ?? madeBy
}

/** True when whoever asks may see what these extensions have to do with: a user only what the own one has, everyone else what the tenant has. */
export function isOwn(request: FastifyRequest, ...extensionIds: readonly (string | null | undefined)[]): boolean {
  const principal = principalOf(request)
  return principal.kind !== 'user' || extensionIds.includes(principal.extensionId)
}

/** The reseller with the customer that the request names, or with all where it names something else. */
async function narrowed(
  principal: Extract<Principal, { kind: 'reseller' }>,
  request: FastifyRequest,
  { isCustomer, customersOf }: Pick<AuthenticationOptions, 'isCustomer' | 'customersOf'>,
): Promise<Principal> {
  const [tenantId, ...others] = new Set(namedIn(request, 'tenantId'))
  const names = Object.keys(request.params ?? {}).length > 0
  if (tenantId === undefined) return names ? { ...principal, customers: await customersOf(principal.resellerId) } : principal
  if (others.length > 0)
    throw new InvalidRequest({
      en: 'Path, query and body name different tenants.',
      de: 'Pfad, Suchteil und Inhalt nennen verschiedene Kunden.',
    })
  if (!(await isCustomer(principal.resellerId, tenantId))) throw new NotFound('tenant', tenantId)
  return { ...principal, tenantId }
}

/** A program that sends a key means the key, whatever cookies its library keeps. */
function cookieOf({ headers, protocol }: FastifyRequest): string | undefined {
  return headers.authorization === undefined ? sessionToken(headers, protocol) : undefined
}

function bearerKey(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** draft-ietf-httpapi-ratelimit-headers-10: the quota and its window, what is left of it, and when it is whole again. */
function tellLimit(
  reply: FastifyReply,
  { burst, perSecond }: RateLimitOptions,
  { requests, fullInSeconds }: ReturnType<RateLimit['left']>,
): void {
  reply.header('ratelimit-policy', `"client";q=${burst};w=${Math.ceil(burst / perSecond)}`)
  reply.header('ratelimit', `"client";r=${requests};t=${fullInSeconds}`)
}

function passOrThrow(waitSeconds: number): void {
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}
