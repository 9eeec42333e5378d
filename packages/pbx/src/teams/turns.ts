import { BoundedMap } from '@klinke/foundation'

/** Extensions whose last call is remembered. */
const MAX_REMEMBERED = 100_000

/** What a strategy remembers of the calls that a kind of team has had. Plain memory: after a restart all begin anew. */
export class Turns {
  readonly #lastTaken = new BoundedMap<string, string>(MAX_REMEMBERED)
  readonly #idleSinceMs = new BoundedMap<string, number>(MAX_REMEMBERED)

  /** The member that was last in turn in a team. */
  lastOf(teamId: string): string | undefined {
    return this.#lastTaken.get(teamId)
  }

  /** It is `memberId`'s turn in that team now. */
  taken(teamId: string, memberId: string): void {
    this.#lastTaken.set(teamId, memberId)
  }

  /** When the last call that a team gave to the member ended, on the axis of `Clock.nowMs`; minus infinity for one that has had none. */
  idleSinceMs(memberId: string): number {
    return this.#idleSinceMs.get(memberId) ?? Number.NEGATIVE_INFINITY
  }

  idleFrom(memberId: string, nowMs: number): void {
    this.#idleSinceMs.delete(memberId)
    this.#idleSinceMs.set(memberId, nowMs)
  }
}
