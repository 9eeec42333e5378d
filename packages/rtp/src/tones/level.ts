/**
 * Levels. A 16-bit sample's full scale is the overload point of G.711 A-law: a sine that just fills it has +3.14 dBm0
 * (ITU-T G.711 table 1a). 0 dBov is the power of a square wave at full scale (ITU-T G.100.1), so that sine has −3.01 dBov.
 */
export const FULL_SCALE_SINE_DBM0 = 3.14
export const FULL_SCALE_SINE_DBOV = -3.01
const FULL_SCALE = 32_768
/** Level given for digital silence. */
export const SILENCE_DBM0 = -120

/** Peak sample value of a sine of that level. */
export function peakOfLevel(levelDbm0: number): number {
  return FULL_SCALE * 10 ** ((levelDbm0 - FULL_SCALE_SINE_DBM0) / 20)
}

/** Level of a sine with that peak sample value. */
export function levelOfPeak(peak: number): number {
  return peak <= 0 ? SILENCE_DBM0 : Math.max(SILENCE_DBM0, FULL_SCALE_SINE_DBM0 + 20 * Math.log10(peak / FULL_SCALE))
}

/** Level of a whole signal by its root mean square, in dBm0. */
export function levelOfSamples(samples: Int16Array): number {
  let sum = 0
  for (let at = 0; at < samples.length; at++) {
    const sample = samples[at] ?? 0
    sum += sample * sample
  }
  return levelOfPeak(Math.sqrt((2 * sum) / Math.max(1, samples.length)))
}

export function dbovOfDbm0(levelDbm0: number): number {
  return levelDbm0 - FULL_SCALE_SINE_DBM0 + FULL_SCALE_SINE_DBOV
}
