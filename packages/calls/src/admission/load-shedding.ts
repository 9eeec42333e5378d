import { below, type Logger, type Random } from '@klinke/foundation'
import type { Flow, SipRequest } from '@klinke/sip'

/** When a node has no time for more. All times are how long a message waits before anybody looks at it. */
export interface LoadLimits {
  /** New calls and registrations are refused from here on. Below T1 (500 ms): when clients begin to repeat it is too late. */
  readonly shedAboveMs: number
  /** So are those who have been asked for their password already: half of the work for them is done. */
  readonly shedAllAboveMs: number
  /** Everything is taken again. */
  readonly resumeBelowMs: number
  /** Who was refused may come again after this time and up to twice as much, so that not all come at once. */
  readonly retryAfterSeconds: number
}

export const DEFAULT_LOAD_LIMITS: LoadLimits = { shedAboveMs: 250, shedAllAboveMs: 350, resumeBelowMs: 50, retryAfterSeconds: 5 }

export interface LoadSheddingParts {
  /** How long a message waits at present, in milliseconds (`SipTransport.queueDelayMs`). */
  readonly queueDelayMs: () => number
  /** True for a call to 110 or 112 (EMG-01). */
  readonly isEmergency: (request: SipRequest, flow: Flow) => boolean
  readonly random: Random
  readonly logger: Logger
  readonly limits?: LoadLimits
}

/**
 * Refuses new calls and registrations while the node is late (RFC 5390: a server without time shall say so cheaply, or the
 * repetitions of all whom it has not answered bury it). What is in progress goes on, and emergency calls are always taken.
 */
export class LoadShedding {
  readonly #parts: LoadSheddingParts
  readonly #limits: LoadLimits
  #shedding = false
  #refused = 0

  constructor(parts: LoadSheddingParts) {
    this.#parts = parts
    this.#limits = parts.limits ?? DEFAULT_LOAD_LIMITS
  }

  /** Requests refused since start. */
  get refused(): number {
    return this.#refused
  }

  /** The seconds after which a request outside dialogs may come again; `undefined`: there is time for it. */
  busySeconds(request: SipRequest, flow: Flow): number | undefined {
    const { method } = request
    if (method !== 'INVITE' && method !== 'REGISTER') return undefined
    const delayMs = this.#parts.queueDelayMs()
    if (!this.#isLate(delayMs)) return undefined
    if (delayMs < this.#limits.shedAllAboveMs && isProven(request)) return undefined
    if (method === 'INVITE' && this.#parts.isEmergency(request, flow)) return undefined
    this.#refused++
    const { retryAfterSeconds } = this.#limits
    return retryAfterSeconds + below(this.#parts.random, retryAfterSeconds + 1)
  }

  #isLate(delayMs: number): boolean {
    const { shedAboveMs, resumeBelowMs } = this.#limits
    if (!this.#shedding && delayMs >= shedAboveMs) {
      this.#shedding = true
      this.#parts.logger.warn('too much to do: new calls and registrations are refused for the time being', {
        delayMs: Math.round(delayMs),
      })
    } else if (this.#shedding && delayMs < resumeBelowMs) {
      this.#shedding = false
      this.#parts.logger.info('new calls and registrations are taken again', { refused: this.#refused })
    }
    return this.#shedding
  }
}

/** It answers a challenge; whether rightly is not looked at here. */
function isProven({ headers }: SipRequest): boolean {
  return headers.has('Authorization') || headers.has('Proxy-Authorization')
}
