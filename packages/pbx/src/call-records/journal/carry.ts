import type { TurnoverMap } from '@klinke/foundation'
import type { AliveEntry, OpenCall } from './entries.ts'
import type { JournalWriter } from './writer.ts'

/** Calls listed per turn, so that 10,000 open calls delay no packet. */
const CALLS_PER_STEP = 200

/**
 * Lists the calls that are open when a segment begins, a few at a time, so that the segments before can go. A call
 * that ends meanwhile is left out or has its end further down: either way it is not open when the segment is read. The
 * last line repeats the last sign of life, which may stand in a segment that goes.
 */
export class Carry {
  readonly #calls: Iterator<OpenCall>
  readonly #writer: JournalWriter
  readonly #lastSignMs: () => number
  readonly #done: () => void
  /** Calls that start from now on stand in the new segment anyway. */
  #left: number
  #listed = false

  constructor(
    open: Pick<TurnoverMap<string, OpenCall>, 'size' | 'values'>,
    lastSignMs: () => number,
    writer: JournalWriter,
    done: () => void,
  ) {
    this.#lastSignMs = lastSignMs
    this.#calls = open.values()
    this.#left = open.size
    this.#writer = writer
    this.#done = done
  }

  /** To be called after each write: lists the next few, and once the last of them are written says so. */
  step(): void {
    if (this.#listed) {
      this.#done()
      return
    }
    for (let count = 0; count < CALLS_PER_STEP; count++) {
      const next = this.#left-- > 0 ? this.#calls.next() : { done: true as const, value: undefined }
      if (next.done) {
        this.#listed = true
        const entry: AliveEntry = { atMs: this.#lastSignMs() }
        this.#writer.append('C', JSON.stringify(entry))
        return
      }
      this.#writer.append('O', JSON.stringify(next.value))
    }
  }
}
