import type { Logger } from '@klinke/foundation'

/**
 * Exceptions that no part of the server caught: bugs. A call, a request or a message that fails is ended where it
 * stands; what comes as far as here belonged to none of them, and is no reason to end everybody's calls. So the process goes on,
 * says what happened in its log, and how often in its health.
 */
export class Faults {
  readonly #logger: Logger
  #count = 0

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /** Since the start. */
  get count(): number {
    return this.#count
  }

  report(thrown: unknown): void {
    this.#count++
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    this.#logger.error('a fault that nothing caught; calls go on, please report it', { error, faults: this.#count })
  }

  /** From now on exceptions and rejections that nobody handles end up here instead of ending the process. */
  watch(running: Pick<NodeJS.Process, 'on'>): void {
    running.on('uncaughtException', (error: unknown) => this.report(error))
  }
}
