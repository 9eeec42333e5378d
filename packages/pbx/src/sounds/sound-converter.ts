import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { failed, KlinkeError, type Result } from '@klinke/foundation'
import type { Converted } from './convert.ts'

/** Conversions at a time: ten minutes of MP3 take a core for some eight seconds and nearly 1 GB. */
const MAX_CONVERSIONS = 1
/** Who takes longer has sent something strange. */
const CONVERT_WITHIN_MS = 60_000

export class ConverterBusy extends KlinkeError {
  constructor() {
    super('converter-busy', 'Other sound files are being converted. Send this one again in a few seconds.')
  }
}

/** Converts uploads in threads of their own, so that no call waits for it. */
export class SoundConverter {
  #running = 0

  /** Throws `ConverterBusy`. */
  async convert(octets: Uint8Array): Promise<Result<Converted, string>> {
    if (this.#running >= MAX_CONVERSIONS) throw new ConverterBusy()
    this.#running++
    const worker = new Worker(new URL('convert-worker.ts', import.meta.url), { workerData: octets })
    try {
      const [result] = (await once(worker, 'message', { signal: AbortSignal.timeout(CONVERT_WITHIN_MS) })) as [Result<Converted, string>]
      return result
    } catch {
      // Whatever its content made of the decoder, a throw, its memory's limit or its time, it is no sound to us.
      return failed('a file that cannot be decoded')
    } finally {
      await worker.terminate()
      this.#running--
    }
  }
}
