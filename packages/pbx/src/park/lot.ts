import type { Extension } from '@klinke/accounts'
import type { Call, Leg } from '@klinke/calls'
import type { ParkSlot } from './rules.ts'

/** A call that waits. `leg` leads it. */
export interface ParkedCall {
  readonly slot: ParkSlot
  readonly call: Call
  readonly leg: Leg
  /** Who parked it, and is rung when nobody takes it. */
  readonly by: Extension
  readonly sinceMs: number
}

/** Which call waits in which slot, of all tenants: one in each. It does not outlive the calls. */
export class ParkLot {
  readonly #bySlot = new Map<string, ParkedCall>()
  /** Slots whose call somebody is about to take. */
  readonly #claimed = new Set<ParkedCall>()

  at(slotId: string): ParkedCall | undefined {
    return this.#bySlot.get(slotId)
  }

  /** The free slot with the lowest number. */
  free(slots: readonly ParkSlot[]): ParkSlot | undefined {
    return slots.find(({ id }) => !this.#bySlot.has(id))
  }

  /** False when somebody waits there. */
  occupy(parked: ParkedCall): boolean {
    if (this.#bySlot.has(parked.slot.id)) return false
    this.#bySlot.set(parked.slot.id, parked)
    return true
  }

  holds(parked: ParkedCall): boolean {
    return this.#bySlot.get(parked.slot.id) === parked
  }

  /** Only one at a time may take the call. */
  claim(parked: ParkedCall): boolean {
    if (!this.holds(parked) || this.#claimed.has(parked)) return false
    this.#claimed.add(parked)
    return true
  }

  unclaim(parked: ParkedCall): void {
    this.#claimed.delete(parked)
  }

  /** The call is not here any more; the slot is free. */
  leave(parked: ParkedCall): void {
    this.#claimed.delete(parked)
    if (this.holds(parked)) this.#bySlot.delete(parked.slot.id)
  }
}
