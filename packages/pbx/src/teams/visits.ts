/** How often one call may come to teams of one kind: overflows that lead to each other end there. */
export const MAX_VISITS = 6

/** Counts how often each call comes by, so that overflows do not go round for ever. */
export class Visits<Visitor extends object> {
  readonly #visits = new WeakMap<Visitor, number>()

  /** False once the call has come by too often. */
  admits(visitor: Visitor): boolean {
    const visits = (this.#visits.get(visitor) ?? 0) + 1
    this.#visits.set(visitor, visits)
    return visits <= MAX_VISITS
  }
}
