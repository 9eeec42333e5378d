/** What is done each 20 ms is done in so many parts, one each 5 ms: packets of others never wait for more than a part of it. */
const PHASES = 4
export const BEAT_MS = 20
export const PHASE_MS = BEAT_MS / PHASES

/** Does its work of 20 ms. */
export type Beating = (nowMs: number) => void

/** Calls everything that beats each 20 ms, spread evenly over the phases. */
export class Beat {
  readonly #phases: readonly Beating[][] = Array.from({ length: PHASES }, () => [])
  #now = 0

  /** Gives what ends it. */
  add(beating: Beating): () => void {
    const phase = this.#phases.reduce((least, each) => (each.length < least.length ? each : least))
    phase.push(beating)
    return () => {
      const at = phase.indexOf(beating)
      if (at >= 0) phase.splice(at, 1)
    }
  }

  /** The next phase; called each `PHASE_MS`. */
  tick(nowMs: number): void {
    // What ends within its own beat makes the one behind it miss this round; the jitter buffers bridge that.
    const phase = this.#phases[this.#now++ % PHASES] ?? []
    for (let at = 0; at < phase.length; at++) phase[at]?.(nowMs)
  }
}
