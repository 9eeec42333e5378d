import type { Call } from '@klinke/calls'

/** The calls that ring at or are talked by the secretaries of each boss now. They are here no longer than they last. */
export class FilteredCalls {
  readonly #ofBoss = new Map<string, Set<Call>>()

  /** `call` is with the secretaries of that boss until `work` settles. */
  async during<T>(bossId: string, call: Call, work: () => Promise<T>): Promise<T> {
    const calls = this.#ofBoss.get(bossId) ?? new Set()
    this.#ofBoss.set(bossId, calls.add(call))
    const leave = (): void => {
      calls.delete(call)
      if (calls.size === 0 && this.#ofBoss.get(bossId) === calls) this.#ofBoss.delete(bossId)
    }
    // A flow whose call is over is left waiting, so the call's end counts too.
    call.scope.signal.addEventListener('abort', leave, { once: true })
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** The oldest first. */
  of(bossId: string): readonly Call[] {
    return [...(this.#ofBoss.get(bossId) ?? [])]
  }
}
