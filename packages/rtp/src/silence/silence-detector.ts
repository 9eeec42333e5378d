import { levelOfSamples, SILENCE_DBM0 } from '../tones/level.ts'

/** Anything quieter is silence, whatever the noise of the line. */
const ABSOLUTE_THRESHOLD_DBM0 = -50
/** A voice is so much louder than the noise of its line. */
const ABOVE_NOISE_DB = 9
/** A noise that is louder than this is no noise: a tone or music that never pauses stays a sound. */
const LOUDEST_NOISE_DBM0 = -35
/** How fast the estimated noise follows: down in a few frames, up slowly, so that words do not count as noise. */
const NOISE_FALL = 0.3
const NOISE_RISE_DB_PER_SECOND = 3
/** Pauses between syllables, and the ends of words. */
const HANGOVER_MS = 200

/**
 * Tells voice from silence, with a threshold that follows the noise of the line. For "stop recording after silence", speaking events and
 * the moments in which a jitter buffer may change its delay.
 */
export class SilenceDetector {
  readonly #samplesPerMs: number
  #noiseDbm0 = ABSOLUTE_THRESHOLD_DBM0 - ABOVE_NOISE_DB
  #levelDbm0 = SILENCE_DBM0
  #quietMs = 0
  #heard = false

  constructor(sampleRateHz: number) {
    this.#samplesPerMs = sampleRateHz / 1000
  }

  /** Level of the last frame. */
  get levelDbm0(): number {
    return this.#levelDbm0
  }

  /** A voice, now or 200 ms ago at most. */
  get speaking(): boolean {
    return this.#heard && this.#quietMs <= HANGOVER_MS
  }

  /** How long nobody has spoken; from the beginning when nobody ever has. */
  get silentMs(): number {
    return this.#quietMs
  }

  add(frame: Int16Array): void {
    const frameMs = frame.length / this.#samplesPerMs
    const level = levelOfSamples(frame)
    const loud = level > Math.max(ABSOLUTE_THRESHOLD_DBM0, this.#noiseDbm0 + ABOVE_NOISE_DB)
    this.#levelDbm0 = level
    this.#quietMs = loud ? 0 : this.#quietMs + frameMs
    this.#heard ||= loud
    const risen = this.#noiseDbm0 + (NOISE_RISE_DB_PER_SECOND * frameMs) / 1000
    const noise = level < this.#noiseDbm0 ? this.#noiseDbm0 + NOISE_FALL * (level - this.#noiseDbm0) : Math.min(level, risen)
    this.#noiseDbm0 = Math.min(LOUDEST_NOISE_DBM0, noise)
  }
}
