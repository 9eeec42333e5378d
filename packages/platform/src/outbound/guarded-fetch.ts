import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { guardedLookup, PrivateAddress } from './guarded-lookup.ts'
import { privateAddresses } from './private-addresses.ts'

/** Octets of an answer that are read: documents of identity providers are a few kilobytes. */
const MAX_ANSWER_BYTES = 262_144
const LONGEST_MS = 10_000

/** What a library asks for; as the Fetch API has it. */
export interface GuardedRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export type GuardedFetch = (url: string, request: GuardedRequest) => Promise<Response>

/**
 * Fetches what a customer names, and reaches our own networks only when `privateNetworks`. Redirections are not followed. Rejects with
 * `PrivateAddress`, and with Node's errors when the server is away, slow or says too much.
 */
export function guardedFetch({ privateNetworks }: { readonly privateNetworks: boolean }): GuardedFetch {
  const isPrivate = privateAddresses()
  const refuses = (address: string): boolean => !privateNetworks && isPrivate(address)
  const lookup = guardedLookup(refuses)
  return async (url, { method, headers, body, signal }) => {
    const target = new URL(url)
    if (!/^https?:$/.test(target.protocol)) throw new PrivateAddress()
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && refuses(host)) throw new PrivateAddress()
    const limit = AbortSignal.timeout(LONGEST_MS)
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const options = { method, headers, lookup, agent: false, signal: signal ? AbortSignal.any([signal, limit]) : limit }
    const request = send(target, options, resolve)
    request.on('error', reject)
    request.end(body instanceof URLSearchParams || typeof body === 'string' ? String(body) : undefined)
    return read(await promise)
  }
}

async function read(message: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`The answer is longer than ${MAX_ANSWER_BYTES} octets.`)
    chunks.push(chunk)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) if (value !== undefined) headers.set(name, [value].flat().join(', '))
  const status = message.statusCode ?? 502
  return new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers })
}
