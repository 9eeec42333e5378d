const STEP_MS = 1_000
/** A rate is an average over so many seconds: one burst of a second is not a load. */
export const METER_SECONDS = 10

/** How many calls a second somebody makes, over the last seconds. */
export class CallMeter {
  readonly #steps: { readonly number: number; calls: number }[] = []

  add(nowMs: number): void {
    const number = Math.floor(nowMs / STEP_MS)
    const last = this.#steps.at(-1)
    if (last?.number === number) last.calls++
    else this.#steps.push({ number, calls: 1 })
    this.#forget(number)
  }

  perSecond(nowMs: number): number {
    this.#forget(Math.floor(nowMs / STEP_MS))
    return this.#steps.reduce((sum, { calls }) => sum + calls, 0) / METER_SECONDS
  }

  #forget(number: number): void {
    while ((this.#steps[0]?.number ?? number) <= number - METER_SECONDS) this.#steps.shift()
  }
}
