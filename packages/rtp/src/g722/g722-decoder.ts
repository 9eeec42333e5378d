import { saturate } from '../mixing/saturate.ts'
import { HigherBand, LowerBand } from './bands.ts'
import { QMF } from './tables.ts'

/** What the receive filter remembers: 24 values without the newest pair. */
const REMEMBERED = 22

/** Decoder of ITU-T G.722 (09/2012) at 64 kbit/s: each octet gives two samples at 16 kHz. A fresh one per stream. */
export class G722Decoder {
  readonly #lower = new LowerBand()
  readonly #higher = new HigherBand()
  /** Sums and differences of the bands: those remembered, then those of the frame. */
  #line = new Int32Array(REMEMBERED)

  /** Decodes as many octets as there is room for; gives the number of samples. */
  decode(octets: Uint8Array, samples: Int16Array): number {
    const count = Math.min(octets.length, samples.length >> 1)
    this.#makeRoom(2 * count)
    const line = this.#line
    for (let i = 0; i < count; i++) {
      const octet = octets[i] ?? 0
      const low = this.#lower.decode(octet & 0x3f)
      const high = this.#higher.decode(octet >> 6)
      line[REMEMBERED + 2 * i] = low + high
      line[REMEMBERED + 2 * i + 1] = low - high
      receive(line, 2 * i, samples)
    }
    line.copyWithin(0, 2 * count, 2 * count + REMEMBERED)
    return 2 * count
  }

  #makeRoom(values: number): void {
    if (this.#line.length >= REMEMBERED + values) return
    const longer = new Int32Array(REMEMBERED + values)
    longer.set(this.#line.subarray(0, REMEMBERED))
    this.#line = longer
  }
}

/** The receive quadrature mirror filter (§6.2.2.5, RECA … SELECT): two samples from 24 values. */
function receive(line: Int32Array, at: number, samples: Int16Array): void {
  let first = 0
  let second = 0
  for (let k = 0; k < 12; k++) {
    second += (line[at + 2 * k] ?? 0) * (QMF[k] ?? 0)
    first += (line[at + 2 * k + 1] ?? 0) * (QMF[11 - k] ?? 0)
  }
  samples[at] = saturate(first >> 11)
  samples[at + 1] = saturate(second >> 11)
}
