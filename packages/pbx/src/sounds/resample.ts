import type { Sound } from './sound.ts'

/** Zero crossings of the filter on each side: far more than 60 dB against aliases. */
const CROSSINGS = 24
/** Of the lower rate's half; the rest is the filter's slope. */
const PASSED = 0.92
/** Places between two samples for which the filter is computed beforehand: finer than 16 bits can tell. */
const PHASES = 512

/** Another sample rate, whatever the ratio: windowed sinc (Hann), for whole files. */
export function resample({ samples, sampleRateHz }: Sound, toHz: number): Sound {
  if (sampleRateHz === toHz) return { samples, sampleRateHz }
  const step = sampleRateHz / toHz
  const cutoff = PASSED * Math.min(1, toHz / sampleRateHz)
  const reach = Math.ceil(CROSSINGS / cutoff)
  const filters = Array.from({ length: PHASES + 1 }, (_, phase) => filterAt(phase / PHASES, cutoff, reach))
  const output = new Float32Array(Math.floor(samples.length / step))
  for (let i = 0; i < output.length; i++) {
    const at = i * step
    const before = Math.floor(at)
    const filter = filters[Math.round((at - before) * PHASES)] ?? EMPTY
    output[i] = meet(samples, before - reach + 1, filter)
  }
  return { samples: output, sampleRateHz: toHz }
}

const EMPTY = new Float64Array(0)

/** Coefficients for the samples around a place that lies `fraction` behind one of them. */
function filterAt(fraction: number, cutoff: number, reach: number): Float64Array {
  return Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - fraction
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1))
    return cutoff * sinc(cutoff * distance) * window
  })
}

function meet(samples: Float32Array, first: number, filter: Float64Array): number {
  let sum = 0
  for (let tap = 0; tap < filter.length; tap++) sum += (filter[tap] ?? 0) * (samples[first + tap] ?? 0)
  return sum
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}
