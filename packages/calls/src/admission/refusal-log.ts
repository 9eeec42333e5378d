import { BoundedMap, type Clock, type Logger } from '@klinke/foundation'
import { networkPrefix } from '@klinke/sip'

/** The same failure of the same account from the same source is told once in this time; how often it came meanwhile is told with the next line. */
const SAME_FAILURE_MS = 60_000
/** Lines in `SAME_FAILURE_MS`, of all sources together: who guesses names must not fill the log. */
const MAX_LINES = 60
/** Failures remembered; beyond that the oldest is forgotten, and told anew. */
const MAX_FAILURES = 1_000
/** A name that a stranger chose; more of it is not told. */
const MAX_NAME_CHARACTERS = 64

export interface Failure {
  /** Address that the request came from. */
  readonly source: string
  readonly method: string
  /** Digest user name, or address of record. */
  readonly account: string
  readonly domain: string
  /** Stable kebab-case word, or the reason phrase that the phone got. */
  readonly reason: string
}

/** Tells the operator why a phone does not get in: one line for a fact, however often the phone repeats it. Never a secret. */
export class RefusalLog {
  readonly #logger: Logger
  readonly #clock: Clock
  readonly #told = new BoundedMap<string, { atMs: number; withheld: number }>(MAX_FAILURES)
  #windowStartMs = Number.NEGATIVE_INFINITY
  #lines = 0

  constructor(logger: Logger, clock: Clock) {
    this.#logger = logger
    this.#clock = clock
  }

  tell({ source, method, account, domain, reason }: Failure): void {
    const nowMs = this.#clock.nowMs()
    const name = account.slice(0, MAX_NAME_CHARACTERS)
    const key = `${networkPrefix(source)} ${method} ${name}@${domain} ${reason}`
    const known = this.#told.get(key)
    if (known !== undefined && nowMs - known.atMs < SAME_FAILURE_MS) {
      known.withheld++
      return
    }
    if (!this.#mayTell(nowMs)) return
    this.#told.set(key, { atMs: nowMs, withheld: 0 })
    const repeated = known?.withheld ?? 0
    this.#logger.info('a phone was refused', {
      source,
      method,
      account: name,
      domain: domain.slice(0, MAX_NAME_CHARACTERS),
      reason,
      repeated,
    })
  }

  #mayTell(nowMs: number): boolean {
    if (nowMs - this.#windowStartMs >= SAME_FAILURE_MS) {
      this.#windowStartMs = nowMs
      this.#lines = 0
    }
    this.#lines++
    return this.#lines <= MAX_LINES
  }
}
