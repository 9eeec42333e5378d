import { type Clock, type Logger, type Random, type Timer, uniform } from '@klinke/foundation'
import { certificateFacts } from '../tls/certificate-facts.ts'
import type { LiveIdentity } from '../tls/live-identity.ts'
import type { ServerIdentity } from '../tls/server-identity.ts'
import { type CertificateAuthority, OrderFailed } from './certificate-authority.ts'
import { renewAtMs, retryInMs } from './renewal-times.ts'

/** Sleeping machines and set clocks: the time is looked at so often, whatever was reckoned. */
const LOOK_EVERY_MS = 12 * 3_600_000

export interface CertificateRenewalOptions {
  /** The name that the certificate is for. */
  readonly name: string
  readonly authority: CertificateAuthority
  /** Keeps a new one over restarts. */
  readonly keep: (identity: ServerIdentity) => Promise<void>
  /** In use now: of the authority, or a stand-in until there is one. */
  readonly identity: LiveIdentity
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** Gets the certificate anew before it ends. While that fails the old one stays in use, and it is tried again and again. */
export class CertificateRenewal {
  readonly #options: CertificateRenewalOptions
  #timer: Timer | undefined
  #failures = 0
  /** On the axis of `epochMs`. */
  #dueAtMs = 0
  #closed = false

  constructor(options: CertificateRenewalOptions) {
    this.#options = options
  }

  /** From now on; the challenge can be fetched. */
  begin(): void {
    this.#plan()
    this.#look()
  }

  close(): void {
    this.#closed = true
    this.#timer?.cancel()
  }

  /** A certificate that nobody vouches for is the stand-in, and due at once. */
  #plan(): void {
    const { identity, random } = this.#options
    const { startsAtMs, endsAtMs, isSelfSigned } = certificateFacts(identity.current)
    this.#dueAtMs = isSelfSigned ? 0 : renewAtMs(startsAtMs, endsAtMs, uniform(random))
  }

  #look(): void {
    const leftMs = this.#dueAtMs - this.#options.clock.epochMs()
    if (leftMs <= 0) void this.#renew()
    else this.#lookAgainIn(Math.min(leftMs, LOOK_EVERY_MS))
  }

  #lookAgainIn(delayMs: number): void {
    if (!this.#closed) this.#timer = this.#options.clock.after(delayMs, () => this.#look())
  }

  async #renew(): Promise<void> {
    const { name, authority, logger } = this.#options
    logger.info('a certificate is ordered', { name, tries: this.#failures + 1 })
    try {
      const identity = await authority.order(name)
      // Throws when it is none that can be used.
      const { endsAtMs } = certificateFacts(identity)
      if (!this.#closed) await this.#use(identity, endsAtMs)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** A disk that does not take it is no reason to ask for another one: authorities give out a few a week. */
  async #use(identity: ServerIdentity, endsAtMs: number): Promise<void> {
    const { name, keep, logger } = this.#options
    this.#options.identity.replace(identity)
    this.#failures = 0
    this.#plan()
    this.#lookAgainIn(LOOK_EVERY_MS)
    logger.info('there is a new certificate, and it is in use', { name, endsAt: new Date(endsAtMs).toISOString() })
    await keep(identity).catch((error: Error) => logger.error('the new certificate cannot be kept on disk', { name, why: error.message }))
  }

  #failed(error: unknown): void {
    const { name, identity, clock, random, logger } = this.#options
    if (this.#closed) return
    this.#failures++
    const waitMs = retryInMs(this.#failures, error instanceof OrderFailed ? error.retryAfterMs : undefined, uniform(random))
    this.#dueAtMs = clock.epochMs() + waitMs
    const { endsAtMs, isSelfSigned } = certificateFacts(identity.current)
    const why = error instanceof Error ? error.message : String(error)
    const inUse = isSelfSigned ? 'a self-signed one stands in' : `the old one stays in use until ${new Date(endsAtMs).toISOString()}`
    logger.error('no new certificate this time', { name, why, inUse, tries: this.#failures, againInMs: Math.round(waitMs) })
    this.#lookAgainIn(Math.min(waitMs, LOOK_EVERY_MS))
  }
}
