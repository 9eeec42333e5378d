import { failed, ok, type Result } from '@klinke/foundation'
import {
  WAV_FORMAT_EXTENSIBLE,
  WAV_FORMAT_PCM,
  WAV_LENGTH_UNKNOWN,
  WAV_SAMPLE_OCTETS,
  type WavError,
  type WavFormat,
  type WavHeader,
} from './wav.ts'

const RIFF_HEADER_OCTETS = 12
const CHUNK_HEADER_OCTETS = 8
const FORMAT_OCTETS = 16
const FORMAT_EXTENSIBLE_OCTETS = 26

/**
 * Reads the header from the file's first octets (`WAV_HEADER_READ_OCTETS` will do) and the file's length. Chunks it does not know are
 * skipped. A data length of 0 or "unknown", as a crash while writing leaves it, means: to the end of the file.
 */
export function parseWav(start: Uint8Array, fileOctets: number): Result<WavHeader, WavError> {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  if (start.length < RIFF_HEADER_OCTETS || nameAt(view, 0) !== 'RIFF' || nameAt(view, 8) !== 'WAVE') return failed({ kind: 'not-wav' })
  let format: WavFormat | undefined
  let at = RIFF_HEADER_OCTETS
  while (at + CHUNK_HEADER_OCTETS <= start.length) {
    const name = nameAt(view, at)
    const octets = view.getUint32(at + 4, true)
    const content = at + CHUNK_HEADER_OCTETS
    if (name === 'data') return format ? ok({ ...format, dataOffset: content, ...dataOf(format, octets, fileOctets - content) }) : cutOff()
    if (name === 'fmt ') {
      if (octets < FORMAT_OCTETS || content + octets > start.length) return cutOff()
      const read = readFormat(view, content, octets)
      if (!read.ok) return read
      format = read.value
    }
    // Chunks begin at even places.
    at = content + octets + (octets & 1)
  }
  return cutOff()
}

function readFormat(view: DataView, at: number, octets: number): Result<WavFormat, WavError> {
  const tag = view.getUint16(at, true)
  const format = tag === WAV_FORMAT_EXTENSIBLE && octets >= FORMAT_EXTENSIBLE_OCTETS ? view.getUint16(at + 24, true) : tag
  const channels = view.getUint16(at + 2, true)
  const sampleRateHz = view.getUint32(at + 4, true)
  const bits = view.getUint16(at + 14, true)
  const readable = format === WAV_FORMAT_PCM && bits === 8 * WAV_SAMPLE_OCTETS && (channels === 1 || channels === 2) && sampleRateHz > 0
  return readable ? ok({ sampleRateHz, channels }) : failed({ kind: 'unsupported', format, bits, channels, sampleRateHz })
}

function dataOf({ channels }: WavFormat, told: number, left: number): { readonly dataOctets: number } {
  const octets = Math.max(0, told === 0 || told === WAV_LENGTH_UNKNOWN ? left : Math.min(told, left))
  return { dataOctets: octets - (octets % (channels * WAV_SAMPLE_OCTETS)) }
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

function cutOff(): { readonly ok: false; readonly error: WavError } {
  return failed({ kind: 'cut-off' })
}
