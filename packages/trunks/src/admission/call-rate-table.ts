/** One row of TRK-04: so many channels, so many call attempts a second. */
export interface CallRateRow {
  readonly channels: number
  readonly callsPerSecond: number
}

const row = (channels: number, callsPerSecond: number): CallRateRow => ({ channels, callsPerSecond })

/** CAPS by channels (TRK-04 [T]). The smallest gap between two calls is the inverse: calls that were not made are not saved up. */
export const CALL_RATES: readonly CallRateRow[] = [
  ...[row(4, 0.5), row(6, 0.6), row(8, 0.65), row(10, 0.7), row(20, 1), row(30, 1.3), row(40, 1.6), row(50, 1.8), row(60, 2.1)],
  ...[row(70, 2.3), row(80, 2.5), row(90, 2.7), row(100, 2.9), row(110, 3.1), row(120, 3.3), row(130, 3.5), row(140, 3.6)],
  ...[row(150, 3.8), row(160, 4), row(170, 4.1), row(180, 4.3), row(190, 4.4), row(200, 4.6), row(210, 4.7), row(220, 4.9)],
  ...[row(230, 5), row(240, 5.2), row(250, 5.3), row(260, 5.4), row(270, 5.6), row(280, 5.7), row(290, 5.8), row(300, 6)],
]

/** The row that holds for so many channels: the largest that is no larger; below the table its first, above it its last. */
export function callRateOfChannels(channels: number): number {
  const found = CALL_RATES.findLast((each) => each.channels <= channels) ?? CALL_RATES[0]
  return found?.callsPerSecond ?? 0.5
}

/** TRK-04: a single account sets up one call in so many seconds. */
export const SINGLE_ACCOUNT_GAP_SECONDS = 5

/** TRK-04 [C]: the other rule, and the minutes a month and channel from which it may be used. */
export const CALLS_PER_SECOND_AND_CHANNEL = 0.007
export const MINUTES_FOR_RATE_PER_CHANNEL = 5_760
