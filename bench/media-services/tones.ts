import { decodeG711, encodeG711, G722, levelAt, peakOfLevel } from '@klinke/rtp'

/** 98 of them together stay below full scale most of the time. */
export const TONE_LEVEL_DBM0 = -31
export const SECOND_SAMPLES = 8000
const G722_FRAME_SAMPLES = 320
const LOWEST_HZ = 320
const SPACING_HZ = 29
const TONES = 100
/** Companding many tones together, and cutting the rarest peaks, changes each by less. */
const TOLERANCE_DB = 3
const INAUDIBLE_DBM0 = -45

/** Each telephone has its own tone in the telephone band. */
export function toneOf(phone: number): number {
  return LOWEST_HZ + SPACING_HZ * (phone % TONES)
}

/** A second of it, which can be repeated without a jump. */
export function secondOf(phone: number): Int16Array {
  const peak = peakOfLevel(TONE_LEVEL_DBM0)
  const frequencyHz = toneOf(phone)
  return Int16Array.from({ length: SECOND_SAMPLES }, (_, at) =>
    Math.round(peak * Math.sin((2 * Math.PI * frequencyHz * at) / SECOND_SAMPLES)),
  )
}

export function alawSecondOf(phone: number): Uint8Array {
  const octets = new Uint8Array(SECOND_SAMPLES)
  encodeG711('A', secondOf(phone), octets)
  return octets
}

/** The same in G.722. */
export function g722SecondOf(phone: number): Uint8Array {
  const peak = peakOfLevel(TONE_LEVEL_DBM0)
  const samples = Int16Array.from({ length: 2 * SECOND_SAMPLES }, (_, at) =>
    Math.round(peak * Math.sin((Math.PI * toneOf(phone) * at) / SECOND_SAMPLES)),
  )
  const octets = new Uint8Array(SECOND_SAMPLES)
  const encoder = G722.createEncoder()
  for (let at = 0; at < samples.length; at += G722_FRAME_SAMPLES) {
    encoder.encode(samples.subarray(at, at + G722_FRAME_SAMPLES), octets.subarray(at / 2))
  }
  return octets
}

/** Telephones that `listener` hears wrongly: others not at their level, or itself. */
export function wronglyHeard(listener: number, alawSecond: Uint8Array, phones: number): number {
  const samples = new Int16Array(SECOND_SAMPLES)
  decodeG711('A', alawSecond, samples)
  let wrong = 0
  for (let phone = 0; phone < phones; phone++) {
    const level = levelAt(samples, SECOND_SAMPLES, toneOf(phone))
    const isRight = phone === listener ? level < INAUDIBLE_DBM0 : Math.abs(level - TONE_LEVEL_DBM0) <= TOLERANCE_DB
    if (!isRight) wrong++
  }
  return wrong
}
