import { randomUUID } from 'node:crypto'
import { type Clock, type Logger, silentLogger } from '@klinke/foundation'
import { createApiKey } from '../api-keys/store.ts'
import { systemClock } from '../clock/system-clock.ts'
import type { Database } from '../database/database.ts'
import type { Principal } from '../database/tx.ts'
import type { ApiRoutes } from '../http/api.ts'
import type { ApiLimits, CustomersOf, IsCustomer } from '../http/authentication.ts'
import type { ProblemTable } from '../http/problem.ts'
import { createApiServer } from '../http/server.ts'
import { SecretBox } from '../secrets/secret-box.ts'
import { insertLogin } from '../sign-in/login.ts'
import { Sessions } from '../sign-in/sessions.ts'

export interface TestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly raw: Buffer
  /** The JSON of the answer, as the test expects it; empty when it is something else. */
  readonly body: Record<string, unknown> & { readonly items?: Record<string, unknown>[] }
}

/** A client that is always the same key or person. */
export type TestClient = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<TestAnswer>

export interface TestApi extends AsyncDisposable {
  /** With an API key; a user with the cookie of a session, as from a page of this server. */
  client(principal: Principal): Promise<TestClient>
  /** With the cookie of a session, whoever it is. */
  signedIn(principal: Principal): Promise<TestClient>
  /** Sends no key. */
  readonly stranger: TestClient
}

export const testSecrets = (): SecretBox => new SecretBox(Buffer.alloc(32, 1))

/** The API with these routes, called without a socket. Paths are below `/api/v1` unless they begin with `//`. */
export async function testApi(
  database: Database,
  routes: readonly ApiRoutes[],
  problems: readonly ProblemTable[],
  limits?: ApiLimits,
  {
    clock = systemClock(),
    isCustomer,
    customersOf,
    logger = silentLogger,
    trustedProxies = [],
  }: {
    readonly clock?: Clock
    readonly isCustomer?: IsCustomer
    readonly customersOf?: CustomersOf
    readonly logger?: Logger
    readonly trustedProxies?: readonly string[]
  } = {},
): Promise<TestApi> {
  const server = await createApiServer({
    database,
    secrets: testSecrets(),
    clock,
    ...{ logger, trustedProxies },
    routes,
    problems,
    ...(limits ? { limits } : {}),
    ...(isCustomer ? { isCustomer } : {}),
    ...(customersOf ? { customersOf } : {}),
  })
  const clientWith = (own: Record<string, string>): TestClient => {
    return async (method, path, body, headers) => {
      const url = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`
      const payload = body === undefined ? {} : { payload: body as object }
      const answer = await server.inject({ method, url, headers: { ...own, ...headers }, ...payload })
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: (isJson(answer.headers['content-type']) && answer.body ? JSON.parse(answer.body) : {}) as TestAnswer['body'],
        raw: answer.rawPayload,
      }
    }
  }
  return {
    client: async (principal) =>
      principal.kind === 'user'
        ? clientWith(await sessionHeaders(database, principal))
        : clientWith({ authorization: `Bearer ${(await createApiKey(database, 'test', principal)).key}` }),
    signedIn: async (principal) => clientWith(await sessionHeaders(database, principal)),
    stranger: clientWith({}),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

/** What a browser sends whose person is signed in. */
async function sessionHeaders(database: Database, principal: Principal): Promise<Record<string, string>> {
  const token = await database.withOperator(async (tx) => {
    const login = await insertLogin(tx, { email: `${randomUUID()}@example.org`, name: 'Test', language: 'de', principal })
    return new Sessions(database, systemClock()).begin(tx, login.id, { method: 'password', address: '192.0.2.1', userAgent: undefined })
  })
  return { cookie: `klinke-session=${token}`, 'sec-fetch-site': 'same-origin' }
}

function isJson(contentType: unknown): boolean {
  return String(contentType).includes('json')
}
