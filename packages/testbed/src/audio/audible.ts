import { AssertionError } from 'node:assert'
import { dominantTone } from './dominant-tone.ts'
import { amplitudeAt, levelOfAmplitude, levelOfSignal, type Sound } from './goertzel.ts'

export interface ExpectedTone {
  readonly frequencyHz: number
  readonly levelDbm0: number
}

const FREQUENCY_TOLERANCE_HZ = 3
/** G.711 and its companding change a tone's level by far less. */
const LEVEL_TOLERANCE_DB = 1.5
const LEAST_PURITY = 0.9
/** Below this nobody hears anything: the idle channel noise of G.711 lies under −60 dBm0. */
const SILENCE_DBM0 = -50
/** A tone in a mixture is heard from here on, and is not there below the other. */
const LEAST_PRESENT_DBM0 = -25
const MOST_ABSENT_DBM0 = -45

/** Asserts that `who` hears this tone and nothing else: its frequency, its level, its purity. */
export function assertHearsTone(who: string, sound: Sound, expected: ExpectedTone): void {
  const heard = dominantTone(sound)
  const wanted = `${expected.frequencyHz} Hz at ${expected.levelDbm0} dBm0`
  if (!heard) throw complaint(`${who} should hear ${wanted} but heard only ${describeLength(sound)}.`)
  const isRight =
    Math.abs(heard.frequencyHz - expected.frequencyHz) <= FREQUENCY_TOLERANCE_HZ &&
    Math.abs(heard.levelDbm0 - expected.levelDbm0) <= LEVEL_TOLERANCE_DB &&
    heard.purity >= LEAST_PURITY
  if (isRight) return
  const { frequencyHz, levelDbm0, purity } = heard
  throw complaint(
    `${who} should hear ${wanted} but hears ${frequencyHz} Hz at ${levelDbm0.toFixed(1)} dBm0 (${Math.round(purity * 100)} % of the signal, ${describeLength(sound)}).`,
  )
}

/** Asserts that `who` hears all of `present` at once, and none of `absent`. */
export function assertHearsMixture(
  who: string,
  { samples, sampleRateHz }: Sound,
  present: readonly Pitch[],
  absent: readonly Pitch[],
): void {
  const levelOf = ({ frequencyHz }: Pitch): number => levelOfAmplitude(amplitudeAt(samples, sampleRateHz, frequencyHz))
  const tell = (pitches: readonly Pitch[]): string =>
    pitches.map((pitch) => `${pitch.frequencyHz} Hz at ${levelOf(pitch).toFixed(1)} dBm0`).join(', ')
  const isRight =
    present.every((pitch) => levelOf(pitch) > LEAST_PRESENT_DBM0) && absent.every((pitch) => levelOf(pitch) < MOST_ABSENT_DBM0)
  if (!isRight) throw complaint(`${who} should hear all of ${tell(present)}; and none of ${tell(absent)}.`)
}

type Pitch = Pick<ExpectedTone, 'frequencyHz'>

/** Asserts that a tone of this frequency is the strongest that `who` hears, at whatever level and with whatever pauses. */
export function assertHears(who: string, sound: Sound, frequencyHz: number): void {
  const parts = loudParts(sound)
  const isIt = (part: Sound): boolean => Math.abs((dominantTone(part)?.frequencyHz ?? 0) - frequencyHz) <= FREQUENCY_TOLERANCE_HZ
  if (parts.some(isIt)) return
  const heard = parts[0] && dominantTone(parts[0])
  const what = heard ? `${heard.frequencyHz} Hz at ${heard.levelDbm0.toFixed(1)} dBm0` : 'no tone'
  throw complaint(`${who} should hear ${frequencyHz} Hz but hears ${what} (${describeLength(sound)}).`)
}

/** Asserts that `who` hears nothing: no samples at all, or none above −50 dBm0. */
export function assertHearsSilence(who: string, sound: Sound): void {
  const levelDbm0 = levelOfSignal(sound.samples)
  if (sound.samples.length === 0 || levelDbm0 < SILENCE_DBM0) return
  throw complaint(`${who} should hear nothing but hears ${levelDbm0.toFixed(1)} dBm0 (${describeLength(sound)}).`)
}

/** Asserts that `who` hears something, but not `other`: music on hold instead of the party that holds. */
export function assertHearsInstead(who: string, sound: Sound, other: ExpectedTone): void {
  const levelDbm0 = levelOfSignal(sound.samples)
  if (sound.samples.length === 0 || levelDbm0 < SILENCE_DBM0) {
    throw complaint(`${who} should hear something but hears ${levelDbm0.toFixed(1)} dBm0 (${describeLength(sound)}).`)
  }
  const heard = dominantTone(sound)
  if (!heard || heard.purity < LEAST_PURITY || Math.abs(heard.frequencyHz - other.frequencyHz) > FREQUENCY_TOLERANCE_HZ) return
  throw complaint(`${who} should hear something else but hears ${heard.frequencyHz} Hz at ${heard.levelDbm0.toFixed(1)} dBm0.`)
}

const PART_SECONDS = 0.2
/** As loud as the loudest, which may be where late packets were joined. */
const AS_LOUD_DB = 1

/** The loudest part of it, and those that are as loud. */
function loudParts({ samples, sampleRateHz }: Sound): readonly Sound[] {
  const length = Math.floor(sampleRateHz * PART_SECONDS)
  const parts: { readonly samples: Float32Array; readonly levelDb: number }[] = []
  for (let start = 0; start + length <= samples.length; start += length >> 1) {
    const part = samples.subarray(start, start + length)
    parts.push({ samples: part, levelDb: levelOfSignal(part) })
  }
  parts.sort((one, other) => other.levelDb - one.levelDb)
  const loudestDb = parts[0]?.levelDb ?? 0
  return parts.filter(({ levelDb }) => levelDb >= loudestDb - AS_LOUD_DB).map((part) => ({ samples: part.samples, sampleRateHz }))
}

function complaint(message: string): AssertionError {
  return new AssertionError({ message })
}

function describeLength({ samples, sampleRateHz }: Sound): string {
  return `${Math.round((1000 * samples.length) / sampleRateHz)} ms of sound`
}
