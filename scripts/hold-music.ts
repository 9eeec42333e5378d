import type { Sound } from '../packages/pbx/src/sounds/sound.ts'

const BEAT_SECONDS = 0.5
const BEATS_PER_CHORD = 4
const RING_SECONDS = 2.4
/** Eight bars in C: chords broken upwards, as half-tone steps from A4. Each bar begins with its bass. */
const CHORDS: readonly (readonly number[])[] = [
  [-21, -9, -5, -2],
  [-14, -10, -5, -2],
  [-12, -9, -5, 0],
  [-16, -9, -4, 0],
  [-21, -9, -5, -2],
  [-17, -10, -5, 0],
  [-19, -7, -4, 0],
  [-14, -10, -7, -2],
]

/** The product's own music on hold: plucked strings, in a loop without a seam, since notes ring on over its end into its beginning. */
export function holdMusic(sampleRateHz: number): Sound {
  const total = Math.round(CHORDS.length * BEATS_PER_CHORD * BEAT_SECONDS * sampleRateHz)
  const samples = new Float32Array(total)
  for (const [bar, chord] of CHORDS.entries()) {
    for (const [beat, step] of chord.entries()) {
      const from = Math.round((bar * BEATS_PER_CHORD + beat) * BEAT_SECONDS * sampleRateHz)
      pluck(samples, from, 440 * 2 ** (step / 12), sampleRateHz)
    }
  }
  return { samples, sampleRateHz }
}

/** A tone with softer overtones that dies away, the higher ones sooner. */
function pluck(samples: Float32Array, from: number, frequencyHz: number, sampleRateHz: number): void {
  for (let i = 0; i < RING_SECONDS * sampleRateHz; i++) {
    const t = i / sampleRateHz
    let value = 0
    for (let partial = 1; partial <= 5; partial++)
      value += (Math.sin(2 * Math.PI * frequencyHz * partial * t) * Math.exp(-t * (1 + partial))) / partial ** 1.6
    const attack = Math.min(1, t / 0.01)
    const release = Math.min(1, (RING_SECONDS - t) / 0.2)
    const at = (from + i) % samples.length
    samples[at] = (samples[at] ?? 0) + 0.2 * attack * release * value
  }
}
