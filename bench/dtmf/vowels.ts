import { below, type Random, uniform } from '@klinke/foundation'
import { saturate } from '@klinke/rtp'

const RATE_HZ = 8000
const HIGHEST_HZ = 3600

/**
 * Sung and spoken vowels without a speaker: harmonics of a gliding pitch of 70 to 500 Hz under three formants that glide too. Steadier than speech,
 * so harder for a detector of tones.
 */
export function vowels(seconds: number, random: Random): Int16Array {
  const samples = new Int16Array(seconds * RATE_HZ)
  for (let at = 0; at < samples.length; ) {
    const length = Math.min(samples.length - at, (RATE_HZ * (100 + below(random, 700))) / 1000)
    vowel(samples.subarray(at, at + length), random)
    at += length + (RATE_HZ * below(random, 200)) / 1000
  }
  return samples
}

function vowel(samples: Int16Array, random: Random): void {
  const pitchHz = 70 * 7 ** uniform(random)
  const glide = uniform(random) < 0.5 ? 0 : 0.3 * (uniform(random) - 0.5)
  const formants = [300 + below(random, 600), 900 + below(random, 1500), 2300 + below(random, 1000)]
  const drift = formants.map(() => 400 * (uniform(random) - 0.5))
  const loudness = 1500 + below(random, 6000)
  let phase = 0
  for (let at = 0; at < samples.length; at++) {
    const progress = at / samples.length
    const nowHz = pitchHz * (1 + glide * progress)
    phase += (2 * Math.PI * nowHz) / RATE_HZ
    let sum = 0
    for (let harmonic = 1; harmonic * nowHz < HIGHEST_HZ; harmonic++) {
      let weight = 0
      for (const [index, formant] of formants.entries()) {
        const distance = (harmonic * nowHz - formant - (drift[index] ?? 0) * progress) / (60 + 40 * index)
        weight += 1 / ((index + 1) * (1 + distance * distance))
      }
      sum += weight * Math.sin(harmonic * phase)
    }
    samples[at] = saturate(Math.round(loudness * sum * Math.min(1, 20 * progress, 20 * (1 - progress))))
  }
}
