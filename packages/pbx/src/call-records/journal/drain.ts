import { rmSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, type Logger, sleep } from '@klinke/foundation'
import type { Line } from './line.ts'
import { type Segment, SegmentReader } from './segments.ts'

/** Stores lines, each exactly once however often it is given. */
export type StoreLines = (lines: readonly Line[]) => Promise<void>

export interface DrainOptions {
  readonly directory: string
  readonly store: StoreLines
  /** The error is about the lines themselves, so that trying again is of no use. */
  readonly isDataError: (error: unknown) => boolean
  readonly clock: Clock
  readonly logger: Logger
}

/** Entries of this time are stored in one go: soon when few come, in large batches when many do. */
const GATHER_MS = 50
const BUSY_GATHER_MS = 500
const BUSY_LINES = 50
/** Who is further behind does not wait for more. */
const BEHIND_BYTES = 2_097_152
const RETRY_PAUSES_MS = [100, 500, 1_000, 2_000, 5_000]
const REJECTED = 'rejected.log'

/**
 * Moves the journal into the database, oldest line first, for ever. A segment is deleted when all of it is stored and
 * no open call is known from it alone. After a crash what was stored and not yet deleted is stored again, which changes nothing.
 */
export class Drain {
  readonly #options: DrainOptions
  readonly #segments: Segment[]
  readonly #reader = new SegmentReader()
  readonly #stop = new AbortController()
  #offset = 0
  /** How far the last segment may be read. */
  #writtenBytes = 0
  /** Segments before this number may be deleted. */
  #keepFrom = 0
  readonly #stored: Segment[] = []
  #wake: (() => void) | undefined
  #failures = 0
  #lastBatch = 0
  #running: Promise<void> | undefined

  constructor(segments: readonly Segment[], options: DrainOptions) {
    this.#segments = [...segments]
    this.#options = options
  }

  start(): void {
    this.#running = this.#run()
  }

  /** The last segment has grown to `bytes`. */
  written(bytes: number): void {
    this.#writtenBytes = bytes
    this.#wake?.()
  }

  /** A new segment follows; the one before is complete. */
  rotated(segment: Segment): void {
    this.#segments.push(segment)
    this.#writtenBytes = 0
    this.#wake?.()
  }

  /** Calls open in segments before `number` are listed in later ones. */
  mayDeleteBefore(number: number): void {
    this.#keepFrom = number
    this.#deleteStored()
  }

  /** True when every line written is stored. */
  get isDone(): boolean {
    return this.#segments.length <= 1 && this.#offset >= this.#writtenBytes
  }

  /** Stops after the batch at work. */
  async close(): Promise<void> {
    this.#stop.abort()
    this.#wake?.()
    await this.#running
    await this.#reader.close()
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const segment = this.#segments[0]
      if (!segment || (this.#segments.length === 1 && this.#offset >= this.#writtenBytes)) {
        await this.#news()
        continue
      }
      const { lines, nextOffset } = await this.#reader.read(segment, this.#offset)
      this.#lastBatch = lines.length
      if (nextOffset > this.#offset) {
        if (!(await this.#persist(lines))) continue
        this.#offset = nextOffset
        // Under load there is always more by now: a transaction for each little more would cost calls a tenth of the processor.
        if (lines.length > BUSY_LINES && !this.#isBehind) await this.#pause(BUSY_GATHER_MS)
      } else if (this.#segments.length > 1) this.#finish(segment)
      else await this.#news()
    }
  }

  get #isBehind(): boolean {
    return this.#segments.length > 1 || this.#writtenBytes - this.#offset > BEHIND_BYTES
  }

  /** Waits for new lines, and a little longer, so that they come in batches. */
  async #news(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      if (this.#stop.signal.aborted) resolve()
    })
    this.#wake = undefined
    await this.#pause(this.#lastBatch > BUSY_LINES ? BUSY_GATHER_MS : GATHER_MS)
  }

  /** False when it was given up because of a stop. */
  async #persist(lines: readonly Line[]): Promise<boolean> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#options.store(lines)
        this.#restored()
        return true
      } catch (error) {
        if (this.#options.isDataError(error)) return this.#persistApart(lines, error)
        this.#away(error)
        await this.#pause(RETRY_PAUSES_MS[Math.min(this.#failures++, RETRY_PAUSES_MS.length - 1)] ?? 0)
      }
    }
    return false
  }

  /** One line that the database refuses must not hold up the others: halves until it stands alone, and goes aside. */
  async #persistApart(lines: readonly Line[], error: unknown): Promise<boolean> {
    const [first] = lines
    if (lines.length > 1) {
      const middle = lines.length >> 1
      return (await this.#persist(lines.slice(0, middle))) && (await this.#persist(lines.slice(middle)))
    }
    if (first) await appendFile(join(this.#options.directory, REJECTED), `${first.kind} ${first.json}\n`)
    this.#options.logger.error(`a call record was refused by the database and put aside in ${REJECTED}`, { error: error as Error })
    return true
  }

  #away(error: unknown): void {
    if (this.#failures > 0) return
    this.#options.logger.error('call records cannot be stored; they wait in the journal on disk', { error: error as Error })
  }

  #restored(): void {
    if (this.#failures > 0) this.#options.logger.info('call records are stored again')
    this.#failures = 0
  }

  #finish(segment: Segment): void {
    this.#segments.shift()
    this.#offset = 0
    this.#stored.push(segment)
    this.#deleteStored()
  }

  #deleteStored(): void {
    for (let oldest = this.#stored[0]; oldest && oldest.number < this.#keepFrom; oldest = this.#stored[0]) {
      rmSync(oldest.path, { force: true })
      this.#stored.shift()
    }
  }

  async #pause(ms: number): Promise<void> {
    // Stopped: the pause is over.
    await sleep(this.#options.clock, ms, this.#stop.signal).catch(() => undefined)
  }
}
