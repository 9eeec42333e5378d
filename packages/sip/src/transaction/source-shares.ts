import { networkPrefix } from '../transport/network-prefix.ts'

/** How many places of a table each source (IPv4 address, IPv6 network) holds. */
export class SourceShares {
  readonly #held = new Map<string, number>()

  /**
   * True when a source holds as many places as are left. So one source never takes more than half of the table, two take a third
   * each, and whatever floods, there is room for whoever holds less.
   */
  isSpent(address: string, placesLeft: number): boolean {
    return (this.#held.get(networkPrefix(address)) ?? 0) >= placesLeft
  }

  take(address: string): void {
    const source = networkPrefix(address)
    this.#held.set(source, (this.#held.get(source) ?? 0) + 1)
  }

  release(address: string): void {
    const source = networkPrefix(address)
    const left = (this.#held.get(source) ?? 0) - 1
    if (left > 0) this.#held.set(source, left)
    else this.#held.delete(source)
  }

  clear(): void {
    this.#held.clear()
  }
}
