import { type Clock, type Random, token } from '@klinke/foundation'
import {
  type Challenger,
  Contact,
  contactExpiresSeconds,
  type DigestAlgorithm,
  DigestServer,
  Expires,
  type Flow,
  type HeaderField,
  ha1s,
  type IncomingRequest,
  isWildcardContact,
  type SipRequest,
} from '@klinke/sip'

/** The account under which Klinke is a customer of the simulated network. */
export interface LineAccount {
  readonly username: string
  readonly password: string
  readonly realm: string
}

/** Where the customer is reached. */
export interface LineBinding {
  /** The registered contact URI. */
  readonly uri: string
  readonly flow: Flow
  readonly expiresAtMs: number
}

/** What carriers ask for. baresip 1.0 and sipp 3.6, which tests register here, know no other, and give up on a challenge with SHA-256 beside it. */
const CARRIER_ALGORITHMS: readonly DigestAlgorithm[] = ['MD5']
const DEFAULT_EXPIRES_SECONDS = 3600
const SHORTEST_EXPIRES_SECONDS = 60

/** One SIP trunk by registration: a registrar with one account, and digest on every request (TRK-07). */
export class CustomerLine {
  readonly #account: LineAccount
  readonly #digest: DigestServer
  readonly #clock: Clock
  #binding: LineBinding | undefined

  constructor(account: LineAccount, clock: Clock, random: Random) {
    this.#account = account
    this.#clock = clock
    this.#digest = new DigestServer({ secret: Buffer.from(token(random, 32)), random, algorithms: CARRIER_ALGORITHMS })
  }

  /** Where to send calls; `undefined` when nobody is registered. */
  get binding(): LineBinding | undefined {
    return this.#binding && this.#binding.expiresAtMs > this.#clock.nowMs() ? this.#binding : undefined
  }

  /** `undefined` when the request carries the account's credentials; else the headers of the challenge. */
  challenge(request: SipRequest, challenger: Challenger): readonly HeaderField[] | undefined {
    const { username, password, realm } = this.#account
    const nowMs = this.#clock.nowMs()
    const secrets = (name: string) => (name === username ? ha1s(username, realm, password) : undefined)
    const verdict = this.#digest.verify(request, { realm, challenger, nowMs, secrets })
    if (verdict.kind === 'accepted') return undefined
    const name = challenger === 'proxy' ? 'Proxy-Authenticate' : 'WWW-Authenticate'
    return this.#digest.challenges(realm, nowMs, verdict.kind === 'stale').map((value) => [name, value] as const)
  }

  /** Answers a REGISTER (RFC 3261 §10.3), with one contact at a time: the newest. */
  register(incoming: IncomingRequest): void {
    const challenge = this.challenge(incoming.request, 'user-agent')
    if (challenge) incoming.respond(401, { headers: challenge })
    else if (this.#bind(incoming.request, incoming.flow)) incoming.respond(200, { headers: this.#contactHeaders() })
    else incoming.respond(423, { headers: [['Min-Expires', String(SHORTEST_EXPIRES_SECONDS)]] })
  }

  /** False when the customer asks for too short a time. A REGISTER without Contact only asks what is bound. */
  #bind({ headers }: SipRequest, flow: Flow): boolean {
    if (isWildcardContact(headers)) this.#binding = undefined
    const contact = isWildcardContact(headers) ? undefined : headers.readAll(Contact)?.[0]
    if (!contact) return true
    const expiresSeconds = contactExpiresSeconds(contact) ?? headers.read(Expires) ?? DEFAULT_EXPIRES_SECONDS
    if (expiresSeconds > 0 && expiresSeconds < SHORTEST_EXPIRES_SECONDS) return false
    const expiresAtMs = this.#clock.nowMs() + 1000 * expiresSeconds
    this.#binding = expiresSeconds === 0 ? undefined : { uri: contact.uri, flow, expiresAtMs }
    return true
  }

  #contactHeaders(): readonly HeaderField[] {
    const { binding } = this
    if (!binding) return []
    const leftSeconds = Math.ceil((binding.expiresAtMs - this.#clock.nowMs()) / 1000)
    return [['Contact', `<${binding.uri}>;expires=${leftSeconds}`]]
  }
}
