/**
 * The last periods of a voice, repeated without end. The last quarter of a period is blended into what was before the first one, so
 * that the loop closes without a click. Memory is taken once, for the longest period.
 */
export class PitchLoop {
  readonly #samples: Float64Array
  #length = 1
  #at = 0

  constructor(mostSamples: number) {
    this.#samples = new Float64Array(mostSamples)
  }

  /** Loops the last `periods` periods of the signal, which must be longer than these by a quarter period. Begins `phase` samples in. */
  load(signal: Int16Array, period: number, periods: number, phase: number): void {
    const length = period * periods
    const start = signal.length - length
    for (let i = 0; i < length; i++) this.#samples[i] = signal[start + i] ?? 0
    const overlap = period >> 2
    for (let i = 0; i < overlap; i++) {
      const weight = (i + 1) / (overlap + 1)
      const at = length - overlap + i
      this.#samples[at] = (1 - weight) * (this.#samples[at] ?? 0) + weight * (signal[start - overlap + i] ?? 0)
    }
    this.#length = length
    this.#at = phase % length
  }

  /** Where in the loop the next sample lies. */
  get phase(): number {
    return this.#at
  }

  next(): number {
    const sample = this.#samples[this.#at] ?? 0
    this.#at = this.#at + 1 === this.#length ? 0 : this.#at + 1
    return sample
  }
}
