/** One frequency of a Goertzel bank: how strong it is in a block, and how its phase moved since the block before. */
export class GoertzelBin {
  readonly #cosine: number
  readonly #sine: number
  readonly #coefficient: number
  /** How far a tone of exactly this frequency turns from block to block, radians. */
  readonly #turn: number
  readonly #sampleRateHz: number
  readonly #hop: number
  #real = 0
  #imaginary = 0
  #phase = 0
  #phaseBefore = 0

  constructor(frequencyHz: number, sampleRateHz: number, hop: number) {
    const angle = (2 * Math.PI * frequencyHz) / sampleRateHz
    this.#cosine = Math.cos(angle)
    this.#sine = Math.sin(angle)
    this.#coefficient = 2 * this.#cosine
    this.#turn = angle * hop
    this.#sampleRateHz = sampleRateHz
    this.#hop = hop
  }

  /** Measures a block, windowed already. Gives the squared magnitude of the sum. */
  measure(block: Float64Array): number {
    let last = 0
    let beforeLast = 0
    for (let i = 0; i < block.length; i++) {
      const next = (block[i] ?? 0) + this.#coefficient * last - beforeLast
      beforeLast = last
      last = next
    }
    this.#real = last - beforeLast * this.#cosine
    this.#imaginary = beforeLast * this.#sine
    this.#phaseBefore = this.#phase
    this.#phase = Math.atan2(this.#imaginary, this.#real)
    return this.#real * this.#real + this.#imaginary * this.#imaginary
  }

  /** How far the tone heard lies beside this frequency, by the turn of its phase since the block before; Hz, within ± rate / 2 hop. */
  get offsetHz(): number {
    const turned = this.#phase - this.#phaseBefore - this.#turn
    return ((turned / (2 * Math.PI) - Math.round(turned / (2 * Math.PI))) * this.#sampleRateHz) / this.#hop
  }
}
