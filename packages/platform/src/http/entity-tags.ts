import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { lastChangeOf } from '../audit/audit-store.ts'
import type { Database } from '../database/database.ts'
import type { Api } from './api.ts'
import { InvalidRequest, PreconditionFailed } from './errors.ts'
import { inScope } from './tenant-scope.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Lets the next change of the same thing go on. */
    nextChange: (() => void) | undefined
    /** The client asks by `If-Match`. */
    conditional: boolean
  }
}

const CHANGING = new Set(['PATCH', 'PUT', 'DELETE'])
/** 128 bits. */
const TAG_LENGTH = 22

/**
 * Keeps two administrators from overwriting each other (RFC 9110 §8.8.3, §13.1.1), in one place for all routes: each JSON answer to a GET has an `ETag` made of what it
 * says; a change with `If-Match` is done only if a GET by the same client would still give that tag. Changes of one thing go one after the other, so that nothing comes between.
 */
export function addEntityTags(api: Api, database: Database): void {
  const turns = new Turns()
  api.decorateRequest('nextChange', undefined)
  api.decorateRequest('conditional', false)
  api.addHook('preHandler', async (request) => {
    if (!CHANGING.has(request.method) || request.holder === undefined) return
    request.nextChange = await turns.take(pathOf(request))
    const wanted = request.headers['if-match']
    if (wanted === undefined) return
    request.conditional = true
    const now = await tagNow(api, request)
    if (now === undefined)
      throw new InvalidRequest({
        en: 'What is changed here cannot be read by itself and has no ETag. Leave If-Match out.',
        de: 'Was hier geändert wird, lässt sich nicht für sich lesen und hat keinen ETag. Lassen Sie If-Match weg.',
      })
    if (!matches(wanted, now)) throw await failed(database, request)
  })
  // Where another hook has failed; harmless after the next one.
  api.addHook('onResponse', async (request) => request.nextChange?.())
  api.addHook('onSend', async (request, reply, payload) => {
    request.nextChange?.()
    if (request.method === 'GET') return tagged(request, reply, payload)
    if (!request.conditional || request.method === 'DELETE' || reply.statusCode >= 300) return payload
    const now = await tagNow(api, request)
    if (now !== undefined) reply.header('etag', now)
    return payload
  })
}

/** One change of a thing at a time. */
class Turns {
  readonly #last = new Map<string, Promise<void>>()

  /** Settles when it is the caller's turn; what it gives ends the turn. */
  async take(thing: string): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#last.get(thing)
    this.#last.set(thing, promise)
    await before
    return () => {
      if (this.#last.get(thing) === promise) this.#last.delete(thing)
      resolve()
    }
  }
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? url
}

/** The tag that the client would get by GET; undefined where there is nothing to get. */
async function tagNow(api: Api, request: FastifyRequest): Promise<string | undefined> {
  const { authorization, cookie, 'sec-fetch-site': site } = request.headers
  const headers = { ...(authorization === undefined ? {} : { authorization }), ...(cookie === undefined ? {} : { cookie }) }
  const tenantId = tenantIn(request.query)
  const url = tenantId === undefined ? pathOf(request) : `${pathOf(request)}?tenantId=${tenantId}`
  const answer = await api.inject({
    method: 'GET',
    url,
    headers: { ...headers, ...(site === undefined ? {} : { 'sec-fetch-site': String(site) }) },
  })
  const tag = answer.headers.etag
  return answer.statusCode === 200 && typeof tag === 'string' ? tag : undefined
}

function tenantIn(query: unknown): string | undefined {
  const named = typeof query === 'object' && query !== null && 'tenantId' in query ? query.tenantId : undefined
  return typeof named === 'string' ? named : undefined
}

function tagged({ headers }: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (reply.statusCode !== 200 || typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('application/json'))
    return payload
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, TAG_LENGTH)}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  const known = headers['if-none-match']
  if (known === undefined || !matches(known, tag)) return payload
  reply.code(304).removeHeader('content-type')
  return null
}

/** RFC 9110 §13.1.1: a list of tags, or `*`. A weak one says the same here: proxies that compress make them. */
function matches(wanted: string, tag: string): boolean {
  return wanted.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag)
}

/** Says who has changed it meanwhile, where the audit log knows. */
async function failed(database: Database, request: FastifyRequest): Promise<PreconditionFailed> {
  const { holder } = request
  const ids = Object.values(request.params ?? {}).filter((id) => typeof id === 'string')
  const subjectId = ids[0] ?? (holder !== undefined && 'tenantId' in holder.principal ? holder.principal.tenantId : undefined)
  if (holder === undefined || subjectId === undefined) return new PreconditionFailed(undefined)
  return new PreconditionFailed(await inScope(database, holder.principal, undefined, (tx) => lastChangeOf(tx, subjectId)))
}
