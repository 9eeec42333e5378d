import type { Clock, Logger } from '@klinke/foundation'
import type { Mail, MailSender } from '@klinke/platform'

/** Of refused mails without one that was taken: then it is the mail server, and nobody else is tried in this round. */
const MOST_IN_A_ROW = 5
/** After the first refusal; twice as long after each further one, at most an hour. */
const FIRST_PAUSE_MS = 600_000
const LONGEST_PAUSE_MS = 3_600_000

interface Refusals {
  readonly times: number
  readonly notBeforeMs: number
}

/**
 * Tries customers' mails one by one: one that fails keeps nobody else's back, and is tried again later and later. Which ones failed is not kept over a restart;
 * then all are tried at once.
 */
export class MailAttempts {
  readonly #parts: { readonly clock: Clock; readonly logger: Logger }
  readonly #refused = new Map<string, Refusals>()
  #inARow = 0

  constructor(parts: { readonly clock: Clock; readonly logger: Logger }) {
    this.#parts = parts
  }

  /** Begins a round. */
  begin(): void {
    this.#inARow = 0
  }

  /** `tell` throws where the customer could not be told. Does nothing before it is due again, or once the mail server seems to be away. */
  async attempt(id: string, tell: () => Promise<void>): Promise<void> {
    const { clock, logger } = this.#parts
    const { times, notBeforeMs } = this.#refused.get(id) ?? { times: 0, notBeforeMs: 0 }
    if (clock.epochMs() < notBeforeMs || this.#inARow >= MOST_IN_A_ROW) return
    try {
      await tell()
      this.#refused.delete(id)
      this.#inARow = 0
    } catch (error) {
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** times, LONGEST_PAUSE_MS)
      this.#refused.set(id, { times: times + 1, notBeforeMs: clock.epochMs() + pauseMs })
      this.#inARow += 1
      logger.warn('a customer could not be told of prices; it is tried again', { notice: id, times: times + 1, error: String(error) })
    }
  }
}

/**
 * Sends each mail by itself. Gives the addresses that took theirs: the customer is told if there is one, and nobody gets it twice because of another address.
 * Throws what went wrong if all were refused.
 */
export async function sendToEach(mail: MailSender, mails: readonly Mail[], logger: Logger): Promise<readonly string[]> {
  const taken: string[] = []
  let refusal: { readonly error: unknown } | undefined
  for (const each of mails)
    try {
      await mail.send(each)
      taken.push(each.to)
    } catch (error) {
      refusal = { error }
    }
  if (refusal === undefined) return taken
  if (taken.length === 0) throw refusal.error
  const error = String(refusal.error)
  logger.warn('an administrator could not be told of prices, another one of the customer was', {
    refused: mails.length - taken.length,
    error,
  })
  return taken
}
