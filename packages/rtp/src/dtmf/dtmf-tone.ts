import type { Tone, ToneStep } from '../tones/tone.ts'
import { dtmfFrequencies } from './frequencies.ts'

/** Longer than the 40 ms that ITU-T Q.24 demands of a receiver: codecs and loss may eat some. */
const DEFAULT_TONE_MS = 100
const DEFAULT_PAUSE_MS = 100

export interface DtmfOptions {
  readonly toneMs?: number
  /** After each key, also the last. */
  readonly pauseMs?: number
}

/** The key presses as a tone for `ToneGenerator`, whose level is that of both frequencies together. Undefined when a key does not exist, or there is none. */
export function dtmfTone(keys: string, { toneMs = DEFAULT_TONE_MS, pauseMs = DEFAULT_PAUSE_MS }: DtmfOptions = {}): Tone | undefined {
  const steps: ToneStep[] = []
  for (const key of keys) {
    const frequenciesHz = dtmfFrequencies(key)
    if (!frequenciesHz) return undefined
    steps.push({ frequenciesHz, durationMs: toneMs }, { frequenciesHz: [], durationMs: pauseMs })
  }
  const [first, ...others] = steps
  return first && { steps: [first, ...others], repeats: false }
}
