import { TurnoverMap } from '@klinke/foundation'

/** Which extensions are in a call now: they called somebody, or talk to who called them. For those without call waiting. */
export class ExtensionsInCall {
  readonly #calls = new TurnoverMap<string, number>()

  /** Counts the extension as being in a call until `call` settles. */
  async during<T>(extensionId: string | undefined, call: Promise<T>): Promise<T> {
    if (extensionId === undefined) return call
    this.#count(extensionId, 1)
    try {
      return await call
    } finally {
      this.#count(extensionId, -1)
    }
  }

  has(extensionId: string): boolean {
    return this.#calls.has(extensionId)
  }

  #count(extensionId: string, change: 1 | -1): void {
    const calls = (this.#calls.get(extensionId) ?? 0) + change
    if (calls > 0) this.#calls.set(extensionId, calls)
    else this.#calls.delete(extensionId)
  }
}
