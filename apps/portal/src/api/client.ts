import type { Answer, InputOf, Operation } from './operation.ts'
import { Problem, problemOf } from './problem.ts'
import { withVersion } from './version.ts'

/** Who asks is said by the session's cookie, which the browser sends by itself. */
export interface ClientOptions {
  /** The language in which problems are told. */
  readonly language: () => string
  /** Told when the server no longer knows who asks (401). */
  readonly signedOut: () => void
}

/** Calls the REST API: `api('GET /extensions', { query: { limit: 50 } })`. Throws `Problem`. */
export type Api = <Name extends Operation>(operation: Name, ...input: InputOf<Name>) => Promise<Answer<Name>>

/** As far as the runtime needs to know an input. */
interface AnyInput {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly ifMatch?: string | undefined
}

const PREFIX = '/api/v1'

export function apiClient(options: ClientOptions): Api {
  return async (operation, ...given) => {
    const [input = {}]: readonly (AnyInput | undefined)[] = given
    const [method = 'GET', template = ''] = operation.split(' ')
    const response = await send(urlOf(template, input), requestOf(method, input, options))
    if (response.status === 401) options.signedOut()
    if (!response.ok) throw await problemOf(response)
    // The generated types say what this route answers; the server checks its answers against the same schemas.
    return withVersion(await contentOf(response), response.headers.get('etag')) as never
  }
}

/** The address of a route with its parameters filled in. */
export function urlOf(template: string, { path = {}, query = {} }: AnyInput): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(path[name] ?? '')))
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `${PREFIX}${filled}${search === '' ? '' : `?${search}`}`
}

function requestOf(method: string, { body, ifMatch }: AnyInput, options: ClientOptions): RequestInit {
  const headers: Record<string, string> = {
    'accept-language': options.language(),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  }
  if (body instanceof Blob) return { method, headers: { ...headers, 'content-type': body.type }, body }
  if (body === undefined) return { method, headers }
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch {
    throw new Problem('unreachable', 0, {})
  }
}

function contentOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 204 || type === '') return Promise.resolve(null)
  return type.startsWith('application/json') ? response.json() : response.blob()
}
