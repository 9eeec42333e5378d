import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import type { Clock, Logger } from '@klinke/foundation'
import { fastify } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addAudit } from '../audit/audit-hook.ts'
import type { Database } from '../database/database.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { Api, ApiRoutes } from './api.ts'
import { type ApiLimits, addAuthentication, type CustomersOf, DEFAULT_API_LIMITS, type IsCustomer } from './authentication.ts'
import { addEntityTags } from './entity-tags.ts'
import { commonProblems, InvalidRequest, NoSuchRoute } from './errors.ts'
import { addIdempotency } from './idempotency.ts'
import { completed } from './openapi/document.ts'
import { type GermanWords, inGerman } from './openapi/in-german.ts'
import { ABOUT, KEYS } from './openapi/words.ts'
import type { ProblemTable } from './problem.ts'
import { problemHandler } from './problem-handler.ts'

export interface ApiServerOptions {
  readonly database: Database
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly logger: Logger
  /** Each slice's routes; they appear below `/api/v1`. */
  readonly routes: readonly ApiRoutes[]
  /** Pages beside the API, such as `/`. */
  readonly pages?: ApiRoutes
  /** Each slice's table of errors. */
  readonly problems: readonly ProblemTable[]
  readonly limits?: ApiLimits
  /** Addresses or networks of proxies whose `X-Forwarded-For` and `-Proto` are believed; nobody else's are. Absent: none. */
  readonly trustedProxies?: readonly string[]
  /** Which tenants are a reseller's; absent: none. */
  readonly isCustomer?: IsCustomer
  readonly customersOf?: CustomersOf
  /** True once calls can be made; `/health/ready` answers 503 before and while the database is away. */
  readonly isReady?: () => boolean
  /** What the description of the API says in German; absent: it is in English only. */
  readonly german?: GermanWords
  /** What comes before all else, such as the way to https. */
  readonly before?: (server: Api) => void
  /** How long the certificates in use still hold; `/health/ready` shows it. */
  readonly certificates?: () => readonly CertificateHealth[]
  /** Faults that nothing caught since the start; `/health/ready` shows them. */
  readonly faults?: () => number
}

/** A certificate as health shows it. */
export interface CertificateHealth {
  readonly use: string
  readonly state: 'good' | 'ends-soon' | 'ended'
  readonly endsAt: string
  readonly selfSigned: boolean
}

const BODY_LIMIT_BYTES = 1_048_576
const REQUEST_TIMEOUT_MS = 30_000
export const API_PREFIX = '/api/v1'

/**
 * The HTTP server of the REST API, not yet listening: `await server.listen({ host, port })`. Its
 * `server.server` is Node's, for WebSocket upgrades beside the API.
 */
export async function createApiServer(options: ApiServerOptions): Promise<Api> {
  const server = bareServer(Object.assign({}, commonProblems, ...options.problems) as ProblemTable, options)
  options.before?.(server)
  await server.register(swagger, {
    openapi: openApiFrame,
    transform: describedRoute,
    // The library's type of the document is a union over all versions of OpenAPI.
    transformObject: (document) => ('openapiObject' in document ? completed(document.openapiObject, API_PREFIX) : document.swaggerObject),
  })
  const { database, clock, limits = DEFAULT_API_LIMITS, isCustomer = async () => false, customersOf = async () => new Set() } = options
  addAuthentication(server, { database, clock, limits, isCustomer, customersOf })
  addAudit(server, database)
  addEntityTags(server, database)
  addIdempotency(server, database, options.secrets)
  addHealth(server, options)
  options.pages?.(server)
  await server.register(
    async (scope) => {
      const api = scope.withTypeProvider<ZodTypeProvider>()
      for (const add of options.routes) add(api)
      addDescription(api, server, options.german)
    },
    { prefix: API_PREFIX },
  )
  await server.ready()
  return server
}

/** English unless German is asked for by name: generators of clients are to get the same document wherever they run. */
function addDescription(api: Api, server: Api, german: GermanWords | undefined): void {
  const querystring = z.strictObject({ lang: z.enum(['de', 'en']).default('en') })
  let translated: object | undefined
  api.get('/openapi.json', { schema: { hide: true, querystring }, config: { access: 'public' } }, (request) => {
    const english = server.swagger()
    if (request.query.lang === 'en' || german === undefined) return english
    translated ??= inGerman(english, API_PREFIX, german)
    return translated
  })
}

function bareServer(problems: ProblemTable, { logger, trustedProxies = [] }: Pick<ApiServerOptions, 'logger' | 'trustedProxies'>): Api {
  const server = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(problemHandler(problems, logger))
  server.setNotFoundHandler((request) => {
    throw new NoSuchRoute(`${request.method} ${request.url}`)
  })
  takeEmptyBodies(server)
  server.addHook('onRequest', async ({ url }) => {
    if (NUL_IN_URL.test(url)) throw noNul()
  })
  server.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id))
  server.addHook('onResponse', async (request, reply) => {
    const { method, url, id } = request
    // Without the query: codes of a sign-in stand there, and names that people search for.
    logger.debug('request', {
      request: id,
      method,
      path: url.split('?')[0],
      status: reply.statusCode,
      tookMs: Math.round(reply.elapsedTime),
    })
  })
  return server
}

/** A route's schemas as JSON Schema, with who may use it. */
const describedRoute: typeof jsonSchemaTransform = (options) => {
  const { schema, url } = jsonSchemaTransform(options)
  const { access, area } = options.route.config ?? {}
  const upload = schema?.consumes !== undefined && schema.body === undefined ? { body: { type: 'string', format: 'binary' } } : {}
  return { url, schema: { ...schema, ...upload, 'x-access': access ?? 'tenant', ...(area === undefined ? {} : { 'x-area': area }) } }
}

/** No text has it, and PostgreSQL takes it in none. */
const NUL_IN_JSON = /(?<!\\)(?:\\\\)*\\u0000/
const NUL_IN_URL = /%00/

function noNul(): InvalidRequest {
  return new InvalidRequest({
    en: 'The request contains a NUL character. Leave it out.',
    de: 'Die Anfrage enthält ein NUL-Zeichen. Lassen Sie es weg.',
  })
}

/** Many clients name a content type with every request, also with one that has no body. */
function takeEmptyBodies(server: Api): void {
  const parseJson = server.getDefaultJsonParser('error', 'error')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else if (NUL_IN_JSON.test(String(body))) done(noNul())
    else void parseJson(request, String(body), done)
  })
}

function addHealth(server: Api, { database, isReady, faults, certificates }: ApiServerOptions): void {
  const open = { schema: { hide: true }, config: { access: 'public' } } as const
  server.get('/health/live', open, () => ({ status: 'up' }))
  server.get('/health/ready', open, async (_request, reply) => {
    const state = {
      calls: isReady?.() ?? true,
      database: await database.isReady(),
      faults: faults?.() ?? 0,
      ...(certificates && { certificates: certificates() }),
    }
    return reply.code(state.calls && state.database ? 200 : 503).send(state)
  })
}

const openApiFrame = {
  openapi: '3.1.0',
  info: {
    title: 'Klinke',
    version: '1',
    description: ABOUT.en,
  },
  components: {
    securitySchemes: {
      apiKey: { type: 'http' as const, scheme: 'bearer', description: KEYS.apiKey.en },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'klinke-session', description: KEYS.session.en },
    },
  },
  security: [{ apiKey: [] }, { session: [] }],
}
