import { levelOfPeak } from './level.ts'

/**
 * Level of one frequency in a block of samples (Goertzel 1958), in dBm0. The block's length sets the width: about
 * sample rate / length, so 20 ms at 8 kHz tell frequencies 50 Hz apart.
 */
export function levelAt(samples: Int16Array, sampleRateHz: number, frequencyHz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz)
  let last = 0
  let beforeLast = 0
  for (const sample of samples) {
    const next = sample + coefficient * last - beforeLast
    beforeLast = last
    last = next
  }
  const power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast
  return levelOfPeak((2 * Math.sqrt(Math.max(0, power))) / Math.max(1, samples.length))
}
