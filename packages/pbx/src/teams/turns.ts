import { BoundedMap } from '@klinke/foundation'

/** Extensions whose last call is remembered. */
const MAX_REMEMBERED = 100_000

/** What is remembered, as it outlives a restart: pairs of ids, in the order in which they were remembered. */
export interface RememberedTurns {
  /** Who was last in turn, by team. */
  readonly taken: readonly (readonly [teamId: string, memberId: string])[]
  /** When the last call that a team gave to a member ended; ms since 1970. */
  readonly idle: readonly (readonly [memberId: string, sinceEpochMs: number])[]
}

/** What a strategy remembers of the calls that a kind of team has had. */
export class Turns {
  readonly #lastTaken = new BoundedMap<string, string>(MAX_REMEMBERED)
  readonly #idleSinceMs = new BoundedMap<string, number>(MAX_REMEMBERED)
  readonly #changed: () => void

  /** `changed` is told of each change. */
  constructor(changed: () => void = () => undefined) {
    this.#changed = changed
  }

  /** The member that was last in turn in a team. */
  lastOf(teamId: string): string | undefined {
    return this.#lastTaken.get(teamId)
  }

  /** It is `memberId`'s turn in that team now. */
  taken(teamId: string, memberId: string): void {
    this.#lastTaken.set(teamId, memberId)
    this.#changed()
  }

  /**
   * When the last call that a team gave to the member ended, on the axis of `Clock.nowMs`, negative for one before the process began; minus
   * infinity for one that has had none.
   */
  idleSinceMs(memberId: string): number {
    return this.#idleSinceMs.get(memberId) ?? Number.NEGATIVE_INFINITY
  }

  idleFrom(memberId: string, nowMs: number): void {
    this.#idleSinceMs.delete(memberId)
    this.#idleSinceMs.set(memberId, nowMs)
    this.#changed()
  }

  /** `epochAtZeroMs`: when `Clock.nowMs` was 0. */
  remembered(epochAtZeroMs: number): RememberedTurns {
    const idle = [...this.#idleSinceMs.entries()].map(([memberId, sinceMs]) => [memberId, sinceMs + epochAtZeroMs] as const)
    return { taken: [...this.#lastTaken.entries()], idle }
  }

  /** What has happened since stays. */
  remember({ taken, idle }: RememberedTurns, epochAtZeroMs: number): void {
    const now = this.remembered(epochAtZeroMs)
    for (const [teamId, memberId] of [...taken, ...now.taken]) this.#lastTaken.set(teamId, memberId)
    for (const [memberId, sinceEpochMs] of [...idle, ...now.idle]) this.#idleSinceMs.set(memberId, sinceEpochMs - epochAtZeroMs)
  }
}
