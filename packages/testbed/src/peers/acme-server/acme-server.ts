import { randomUUID, type webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { freePort } from '../free-port.ts'
import { Issuer } from './issuer.ts'
import { readJws, type SignedRequest, thumbprint, verifyBinding, verifySignature } from './jws.ts'
import { Order } from './orders.ts'
import { AcmeProblem } from './problem.ts'

const DAY_MS = 86_400_000
const FETCH_WITHIN_MS = 20_000

export interface AcmeServerOptions {
  /** TCP port on 127.0.0.1 that challenges are fetched from, as it were port 80 of each name. */
  readonly challengePort: number
  /** Wanted of each account (RFC 8555 §7.3.4). */
  readonly binding?: { readonly keyId: string; readonly key: string }
  /** Milliseconds since the epoch that certificates begin at; absent: the system's. */
  readonly nowMs?: () => number
}

interface Account {
  readonly id: string
  readonly jwk: webcrypto.JsonWebKey
  readonly contact: unknown
}

interface Answer {
  readonly status: number
  readonly body: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/** A small authority by RFC 8555: nonces once, signatures verified, challenges really fetched, certificates really signed. */
export class AcmeServer implements AsyncDisposable {
  readonly directoryUrl: string
  readonly issuer: Issuer
  /** From the next certificate on. */
  lifeDays = 90
  /** While set, new orders are refused with 429 and this Retry-After. */
  rateLimitedSeconds: number | undefined
  readonly accounts = new Map<string, Account>()
  readonly orders = new Map<string, Order>()
  readonly #base: string
  readonly #options: AcmeServerOptions
  readonly #nonces = new Set<string>()
  readonly #port: number
  #server: Server | undefined

  private constructor(options: AcmeServerOptions, issuer: Issuer, port: number) {
    this.#options = options
    this.issuer = issuer
    this.#port = port
    this.#base = `http://127.0.0.1:${port}`
    this.directoryUrl = `${this.#base}/directory`
  }

  /** Not yet listening: an authority that is away. */
  static async create(options: AcmeServerOptions): Promise<AcmeServer> {
    return new AcmeServer(options, await Issuer.create((options.nowMs ?? Date.now)()), await freePort())
  }

  async listen(): Promise<void> {
    this.#server = createServer((request, response) => void this.#serve(request, response))
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  /** It goes away, with what it has. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server === undefined) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.#answer(request).catch(asProblem)
    const type = typeof answer.body === 'string' ? 'application/pem-certificate-chain' : 'application/json'
    const headers = { 'content-type': type, 'replay-nonce': this.#nonce(), 'cache-control': 'no-store', ...answer.headers }
    response.writeHead(answer.status, headers)
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  }

  #nonce(): string {
    const nonce = randomUUID()
    this.#nonces.add(nonce)
    return nonce
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? ''
    if (request.method === 'GET' && path === '/directory') return { status: 200, body: this.#directory() }
    if (request.method === 'HEAD' && path === '/new-nonce') return { status: 200, body: {} }
    if (request.method !== 'POST') throw new AcmeProblem(405, 'malformed', 'Only POST (RFC 8555 §6.3).')
    if (request.headers['content-type'] !== 'application/jose+json') throw new AcmeProblem(415, 'malformed', 'Only JOSE.')
    const signed = readJws(await json(request))
    const { nonce = '', url } = signed.header
    if (url !== this.#base + path) throw new AcmeProblem(401, 'unauthorized', 'The signature is for another URL.')
    if (!this.#nonces.delete(nonce)) throw new AcmeProblem(400, 'badNonce', 'The nonce is not ours, or was used.')
    if (path === '/new-account') return this.#newAccount(signed, url)
    return this.#forAccount(path, signed, this.#accountOf(signed))
  }

  #directory(): object {
    const [newNonce, newAccount, newOrder] = ['new-nonce', 'new-account', 'new-order'].map((path) => `${this.#base}/${path}`)
    return { newNonce, newAccount, newOrder, meta: { externalAccountRequired: this.#options.binding !== undefined } }
  }

  #newAccount(signed: SignedRequest, url: string): Answer {
    const { jwk, kid } = signed.header
    if (jwk === undefined || kid !== undefined) throw new AcmeProblem(400, 'malformed', 'A new account shows its key.')
    verifySignature(signed, jwk)
    const id = thumbprint(jwk)
    const known = this.accounts.get(id)
    if (known === undefined) {
      const { termsOfServiceAgreed, externalAccountBinding, contact } = signed.payload ?? {}
      if (termsOfServiceAgreed !== true) throw new AcmeProblem(403, 'userActionRequired', 'The terms are to be agreed to.')
      if (this.#options.binding) verifyBinding(externalAccountBinding, url, jwk, this.#options.binding)
      this.accounts.set(id, { id, jwk, contact })
    }
    return { status: known ? 200 : 201, body: { status: 'valid' }, headers: { location: `${this.#base}/account/${id}` } }
  }

  #accountOf(signed: SignedRequest): Account {
    const { kid = '', jwk } = signed.header
    const account = this.accounts.get(kid.replace(`${this.#base}/account/`, ''))
    if (account === undefined || jwk !== undefined) throw new AcmeProblem(400, 'accountDoesNotExist', 'There is no such account.')
    verifySignature(signed, account.jwk)
    return account
  }

  async #forAccount(path: string, { payload }: SignedRequest, account: Account): Promise<Answer> {
    if (path === '/new-order') return this.#newOrder(payload, account)
    const [, what = '', id = ''] = path.split('/')
    if (what === 'account') return this.#account(id, payload, account)
    const order = this.orders.get(id)
    if (order === undefined || order.accountId !== account.id) throw new AcmeProblem(404, 'malformed', 'There is no such order.')
    switch (what) {
      case 'order':
        return { status: 200, body: order.view(this.#base) }
      case 'authorization':
        return { status: 200, body: order.authorizationView(this.#base) }
      case 'challenge':
        if (payload !== undefined && order.challenge.status === 'pending') void this.#validate(order)
        return { status: 200, body: order.challengeView(this.#base) }
      case 'finalize':
        return this.#finalize(order, payload)
      case 'certificate':
        return { status: 200, body: order.certificate ?? '' }
      default:
        throw new AcmeProblem(404, 'malformed', 'There is no such place.')
    }
  }

  /** RFC 8555 §7.3.2: an account says how it is reached now. */
  #account(id: string, payload: SignedRequest['payload'], account: Account): Answer {
    if (id !== account.id) throw new AcmeProblem(401, 'unauthorized', 'This is another account.')
    const { contact } = { ...account, ...payload }
    this.accounts.set(id, { ...account, contact })
    return { status: 200, body: { status: 'valid', contact } }
  }

  #newOrder(payload: SignedRequest['payload'], account: Account): Answer {
    if (this.rateLimitedSeconds !== undefined) {
      throw new AcmeProblem(429, 'rateLimited', 'Too many orders.', { 'retry-after': String(this.rateLimitedSeconds) })
    }
    const [identifier] = (payload?.identifiers ?? []) as readonly { readonly type: string; readonly value: string }[]
    if (identifier?.type !== 'dns') throw new AcmeProblem(400, 'unsupportedIdentifier', 'Only names.')
    const order = new Order(account.id, identifier.value)
    this.orders.set(order.id, order)
    return { status: 201, body: order.view(this.#base), headers: { location: `${this.#base}/order/${order.id}` } }
  }

  /** RFC 8555 §8.3: asks the name itself. */
  async #validate(order: Order): Promise<void> {
    order.challenge = { status: 'processing' }
    const account = this.accounts.get(order.accountId)
    const expected = `${order.token}.${thumbprint(account?.jwk ?? {})}`
    const url = `http://127.0.0.1:${this.#options.challengePort}/.well-known/acme-challenge/${order.token}`
    try {
      const found = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(FETCH_WITHIN_MS) })
      const text = (await found.text()).trimEnd()
      order.challenge =
        found.status === 200 && text === expected ? { status: 'valid' } : invalid('incorrectResponse', `${found.status} ${text}`)
    } catch (error) {
      order.challenge = invalid('connection', String(error))
    }
  }

  async #finalize(order: Order, payload: SignedRequest['payload']): Promise<Answer> {
    if (order.challenge.status !== 'valid') throw new AcmeProblem(403, 'orderNotReady', 'The name is not proved.')
    const nowMs = (this.#options.nowMs ?? Date.now)()
    const request = Buffer.from(String(payload?.csr), 'base64url')
    order.certificate = await this.issuer.issue(request, [order.name], nowMs, this.lifeDays * DAY_MS)
    return { status: 200, body: order.view(this.#base), headers: { location: `${this.#base}/order/${order.id}` } }
  }
}

function invalid(type: string, detail: string): Order['challenge'] {
  return { status: 'invalid', error: { type: `urn:ietf:params:acme:error:${type}`, detail } }
}

function asProblem(error: unknown): Answer {
  const { status, type, headers, message } = error instanceof AcmeProblem ? error : new AcmeProblem(500, 'serverInternal', String(error))
  return { status, body: { type, detail: message, status }, headers: { ...headers, 'content-type': 'application/problem+json' } }
}
