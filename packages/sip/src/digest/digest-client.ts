import { type Random, token } from '@klinke/foundation'
import { type AuthParam, type AuthValue, authParam } from '../header/auth-params.ts'
import { ProxyAuthenticate, WWWAuthenticate } from '../header/authenticate.ts'
import { Authorization } from '../header/authorization.ts'
import type { SipResponse } from '../message/message.ts'
import { DIGEST_ALGORITHMS, type DigestAlgorithm, digestAlgorithm } from './algorithm.ts'
import { ha1 } from './ha1.ts'
import { digestResponse, printNonceCount } from './response.ts'

export interface DigestCredentials {
  readonly username: string
  readonly password: string
}

/** Realms one peer may have us answer at the same time (proxies on the way each have one). */
const MAX_REALMS = 8
const CNONCE_CHARACTERS = 16

/** A challenge that is being answered. */
interface Answering {
  readonly header: 'Authorization' | 'Proxy-Authorization'
  readonly realm: string
  readonly nonce: string
  readonly algorithm: DigestAlgorithm
  readonly opaque: string | undefined
  /** False for a server without qop (RFC 2617). */
  readonly qop: boolean
  readonly ha1: string
  /** Requests signed with this nonce. */
  count: number
}

/**
 * The client side of digest authentication for one account at one peer: answers 401 and 407, then signs later requests with
 * the same nonce and a growing count (RFC 3261 §22.2, §22.3, RFC 7616 §3.6).
 */
export class DigestClient {
  readonly #credentials: DigestCredentials
  readonly #random: Random
  readonly #answering = new Map<string, Answering>()
  /** Realms that have got an answer since the last success. */
  readonly #refusable = new Set<string>()

  constructor(credentials: DigestCredentials, random: Random) {
    this.#credentials = credentials
    this.#random = random
  }

  /**
   * Takes the challenges of a 401 or 407. True: sign the request again with `fields`. False: no challenge could be
   * answered, or our answer to the same realm was refused and is not merely stale, so that trying again is pointless.
   */
  challenged(response: SipResponse): boolean {
    const proxy = response.status === 407
    const values = response.headers.readAll(proxy ? ProxyAuthenticate : WWWAuthenticate) ?? []
    let answerable = false
    for (const realm of new Set(values.map((value) => authParam(value, 'realm') ?? ''))) {
      const challenge = best(values.filter((value) => (authParam(value, 'realm') ?? '') === realm))
      if (challenge === undefined) continue
      if (!this.#take(challenge, realm, proxy)) return false
      answerable = true
    }
    return answerable
  }

  /** Header fields that sign a request; empty while nobody has asked for any. Each call counts as a request. */
  fields(method: string, uri: string): readonly (readonly [name: string, value: string])[] {
    return Array.from(this.#answering.values(), (answering) => [answering.header, this.#sign(answering, method, uri)])
  }

  /** A request was accepted: what the peer refuses from now on is a new matter, such as a nonce that has run out. */
  accepted(): void {
    this.#refusable.clear()
  }

  #take(challenge: AuthValue, realm: string, proxy: boolean): boolean {
    const key = `${proxy ? 'proxy' : 'user'} ${realm}`
    const stale = authParam(challenge, 'stale')?.toLowerCase() === 'true'
    if (this.#refusable.has(key) && !stale) return false
    const algorithm = digestAlgorithm(authParam(challenge, 'algorithm'))
    const nonce = authParam(challenge, 'nonce')
    if (algorithm === undefined || nonce === undefined) return false
    if (!this.#answering.has(key) && this.#answering.size === MAX_REALMS) return false
    this.#refusable.add(key)
    const { username, password } = this.#credentials
    this.#answering.set(key, {
      header: proxy ? 'Proxy-Authorization' : 'Authorization',
      realm,
      nonce,
      algorithm,
      opaque: authParam(challenge, 'opaque'),
      qop: authParam(challenge, 'qop') !== undefined,
      ha1: ha1(algorithm, username, realm, password),
      count: 0,
    })
    return true
  }

  #sign(answering: Answering, method: string, uri: string): string {
    answering.count++
    const { algorithm, nonce, realm, opaque, qop } = answering
    const count = qop ? { nc: printNonceCount(answering.count), cnonce: token(this.#random, CNONCE_CHARACTERS) } : undefined
    const response = digestResponse(answering.ha1, { algorithm, method, uri, nonce, ...(count && { count }) })
    const params: AuthParam[] = [
      { name: 'username', value: this.#credentials.username, quoted: true },
      { name: 'realm', value: realm, quoted: true },
      { name: 'nonce', value: nonce, quoted: true },
      { name: 'uri', value: uri, quoted: true },
      { name: 'response', value: response, quoted: true },
      { name: 'algorithm', value: algorithm, quoted: false },
    ]
    if (opaque !== undefined) params.push({ name: 'opaque', value: opaque, quoted: true })
    if (count !== undefined) {
      params.push({ name: 'qop', value: 'auth', quoted: false }, { name: 'nc', value: count.nc, quoted: false })
      params.push({ name: 'cnonce', value: count.cnonce, quoted: true })
    }
    return Authorization.print({ scheme: 'digest', params })
  }
}

/** The challenge of one realm with the algorithm we like best (RFC 8760 §2.4); others, and auth-int alone, are no use. */
function best(challenges: readonly AuthValue[]): AuthValue | undefined {
  const usable = challenges.filter((value) => value.scheme === 'digest' && offersAuth(authParam(value, 'qop')))
  for (const algorithm of DIGEST_ALGORITHMS) {
    const found = usable.find((value) => digestAlgorithm(authParam(value, 'algorithm')) === algorithm)
    if (found !== undefined) return found
  }
  return undefined
}

function offersAuth(qop: string | undefined): boolean {
  return qop === undefined || qop.split(',').some((option) => option.trim().toLowerCase() === 'auth')
}
