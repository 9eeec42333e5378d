import { type FileHandle, open } from 'node:fs/promises'
import { buildWavHeader, WAV_HEADER_OCTETS, type WavFormat } from '@klinke/rtp'

/** Samples are written a second at a time. */
const CHUNK_SECONDS = 1
/** A disk that is further behind than this has failed: memory is bounded. */
const MAX_BACKLOG_CHUNKS = 20

export type WriteFailure = 'disk-full' | 'failed'

/**
 * A WAV file that grows. Samples are taken without waiting and written in the background; the header is valid at all times, so that
 * a crash leaves what was written until then.
 */
export class WavFile {
  readonly #format: WavFormat
  readonly #failed: (why: WriteFailure) => void
  readonly #waiting: Int16Array[] = []
  #chunk: Int16Array
  #inChunk = 0
  #octets = 0
  #file: FileHandle | undefined
  #writing: Promise<void>
  #broken = false

  /** `failed` is called once, when the file cannot be made or written. What was written before is a valid file. */
  constructor(path: string, format: WavFormat, failed: (why: WriteFailure) => void) {
    this.#format = format
    this.#failed = failed
    this.#chunk = this.#newChunk()
    this.#writing = this.#guarded(async () => {
      this.#file = await open(path, 'w')
      await this.#writeHeader('unknown')
    })
  }

  /** Length of what is in the file. */
  get durationMs(): number {
    const { sampleRateHz, channels } = this.#format
    return Math.round((this.#octets * 1000) / (2 * channels * sampleRateHz))
  }

  /** Takes samples; those of two channels take turns. Copies. */
  append(samples: Int16Array): void {
    if (this.#broken) return
    for (let taken = 0; taken < samples.length; ) {
      const count = Math.min(samples.length - taken, this.#chunk.length - this.#inChunk)
      this.#chunk.set(samples.subarray(taken, taken + count), this.#inChunk)
      this.#inChunk += count
      taken += count
      if (this.#inChunk === this.#chunk.length) this.#hand()
    }
  }

  /** Writes what is left and completes the header. Never rejects. */
  async close(): Promise<void> {
    if (!this.#broken && this.#inChunk > 0) this.#hand()
    await this.#writing
    // In place, so that it works on a full disk too.
    // Otherwise the header goes on saying that the length is unknown, and readers read to the end; the recording has its reason by then.
    await this.#writeHeader(this.#octets).catch(() => undefined)
    await this.#file?.close().catch(() => undefined)
  }

  #newChunk(): Int16Array {
    return new Int16Array(CHUNK_SECONDS * this.#format.sampleRateHz * this.#format.channels)
  }

  #hand(): void {
    this.#waiting.push(this.#chunk.subarray(0, this.#inChunk))
    this.#chunk = this.#newChunk()
    this.#inChunk = 0
    if (this.#waiting.length > MAX_BACKLOG_CHUNKS) {
      this.#break('failed')
      return
    }
    const before = this.#writing
    this.#writing = this.#guarded(async () => {
      await before
      await this.#writeNext()
    })
  }

  async #writeNext(): Promise<void> {
    const samples = this.#waiting.shift()
    if (!samples || !this.#file) return
    // 16-bit little-endian, which is how the processors that Node runs on keep them.
    const octets = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
    for (let at = 0; at < octets.length; ) {
      const { bytesWritten } = await this.#file.write(octets, at, octets.length - at, WAV_HEADER_OCTETS + this.#octets)
      at += bytesWritten
      this.#octets += bytesWritten
    }
  }

  async #writeHeader(dataOctets: number | 'unknown'): Promise<void> {
    await this.#file?.write(buildWavHeader(this.#format, dataOctets), 0, WAV_HEADER_OCTETS, 0)
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    if (this.#broken) return
    try {
      await work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      this.#break(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'failed')
    }
  }

  #break(why: WriteFailure): void {
    if (this.#broken) return
    this.#broken = true
    this.#waiting.length = 0
    this.#failed(why)
  }
}
