import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { amplitudeOfLevel, type Sound } from './goertzel.ts'

const HEADER_BYTES = 44
const FULL_SCALE = 32_768

/** When a tone sounds; without, all the time. */
export interface Cadence {
  readonly onMs: number
  readonly offMs: number
}

/** Writes a sine as a mono 16-bit WAV file. */
export function writeTone(
  path: string,
  frequencyHz: number,
  levelDbm0: number,
  seconds: number,
  sampleRateHz = 8000,
  cadence?: Cadence,
): void {
  const count = Math.round(seconds * sampleRateHz)
  const file = Buffer.alloc(HEADER_BYTES + 2 * count)
  writeHeader(file, sampleRateHz, 2 * count)
  const peak = amplitudeOfLevel(levelDbm0) * FULL_SCALE
  // A whole number of waves goes into a second: each second is as the first one.
  const different = cadence === undefined && Number.isInteger(frequencyHz) ? Math.min(count, sampleRateHz) : count
  for (let index = 0; index < different; index++) {
    const isOn = cadence === undefined || ((1000 * index) / sampleRateHz) % (cadence.onMs + cadence.offMs) < cadence.onMs
    const sample = isOn ? Math.round(peak * Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz)) : 0
    file.writeInt16LE(sample, HEADER_BYTES + 2 * index)
  }
  if (different > 0) file.fill(file.subarray(HEADER_BYTES, HEADER_BYTES + 2 * different), HEADER_BYTES)
  writeFileSync(path, file)
}

/** How many samples such a file has by now, and how many a second, without reading them; none when it is not there yet. */
export function lengthOfWav(path: string): { readonly count: number; readonly sampleRateHz: number } {
  if (!existsSync(path)) return { count: 0, sampleRateHz: 8000 }
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header) < HEADER_BYTES) return { count: 0, sampleRateHz: 8000 }
    return { count: (fstatSync(file).size - HEADER_BYTES) >> 1, sampleRateHz: header.readUInt32LE(24) }
  } finally {
    closeSync(file)
  }
}

/** Reads a mono 16-bit WAV file, also one that is still being written: what its header says of the length is not believed. */
export function readWav(path: string): Sound {
  const file = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  if (file.length < HEADER_BYTES) return { samples: new Float32Array(0), sampleRateHz: 8000 }
  const samples = new Float32Array((file.length - HEADER_BYTES) >> 1)
  for (let index = 0; index < samples.length; index++) samples[index] = file.readInt16LE(HEADER_BYTES + 2 * index) / FULL_SCALE
  return { samples, sampleRateHz: file.readUInt32LE(24) }
}

/** RIFF, WAVE, one `fmt ` and one `data` chunk. */
function writeHeader(file: Buffer, sampleRateHz: number, dataBytes: number): void {
  file.write('RIFF', 0)
  file.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(sampleRateHz, 24)
  file.writeUInt32LE(2 * sampleRateHz, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(dataBytes, 40)
}
