import { FULL_SCALE_SINE_DBM0 } from '@klinke/rtp'
import type { Sound } from './sound.ts'

/** Level of announcements and music while they sound, so that no prompt is louder than the next: as ITU-T P.800 speech in the network. */
export const PROMPT_LEVEL_DBM0 = -18
/** Sine at full scale, as mean square. */
const FULL_SCALE_POWER = 0.5
const FRAME_SECONDS = 0.02
/** Frames so far below the loudest are pauses, and not measured. */
const PAUSE_DB = 30
/** Peaks stay below full scale. */
const MAX_PEAK = 0.89
/** Softer than this is noise, and not made louder. */
const SILENCE_DBM0 = -60

/** Same loudness for all, measured where there is sound; less where peaks would be cut. Silence stays silence. */
export function normalise(sound: Sound, levelDbm0: number = PROMPT_LEVEL_DBM0): Sound {
  const active = activeLevelDbm0(sound)
  if (active < SILENCE_DBM0) return sound
  const peak = sound.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = Math.min(10 ** ((levelDbm0 - active) / 20), MAX_PEAK / peak)
  return { ...sound, samples: sound.samples.map((sample) => sample * gain) }
}

/** Level without the pauses. */
export function activeLevelDbm0({ samples, sampleRateHz }: Sound): number {
  const powers = framePowers(samples, Math.max(1, Math.round(FRAME_SECONDS * sampleRateHz)))
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0)
  const heard = powers.filter((power) => power > 0 && power >= loudest * 10 ** (-PAUSE_DB / 10))
  const mean = heard.reduce((sum, power) => sum + power, 0) / Math.max(1, heard.length)
  return mean === 0 ? Number.NEGATIVE_INFINITY : 10 * Math.log10(mean / FULL_SCALE_POWER) + FULL_SCALE_SINE_DBM0
}

/** Without silence at both ends, but for `lead` and `tail`. */
export function trim(sound: Sound, leadSeconds: number, tailSeconds: number): Sound {
  const { samples, sampleRateHz } = sound
  const frame = Math.round(FRAME_SECONDS * sampleRateHz)
  const powers = framePowers(samples, frame)
  const floor = powers.reduce((most, power) => Math.max(most, power), 0) * 10 ** (-(PAUSE_DB + 10) / 10)
  const first = powers.findIndex((power) => power > floor)
  if (first < 0) return sound
  const last = powers.findLastIndex((power) => power > floor)
  const from = Math.max(0, first * frame - Math.round(leadSeconds * sampleRateHz))
  return { sampleRateHz, samples: samples.slice(from, (last + 1) * frame + Math.round(tailSeconds * sampleRateHz)) }
}

function framePowers(samples: Float32Array, frame: number): readonly number[] {
  const powers: number[] = []
  for (let from = 0; from < samples.length; from += frame) {
    const piece = samples.subarray(from, from + frame)
    powers.push(piece.reduce((sum, sample) => sum + sample * sample, 0) / piece.length)
  }
  return powers
}
