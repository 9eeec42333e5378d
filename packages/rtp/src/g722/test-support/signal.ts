import { below, seededRandom } from '@klinke/foundation'

/** Two seconds at 16 kHz that visit what can go wrong: a sweep with noise, noise at full scale, a square wave that overloads both bands. */
export function demandingSignal(): Int16Array {
  const random = seededRandom(722)
  const noise = (peak: number): number => below(random, 2 * peak) - peak
  return Int16Array.from({ length: 32_000 }, (_, at) => {
    // A triangle sweep in integers: the same on every machine.
    if (at < 16_000) return Math.abs(((at * (2 + (at >> 9))) % 4000) - 2000) * 8 - 8000 + noise(300)
    if (at < 24_000) return noise(32_768)
    return at % 180 < 90 ? 32_767 : -32_768
  })
}

/** Every octet may come from a peer, also those that no encoder makes. */
export function anyOctets(): Uint8Array {
  const random = seededRandom(16)
  return Uint8Array.from({ length: 16_000 }, () => below(random, 256))
}
