/**
 * Something that is used up while calls run: seconds, or money by the second. It is told when the rate changes, never asked to tick. Amounts are
 * integers, in thousandths of the unit, because the clock counts milliseconds.
 */
export class Meter {
  #used = 0
  #perSecond = 0
  #atMs: number

  constructor(atMs: number) {
    this.#atMs = atMs
  }

  /** Of the unit, with thousandths. */
  used(nowMs: number): number {
    return this.#thousandths(nowMs) / 1000
  }

  /** One more call, or one less. */
  changeRate(byPerSecond: number, nowMs: number): void {
    this.#used = this.#thousandths(nowMs)
    this.#atMs = Math.max(this.#atMs, nowMs)
    this.#perSecond += byPerSecond
  }

  /** What calls have used that are over already. */
  add(amount: number): void {
    this.#used += Math.round(amount * 1000)
  }

  /** A new day: nothing is used, what runs goes on from that moment. */
  beginAgain(atMs: number): void {
    this.#used = 0
    this.#atMs = atMs
  }

  /** When that much will be used if nothing changes; undefined: never. In the past or now: it is used already. */
  reachesAtMs(amount: number, nowMs: number): number | undefined {
    const missing = Math.ceil(amount * 1000) - this.#thousandths(nowMs)
    if (missing <= 0) return nowMs
    return this.#perSecond === 0 ? undefined : nowMs + Math.ceil(missing / this.#perSecond)
  }

  #thousandths(nowMs: number): number {
    return this.#used + this.#perSecond * Math.max(0, nowMs - this.#atMs)
  }
}
