import { decimalOf, divideRounded, MICROS_PER_UNIT, type Micros, microsFromDecimal } from '@klinke/rating'

/** Places after the point to which a changed price is rounded; prices have six at most. */
const MOST_PLACES = 6
const HUNDRED_PERCENT = 100n * MICROS_PER_UNIT

/** By how much prices are changed. */
export interface Raise {
  /** Millionths of a per cent; below zero: cheaper. */
  readonly percent: Micros
  /** Places after the point that the new price has, rounded half up: four are hundredths of a cent. */
  readonly places: number
}

/** The price after the change, as decimal text; what is no amount stays as it is, for the check to tell. */
export function raised(price: string, { percent, places }: Raise): string {
  const micros = microsFromDecimal(price)
  if (micros === undefined) return price
  const unit = 10n ** BigInt(MOST_PLACES - places)
  return decimalOf(divideRounded(micros * (HUNDRED_PERCENT + percent), HUNDRED_PERCENT * unit, 'half-up') * unit)
}
