import { amplitudeAt, levelOfAmplitude, levelOfSignal, type Sound } from './goertzel.ts'

const LOWEST_HZ = 200
/** Of a wideband call; of others nine tenths of what their sample rate can carry. */
const HIGHEST_HZ = 7200
const COARSE_STEP_HZ = 10
/** Its bins, with a Hann window 20 Hz from zero to zero, are so wide that no tone falls between two coarse steps. */
const WINDOW_SECONDS = 0.2

export interface Tone {
  readonly frequencyHz: number
  readonly levelDbm0: number
  /** How much of the signal's power is this tone: 1 is a pure sine. */
  readonly purity: number
}

/** The strongest tone in the band of telephones over the middle of `sound`; undefined when there is less than 200 ms. */
export function dominantTone({ samples, sampleRateHz }: Sound): Tone | undefined {
  const length = Math.floor(sampleRateHz * WINDOW_SECONDS)
  if (samples.length < length) return undefined
  const start = (samples.length - length) >> 1
  const window = samples.subarray(start, start + length)
  const highestHz = Math.min(HIGHEST_HZ, 0.45 * sampleRateHz)
  const coarse = strongest(window, sampleRateHz, LOWEST_HZ, highestHz, COARSE_STEP_HZ)
  const frequencyHz = strongest(window, sampleRateHz, coarse - COARSE_STEP_HZ, coarse + COARSE_STEP_HZ, 0.5)
  const levelDbm0 = levelOfAmplitude(amplitudeAt(window, sampleRateHz, frequencyHz))
  const purity = Math.min(1, 10 ** ((levelDbm0 - levelOfSignal(window)) / 10))
  return { frequencyHz, levelDbm0, purity }
}

function strongest(window: Float32Array, sampleRateHz: number, fromHz: number, toHz: number, stepHz: number): number {
  let best = fromHz
  let bestAmplitude = -1
  for (let frequencyHz = fromHz; frequencyHz <= toHz; frequencyHz += stepHz) {
    const amplitude = amplitudeAt(window, sampleRateHz, frequencyHz)
    if (amplitude > bestAmplitude) {
      best = frequencyHz
      bestAmplitude = amplitude
    }
  }
  return best
}
