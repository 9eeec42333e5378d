import { type FileHandle, open } from 'node:fs/promises'
import { parseWav, Resampler, readSamples, WAV_HEADER_READ_OCTETS, type WavError, type WavHeader } from '@klinke/rtp'
import type { ReadSound } from './files-source.ts'

/** Read and converted at a time: a fraction of a tick's work. */
const SLICE_OCTETS = 32_768
/** Longest recording that is played: 35 minutes at 8 kHz, 17 at 16 kHz. */
const MAX_RENDITION_OCTETS = 32 * 1024 * 1024
const READABLE_RATES: readonly number[] = [8000, 16_000, 48_000]

/** The samples of a file at the rate they are wanted at, while they are being read: the first ones are there soon. */
export class Rendition implements ReadSound {
  readonly sampleRateHz: 8000 | 16_000
  /** Of the whole file; those from `available` on are not read yet. */
  samples = new Int16Array(0)
  available = 0
  /** Why the file cannot be played, or not to its end. */
  problem: string | undefined
  /** Nothing more will come: read to its end, or failed. Settles always. */
  readonly loaded: Promise<void>
  #done = false

  constructor(path: string, sampleRateHz: 8000 | 16_000) {
    this.sampleRateHz = sampleRateHz
    this.loaded = this.#load(path)
      .catch((error: unknown) => {
        this.problem = problemOf(error)
      })
      .then(() => {
        this.#done = true
      })
  }

  get isLoaded(): boolean {
    return this.#done
  }

  async #load(path: string): Promise<void> {
    await using file = await open(path, 'r')
    const header = await readHeader(file)
    const frames = header.dataOctets / (2 * header.channels)
    const length = Math.floor((frames * this.sampleRateHz) / header.sampleRateHz)
    if (2 * length > MAX_RENDITION_OCTETS) throw new UnplayableFile('it is longer than what is kept in memory for playing')
    this.samples = new Int16Array(length)
    await this.#read(file, header)
  }

  async #read(file: FileHandle, { dataOffset, dataOctets, channels, sampleRateHz }: WavHeader): Promise<void> {
    const slice = Buffer.alloc(SLICE_OCTETS)
    const resampler = sampleRateHz === this.sampleRateHz ? undefined : new Resampler(knownRate(sampleRateHz), this.sampleRateHz)
    const converted = new Int16Array(SLICE_OCTETS / 2)
    const resampled = new Int16Array(SLICE_OCTETS)
    for (let at = 0; at < dataOctets; ) {
      const { bytesRead } = await file.read(slice, 0, Math.min(SLICE_OCTETS, dataOctets - at), dataOffset + at)
      if (bytesRead === 0) throw new UnplayableFile('it is shorter than its header says')
      at += bytesRead
      const count = readSamples(slice.subarray(0, bytesRead), channels, converted)
      const input = converted.subarray(0, count)
      this.#append(resampler ? resampled.subarray(0, resampler.process(input, resampled)) : input)
    }
    // What a filter or an odd length has left over.
    this.available = this.samples.length
  }

  #append(samples: Int16Array): void {
    const room = this.samples.length - this.available
    this.samples.set(samples.subarray(0, room), this.available)
    this.available += Math.min(samples.length, room)
  }
}

class UnplayableFile extends Error {}

async function readHeader(file: FileHandle): Promise<WavHeader> {
  const { size } = await file.stat()
  const start = Buffer.alloc(WAV_HEADER_READ_OCTETS)
  const { bytesRead } = await file.read(start, 0, start.length, 0)
  const parsed = parseWav(start.subarray(0, bytesRead), size)
  if (!parsed.ok) throw new UnplayableFile(WAV_PROBLEMS[parsed.error.kind])
  if (!READABLE_RATES.includes(parsed.value.sampleRateHz)) throw new UnplayableFile(WAV_PROBLEMS.unsupported)
  return parsed.value
}

const WAV_PROBLEMS: Readonly<Record<WavError['kind'], string>> = {
  'not-wav': 'it is no WAV file',
  unsupported: 'it is not 16-bit PCM at 8, 16 or 48 kHz',
  'cut-off': 'its header is cut off',
}

function knownRate(rateHz: number): 8000 | 16_000 | 48_000 {
  return rateHz === 8000 || rateHz === 16_000 ? rateHz : 48_000
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  return error instanceof Error ? error.message : String(error)
}
