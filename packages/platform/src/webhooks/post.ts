import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { guardedLookup, PrivateAddress } from '../outbound/guarded-lookup.ts'
import { privateAddresses } from '../outbound/private-addresses.ts'

/** A receiver takes an event and thinks about it later. */
const ANSWER_WITHIN_MS = 10_000

export type Posted =
  | { readonly kind: 'delivered'; readonly status: number }
  | { readonly kind: 'failed'; readonly status: number | undefined; readonly why: string }

/** Sends JSON to a server; every failure is an answer. Redirections are not followed, and what the server answers is not read. */
export type Post = (url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Posted>

/** @param privateNetworks whether servers in private networks may be reached: only where all tenants are one's own. */
export function guardedPost(privateNetworks: boolean): Post {
  const isPrivate = privateAddresses()
  const refuses = (address: string): boolean => !privateNetworks && isPrivate(address)
  return async (url, body, headers) => {
    const target = URL.parse(url)
    if (target === null || !/^https?:$/.test(target.protocol)) return failed('no http or https address')
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && refuses(host)) return failed('a private address')
    try {
      const status = await post(target, body, headers, refuses)
      return status >= 200 && status < 300 ? { kind: 'delivered', status } : failed(`status ${status}`, status)
    } catch (error) {
      return failed(reasonOf(error))
    }
  }
}

function post(url: URL, body: string, headers: Readonly<Record<string, string>>, refuses: (address: string) => boolean): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const content = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Klinke-Webhooks/1',
  }
  const request = send(
    url,
    {
      method: 'POST',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      lookup: guardedLookup(refuses),
      agent: false,
      headers: { ...content, ...headers },
    },
    (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    },
  )
  request.on('error', reject)
  request.end(body)
  return promise
}

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddress) return 'a private address'
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'no answer in time'
  return 'the server cannot be reached'
}

function failed(why: string, status?: number): Posted {
  return { kind: 'failed', status, why }
}
