import type { Timer } from '@klinke/foundation'
import type { Call } from '../call/call.ts'
import { type Refusal, refused } from '../outcome.ts'

/** How long the party that leads a call waits until somebody answers; then nobody is rung for it any more. */
export class Patience {
  readonly #call: Call
  readonly #seconds: number
  #timer: Timer | undefined
  #over = false

  constructor(call: Call, seconds: number) {
    this.#call = call
    this.#seconds = seconds
  }

  /** From now on it waits. */
  begin(): void {
    if (this.#timer !== undefined) return
    this.#timer = this.#call.after(this.#seconds * 1000, () => this.#runOut())
    this.#call.scope.own(this)
  }

  /** It does not wait any more: others may be rung for it again. */
  end(): void {
    this.close()
    this.#call.scope.disown(this)
    if (this.#over) this.#call.ringsNobody = false
  }

  close(): void {
    this.#timer?.cancel()
  }

  /** Whoever had to be given up has not answered. */
  inWords(refusal: Refusal): Refusal {
    return this.#over && refusal.cause === 'cancelled' ? refused('no-answer', 480) : refusal
  }

  #runOut(): void {
    this.#over = true
    this.#call.stopRinging()
  }
}
