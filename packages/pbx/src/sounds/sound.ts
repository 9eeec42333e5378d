import { buildWavHeader, WAV_HEADER_OCTETS, WAV_SAMPLE_OCTETS, writeSamples } from '@klinke/rtp'

/** Sound of one channel; samples from −1 to 1. */
export interface Sound {
  readonly samples: Float32Array
  readonly sampleRateHz: number
}

const FULL_SCALE = 32_767

/** A file that the media engine plays: 16-bit PCM WAV, one channel. What is beyond full scale is cut. */
export function soundToWav({ samples, sampleRateHz }: Sound): Uint8Array {
  const pcm = Int16Array.from(samples, (sample) => Math.round(FULL_SCALE * Math.max(-1, Math.min(1, sample))))
  const file = new Uint8Array(WAV_HEADER_OCTETS + WAV_SAMPLE_OCTETS * pcm.length)
  file.set(buildWavHeader({ sampleRateHz, channels: 1 }, WAV_SAMPLE_OCTETS * pcm.length))
  writeSamples(pcm, file.subarray(WAV_HEADER_OCTETS))
  return file
}

export function durationSeconds({ samples, sampleRateHz }: Sound): number {
  return samples.length / sampleRateHz
}
