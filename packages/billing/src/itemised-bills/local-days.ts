import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import { LocalClock } from '@klinke/rating'

/** Days where the customer is. */
export class LocalDays {
  readonly #clock = new LocalClock(DEFAULT_TIME_ZONE)

  /** ISO 8601. */
  of(atMs: number): string {
    return new Date(this.#clock.localMs(atMs)).toISOString().slice(0, 10)
  }
}
