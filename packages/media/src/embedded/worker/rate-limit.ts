/** So many of something in each second. */
export class RateLimit {
  readonly #perSecond: number
  #sinceMs = Number.NEGATIVE_INFINITY
  #count = 0

  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  allows(nowMs: number): boolean {
    if (nowMs - this.#sinceMs >= 1000) {
      this.#sinceMs = nowMs
      this.#count = 0
    }
    return ++this.#count <= this.#perSecond
  }
}
