import { closeSync, fsync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import { encodeLine, type LineKind } from './line.ts'
import { type Segment, segmentAt } from './segments.ts'

/** The system calls that can fail, so that a test can let them. */
export interface JournalFiles {
  write(fd: number, bytes: Buffer, offset: number): number
  sync(fd: number, done: (error: Error | null) => void): void
}

export const systemFiles: JournalFiles = { write: (fd, bytes, offset) => writeSync(fd, bytes, offset), sync: fsync }

export interface JournalWriterOptions {
  readonly directory: string
  readonly firstSegment: number
  readonly clock: Clock
  readonly logger: Logger
  /** Longest time that a power failure can take back; a crash of the process takes nothing. 0 leaves it to the system. */
  readonly syncIntervalMs: number
  readonly segmentBytes: number
  readonly files: JournalFiles
  /** Lines were written. */
  readonly written: () => void
  /** A new segment began. */
  readonly rotated: (segment: Segment) => void
}

/** What waits in memory while the disk is full; more than that is lost, and said so. */
export const MAX_PENDING_BYTES = 33_554_432
const RETRY_MS = 1_000

/**
 * Appends lines, one write per turn of the event loop: what is appended in a turn is in the system's hands before
 * the next packet is read, so that killing the process loses nothing that it had answered for. On a full disk lines wait
 * in memory and calls go on.
 */
export class JournalWriter {
  readonly #options: JournalWriterOptions
  #segment: Segment
  #fd: number
  #size = 0
  #pending = ''
  #scheduled = false
  #dirty = false
  #retry: Timer | undefined
  #syncTimer: Timer | undefined
  #lost = 0
  readonly #flush = (): void => {
    this.#scheduled = false
    this.flush()
  }

  constructor(options: JournalWriterOptions) {
    this.#options = options
    this.#segment = segmentAt(options.directory, options.firstSegment)
    this.#fd = openNew(this.#segment)
  }

  /** The segment being written and how many bytes of it are. */
  get position(): { readonly segment: Segment; readonly size: number } {
    return { segment: this.#segment, size: this.#size }
  }

  /** Nothing waits to be written. */
  get isIdle(): boolean {
    return this.#pending === ''
  }

  append(kind: LineKind, json: string): void {
    if (this.#pending.length + json.length > MAX_PENDING_BYTES) {
      this.#lost++
      return
    }
    this.#pending += encodeLine(kind, json)
    if (this.#scheduled || this.#retry) return
    this.#scheduled = true
    setImmediate(this.#flush)
  }

  /** Writes what is pending now. False when the disk does not take it; it stays pending and is tried again. */
  flush(): boolean {
    if (this.#pending === '') return true
    const bytes = Buffer.from(this.#pending)
    try {
      for (let done = 0; done < bytes.length; ) done += this.#options.files.write(this.#fd, bytes, done)
    } catch (error) {
      this.#failed(error as Error)
      return false
    }
    this.#succeeded(bytes.length)
    return true
  }

  /** Flushes and waits for the disk. */
  async close(): Promise<void> {
    this.flush()
    this.#retry?.cancel()
    this.#syncTimer?.cancel()
    await new Promise<void>((resolve) => fsync(this.#fd, () => resolve()))
    closeSync(this.#fd)
  }

  #succeeded(length: number): void {
    this.#pending = ''
    this.#size += length
    if (this.#retry || this.#lost > 0) {
      this.#options.logger.warn('the call journal can be written again', { lost: this.#lost })
      this.#retry?.cancel()
      this.#retry = undefined
      this.#lost = 0
    }
    this.#dirty = true
    this.#syncLater()
    if (this.#size >= this.#options.segmentBytes) this.#rotate()
    this.#options.written()
  }

  /** Part of it may be on the disk: it is cut off again, so that the next try begins at a line. */
  #failed(error: Error): void {
    try {
      ftruncateSync(this.#fd, this.#size)
    } catch {
      // The torn line is found by its check when it is read.
    }
    const { logger, clock } = this.#options
    logger.error('the call journal cannot be written: call records wait in memory. Free disk space in the data folder.', {
      error,
      pendingBytes: this.#pending.length,
      lost: this.#lost,
    })
    this.#retry?.cancel()
    this.#retry = clock.after(RETRY_MS, () => {
      this.flush()
    })
  }

  #rotate(): void {
    const next = segmentAt(this.#options.directory, this.#segment.number + 1)
    try {
      const fd = openNew(next)
      const before = this.#fd
      this.#options.files.sync(before, () => closeSync(before))
      this.#fd = fd
      this.#segment = next
      this.#size = 0
    } catch (error) {
      // No room for a new file: this one grows on, and the next write tries again.
      this.#options.logger.warn('the call journal cannot begin a new file', { error: error as Error })
      return
    }
    this.#options.rotated(next)
  }

  #syncLater(): void {
    const { clock, syncIntervalMs } = this.#options
    if (syncIntervalMs === 0 || this.#syncTimer || !this.#dirty) return
    this.#syncTimer = clock.after(syncIntervalMs, () => {
      this.#dirty = false
      this.#options.files.sync(this.#fd, (error) => {
        this.#syncTimer = undefined
        if (error) this.#options.logger.error('the call journal cannot be forced to the disk', { error })
        this.#syncLater()
      })
    })
  }
}

function openNew(segment: Segment): number {
  // "a" and not "r+": a write always goes to the end, also after a truncation.
  const fd = openSync(segment.path, 'a', 0o600)
  const folder = openSync(dirname(segment.path), 'r')
  fsyncSync(folder)
  closeSync(folder)
  return fd
}
