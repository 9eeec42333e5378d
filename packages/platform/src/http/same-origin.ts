import type { FastifyRequest } from 'fastify'

/** Methods that change nothing (RFC 9110 §9.2.1): another site may make a browser send these, and learns nothing from it. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Where a browser's request comes from: this very site, another one, or not said. `Sec-Fetch-Site` cannot be set by scripts (W3C Fetch Metadata); browsers
 * without it send `Origin` with all that is not safe.
 */
export function originOf(headers: Headers): 'own' | 'foreign' | 'unsaid' {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' ? 'own' : 'foreign'
  const { origin, host } = headers
  if (typeof origin !== 'string') return 'unsaid'
  return URL.canParse(origin) && new URL(origin).host === host ? 'own' : 'foreign'
}

/** True when a request changes something on behalf of a cookie and does not come from our own pages (CSRF). */
export function isForged(request: Pick<FastifyRequest, 'method' | 'headers'>, byCookie: boolean): boolean {
  if (SAFE.has(request.method)) return false
  const origin = originOf(request.headers)
  return byCookie ? origin !== 'own' : origin === 'foreign'
}
