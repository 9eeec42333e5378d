import { BoundedMap } from '@klinke/foundation'
import { MAX_SOURCES } from './suite.ts'

/** State per synchronisation source, the least recently used one giving way. One source at a time is the usual case and costs no look-up. */
export class SourceTable<State> {
  readonly #states = new BoundedMap<number, State>(MAX_SOURCES)
  readonly #create: () => State
  #currentSsrc = -1
  #current: State | undefined

  constructor(create: () => State) {
    this.#create = create
  }

  /** State of a source, new if it is unknown. A new one is not kept before `keep`, so that forged packets fill nothing. */
  find(ssrc: number): State {
    if (ssrc === this.#currentSsrc && this.#current !== undefined) return this.#current
    return this.#states.get(ssrc) ?? this.#create()
  }

  keep(ssrc: number, state: State): void {
    if (ssrc === this.#currentSsrc) return
    this.#states.delete(ssrc)
    this.#states.set(ssrc, state)
    this.#currentSsrc = ssrc
    this.#current = state
  }
}
