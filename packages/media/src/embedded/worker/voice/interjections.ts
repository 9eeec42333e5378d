import type { Interjection } from '../program.ts'

/** What may wait to be said to one party: more than anyone dials. */
const MAX_WAITING = 64

/** Says one after the other. */
export class Interjections {
  readonly #waiting: Interjection[] = []

  get isSpeaking(): boolean {
    return this.#waiting.length > 0
  }

  /** Beyond the bound it is over at once. */
  add(interjection: Interjection): void {
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(interjection)
    else interjection.ended()
  }

  /** Says the next 20 ms; false when there is nothing to say. */
  tick(nowMs: number): boolean {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (first.tick(nowMs)) return true
      this.#waiting.shift()
      first.ended()
    }
    return false
  }

  close(): void {
    for (const interjection of this.#waiting.splice(0)) interjection.ended()
  }
}
