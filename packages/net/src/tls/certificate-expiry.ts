import type { Clock, Logger, Timer } from '@klinke/foundation'
import { certificateFacts } from './certificate-facts.ts'
import type { LiveIdentity } from './live-identity.ts'

const DAY_MS = 86_400_000
/** An end that is nearer than this is an operator's business: automatic renewal has failed for days by then. */
export const WARN_BEFORE_MS = 21 * DAY_MS

/** How long a certificate still holds, for health and log. */
export interface CertificateState {
  /** What it serves: `web`, `sip`. */
  readonly use: string
  readonly state: 'good' | 'ends-soon' | 'ended'
  /** ISO 8601. */
  readonly endsAt: string
  readonly selfSigned: boolean
}

/** Knows how long the certificates in use still hold, and says each day in the log when one ends soon. */
export class CertificateExpiry {
  readonly #identities: Readonly<Record<string, LiveIdentity>>
  readonly #clock: Clock
  readonly #logger: Logger
  #timer: Timer | undefined

  constructor(identities: Readonly<Record<string, LiveIdentity>>, clock: Clock, logger: Logger) {
    this.#identities = identities
    this.#clock = clock
    this.#logger = logger
    this.#warn()
  }

  states(): readonly CertificateState[] {
    return Object.entries(this.#identities).map(([use, { current }]) => {
      const { endsAtMs, isSelfSigned } = certificateFacts(current)
      return { use, state: stateOf(endsAtMs - this.#clock.epochMs()), endsAt: new Date(endsAtMs).toISOString(), selfSigned: isSelfSigned }
    })
  }

  close(): void {
    this.#timer?.cancel()
  }

  #warn(): void {
    for (const { use, state, endsAt } of this.states()) {
      if (state === 'ends-soon') this.#logger.warn('a certificate ends soon', { use, endsAt })
      if (state === 'ended') this.#logger.error('a certificate has ended; browsers and phones refuse it', { use, endsAt })
    }
    this.#timer = this.#clock.after(DAY_MS, () => this.#warn())
  }
}

function stateOf(leftMs: number): CertificateState['state'] {
  if (leftMs <= 0) return 'ended'
  return leftMs < WARN_BEFORE_MS ? 'ends-soon' : 'good'
}
