import { divideRounded, type Micros } from '@klinke/rating'

/** What a call costs by the time it has lasted: never less for longer. */
export interface RunningPrice {
  costAfter(seconds: number): Micros
}

export interface PriceOfMinutes {
  readonly setUpMicros: Micros
  readonly microsPerMinute: Micros
  /** Seconds that are begun are paid in steps of this. */
  readonly incrementSeconds: number
}

/** A price by the minute in steps: nothing before the answer, then the set-up fee and each step that was begun. */
export function priceOfMinutes({ setUpMicros, microsPerMinute, incrementSeconds }: PriceOfMinutes): RunningPrice {
  return {
    costAfter: (seconds) => {
      if (seconds <= 0) return 0n
      const paidSeconds = BigInt(Math.ceil(seconds / incrementSeconds) * incrementSeconds)
      return setUpMicros + divideRounded(paidSeconds * microsPerMinute, 60n, 'up')
    },
  }
}
