/** Packets behind the newest one that may still come (RFC 3711 §3.3.2 asks for 64 at least). */
export const REPLAY_WINDOW_PACKETS = 128

/** Remembers which packet indices have been taken, so that none is taken twice. */
export class ReplayWindow {
  readonly #seen = new Uint8Array(REPLAY_WINDOW_PACKETS)
  #highest = -1

  /** The newest index taken; -1 before the first. */
  get highest(): number {
    return this.#highest
  }

  /** True when the index is new and not too old. Does not take it: that waits for the authentication. */
  isFresh(index: number): boolean {
    if (index > this.#highest) return true
    return index > this.#highest - REPLAY_WINDOW_PACKETS && this.#seen[index % REPLAY_WINDOW_PACKETS] === 0
  }

  take(index: number): void {
    if (index - this.#highest >= REPLAY_WINDOW_PACKETS) this.#seen.fill(0)
    else for (let skipped = this.#highest + 1; skipped < index; skipped++) this.#seen[skipped % REPLAY_WINDOW_PACKETS] = 0
    if (index > this.#highest) this.#highest = index
    this.#seen[index % REPLAY_WINDOW_PACKETS] = 1
  }
}
