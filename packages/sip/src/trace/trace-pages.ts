import { Buffer } from 'node:buffer'
import { type PageRecord, TracePage } from './trace-page.ts'

/** So finely memory is given back … */
const PAGES = 256
/** … and so finely what is over is forgotten: on a quiet server there are not more pages than these. */
const AGES = 16
/** Offsets are below this, so a place is one number. */
const PLACES_OF_PAGE = 2 ** 32

export interface PageLimits {
  /** Of all pages together. */
  readonly bytes: number
  /** After this time nobody asks for a page any more. */
  readonly forMs: number
}

/** Pages in the order of time: written at the newest end, given back at the oldest. */
export class TracePages {
  readonly #limits: PageLimits
  readonly #dropped: (page: TracePage) => void
  readonly #pages: TracePage[] = []
  /** Of a page that was given back, for the next one: allocating as fast as messages come would call for collections of its own. */
  #spare: Buffer | undefined
  #bytes = 0
  #serial = 0

  /** @param dropped is told of each page before its places mean nothing any more. */
  constructor(limits: PageLimits, dropped: (page: TracePage) => void) {
    this.#limits = limits
    this.#dropped = dropped
  }

  /** Memory of all pages. */
  get bytes(): number {
    return this.#bytes
  }

  /** The page with so much room; a new one when the newest is full, or so old that it would keep what is to be forgotten. */
  withRoom(bytes: number, nowMs: number): TracePage {
    const newest = this.#pages.at(-1)
    const isOpen = newest?.hasRoomFor(bytes) && nowMs - newest.beganMs < this.#openMs
    return newest !== undefined && isOpen ? newest : this.#begin(bytes, nowMs)
  }

  /** Writes into the page; gives the place to read it from. */
  write(page: TracePage, record: PageRecord): number {
    return page.serial * PLACES_OF_PAGE + page.write(record)
  }

  /** Undefined when its page was given back. */
  read(place: number): PageRecord | undefined {
    const [oldest] = this.#pages
    return oldest && this.#pages[Math.floor(place / PLACES_OF_PAGE) - oldest.serial]?.read(place % PLACES_OF_PAGE)
  }

  /** A page is written to for so long at most. */
  get #openMs(): number {
    return this.#limits.forMs / AGES
  }

  #begin(bytes: number, nowMs: number): TracePage {
    const size = Math.max(Math.floor(this.#limits.bytes / PAGES), bytes)
    this.#makeRoom(size, nowMs)
    const memory = this.#spare?.length === size ? this.#spare : Buffer.allocUnsafeSlow(size)
    this.#spare = undefined
    const page = new TracePage(this.#serial++, nowMs, memory)
    this.#pages.push(page)
    this.#bytes += size
    return page
  }

  /** Gives back the oldest pages: as many as the memory asks for, and those whose time is over. */
  #makeRoom(bytes: number, nowMs: number): void {
    for (;;) {
      const [oldest, next] = this.#pages
      if (oldest === undefined) return
      const closedMs = next?.beganMs ?? oldest.beganMs + this.#openMs
      const isOver = nowMs - closedMs >= this.#limits.forMs
      if (!isOver && this.#bytes + bytes <= this.#limits.bytes) return
      this.#pages.shift()
      this.#bytes -= oldest.memory.length
      this.#spare = oldest.memory
      this.#dropped(oldest)
    }
  }
}
