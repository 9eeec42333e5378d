/** A signal tone: steps of sounding frequencies or silence. */
export interface Tone {
  readonly steps: readonly [ToneStep, ...ToneStep[]]
  /** Begins again after the last step; otherwise silence follows. */
  readonly repeats: boolean
}

export interface ToneStep {
  /** Sounding together; none is silence. */
  readonly frequenciesHz: readonly number[]
  /** `Infinity` for a continuous tone. */
  readonly durationMs: number
}

const on = (durationMs: number, ...frequenciesHz: readonly number[]): ToneStep => ({ frequenciesHz, durationMs })
const off = (durationMs: number): ToneStep => ({ frequenciesHz: [], durationMs })

/** One tone that never pauses. */
export function continuous(...frequenciesHz: readonly number[]): Tone {
  return { steps: [on(Number.POSITIVE_INFINITY, ...frequenciesHz)], repeats: true }
}

/** Tones of the German network: ITU-T E.180 supplement 2 (01/94), entry Germany; Deutsche Telekom 1 TR 110-1. */
export const GERMAN_TONES = {
  /** Wählton */
  dial: continuous(425),
  /** Sonderwählton: dial tone with a service such as call forwarding active */
  specialDial: continuous(425, 400),
  /** Freiton */
  ringing: { steps: [on(1000, 425), off(4000)], repeats: true },
  /** Besetztton */
  busy: { steps: [on(480, 425), off(480)], repeats: true },
  /** Gassenbesetztton */
  congestion: { steps: [on(240, 425), off(240)], repeats: true },
  /** Hinweiston before an announcement */
  specialInformation: { steps: [on(330, 950), on(330, 1400), on(330, 1800), off(1000)], repeats: true },
  /** Anklopfton */
  callWaiting: { steps: [on(200, 425), off(200), on(200, 425), off(5000)], repeats: true },
} as const satisfies Readonly<Record<string, Tone>>

export type GermanToneName = keyof typeof GERMAN_TONES

/** Level at which the exchange plays tones: inside the −10 ± 5 dBm0 that ITU-T E.180 recommends. */
export const TONE_LEVEL_DBM0 = -10
