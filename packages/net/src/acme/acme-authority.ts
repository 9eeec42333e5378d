import type { Clock } from '@klinke/foundation'
import acme from 'acme-client'
import type { ServerIdentity } from '../tls/server-identity.ts'
import { type CertificateAuthority, OrderFailed } from './certificate-authority.ts'
import type { ChallengeAnswers } from './challenge-answers.ts'
import { retryAfterMs } from './retry-after.ts'

export interface AcmeAuthorityOptions {
  /** URL of the directory (RFC 8555 §7.1.1). */
  readonly directoryUrl: string
  /** PEM. */
  readonly accountKey: string
  /** Mail address that the authority may write to. */
  readonly contact: string | undefined
  /** External account binding (RFC 8555 §7.3.4). */
  readonly binding: { readonly keyId: string; readonly key: string } | undefined
  readonly answers: ChallengeAnswers
  readonly clock: Clock
}

const REQUEST_TIMEOUT_MS = 30_000
/** An authority asks from several places, and some take a minute to make up their mind. */
const ORDER_TIMEOUT_MS = 300_000
/** How the state of an order is asked for: soon, then each five seconds, for about a minute. */
const ASKING = { backoffAttempts: 17, backoffMin: 200, backoffMax: 5_000 }

/** Asks by ourselves first: the library does not say why it gets no connection. */
async function reach(directoryUrl: string): Promise<void> {
  try {
    const directory = await fetch(directoryUrl, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })
    await directory.body?.cancel()
  } catch (error) {
    const cause: unknown = error instanceof Error ? (error.cause ?? error) : error
    throw new Error(`${directoryUrl} cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause: error })
  }
}

/** An authority that is spoken to by ACME (RFC 8555) and finds its challenge answered by HTTP (§8.3). */
export class AcmeAuthority implements CertificateAuthority {
  readonly #options: AcmeAuthorityOptions

  constructor(options: AcmeAuthorityOptions) {
    this.#options = options
    // The library would wait inside a request as long as a server says; when to try again is decided outside, by the clock.
    Object.assign(acme.axios.defaults, { timeout: REQUEST_TIMEOUT_MS, acmeSettings: { retryMaxAttempts: 0, retryDefaultDelay: 1 } })
  }

  async order(name: string): Promise<ServerIdentity> {
    const { clock } = this.#options
    const late = Promise.withResolvers<never>()
    const timer = clock.after(ORDER_TIMEOUT_MS, () => late.reject(new Error('the authority has not decided in time')))
    let waitMs: number | undefined
    const noting = acme.axios.interceptors.response.use((response) => {
      if (response.status === 429 || response.status === 503) waitMs = retryAfterMs(response.headers['retry-after'], clock.epochMs())
      return response
    })
    try {
      return await Promise.race([this.#ordered(name), late.promise])
    } catch (error) {
      throw new OrderFailed(error instanceof Error ? error.message || error.name : String(error), waitMs, error)
    } finally {
      timer.cancel()
      acme.axios.interceptors.response.eject(noting)
    }
  }

  async #ordered(name: string): Promise<ServerIdentity> {
    const { directoryUrl, accountKey, contact, binding } = this.#options
    await reach(directoryUrl)
    const externalAccountBinding = binding && { kid: binding.keyId, hmacKey: binding.key }
    const client = new acme.Client({ directoryUrl, accountKey, ...ASKING, ...(externalAccountBinding && { externalAccountBinding }) })
    await client.createAccount({ termsOfServiceAgreed: true, ...(contact !== undefined && { contact: [`mailto:${contact}`] }) })
    const order = await client.createOrder({ identifiers: [{ type: 'dns', value: name }] })
    for (const authorization of await client.getAuthorizations(order)) await this.#prove(client, authorization)
    const [key, request] = await acme.crypto.createCsr({ altNames: [name] }, await acme.crypto.createPrivateEcdsaKey('P-256'))
    const finalized = await client.finalizeOrder(order, request)
    return { key: key.toString(), certificate: await client.getCertificate(finalized) }
  }

  /** Shows that the name is ours. One that the authority remembers from the last time is valid at once. */
  async #prove(client: acme.Client, authorization: acme.Authorization): Promise<void> {
    if (authorization.status === 'valid') return
    const challenge = authorization.challenges.find(({ type }) => type === 'http-01')
    if (challenge === undefined) throw new Error(`the authority offers no challenge by HTTP for ${authorization.identifier.value}`)
    using _answer = this.#options.answers.give(challenge.token, await client.getChallengeKeyAuthorization(challenge))
    await client.completeChallenge(challenge)
    await client.waitForValidStatus(challenge)
  }
}
