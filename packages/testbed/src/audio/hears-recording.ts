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
  const all = Float64Array.from([...QUIET, ...longer, ...QUIET])
  const wanted = centred(part)
  let best = 0
  for (let at = 0; at + wanted.length <= all.length; at++) best = Math.max(best, correlation(all.subarray(at, at + wanted.length), wanted))
  return best
}

function envelope({ samples, sampleRateHz }: Sound): readonly number[] {
  const length = Math.round(sampleRateHz * WINDOW_SECONDS)
  return Array.from({ length: Math.floor(samples.length / length) }, (_, window) =>
    Math.max(QUIET_DBM0, levelOfSignal(samples.subarray(window * length, (window + 1) * length))),
  )
}

/** Of levels with others that are centred already: their mean plays no part then. */
function correlation(levels: Float64Array, wanted: Float64Array): number {
  const meanOfLevels = mean(levels)
  let [both, ofLevels, ofWanted] = [0, 0, 0]
  for (let at = 0; at < wanted.length; at++) {
    const level = (levels[at] ?? 0) - meanOfLevels
    const other = wanted[at] ?? 0
    both += level * other
    ofLevels += level * level
    ofWanted += other * other
  }
  return ofLevels === 0 || ofWanted === 0 ? 0 : both / Math.sqrt(ofLevels * ofWanted)
}

function centred(values: readonly number[]): Float64Array {
  const centre = mean(Float64Array.from(values))
  return Float64Array.from(values, (value) => value - centre)
}

function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / Math.max(1, values.length)
}
