import type { Clock, Logger, Timer } from '@klinke/foundation'
import { type ChangedRows, Changes } from './changed-rows.ts'
import type { Listening, Subscription } from './notification-listener.ts'
import { samePicture } from './same-picture.ts'

/** Where snapshots come from. */
export interface SnapshotSource<T> {
  /** All of them, by id. */
  loadAll(): Promise<ReadonlyMap<string, T>>
  /**
   * One; undefined when it does not exist (any more). `changed`: what has changed in it since `before`, when that is known: the rest may be taken from there.
   */
  load(id: string, changed?: ChangedRows, before?: T): Promise<T | undefined>
}

export interface SnapshotsOptions<T> {
  readonly source: SnapshotSource<T>
  /** Channel whose notifications carry the id of what changed, and, where that is known, table and key of the row behind it. */
  readonly channel: string
  readonly listen: (channel: string, listening: Listening) => Subscription
  readonly clock: Clock
  readonly logger: Logger
  /** Called after each change: new snapshot, or undefined for one that is gone. */
  readonly replaced?: (id: string, snapshot: T | undefined, before: T | undefined) => void
}

/** More changed ids than this at a time, and everything is loaded again in one go. */
export const MAX_CHANGED_IDS = 1_000
/** Changes within this time are loaded together, unless somebody waits for them. */
const GATHER_MS = 20
const RETRY_MS = 1_000

/** Waits for the changes that were known when it began to wait. */
interface Waiting {
  readonly marks: number
  readonly settle: () => void
}

/**
 * Immutable pictures of configuration in memory, each replaced whole when the database says it changed. Readers
 * never wait. After a lost connection everything is loaded again, because notifications were missed; until then
 * the pictures stay as they were, so that calls go on.
 */
export class Snapshots<T> {
  readonly #options: SnapshotsOptions<T>
  readonly #snapshots = new Map<string, T>()
  readonly #changed = new Changes()
  readonly #first = Promise.withResolvers<void>()
  /** Changes that have been told of, and how many of them the pictures contain. */
  #marks = 0
  #contained = 0
  #waiting: readonly Waiting[] = []
  #everything = false
  #failed = false
  #loading: Promise<void> | undefined
  #timer: Timer | undefined
  #subscription: Subscription | undefined
  #closed = false

  constructor(options: SnapshotsOptions<T>) {
    this.#options = options
    // A first load that nobody waits for any more fails without a word.
    this.#first.promise.catch(() => undefined)
  }

  /** Follows changes and returns when all is loaded. Throws when the first load fails. */
  async start(): Promise<void> {
    const { channel, listen } = this.#options
    // Loading begins only once changes are followed, so that none falls between.
    this.#subscription = listen(channel, {
      notified: (id) => this.#mark(id),
      connected: () => this.#markAll(),
      current: () => this.current(),
    })
    await this.#first.promise
  }

  get(id: string): T | undefined {
    return this.#snapshots.get(id)
  }

  all(): ReadonlyMap<string, T> {
    return this.#snapshots
  }

  /** Settles when the pictures contain every change told of so far, which is loaded at once; or when they are closed. */
  current(): Promise<void> {
    if (this.#contained === this.#marks || this.#closed) return Promise.resolve()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting = [...this.#waiting, { marks: this.#marks, settle: resolve }]
    if (!this.#failed) {
      this.#timer?.cancel()
      this.#timer = undefined
      this.#schedule(0)
    }
    return promise
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#release(Number.POSITIVE_INFINITY)
    this.#subscription?.close()
    this.#timer?.cancel()
    await this.#loading
  }

  #mark(notified: string): void {
    this.#marks++
    if (this.#changed.size >= MAX_CHANGED_IDS) this.#everything = true
    else this.#changed.add(notified)
    this.#schedule(GATHER_MS)
  }

  #markAll(): void {
    this.#marks++
    this.#everything = true
    this.#schedule(0)
  }

  #schedule(delayMs: number): void {
    if (this.#closed || this.#timer || this.#loading) return
    this.#timer = this.#options.clock.after(delayMs, () => {
      this.#timer = undefined
      this.#loading = this.#load().finally(() => {
        this.#loading = undefined
        if (this.#everything || this.#changed.size > 0) this.#schedule(this.#pauseMs())
      })
    })
  }

  #pauseMs(): number {
    if (this.#failed) return RETRY_MS
    return this.#waiting.length > 0 ? 0 : GATHER_MS
  }

  async #load(): Promise<void> {
    // What is told of from here on may have been read too early.
    const marks = this.#marks
    const everything = this.#everything
    const changed = this.#changed.take()
    this.#everything = false
    try {
      if (everything) this.#replaceAll(await this.#options.source.loadAll())
      else for (const [id, rows] of changed) await this.#loadOne(id, rows)
      this.#failed = false
      this.#contained = marks
      this.#release(marks)
      this.#first.resolve()
    } catch (error) {
      this.#first.reject(error)
      this.#failed = true
      this.#everything = true
      this.#options.logger.warn('loading changed configuration failed; it is tried again', { error: error as Error })
    }
  }

  async #loadOne(id: string, rows: ChangedRows | undefined): Promise<void> {
    const before = this.#snapshots.get(id)
    const now = await this.#options.source.load(id, rows, before)
    // What was made by its changed rows is another one: comparing all the rest would cost more than reading those has.
    if (rows === undefined || now === undefined) this.#replace(id, now)
    else this.#put(id, now, before)
  }

  #release(marks: number): void {
    for (const waiting of this.#waiting) if (waiting.marks <= marks) waiting.settle()
    this.#waiting = this.#waiting.filter((waiting) => waiting.marks > marks)
  }

  #replaceAll(now: ReadonlyMap<string, T>): void {
    for (const [id, snapshot] of now) this.#replace(id, snapshot)
    for (const id of [...this.#snapshots.keys()]) if (!now.has(id)) this.#replace(id, undefined)
  }

  #replace(id: string, snapshot: T | undefined): void {
    const before = this.#snapshots.get(id)
    // A full reload brings back most as it was: readers keep the picture they have.
    if (!samePicture(snapshot, before)) this.#put(id, snapshot, before)
  }

  #put(id: string, snapshot: T | undefined, before: T | undefined): void {
    if (snapshot === undefined) this.#snapshots.delete(id)
    else this.#snapshots.set(id, snapshot)
    this.#options.replaced?.(id, snapshot, before)
  }
}
