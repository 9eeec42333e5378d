import { AssertionError } from 'node:assert'
import { levelOfSignal, type Sound } from './goertzel.ts'
import { readWav } from './wav.ts'

const WINDOW_SECONDS = 0.02
/** Below this it is quiet, however quiet. */
const QUIET_DBM0 = -60
/** Two recordings of different sentences reach 0.6; the same one through G.711 and a jitter buffer 0.95. */
const LEAST_LIKENESS = 0.85
/** A second: less may be part of anything. */
const LEAST_WINDOWS = 50
/** Who listens may begin before the recording does. */
const QUIET: readonly number[] = Array.from({ length: 25 }, () => QUIET_DBM0)

/** Asserts that `who` hears what is recorded in that WAV file, or a second or two of it: by the rise and fall of its level. */
export function assertHearsRecording(who: string, sound: Sound, path: string): void {
  const likeness = likenessOf(sound, readWav(path))
  if (likeness >= LEAST_LIKENESS) return
  const message = `${who} should hear ${path.split('/').at(-1)} but hears something else (likeness ${likeness.toFixed(2)}).`
  throw new AssertionError({ message })
}

/** Correlation of the levels, with the shorter sound where it fits the longer one best: 1 for the same. */
export function likenessOf(heard: Sound, recorded: Sound): number {
  const [part = [], longer = []] = [envelope(heard), envelope(recorded)].sort((a, b) => a.length - b.length)
  if (part.length < LEAST_WINDOWS) return 0
  const all = [...QUIET, ...longer, ...QUIET]
  let best = 0
  for (let at = 0; at + part.length <= all.length; at++) best = Math.max(best, correlation(all.slice(at, at + part.length), part))
  return best
}

function envelope({ samples, sampleRateHz }: Sound): readonly number[] {
  const length = Math.round(sampleRateHz * WINDOW_SECONDS)
  return Array.from({ length: Math.floor(samples.length / length) }, (_, window) =>
    Math.max(QUIET_DBM0, levelOfSignal(samples.subarray(window * length, (window + 1) * length))),
  )
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanOfA, meanOfB] = [mean(a), mean(b)]
  let [both, ofA, ofB] = [0, 0, 0]
  for (const [at, value] of a.entries()) {
    const [fromA, fromB] = [value - meanOfA, (b[at] ?? 0) - meanOfB]
    both += fromA * fromB
    ofA += fromA * fromA
    ofB += fromB * fromB
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
