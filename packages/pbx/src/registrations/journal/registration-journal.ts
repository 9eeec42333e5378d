import { mkdirSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { KeptRegistration, Registrar, RegistrationFeed } from '@klinke/calls'
import type { Clock, Logger, Timer } from '@klinke/foundation'
import { listSegments, type Segment, segmentAt } from '../../call-records/journal/segments.ts'
import { encodeRecord } from './line.ts'
import { readJournal } from './read.ts'

export interface RegistrationJournalOptions {
  /** Folder of the journal's files; made if it is not there. */
  readonly directory: string
  readonly registrar: Pick<Registrar, 'addressesOfRecord' | 'kept' | 'restore' | 'changes'>
  /** Whether what was kept still has an account: an extension deleted meanwhile rings no more. */
  readonly isKnown: (registration: KeptRegistration) => boolean
  readonly clock: Clock
  readonly logger: Logger
  /** A file is written anew, with only what is true now, when it is larger than this and three times as large as it began. */
  readonly segmentBytes?: number
}

/** So much of the newest changes a crash may cost. */
const FLUSH_AFTER_MS = 250
/** After a write that failed. */
const RETRY_MS = 5_000
/** Addresses of record per write: some milliseconds of the main thread at most. */
const MAX_PER_WRITE = 250
const SEGMENT_BYTES = 16 * 1_048_576
/** A file that holds more of the past than of the present is written anew; not much earlier, because that writes everything. */
const GROWTH = 3

/**
 * Keeps the registrations over a restart: phones stay reachable although they register again only within the hour. Behind the registrar, never before it: an answer
 * to a REGISTER waits for no disk. Each write tells the whole present of the addresses of record that have changed since the last one.
 */
export class RegistrationJournal {
  readonly #options: RegistrationJournalOptions
  readonly #feed: RegistrationFeed
  readonly #changed = new Set<string>()
  readonly #following: Promise<void>
  #segment: Segment
  #file: FileHandle
  #bytes = 0
  #limitBytes: number
  /** Addresses of record that the current file has yet to be told, before the earlier files can go. */
  #copying: Iterator<string> | undefined
  #timer: Timer | undefined
  #writing: Promise<void> | undefined
  #failing = false
  /** The file is to be written anew. */
  #stale = false
  #closed = false

  /** Restores what is kept in `directory` into the registrar, and follows it from then on. Rejects when the folder cannot be used. */
  static async open(options: RegistrationJournalOptions): Promise<RegistrationJournal> {
    const { directory, registrar, isKnown, logger } = options
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const segments = listSegments(directory)
    const kept = await readJournal(segments)
    const restored = registrar.restore(kept.filter(isKnown))
    if (kept.length > 0) logger.info('registrations restored', { restored, leftOut: kept.length - restored })
    const segment = segmentAt(directory, (segments.at(-1)?.number ?? 0) + 1)
    return new RegistrationJournal(options, segment, await open(segment.path, 'a', 0o600))
  }

  private constructor(options: RegistrationJournalOptions, segment: Segment, file: FileHandle) {
    this.#options = options
    this.#segment = segment
    this.#file = file
    this.#limitBytes = options.segmentBytes ?? SEGMENT_BYTES
    this.#feed = options.registrar.changes()
    this.#following = this.#follow()
    this.#copyAll()
  }

  /** Writes what has changed, and takes no note of what comes after: connections that the end of the process closes are no news. */
  async close(): Promise<void> {
    this.#feed.close()
    await this.#following
    this.#closed = true
    this.#timer?.cancel()
    await this.#writing
    await this.#catchUp()
    await this.#file.close()
  }

  async #follow(): Promise<void> {
    for await (const change of this.#feed) {
      if (change.kind === 'missed') this.#stale = true
      else this.#changed.add(change.registration.addressOfRecord)
      this.#arm(FLUSH_AFTER_MS)
    }
  }

  #arm(delayMs: number): void {
    if (this.#closed || this.#writing !== undefined) return
    this.#timer ??= this.#options.clock.after(delayMs, () => {
      this.#timer = undefined
      this.#writing = this.#catchUp().finally(() => {
        this.#writing = undefined
        if (this.#isBehind) this.#arm(this.#failing ? RETRY_MS : FLUSH_AFTER_MS)
      })
    })
  }

  get #isBehind(): boolean {
    return this.#stale || this.#changed.size > 0 || this.#copying !== undefined
  }

  /** One write after the other until all is told, or the disk takes no more. */
  async #catchUp(): Promise<void> {
    while (this.#isBehind) {
      if (!(this.#stale ? await this.#begin() : await this.#writeSome())) return
      if (this.#bytes > this.#limitBytes && this.#copying === undefined) this.#stale = true
    }
  }

  /** False when the disk did not take it: it is tried again. */
  async #writeSome(): Promise<boolean> {
    const records = this.#take()
    const { registrar } = this.#options
    const lines = records.map((record) => encodeRecord(record, registrar.kept(record))).join('')
    // What a full disk tore ends here, as a line of its own that reading leaves out.
    const text = this.#failing ? `\n${lines}` : lines
    try {
      await this.#file.appendFile(text)
    } catch (error) {
      for (const record of records) this.#changed.add(record)
      this.#failed(error)
      return false
    }
    this.#failing = false
    this.#bytes += text.length
    if (this.#copying !== undefined && records.length < MAX_PER_WRITE) this.#forgetEarlier()
    return true
  }

  #take(): readonly string[] {
    const records: string[] = []
    for (const record of this.#changed) {
      if (records.length === MAX_PER_WRITE) break
      records.push(record)
      this.#changed.delete(record)
    }
    while (this.#copying !== undefined && records.length < MAX_PER_WRITE) {
      const next = this.#copying.next()
      if (next.done) break
      records.push(next.value)
    }
    return records
  }

  #failed(error: unknown): void {
    if (!this.#failing) this.#options.logger.warn('registrations cannot be kept for a restart', { error: error as Error })
    this.#failing = true
  }

  /** Begins a file that will hold the whole present. False when the disk has no room for it. */
  async #begin(): Promise<boolean> {
    const next = segmentAt(this.#options.directory, this.#segment.number + 1)
    try {
      const file = await open(next.path, 'a', 0o600)
      await this.#file.close()
      this.#file = file
    } catch (error) {
      this.#failed(error)
      return false
    }
    this.#segment = next
    this.#bytes = 0
    this.#stale = false
    this.#copyAll()
    return true
  }

  #copyAll(): void {
    this.#copying = this.#options.registrar.addressesOfRecord()[Symbol.iterator]()
    this.#arm(FLUSH_AFTER_MS)
  }

  #forgetEarlier(): void {
    this.#copying = undefined
    const { directory, segmentBytes = SEGMENT_BYTES } = this.#options
    this.#limitBytes = Math.max(segmentBytes, GROWTH * this.#bytes)
    for (const { number, path } of listSegments(directory)) if (number < this.#segment.number) rmSync(path, { force: true })
  }
}
