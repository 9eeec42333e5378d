/** Linear samples, −1 to 1. */
export interface Sound {
  readonly samples: Float32Array
  readonly sampleRateHz: number
}

/** Peak of a sine at 0 dBm0 in G.711 A-law, relative to full scale: the overload point is +3.14 dBm0 (ITU-T G.711 Table 1a). */
const FULL_SCALE_SINE_DBM0 = 3.14

/** Level of a sine with `amplitude` (1 is full scale), in dBm0. */
export function levelOfAmplitude(amplitude: number): number {
  return FULL_SCALE_SINE_DBM0 + 20 * Math.log10(Math.max(amplitude, 1e-9))
}

/** Amplitude (1 is full scale) of a sine with `levelDbm0`. */
export function amplitudeOfLevel(levelDbm0: number): number {
  return 10 ** ((levelDbm0 - FULL_SCALE_SINE_DBM0) / 20)
}

/** Amplitude of the part of `samples` at `frequencyHz`: one bin of a Fourier transform (Goertzel 1958), Hann window. */
export function amplitudeAt(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  const omega = (2 * Math.PI * frequencyHz) / sampleRateHz
  const coefficient = 2 * Math.cos(omega)
  let previous = 0
  let beforePrevious = 0
  samples.forEach((sample, index) => {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length)
    const current = sample * window + coefficient * previous - beforePrevious
    beforePrevious = previous
    previous = current
  })
  const power = previous ** 2 + beforePrevious ** 2 - coefficient * previous * beforePrevious
  // The window halves the sum; a sine puts half its amplitude into this bin.
  return (4 * Math.sqrt(Math.max(0, power))) / samples.length
}

/** Root mean square of the whole signal, as the level in dBm0 of a sine with the same power. */
export function levelOfSignal(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return levelOfAmplitude(Math.sqrt((2 * sum) / Math.max(1, samples.length)))
}
