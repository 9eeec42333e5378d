import { failed, ok, type Result } from '@klinke/foundation'
import { MPEGDecoder } from 'mpg123-decoder'
import type { Unreadable } from './read-sound.ts'
import type { Sound } from './sound.ts'

/** MPEG audio, layers I to III; two channels become their mean. */
export async function readMp3(octets: Uint8Array): Promise<Result<Sound, Unreadable>> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  try {
    const { channelData, samplesDecoded, sampleRate } = decoder.decode(octets)
    const [left, right = left] = channelData
    if (left === undefined || right === undefined || samplesDecoded === 0) return failed('an MP3 without sound')
    return ok({ samples: left.map((sample, at) => (sample + (right[at] ?? sample)) / 2), sampleRateHz: sampleRate })
  } finally {
    decoder.free()
  }
}
