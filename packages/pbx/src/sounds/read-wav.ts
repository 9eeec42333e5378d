import { failed, ok, type Result } from '@klinke/foundation'
import { parseWav, readSamples } from '@klinke/rtp'
import type { Unreadable } from './read-sound.ts'
import type { Sound } from './sound.ts'

const FULL_SCALE = 32_768

/** 16-bit PCM with one or two channels; two become their mean. */
export function readWav(octets: Uint8Array): Result<Sound, Unreadable> {
  const header = parseWav(octets, octets.length)
  if (!header.ok) {
    const { error } = header
    return failed(
      error.kind === 'unsupported'
        ? `a WAV of ${error.bits} bits, ${error.channels} channels, format ${error.format}`
        : 'a WAV that is cut off',
    )
  }
  const { channels, dataOffset, dataOctets, sampleRateHz } = header.value
  const pcm = new Int16Array(dataOctets / (2 * channels))
  readSamples(octets.subarray(dataOffset, dataOffset + dataOctets), channels, pcm)
  return ok({ samples: Float32Array.from(pcm, (sample) => sample / FULL_SCALE), sampleRateHz })
}
