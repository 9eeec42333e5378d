import { failed, ok, type Result } from '@klinke/foundation'
import { normalise } from './normalise.ts'
import { readSound } from './read-sound.ts'
import { resample } from './resample.ts'
import { durationSeconds, soundToWav } from './sound.ts'

/** Longest sound that is taken. */
export const MAX_SOUND_SECONDS = 600
const WIDEBAND_HZ = 16_000
const NARROWBAND_HZ = 8000

export interface Converted {
  /** 16-bit PCM WAV, one channel, 8 or 16 kHz, as loud as all prompts. */
  readonly wav: Uint8Array
  readonly durationMs: number
}

/** What somebody uploads, as the media engine plays it; else what it is instead, behind "This is". */
export async function convert(octets: Uint8Array): Promise<Result<Converted, string>> {
  const read = await readSound(octets)
  if (!read.ok) return read
  const { value: sound } = read
  const seconds = durationSeconds(sound)
  if (!(seconds > 0)) return failed('a file without sound')
  if (seconds > MAX_SOUND_SECONDS) return failed(`${Math.ceil(seconds / 60)} minutes long`)
  const wanted = resample(sound, sound.sampleRateHz >= WIDEBAND_HZ ? WIDEBAND_HZ : NARROWBAND_HZ)
  return ok({ wav: soundToWav(normalise(wanted)), durationMs: Math.round(1000 * durationSeconds(wanted)) })
}
