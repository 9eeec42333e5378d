import { WAV_FORMAT_PCM, WAV_HEADER_OCTETS, WAV_LENGTH_UNKNOWN, WAV_SAMPLE_OCTETS, type WavFormat } from './wav.ts'

const BITS = 8 * WAV_SAMPLE_OCTETS
/** What "octets that follow" counts of the header: all but itself and `RIFF`. */
const RIFF_OVERHEAD = WAV_HEADER_OCTETS - 8
const MOST_DATA_OCTETS = WAV_LENGTH_UNKNOWN - RIFF_OVERHEAD - 1

/**
 * The 44 octets before the samples. A file that is being written starts with `dataOctets: 'unknown'`: players, and `parseWav`, then
 * read to the end of the file, so that a crash leaves a recording that can be heard. When it is complete (and now and then before)
 * the 44 octets are written again over the old ones, with the length. More than 4 GiB stays 'unknown'.
 */
export function buildWavHeader({ sampleRateHz, channels }: WavFormat, dataOctets: number | 'unknown'): Uint8Array {
  const known = dataOctets !== 'unknown' && dataOctets <= MOST_DATA_OCTETS
  const frameOctets = channels * WAV_SAMPLE_OCTETS
  const header = new Uint8Array(WAV_HEADER_OCTETS)
  const view = new DataView(header.buffer)
  writeName(header, 0, 'RIFF')
  view.setUint32(4, known ? dataOctets + RIFF_OVERHEAD : WAV_LENGTH_UNKNOWN, true)
  writeName(header, 8, 'WAVE')
  writeName(header, 12, 'fmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, WAV_FORMAT_PCM, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, sampleRateHz, true)
  view.setUint32(28, sampleRateHz * frameOctets, true)
  view.setUint16(32, frameOctets, true)
  view.setUint16(34, BITS, true)
  writeName(header, 36, 'data')
  view.setUint32(40, known ? dataOctets : WAV_LENGTH_UNKNOWN, true)
  return header
}

function writeName(octets: Uint8Array, at: number, name: string): void {
  for (let i = 0; i < name.length; i++) octets[at + i] = name.charCodeAt(i)
}
