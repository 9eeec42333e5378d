import type { CallParty } from '@klinke/calls'

/** One who waits in a queue: a caller on the line, or one who is to be called back. */
export interface Place {
  readonly id: string
  readonly kind: 'caller' | 'callback'
  readonly caller: CallParty
  readonly priority: number
  /** On the axis of `Clock.nowMs`; of one who came before a restart it may be negative. */
  readonly sinceMs: number
}

/** Who hides its number cannot be called back. */
export function canBeCalled({ caller }: Place): boolean {
  return caller.number.startsWith('+') || caller.extensionId !== undefined
}

function comesBefore(one: Place, other: Place): boolean {
  return one.priority > other.priority || (one.priority === other.priority && one.sinceMs < other.sinceMs)
}

/** Who waits, in the order of service: higher priority first, then who came first. */
export class WaitingLine {
  readonly #places: Place[] = []
  readonly #engaged = new Set<Place>()

  get places(): readonly Place[] {
    return this.#places
  }

  join(place: Place): void {
    const behind = this.#places.findIndex((other) => comesBefore(place, other))
    this.#places.splice(behind < 0 ? this.#places.length : behind, 0, place)
  }

  leave(place: Place): void {
    const index = this.#places.indexOf(place)
    if (index >= 0) this.#places.splice(index, 1)
    this.#engaged.delete(place)
  }

  /** `next` takes the place that `place` had. False if that one is not in line. */
  replace(place: Place, next: Place): boolean {
    const index = this.#places.indexOf(place)
    if (index < 0) return false
    this.#places[index] = next
    this.#engaged.delete(place)
    return true
  }

  /** From 1 on; 0 for one who is not in line. */
  positionOf(place: Place): number {
    return this.#places.indexOf(place) + 1
  }

  /** An engaged one is greeted, or rings agents: others may be served meanwhile. */
  engage(place: Place, engaged: boolean): void {
    if (engaged) this.#engaged.add(place)
    else this.#engaged.delete(place)
  }

  isEngaged(place: Place): boolean {
    return this.#engaged.has(place)
  }

  /** Whose turn it is: the first who is not engaged. */
  get next(): Place | undefined {
    return this.#places.find((place) => !this.#engaged.has(place))
  }
}
