import { stat } from 'node:fs/promises'
import { Rendition } from './rendition.ts'

/** Samples kept of files that were played: about an hour at 8 kHz. */
const MAX_CACHED_OCTETS = 64 * 1024 * 1024
/** Against a flood of tiny files. */
const MAX_CACHED_FILES = 2000

interface Entry {
  readonly rendition: Rendition
  readonly mtimeMs: number
  readonly size: number
}

/**
 * The decoded files of one worker, shared by all that play them: a thousand callers who hear the same music cost its samples once. The
 * ones not played for longest go first; a file that was replaced on disk is read again.
 */
export class RenditionCache {
  /** Least recently played first. */
  readonly #entries = new Map<string, Entry>()

  /** Never rejects: a file that cannot be read is a rendition with a problem. */
  async open(path: string, sampleRateHz: 8000 | 16_000): Promise<Rendition> {
    const key = `${sampleRateHz} ${path}`
    // A file that is not there has no rendition in the cache; opening it says why.
    const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: -1 }))
    const known = this.#entries.get(key)
    const isFresh = known?.mtimeMs === mtimeMs && known.size === size && known.rendition.problem === undefined
    const entry = isFresh ? known : { rendition: new Rendition(path, sampleRateHz), mtimeMs, size }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    if (!isFresh) void entry.rendition.loaded.then(() => this.#trim())
    return entry.rendition
  }

  /** The one used last stays, however large. */
  #trim(): void {
    let octets = 0
    for (const { rendition } of this.#entries.values()) octets += rendition.samples.byteLength
    for (const [key, { rendition }] of this.#entries) {
      if ((octets <= MAX_CACHED_OCTETS && this.#entries.size <= MAX_CACHED_FILES) || this.#entries.size === 1) return
      octets -= rendition.samples.byteLength
      this.#entries.delete(key)
    }
  }
}
