import { levelOfSamples } from './level.ts'

export interface CadenceStep {
  readonly sounding: boolean
  readonly durationMs: number
}

const BLOCK_MS = 5
const DEFAULT_THRESHOLD_DBM0 = -40

/** When a recording sounds and when it is silent, to 5 ms; the last step is cut off by the end. Above the threshold counts as sounding. */
export function cadenceOf(samples: Int16Array, sampleRateHz: number, thresholdDbm0 = DEFAULT_THRESHOLD_DBM0): CadenceStep[] {
  const blockLength = Math.round((BLOCK_MS * sampleRateHz) / 1000)
  const steps: CadenceStep[] = []
  for (let at = 0; at + blockLength <= samples.length; at += blockLength) {
    const sounding = levelOfSamples(samples.subarray(at, at + blockLength)) > thresholdDbm0
    const last = steps.at(-1)
    if (last?.sounding === sounding) steps[steps.length - 1] = { sounding, durationMs: last.durationMs + BLOCK_MS }
    else steps.push({ sounding, durationMs: BLOCK_MS })
  }
  return steps
}
