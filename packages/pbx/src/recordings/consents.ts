import type { Leg } from '@klinke/calls'
import type { Consent } from './recording.ts'

/** What parties have said to being recorded. It goes with the leg, also into another call. */
export class Consents {
  readonly #given = new WeakMap<Leg, Consent>()
  readonly #declined = new WeakSet<Leg>()

  of(leg: Leg): Consent | undefined {
    return this.#given.get(leg)
  }

  hasDeclined(leg: Leg): boolean {
    return this.#declined.has(leg)
  }

  give(leg: Leg, how: Consent['how'], atMs: number): void {
    const { number, displayName, extensionId } = leg.party
    this.#given.set(leg, { number, displayName, extensionId, how, atMs })
    this.#declined.delete(leg)
  }

  decline(leg: Leg): void {
    this.#given.delete(leg)
    this.#declined.add(leg)
  }

  /** It is to be told or asked anew: somebody wants the recording expressly. */
  forget(leg: Leg): void {
    this.#given.delete(leg)
    this.#declined.delete(leg)
  }
}
