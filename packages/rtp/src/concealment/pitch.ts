/** Pitch of voices, as periods: 5 ms (200 Hz) to 15 ms (66 Hz). Higher voices are found at a multiple of their period. */
export const SHORTEST_PERIOD_MS = 5
export const LONGEST_PERIOD_MS = 15
/** The end of the signal that is compared with what was before. */
const WINDOW_MS = 20
/** The coarse search looks at every second sample and every second lag. */
const COARSE_STEP = 2
/** Below this energy of the compared part (about −60 dBm0) any period is as good as another. */
const SILENT_ENERGY_PER_SAMPLE = 500

/** So much signal `pitchPeriod` must see. */
export const PITCH_HISTORY_MS = WINDOW_MS + LONGEST_PERIOD_MS

/**
 * The distance at which the end of the signal looks most like what was before it, by normalised cross-correlation, in samples
 * (ITU-T G.711 Appendix I (09/99) §I.2.2). The longest period when there is nothing to compare.
 */
export function pitchPeriod(signal: Int16Array, sampleRateHz: number): number {
  const shortest = (SHORTEST_PERIOD_MS * sampleRateHz) / 1000
  const longest = (LONGEST_PERIOD_MS * sampleRateHz) / 1000
  const window = (WINDOW_MS * sampleRateHz) / 1000
  const coarse = bestLag(signal, window, shortest, longest, COARSE_STEP)
  return bestLag(signal, window, Math.max(shortest, coarse - COARSE_STEP), Math.min(longest, coarse + COARSE_STEP), 1)
}

function bestLag(signal: Int16Array, window: number, from: number, to: number, step: number): number {
  let best = to
  let bestLikeness = 0
  for (let lag = from; lag <= to; lag += step) {
    const likeness = likenessAt(signal, window, lag, step)
    if (likeness > bestLikeness) {
      bestLikeness = likeness
      best = lag
    }
  }
  return best
}

function likenessAt(signal: Int16Array, window: number, lag: number, step: number): number {
  let product = 0
  let energy = 0
  for (let at = signal.length - window; at < signal.length; at += step) {
    const before = signal[at - lag] ?? 0
    product += (signal[at] ?? 0) * before
    energy += before * before
  }
  return product / Math.sqrt(Math.max(energy, (SILENT_ENERGY_PER_SAMPLE * window) / step))
}
