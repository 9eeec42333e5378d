import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { guardedLookup, PrivateAddress, privateAddresses } from '@klinke/platform'
import type { Lookup, LookupAnswer } from './lookup.ts'
import { readAnswer } from './read-answer.ts'

/** Characters of an answer that are read. */
const MAX_ANSWER_LENGTH = 16_384

export interface HttpLookupOptions {
  /** Whether servers in private networks may be asked: only where all tenants are one's own. */
  readonly privateNetworks: boolean
}

/**
 * Asks by HTTP GET. The address that the name has is checked where the connection is made, so that a name that changes
 * between check and use gains nothing; redirections are not followed.
 */
export function httpLookup({ privateNetworks }: HttpLookupOptions): Lookup {
  const isPrivate = privateAddresses()
  const refuses = (address: string): boolean => !privateNetworks && isPrivate(address)
  return async ({ url, timeLimitMs }) => {
    const target = URL.parse(url)
    if (target === null || !/^https?:$/.test(target.protocol)) return failed('no http or https address')
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && refuses(host)) return failed('a private address')
    try {
      return await get(target, AbortSignal.timeout(timeLimitMs), guardedLookup(refuses))
    } catch (error) {
      return failed(reasonOf(error))
    }
  }
}

function get(url: URL, signal: AbortSignal, lookup: LookupFunction): Promise<LookupAnswer> {
  const { promise, resolve: settle, reject } = Promise.withResolvers<LookupAnswer>()
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const request = send(url, { signal, lookup, agent: false, headers: { accept: 'application/json, text/plain' } }, (response) => {
    if (response.statusCode !== 200) {
      response.destroy()
      settle(failed(`status ${response.statusCode}`))
      return
    }
    read(response).then(settle, reject)
  })
  request.on('error', reject)
  request.end()
  return promise
}

async function read(response: IncomingMessage): Promise<LookupAnswer> {
  response.setEncoding('utf8')
  let body = ''
  for await (const chunk of response) {
    body += String(chunk)
    if (body.length > MAX_ANSWER_LENGTH) return failed('the answer is too large')
  }
  return readAnswer(body)
}

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddress) return 'a private address'
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return 'no answer in time'
  return 'the server cannot be reached'
}

function failed(why: string): LookupAnswer {
  return { kind: 'failed', why }
}
