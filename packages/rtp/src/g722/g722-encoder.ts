import { HigherBand, LowerBand } from './bands.ts'
import { QMF } from './tables.ts'

/** What the transmit filter remembers: 24 samples without the newest pair. */
const REMEMBERED = 22

/** Encoder of ITU-T G.722 (09/2012) at 64 kbit/s: two samples at 16 kHz give an octet. A fresh one per stream. */
export class G722Encoder {
  readonly #lower = new LowerBand()
  readonly #higher = new HigherBand()
  #line = new Int32Array(REMEMBERED)

  /** Encodes as many pairs of samples as there is room for; gives the number of octets. */
  encode(samples: Int16Array, octets: Uint8Array): number {
    const count = Math.min(samples.length >> 1, octets.length)
    this.#take(samples, 2 * count)
    const line = this.#line
    for (let i = 0; i < count; i++) {
      let even = 0
      let odd = 0
      // The transmit quadrature mirror filter (§6.2.1.1, TRANSA … HIGHT).
      for (let k = 0; k < 12; k++) {
        odd += (line[2 * (i + k)] ?? 0) * (QMF[k] ?? 0)
        even += (line[2 * (i + k) + 1] ?? 0) * (QMF[11 - k] ?? 0)
      }
      octets[i] = (this.#higher.encode((even - odd) >> 14) << 6) | this.#lower.encode((even + odd) >> 14)
    }
    line.copyWithin(0, 2 * count, 2 * count + REMEMBERED)
    return count
  }

  #take(samples: Int16Array, count: number): void {
    if (this.#line.length < REMEMBERED + count) {
      const longer = new Int32Array(REMEMBERED + count)
      longer.set(this.#line.subarray(0, REMEMBERED))
      this.#line = longer
    }
    for (let i = 0; i < count; i++) this.#line[REMEMBERED + i] = samples[i] ?? 0
  }
}
