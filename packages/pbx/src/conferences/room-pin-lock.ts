import { BoundedMap, type Clock } from '@klinke/foundation'
import { PinLock } from '../pins/pin-lock.ts'

/** Wrong PINs of all callers together after which a room takes none any more: somebody guesses from many numbers. */
export const MAX_WRONG_IN_ROOM = 30
/** Rooms at which somebody has guessed. */
const MAX_ROOMS = 1000

/** What somebody has locked by wrong PINs. */
export type Locks = 'caller' | 'room'

interface RoomTries {
  readonly callers: PinLock
  readonly all: PinLock
}

/** Wrong PINs at conference rooms, over all calls (CONF-02): of one caller, and of all who call a room. Kept in memory. */
export class RoomPinLock {
  readonly #clock: Clock
  readonly #rooms = new BoundedMap<string, RoomTries>(MAX_ROOMS)

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** `caller`: its number; those who hide it are one. */
  isLocked(roomId: string, caller: string): boolean {
    const tries = this.#rooms.get(roomId)
    return tries !== undefined && (tries.callers.isLocked(caller) || tries.all.isLocked(roomId))
  }

  /** One more wrong PIN, and what this one has locked. */
  wrong(roomId: string, caller: string): Locks | undefined {
    const { callers, all } = this.#triesAt(roomId)
    const locksCaller = callers.wrong(caller)
    if (all.wrong(roomId)) return 'room'
    return locksCaller ? 'caller' : undefined
  }

  /** The caller has made up for its own mistakes, not for what others try. */
  right(roomId: string, caller: string): void {
    this.#rooms.get(roomId)?.callers.right(caller)
  }

  /** The room and all its callers begin without a past: a new PIN, or somebody who may says so. */
  forgive(roomId: string): void {
    this.#rooms.delete(roomId)
  }

  /** Milliseconds for which the room is locked, and each caller, by number. */
  lockedFor(roomId: string): { readonly roomMs: number | undefined; readonly callersMs: ReadonlyMap<string, number> } {
    const tries = this.#rooms.get(roomId)
    return { roomMs: tries?.all.locked().get(roomId), callersMs: tries?.callers.locked() ?? new Map() }
  }

  #triesAt(roomId: string): RoomTries {
    const known = this.#rooms.get(roomId)
    if (known !== undefined) return known
    const tries = { callers: new PinLock(this.#clock), all: new PinLock(this.#clock, MAX_WRONG_IN_ROOM) }
    this.#rooms.set(roomId, tries)
    return tries
  }
}
