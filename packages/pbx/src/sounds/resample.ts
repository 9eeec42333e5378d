import type { Sound } from './sound.ts'

/** Zero crossings of the filter on each side: 60 dB and more against aliases, at a cost that does not matter for uploads. */
const CROSSINGS = 24
/** Of the lower rate's half; the rest is the filter's slope. */
const PASSED = 0.92

/** Another sample rate, whatever the ratio: windowed sinc (Hann), for whole files. */
export function resample({ samples, sampleRateHz }: Sound, toHz: number): Sound {
  if (sampleRateHz === toHz) return { samples, sampleRateHz }
  const step = sampleRateHz / toHz
  const cutoff = PASSED * Math.min(1, toHz / sampleRateHz)
  const reach = CROSSINGS / cutoff
  const output = new Float32Array(Math.floor(samples.length / step))
  for (let i = 0; i < output.length; i++) output[i] = sampleAt(samples, i * step, cutoff, reach)
  return { samples: output, sampleRateHz: toHz }
}

function sampleAt(samples: Float32Array, at: number, cutoff: number, reach: number): number {
  const last = Math.min(samples.length - 1, Math.floor(at + reach))
  let sum = 0
  for (let k = Math.max(0, Math.ceil(at - reach)); k <= last; k++) {
    const distance = k - at
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach)
    sum += (samples[k] ?? 0) * cutoff * sinc(cutoff * distance) * window
  }
  return sum
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}
