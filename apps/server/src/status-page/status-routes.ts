import { randomBytes } from 'node:crypto'
import { type ApiRoutes, preferredLanguage } from '@klinke/platform'
import { FILE_POLICY } from '../portal/portal-policy.ts'
import type { StatusCache } from './status-cache.ts'
import { statusHtml } from './status-html.ts'
import { statusJson } from './status-json.ts'

const NONCE_OCTETS = 16
/** Caches in between may keep it for a moment. */
const CACHING = 'public, max-age=15'

/** The public status page at `/status`, and the same for programs at `/status.json`: nobody signs in for it. */
export function statusRoutes(cache: Pick<StatusCache, 'get'>): ApiRoutes {
  const options = { schema: { hide: true }, config: { access: 'public' } } as const
  return (server) => {
    server.get('/status', options, async (request, reply) => {
      const cached = await cache.get()
      const nonce = randomBytes(NONCE_OCTETS).toString('base64url')
      return reply
        .code(cached === undefined ? 503 : 200)
        .headers({ ...FILE_POLICY, ...policy(nonce), 'cache-control': 'no-store', vary: 'accept-language' })
        .type('text/html; charset=utf-8')
        .send(statusHtml(cached, preferredLanguage(request.headers['accept-language']), nonce))
    })
    server.get('/status.json', options, async (_request, reply) => {
      const cached = await cache.get()
      const headers = { ...FILE_POLICY, 'cache-control': CACHING, 'access-control-allow-origin': '*' }
      return reply
        .code(cached === undefined ? 503 : 200)
        .headers(headers)
        .send(cached === undefined ? { state: 'unknown' } : statusJson(cached))
    })
  }
}

/** No script, nothing from elsewhere, no frame around it. */
function policy(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
  }
}
