import { silentLogger } from '@klinke/foundation'
import { createApiKey } from '../api-keys/store.ts'
import { systemClock } from '../clock/system-clock.ts'
import type { Database } from '../database/database.ts'
import type { Principal } from '../database/tx.ts'
import type { ApiRoutes } from '../http/api.ts'
import type { ApiLimits } from '../http/authentication.ts'
import type { ProblemTable } from '../http/problem.ts'
import { createApiServer } from '../http/server.ts'
import { SecretBox } from '../secrets/secret-box.ts'

export interface TestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly raw: Buffer
  /** The JSON of the answer, as the test expects it; empty when it is something else. */
  readonly body: Record<string, unknown> & { readonly items?: Record<string, unknown>[] }
}

/** A client with one API key. */
export type TestClient = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<TestAnswer>

export interface TestApi extends AsyncDisposable {
  client(principal: Principal): Promise<TestClient>
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
): Promise<TestApi> {
  const server = await createApiServer({
    database,
    secrets: testSecrets(),
    clock: systemClock(),
    logger: silentLogger,
    routes,
    problems,
    ...(limits ? { limits } : {}),
  })
  const clientWith = (key: string | undefined): TestClient => {
    const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
    return async (method, path, body, headers) => {
      const url = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`
      const payload = body === undefined ? {} : { payload: body as object }
      const answer = await server.inject({ method, url, headers: { ...authorization, ...headers }, ...payload })
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: (isJson(answer.headers['content-type']) && answer.body ? JSON.parse(answer.body) : {}) as TestAnswer['body'],
        raw: answer.rawPayload,
      }
    }
  }
  return {
    client: async (principal) => clientWith((await createApiKey(database, 'test', principal)).key),
    stranger: clientWith(undefined),
    [Symbol.asyncDispose]: () => server.close(),
  }
}

function isJson(contentType: unknown): boolean {
  return String(contentType).includes('json')
}
