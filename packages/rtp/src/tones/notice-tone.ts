import type { Tone, ToneStep } from './tone.ts'

const on = (durationMs: number, ...frequenciesHz: readonly number[]): ToneStep => ({ frequenciesHz, durationMs })
const once = (...steps: readonly [ToneStep, ...ToneStep[]]): Tone => ({ steps, repeats: false })

/**
 * Short signals of the exchange itself, played once unless said otherwise. No standard names their sound; they keep away from the 425 Hz of the network's
 * tones, so that nobody takes one for busy or ringing.
 */
export const NOTICE_TONES = {
  /** "Speak now", and that a recording begins. */
  beep: once(on(400, 1000)),
  /** The input was accepted: rising. */
  accepted: once(on(120, 660), on(180, 880)),
  /** The input was refused: falling, twice. */
  refused: once(on(120, 620), on(180, 480), on(120), on(120, 620), on(180, 480)),
  /** Somebody comes into the conference. */
  joined: once(on(100, 600), on(100, 750), on(150, 900)),
  /** Somebody leaves it. */
  left: once(on(100, 900), on(100, 750), on(150, 600)),
  /** Nothing comes from the other party any more; over and over, at least every two seconds. */
  interrupted: { steps: [on(120, 520), on(80), on(120, 520), on(1480)], repeats: true },
} as const satisfies Readonly<Record<string, Tone>>

export type NoticeToneName = keyof typeof NOTICE_TONES
