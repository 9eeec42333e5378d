/** A wake-up that waits in a `TimerHeap`. */
export interface HeapEntry {
  readonly atMs: number
  /** Breaks ties: earlier set fires earlier. */
  readonly order: number
  readonly wake: () => void
  /** Where it stands in the heap; −1 once it has left. Kept by the heap. */
  index: number
}

/** A binary min-heap by time, then order, from which any entry can be taken: all in O(log n). */
export class TimerHeap {
  readonly #entries: HeapEntry[] = []

  get size(): number {
    return this.#entries.length
  }

  first(): HeapEntry | undefined {
    return this.#entries[0]
  }

  add(entry: HeapEntry): void {
    this.#entries.push(entry)
    this.#riseFrom(this.#entries.length - 1, entry)
  }

  /** Takes `entry` out; harmless when it has left already. */
  remove(entry: HeapEntry): void {
    const { index } = entry
    if (index < 0) return
    entry.index = -1
    const last = this.#entries.pop()
    if (!last || last === entry) return
    this.#sinkFrom(index, last)
    if (last.index === index) this.#riseFrom(index, last)
  }

  #riseFrom(start: number, entry: HeapEntry): void {
    let index = start
    while (index > 0) {
      const above = (index - 1) >> 1
      const parent = this.#entries[above]
      if (!parent || isBefore(parent, entry)) break
      this.#place(index, parent)
      index = above
    }
    this.#place(index, entry)
  }

  #sinkFrom(start: number, entry: HeapEntry): void {
    let index = start
    for (;;) {
      const child = this.#earlierChild(index)
      if (!child || isBefore(entry, child)) break
      const below = child.index
      this.#place(index, child)
      index = below
    }
    this.#place(index, entry)
  }

  #earlierChild(index: number): HeapEntry | undefined {
    const left = this.#entries[2 * index + 1]
    const right = this.#entries[2 * index + 2]
    return left && right && isBefore(right, left) ? right : left
  }

  #place(index: number, entry: HeapEntry): void {
    this.#entries[index] = entry
    entry.index = index
  }
}

function isBefore(a: HeapEntry, b: HeapEntry): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
}
