import type { Random } from '@klinke/foundation'
import { type AuthValue, authParam } from '../header/auth-params.ts'
import { Authorization, ProxyAuthorization } from '../header/authorization.ts'
import { quote } from '../header/quoted-string.ts'
import type { SipRequest } from '../message/message.ts'
import { parseSip } from '../uri/parse-uri.ts'
import { DIGEST_ALGORITHMS, type DigestAlgorithm, digestAlgorithm, digestHash } from './algorithm.ts'
import type { Ha1s } from './ha1.ts'
import { NonceMint, sameText } from './nonce.ts'
import { NonceCounts } from './nonce-counts.ts'
import { digestResponse } from './response.ts'

/** Who asks: a registrar or other UAS by 401, or a proxy (and a B2BUA for calls) by 407 (RFC 3261 §22.1). */
export type Challenger = 'user-agent' | 'proxy'

export interface DigestServerOptions {
  /** At least 16 random bytes, new for each process. */
  readonly secret: Uint8Array
  readonly random: Random
  /** After this time a nonce is stale. Default 300,000. */
  readonly nonceLifetimeMs?: number
  /** Nonces whose counts are remembered. Default 65,536. */
  readonly maxNonces?: number
  /** In the order of the challenges. Default SHA-256, then MD5. */
  readonly algorithms?: readonly DigestAlgorithm[]
}

export type DigestVerdict =
  | { readonly kind: 'accepted'; readonly username: string }
  /** Challenge again. `stale`: the password is right but the nonce is old or its count used; the client retries by itself. */
  | { readonly kind: 'stale'; readonly username: string }
  /** No credentials for this realm, or not of a kind we asked for: the normal first request. Challenge. */
  | { readonly kind: 'absent' }
  /** Wrong password or no such user, which nothing tells apart (no user enumeration). Challenge again, and count it. */
  | { readonly kind: 'wrong'; readonly username: string }

export interface DigestQuestion {
  readonly realm: string
  readonly challenger: Challenger
  readonly nowMs: number
  /** The secrets of a user of the realm, `undefined` if there is no such user. */
  readonly secrets: (username: string) => Ha1s | undefined
}

const DEFAULT_NONCE_LIFETIME_MS = 300_000
const DEFAULT_MAX_NONCES = 65_536

/** Digest credentials as far as they are complete. */
interface Credentials {
  readonly username: string
  readonly algorithm: DigestAlgorithm
  readonly nonce: string
  readonly uri: string
  readonly nc: string
  readonly cnonce: string
  readonly response: string
}

/** The server side of digest authentication with qop=auth (RFC 3261 §22, RFC 7616, RFC 8760). */
export class DigestServer {
  readonly #mint: NonceMint
  readonly #counts: NonceCounts
  readonly #nonceLifetimeMs: number
  readonly #algorithms: readonly DigestAlgorithm[]
  /** Stands in for the secrets of users that do not exist, so that a wrong guess costs the same time for all names. */
  readonly #nobody: Ha1s

  constructor(options: DigestServerOptions) {
    this.#mint = new NonceMint(options.secret, options.random)
    this.#counts = new NonceCounts(options.maxNonces ?? DEFAULT_MAX_NONCES)
    this.#nonceLifetimeMs = options.nonceLifetimeMs ?? DEFAULT_NONCE_LIFETIME_MS
    this.#algorithms = options.algorithms ?? DIGEST_ALGORITHMS
    const key = this.#mint.issue('nobody', 0)
    this.#nobody = { md5: digestHash('MD5', key), sha256: digestHash('SHA-256', key) }
  }

  /** The values of WWW-Authenticate or Proxy-Authenticate, one field each, best algorithm first (RFC 8760 §2.4). */
  challenges(realm: string, nowMs: number, stale = false): readonly string[] {
    const nonce = this.#mint.issue(realm, nowMs)
    const end = stale ? ', stale=true' : ''
    return this.#algorithms.map((algorithm) => `Digest realm=${quote(realm)}, nonce="${nonce}", qop="auth", algorithm=${algorithm}${end}`)
  }

  /** Judges a request. Never throws; what a peer sends only ever changes the verdict. */
  verify(request: SipRequest, question: DigestQuestion): DigestVerdict {
    const credentials = this.#credentials(request, question)
    if (credentials === undefined) return { kind: 'absent' }
    const { username, algorithm, nonce, uri, nc, cnonce } = credentials
    const secrets = question.secrets(username)
    const ha1 = (secrets ?? this.#nobody)[algorithm === 'MD5' ? 'md5' : 'sha256']
    const expected = digestResponse(ha1, { algorithm, method: request.method, uri, nonce, count: { nc, cnonce } })
    const issuedAtMs = this.#mint.issuedAtMs(nonce, question.realm)
    const right = sameText(expected, credentials.response.toLowerCase()) && secrets !== undefined && sameResource(uri, request.uri)
    if (!right) return { kind: 'wrong', username }
    const ageMs = issuedAtMs === undefined ? Number.POSITIVE_INFINITY : question.nowMs - issuedAtMs
    const fresh = issuedAtMs !== undefined && ageMs >= 0 && ageMs <= this.#nonceLifetimeMs
    return { kind: fresh && this.#counts.use(nonce, issuedAtMs, Number.parseInt(nc, 16)) ? 'accepted' : 'stale', username }
  }

  /** The credentials for this realm with the best algorithm we offer. */
  #credentials(request: SipRequest, { realm, challenger }: DigestQuestion): Credentials | undefined {
    const values = request.headers.readAll(challenger === 'proxy' ? ProxyAuthorization : Authorization) ?? []
    const ours = values.filter((value) => value.scheme === 'digest' && authParam(value, 'realm') === realm).map(complete)
    for (const algorithm of this.#algorithms) {
      const found = ours.find((credentials) => credentials?.algorithm === algorithm)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Reads the parameters that qop=auth needs; `undefined` when one is missing or malformed. */
function complete(value: AuthValue): Credentials | undefined {
  const algorithm = digestAlgorithm(authParam(value, 'algorithm'))
  const [username, nonce, uri] = [authParam(value, 'username'), authParam(value, 'nonce'), authParam(value, 'uri')]
  const [nc, cnonce, response] = [authParam(value, 'nc'), authParam(value, 'cnonce'), authParam(value, 'response')]
  if (algorithm === undefined || username === undefined || nonce === undefined || uri === undefined) return undefined
  if (nc === undefined || cnonce === undefined || response === undefined || !/^[\da-f]{8}$/i.test(nc)) return undefined
  return authParam(value, 'qop')?.toLowerCase() === 'auth' ? { username, algorithm, nonce, uri, nc, cnonce, response } : undefined
}

/**
 * True when the signed URI is that of the request (RFC 7616 §3.4.6). Only user and host count: elements on the way add and
 * drop ports and parameters.
 */
function sameResource(signed: string, requested: string): boolean {
  if (signed === requested) return true
  const [a, b] = [parseSip(signed), parseSip(requested)]
  return a !== undefined && b !== undefined && a.user === b.user && a.host === b.host
}
